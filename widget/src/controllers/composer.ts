import type { ReactiveControllerHost } from 'lit';
import type { Locale } from '../locales/locale.ts';
import { maxDraftLength, maxMessageLength } from '../text.ts';

/** What `keyCode` says while an input method has the key; Safari no longer says `isComposing`. */
const keyCodeOfInputMethod = 229;

/** What the customer is writing, and when it is sent. */
export class ComposerController {
  draft = '';
  /** Length of a text that was not let in, until the customer goes on writing. */
  #leftOut = 0;
  readonly #host: ReactiveControllerHost;
  readonly #texts: Locale;
  readonly #send: (text: string) => void;

  constructor(host: ReactiveControllerHost, texts: Locale, send: (text: string) => void) {
    this.#host = host;
    this.#texts = texts;
    this.#send = send;
  }

  get canSend(): boolean {
    return this.draft.trim() !== '' && this.draft.length <= maxMessageLength;
  }

  get problem(): string {
    if (this.#leftOut > 0) return this.#sayLength(this.#texts.leftOut, this.#leftOut);
    if (this.draft.length <= maxMessageLength) return '';
    return this.#sayLength(this.#texts.tooLong, this.draft.length);
  }

  /** A text that would be far too long is not let in: laying it out would freeze the page. */
  readonly onBeforeInput = (event: InputEvent): void => {
    const added = event.data ?? event.dataTransfer?.getData('text/plain') ?? '';
    if (added.length <= maxMessageLength) return;
    const { selectionStart, selectionEnd } = event.target as HTMLTextAreaElement;
    if (this.draft.length - (selectionEnd - selectionStart) + added.length <= maxDraftLength)
      return;
    event.preventDefault();
    this.#leaveOut(added.length);
  };

  readonly onInput = (event: Event): void => {
    const { value } = event.target as HTMLTextAreaElement;
    if (value.length > maxDraftLength) this.#leaveOut(value.length);
    else this.#set(value);
  };

  /** Enter sends, Shift+Enter starts a line; an Enter that picks a word in an input method does neither. */
  readonly onKey = (event: KeyboardEvent): void => {
    const isComposing = event.isComposing || event.keyCode === keyCodeOfInputMethod;
    if (event.key !== 'Enter' || event.shiftKey || isComposing) return;
    event.preventDefault();
    this.#submit();
  };

  readonly onSubmit = (event: Event): void => {
    event.preventDefault();
    this.#submit();
  };

  clear(): void {
    this.#set('');
  }

  #submit(): void {
    if (!this.canSend) return;
    const text = this.draft;
    this.#set('');
    this.#send(text);
  }

  #leaveOut(length: number): void {
    this.#leftOut = length;
    this.#host.requestUpdate();
  }

  #sayLength(say: Locale['tooLong'], length: number): string {
    const format = new Intl.NumberFormat(this.#texts.tag);
    return say(format.format(length), format.format(maxMessageLength));
  }

  #set(draft: string): void {
    this.draft = draft;
    this.#leftOut = 0;
    this.#host.requestUpdate();
  }
}
