/** Defines `<attune-chat>`: what a page's script tag loads. */
import { AttuneChat } from './attune-chat.component.ts';

AttuneChat.moduleUrl = import.meta.url;

// A page may come to load the script twice; the first one stays.
if (!customElements.get('attune-chat')) customElements.define('attune-chat', AttuneChat);

export type { AttuneDetail, AttuneEvent, AttuneEventData, AttuneEventName } from './events.ts';
export { AttuneChat };

declare global {
  interface HTMLElementTagNameMap {
    'attune-chat': AttuneChat;
  }
}
