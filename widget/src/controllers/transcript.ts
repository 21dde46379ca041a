import type { ReplyAction } from '@attune/web/types';
import type { ReactiveControllerHost } from 'lit';

/** A notice is the chat's own remark ("This conversation has ended"), said by nobody. */
export type Speaker = 'customer' | 'bot' | 'notice';

export interface Entry {
  readonly key: number;
  readonly from: Speaker;
  readonly text: string;
  /** Milliseconds since the Unix epoch. */
  readonly at: number;
  readonly actions: readonly ReplyAction[];
  /** A long message that the customer asked to see in full. */
  readonly expanded: boolean;
}

/** The messages as the customer sees them, oldest first. */
export class Transcript {
  entries: readonly Entry[] = [];
  readonly #host: ReactiveControllerHost;
  #key = 0;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  add(from: Speaker, text: string, at: number, actions: readonly ReplyAction[] = []): void {
    const entry = { key: this.#key++, from, text, at, actions, expanded: false };
    this.#set([...this.entries, entry]);
  }

  toggle(key: number): void {
    this.#set(
      this.entries.map((entry) =>
        entry.key === key ? { ...entry, expanded: !entry.expanded } : entry,
      ),
    );
  }

  clear(): void {
    this.#set([]);
  }

  #set(entries: readonly Entry[]): void {
    this.entries = entries;
    this.#host.requestUpdate();
  }
}
