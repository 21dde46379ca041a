/** Which events go first, which go together and which give way. Pure functions over the queue. */
import { EventType } from './events.ts';
import type { StoredEvent } from './types.ts';

export interface QueueLimits {
  /** Events in one request. */
  batchEvents: number;
  /** Size of one request: below the 64 KiB that browsers let finish after the page has gone. */
  batchBytes: number;
  /** Events in the store, the refused ones included. */
  storedEvents: number;
}

export const defaultQueueLimits: QueueLimits = {
  batchEvents: 50,
  batchBytes: 60_000,
  storedEvents: 1_000,
};

/** A conversation whose first event has failed this often goes behind the others, one by one. */
const STUBBORN_AFTER = 5;
/** An event that has failed this often no longer keeps an escalation of its conversation waiting. */
const STUCK_AFTER = 12;

/**
 * Chooses what to send next.
 *
 * A conversation's events always go in the order they were stored. A batch whose first event has
 * failed is halved for each failure, and a conversation that fails on and on goes last: a server
 * that stumbles over one event must not keep us from delivering the others.
 *
 * @param pending events not acknowledged and not refused, in stored order.
 * @returns at least one event unless `pending` is empty.
 */
export function nextBatch(pending: StoredEvent[], limits: QueueLimits): StoredEvent[] {
  const heads = firstOfEachConversation(pending);
  const willing = pending.filter(({ event }) => !isStubborn(heads.get(event.subject)));
  const [first] = willing;
  if (!first) return leastTried([...heads.values()]);
  const most = Math.max(1, limits.batchEvents >> first.attempts);
  const batch: StoredEvent[] = [];
  let bytes = 2; // the brackets of a JSON array
  for (const stored of willing.slice(0, most)) {
    bytes += byteLength(stored) + 1;
    if (batch.length > 0 && bytes > limits.batchBytes) break;
    batch.push(stored);
  }
  return batch;
}

/**
 * Chooses an escalation to try after the events before it have failed once more. In an outage it
 * fails as they did, and their order stays; if it is taken, then they are what the server cannot
 * digest, and a customer in need does not wait for that.
 *
 * @param failed the batch that has just failed.
 * @param pending as for `nextBatch`.
 */
export function overtaking(failed: StoredEvent[], pending: StoredEvent[]): StoredEvent | undefined {
  const [stuck] = failed;
  if (failed.length !== 1 || !stuck || stuck.attempts < STUCK_AFTER) return undefined;
  return pending.find(
    ({ event }) =>
      event.type === EventType.escalationRequested &&
      event.subject === stuck.event.subject &&
      event.id !== stuck.event.id,
  );
}

function firstOfEachConversation(pending: StoredEvent[]): Map<string, StoredEvent> {
  const first = new Map<string, StoredEvent>();
  for (const stored of pending) {
    if (!first.has(stored.event.subject)) first.set(stored.event.subject, stored);
  }
  return first;
}

function isStubborn(stored: StoredEvent | undefined): boolean {
  return stored !== undefined && stored.attempts >= STUBBORN_AFTER;
}

/** The one with the fewest tries, among equals the one stored first; none of none. */
function leastTried(stored: StoredEvent[]): StoredEvent[] {
  const fewest = Math.min(...stored.map(({ attempts }) => attempts));
  return stored.filter(({ attempts }) => attempts === fewest).slice(0, 1);
}

function byteLength({ event }: StoredEvent): number {
  return new TextEncoder().encode(JSON.stringify(event)).byteLength;
}

/**
 * Chooses what to give up when the store is full: the oldest change of mood, then the oldest of the
 * other signals, and only among nothing but escalations the oldest one.
 */
export function mostExpendable(stored: StoredEvent[]): StoredEvent | undefined {
  const least = Math.min(...stored.map(worth));
  return stored.find((one) => worth(one) === least);
}

function worth({ event }: StoredEvent): number {
  if (event.type === EventType.moodChanged) return 0;
  return event.type === EventType.escalationRequested ? 2 : 1;
}
