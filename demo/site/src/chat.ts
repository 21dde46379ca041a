/** The chat element, used by the public API that any customer of Attune has. */
import type { AttuneChat } from '@attune/widget/component';

/** What `config.json` says; the demo server answers with its own. `null`: there is no server. */
export interface SiteConfig {
  /** Where events go. */
  endpoint: string | null;
  /** Where the team reads them. */
  console: string | null;
}

const NO_SERVER: SiteConfig = { endpoint: null, console: null };

export async function readConfig(): Promise<SiteConfig> {
  try {
    const response = await fetch('config.json');
    if (!response.ok) throw new Error(`status ${response.status}`);
    return { ...NO_SERVER, ...(await response.json()) };
  } catch (error) {
    console.warn(`config.json could not be read (${error}); the page works without a server.`);
    return NO_SERVER;
  }
}

export const findChat = (): AttuneChat | null => document.querySelector<AttuneChat>('attune-chat');

/** Opens the chat, and says `text` for the customer when given. */
export async function openChat(text?: string): Promise<void> {
  const chat = findChat();
  await chat?.open();
  if (text) await chat?.say(text);
}

/** Shows the buttons that need the chat, as soon as there is one. */
export async function initChatButtons(): Promise<void> {
  const buttons = document.querySelectorAll<HTMLButtonElement>('[data-chat], [data-say]');
  await customElements.whenDefined('attune-chat');
  for (const button of buttons) {
    button.hidden = false;
    button.addEventListener('click', () => void openChat(button.dataset.say));
  }
}
