import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Transcript } from './transcript.ts';

interface ScrollHost extends ReactiveControllerHost {
  readonly renderRoot: HTMLElement | DocumentFragment;
}

/** So near to the end, in CSS pixels, the customer reads the newest message. */
const endTolerance = 48;
/** Space left above a long answer that is shown from its beginning. */
const lead = 12;

/** Keeps the newest message in view, unless the customer has scrolled up to read. */
export class ScrollController implements ReactiveController {
  /** A message has come in below what is in view. */
  hasNewer = false;
  readonly #host: ScrollHost;
  readonly #transcript: Transcript;
  #isAtEnd = true;
  #lastKey = -1;
  #observer: ResizeObserver | undefined;
  #observed: HTMLElement | null = null;

  constructor(host: ScrollHost, transcript: Transcript) {
    this.#host = host;
    this.#transcript = transcript;
    host.addController(this);
  }

  hostUpdated(): void {
    const log = this.#log();
    if (!log) return;
    this.#observe(log);
    const last = this.#transcript.entries.at(-1);
    const isNew = last !== undefined && last.key !== this.#lastKey;
    this.#lastKey = last?.key ?? -1;
    if (isNew && !this.#isAtEnd && last.from !== 'customer') this.#setHasNewer(true);
    else if (isNew) this.#showNewest(log, last.from === 'bot');
    else if (this.#isAtEnd) this.#toEnd(log);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#observed = null;
  }

  readonly onScroll = (event: Event): void => {
    const { scrollHeight, scrollTop, clientHeight } = event.target as HTMLElement;
    this.#isAtEnd = scrollHeight - scrollTop - clientHeight < endTolerance;
    if (this.#isAtEnd) this.#setHasNewer(false);
  };

  readonly toNewest = (): void => {
    const log = this.#log();
    if (log) this.#toEnd(log);
    this.#setHasNewer(false);
  };

  /** An answer that is taller than the view is shown from its first line. */
  #showNewest(log: HTMLElement, fromStart: boolean): void {
    this.#toEnd(log);
    const message = log.querySelector<HTMLElement>('.message:last-child');
    if (!fromStart || !message || message.offsetHeight <= log.clientHeight) return;
    log.scrollTop = message.offsetTop - lead;
  }

  #toEnd(log: HTMLElement): void {
    log.scrollTop = log.scrollHeight;
    // On a very low screen the messages scroll together with what stands below them.
    const body = log.closest<HTMLElement>('.body');
    if (body) body.scrollTop = body.scrollHeight;
  }

  #setHasNewer(hasNewer: boolean): void {
    if (this.hasNewer === hasNewer) return;
    this.hasNewer = hasNewer;
    this.#host.requestUpdate();
  }

  /** The view shrinks when a keyboard or a prompt comes up. */
  #observe(log: HTMLElement): void {
    if (this.#observed === log) return;
    this.#observed = log;
    this.#observer ??= new ResizeObserver(() => {
      if (this.#isAtEnd && this.#observed) this.#toEnd(this.#observed);
    });
    this.#observer.observe(log);
  }

  #log(): HTMLElement | null {
    return this.#host.renderRoot.querySelector<HTMLElement>('.log');
  }
}
