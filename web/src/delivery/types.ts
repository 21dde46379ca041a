import type { CloudEvent } from './events.ts';

/** An event that the server has not acknowledged, and how its delivery goes. */
export interface StoredEvent {
  event: CloudEvent;
  /** Tries that failed so far. */
  attempts: number;
  /** Our own back-off: not to be tried by itself before; milliseconds since the Unix epoch. */
  nextAttemptAt: number;
  /** The server's `Retry-After`: not to be tried at all before; milliseconds since the epoch. */
  notBefore?: number;
  /** Why the server will never take it; such an event is kept and not tried again. */
  refusal?: Problem;
}

/**
 * Where events wait. An event is stored under its `id`; storing one again replaces it in place, so
 * that `list` keeps the order in which events were first stored.
 */
export interface OutboxStore {
  put(stored: StoredEvent): Promise<void>;
  list(): Promise<StoredEvent[]>;
  /** Removing what is not there is no error. */
  remove(id: string): Promise<void>;
}

/** What a receiver said about an event: the part of RFC 9457 problem details that we use. */
export interface Problem {
  title: string;
  /** HTTP status; absent when there was no answer. */
  status?: number;
  detail?: string;
  /** RFC 6901 pointers to the offending fields. */
  errors?: { pointer: string; detail: string }[];
}

/** What became of one event in one try. */
export interface DeliveryResult {
  id: string;
  /** `accepted` only when the receiver acknowledged this very id. */
  status: 'accepted' | 'retry' | 'refused';
  /** For `retry`: how long the receiver asked us to stay away. */
  retryAfterMs?: number;
  /** For `retry` and `refused`. */
  problem?: Problem;
}

/**
 * Sends events, in order. Resolves with a result for each; an event without one counts as `retry`,
 * and so does every event when the promise is rejected.
 */
export type Transport = (events: CloudEvent[]) => Promise<DeliveryResult[]>;

/**
 * `queued`: stored, about to be sent. `waiting`: a try failed, another one follows. `sent`: the
 * server has acknowledged it. `refused`: it never will; the event is kept for the host page.
 */
export type OutboxState = 'queued' | 'waiting' | 'sent' | 'refused';

/** A change of one event's state. */
export interface OutboxChange {
  event: CloudEvent;
  state: OutboxState;
  /** Why it waits or was refused. */
  problem?: Problem;
}
