/** The script of every page of the help centre. */
import { findChat, initChatButtons, openChat, readConfig } from './chat.ts';
import { initInspector } from './inspector/toggle.ts';
import { initSearch } from './search.ts';
import { initThemeSwitch } from './theme.ts';

function initRating(section: HTMLElement): void {
  const status = section.querySelector('[role="status"]') as HTMLElement;
  section.hidden = false;
  section.addEventListener('click', (event) => {
    const answer = (event.target as HTMLElement).closest('button')?.value;
    if (!answer) return;
    status.textContent =
      answer === 'yes'
        ? 'Thank you for telling us.'
        : 'Thank you. If something is missing, ask in the chat: a person can look at it.';
    if (answer === 'no') void openChat();
  });
}

function initDemoDialog(dialog: HTMLDialogElement): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-demo]')) {
    button.hidden = false;
    button.addEventListener('click', () => dialog.showModal());
  }
}

async function applyConfig(): Promise<void> {
  const { endpoint, console: consoleUrl } = await readConfig();
  if (endpoint) findChat()?.setAttribute('endpoint', endpoint);
  const link = document.querySelector<HTMLAnchorElement>('[data-console]');
  if (link && consoleUrl) {
    link.href = consoleUrl;
    link.hidden = false;
  }
}

/** Runs `init` with the first element that fits; most pages have only some of them. */
function on<T extends HTMLElement>(selector: string, init: (element: T) => void): void {
  const element = document.querySelector<T>(selector);
  if (element) init(element);
}

initInspector(); // first: it must not miss an event of the chat
on<HTMLButtonElement>('[data-theme-switch]', initThemeSwitch);
on<HTMLFormElement>('form.search', (form) => {
  on<HTMLElement>('[data-results]', (results) => initSearch(form, results));
});
on<HTMLElement>('[data-rating]', initRating);
on<HTMLDialogElement>('.demo-dialog', initDemoDialog);
void initChatButtons();
void applyConfig();
