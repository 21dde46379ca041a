/** Records from the start, and loads the panel when somebody wants to see it. */
import { record } from './recording.ts';

function loadStyles(): Promise<void> {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = 'inspector.css';
  return new Promise((resolve) => {
    link.addEventListener('load', () => resolve());
    link.addEventListener('error', () => resolve()); // readable without
    document.head.append(link);
  });
}

function createToggle(): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'inspector-toggle';
  button.textContent = 'Under the hood';
  button.setAttribute('aria-expanded', 'false');
  button.setAttribute('aria-controls', 'inspector-panel');
  return button;
}

/** Puts the button at the side of the page. The panel's state lives in memory only. */
export function initInspector(): void {
  const aside = document.querySelector<HTMLElement>('.inspector');
  if (!aside) return;
  const panel = document.createElement('div');
  panel.id = 'inspector-panel';
  panel.className = 'inspector-panel';
  panel.hidden = true;
  const toggle = createToggle();
  aside.append(toggle, panel);
  aside.hidden = false;

  let show: (() => void) | undefined;
  const recording = record(document, () => show?.());

  const setOpen = async (open: boolean) => {
    if (open && !show) {
      const [{ mountPanel }] = await Promise.all([import('./panel.ts'), loadStyles()]);
      show = mountPanel(panel, recording, () => void setOpen(false));
    }
    panel.hidden = !open;
    toggle.setAttribute('aria-expanded', String(open));
    document.documentElement.toggleAttribute('data-inspector-open', open);
    if (open) {
      show?.();
      panel.querySelector('h2')?.focus();
    } else {
      toggle.focus();
    }
  };

  toggle.addEventListener('click', () => void setOpen(panel.hidden));
  for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-inspector]')) {
    button.hidden = false;
    button.addEventListener('click', () => void setOpen(true));
  }
  // On a phone the open chat takes the screen, and leaves room for the button: see the styles.
  const root = document.documentElement;
  document.addEventListener('attune-open', () => root.toggleAttribute('data-chat-open', true));
  document.addEventListener('attune-close', () => root.toggleAttribute('data-chat-open', false));
  panel.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') void setOpen(false);
  });
}
