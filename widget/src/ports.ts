import type { CloudEvent } from '@attune/web/delivery';
import type { Core } from '@attune/web/types';
import type { EventState } from './events.ts';

export type CoreLoader = (options: { url: string }) => Promise<Core>;

export interface OutboxChange {
  readonly event: CloudEvent;
  readonly state: EventState;
}

/** What the widget needs of an outbox. */
export interface OutboxPort {
  /** Resolves when the event is stored and will be sent, whatever happens to the page. */
  enqueue(event: CloudEvent): Promise<void>;
  start(): void;
  stop(): void;
}

export type OpenOutbox = (
  endpoint: string,
  onChange: (change: OutboxChange) => void,
) => Promise<OutboxPort>;

/** The world outside the widget. Pages and tests may replace any of it. */
export interface Ports {
  readonly loadCore: CoreLoader;
  readonly openOutbox: OpenOutbox;
  /** Milliseconds since the Unix epoch. */
  readonly now: () => number;
  /** How long the typing indicator shows before an answer that was there at once. */
  readonly typingMs: number;
}
