import type { ReactiveControllerHost } from 'lit';

export interface Announcement {
  readonly key: number;
  readonly text: string;
}

/** A screen reader has long spoken older ones; they would only lengthen the region. */
const keptAnnouncements = 3;

/**
 * What a screen reader speaks: only what is new and was not written by the customer. The message
 * list itself is not live, so that opening the chat does not read out its history.
 */
export class Announcer {
  announcements: readonly Announcement[] = [];
  readonly #host: ReactiveControllerHost;
  #key = 0;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  say(text: string): void {
    if (!text) return;
    const next = { key: this.#key++, text };
    this.announcements = [...this.announcements, next].slice(-keptAnnouncements);
    this.#host.requestUpdate();
  }

  clear(): void {
    this.announcements = [];
  }
}
