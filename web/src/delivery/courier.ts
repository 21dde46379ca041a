import type { CloudEvent } from './events.ts';
import { nextBatch, overtaking, type QueueLimits } from './queue-policy.ts';
import { backOffMs, holdMs, type RetryPolicy, remainingMs } from './retry-policy.ts';
import type { DeliveryResult, OutboxStore, Problem, StoredEvent, Transport } from './types.ts';

/** How eager a pass over the queue is: `due` respects our own back-off, `now` does not. */
export type Eagerness = 'due' | 'now';

export interface CourierOptions {
  store: OutboxStore;
  transport: Transport;
  retryPolicy: RetryPolicy;
  limits: QueueLimits;
  now: () => number;
  random: () => number;
  /** Told what becomes of each event; the same state may be told again. */
  report: (event: CloudEvent, state: 'waiting' | 'sent' | 'refused', problem?: Problem) => void;
  onError: (error: unknown) => void;
}

/** Carries events from the store to the receiver. Knows nothing of timers, tabs and pages. */
export class Courier {
  readonly #options: CourierOptions;
  /** Acknowledged, and perhaps still in a store that failed to remove them. */
  readonly #acknowledged = new Set<string>();
  #failuresInARow = 0;

  constructor(options: CourierOptions) {
    this.#options = options;
  }

  /**
   * Sends until the queue is empty or a try fails.
   *
   * @returns how long to wait before the next pass in milliseconds; `undefined` when nothing is
   *   left to send. Rejected when the store cannot be read.
   */
  async pass(eagerness: Eagerness): Promise<number | undefined> {
    let pending = await this.#pending();
    let waitMs = this.#waitMs(pending, eagerness);
    while (pending.length > 0 && waitMs === 0) {
      const batch = nextBatch(pending, this.#options.limits);
      waitMs = await this.#send(batch);
      pending = await this.#pending();
      const escalation = waitMs > 0 ? overtaking(batch, pending) : undefined;
      if (escalation && this.#waitMs(pending, 'now') === 0) {
        await this.#send([escalation]);
        pending = await this.#pending();
      }
    }
    for (const { event } of pending) this.#options.report(event, 'waiting');
    return pending.length > 0 ? waitMs : undefined;
  }

  async #pending(): Promise<StoredEvent[]> {
    const listed = await this.#options.store.list();
    const pending: StoredEvent[] = [];
    for (const stored of listed) {
      if (this.#acknowledged.has(stored.event.id)) await this.#remove(stored.event.id);
      else if (!stored.refusal) pending.push(stored);
    }
    return pending;
  }

  /** The receiver's wish holds for everything; our own rest ends when the first event is due. */
  #waitMs(pending: StoredEvent[], eagerness: Eagerness): number {
    const { now, retryPolicy } = this.#options;
    const remaining = (until: number): number => remainingMs(until, now(), retryPolicy);
    const hold = Math.max(0, ...pending.map(({ notBefore = 0 }) => remaining(notBefore)));
    const failed = pending.filter(({ attempts }) => attempts > 0);
    if (hold > 0 || eagerness === 'now' || failed.length === 0) return hold;
    return Math.min(...failed.map(({ nextAttemptAt }) => remaining(nextAttemptAt)));
  }

  /** Sends one batch. Returns how long to wait before the next one, 0 when all went well. */
  async #send(batch: StoredEvent[]): Promise<number> {
    const results = await this.#deliver(batch.map(({ event }) => event));
    const pairs = batch.map((stored) => {
      const result = results.get(stored.event.id) ?? unmentioned(stored.event.id);
      return { stored, result };
    });
    const accepted = pairs.filter(({ result }) => result.status === 'accepted');
    const refused = pairs.filter(({ result }) => result.status === 'refused');
    const again = pairs.filter(({ result }) => result.status === 'retry');
    // Noted before anything is awaited: what was acknowledged is never sent again by this page.
    for (const { stored } of accepted) this.#acknowledged.add(stored.event.id);
    await Promise.all(accepted.map(({ stored }) => this.#remove(stored.event.id)));
    for (const { stored } of accepted) this.#options.report(stored.event, 'sent');
    if (accepted.length > 0 || again.length === 0) this.#failuresInARow = 0;
    let written = true;
    for (const { stored, result } of refused) {
      const refusal = result.problem ?? { title: 'refused' };
      written = (await this.#put({ ...stored, refusal })) && written;
      this.#options.report(stored.event, 'refused', refusal);
    }
    if (again.length > 0) return this.#postpone(again);
    // A refusal that cannot be noted would be sent again at once, and again.
    return written ? 0 : this.#options.retryPolicy.maxDelayMs;
  }

  async #deliver(events: CloudEvent[]): Promise<Map<string, DeliveryResult>> {
    try {
      return new Map((await this.#options.transport(events)).map((result) => [result.id, result]));
    } catch (cause) {
      const problem = { title: 'The transport failed.', detail: String(cause) };
      return new Map(events.map(({ id }) => [id, { id, status: 'retry', problem }]));
    }
  }

  async #postpone(failed: { stored: StoredEvent; result: DeliveryResult }[]): Promise<number> {
    const { now, random, report, retryPolicy } = this.#options;
    this.#failuresInARow += 1;
    const hold = Math.max(
      ...failed.map(({ result }) => holdMs(result.retryAfterMs ?? 0, retryPolicy)),
    );
    // The jitter comes on top of the hold, or all the clients would come back at its end.
    const waitMs = hold + Math.max(1, backOffMs(this.#failuresInARow, random(), retryPolicy));
    for (const { stored, result } of failed) {
      const postponed: StoredEvent = {
        event: stored.event,
        attempts: stored.attempts + 1,
        nextAttemptAt: now() + waitMs,
      };
      if (hold > 0) postponed.notBefore = now() + hold;
      await this.#put(postponed);
      report(stored.event, 'waiting', result.problem);
    }
    return waitMs;
  }

  async #put(stored: StoredEvent): Promise<boolean> {
    try {
      await this.#options.store.put(stored);
      return true;
    } catch (error) {
      this.#options.onError(error);
      return false;
    }
  }

  async #remove(id: string): Promise<void> {
    try {
      await this.#options.store.remove(id);
      this.#acknowledged.delete(id);
    } catch (error) {
      this.#options.onError(error);
    }
  }
}

function unmentioned(id: string): DeliveryResult {
  return { id, status: 'retry', problem: { title: 'The transport says nothing about the event.' } };
}
