import { Courier, type Eagerness } from './courier.ts';
import { type CloudEvent, EventType } from './events.ts';
import { defaultQueueLimits, mostExpendable, type QueueLimits } from './queue-policy.ts';
import { defaultRetryPolicy, type RetryPolicy } from './retry-policy.ts';
import type { SenderLock } from './sender-lock.ts';
import type {
  OutboxChange,
  OutboxState,
  OutboxStore,
  Problem,
  StoredEvent,
  Transport,
} from './types.ts';
import type { WakeSignals } from './wake-signals.ts';

export interface OutboxOptions {
  store: OutboxStore;
  transport: Transport;
  /** Told about each change of an event's state, also for events of other pages and visits. */
  onChange: (change: OutboxChange) => void;
  /** Told what keeps the outbox from working, such as a failing store; default: the console. */
  onError?: (error: unknown) => void;
  /** Keeps other pages with the same store from sending meanwhile; default: none. */
  lock?: SenderLock;
  /** When to try at once between `start` and `stop`; default: never. */
  wakeSignals?: WakeSignals;
  retryPolicy?: RetryPolicy;
  limits?: QueueLimits;
  /** Milliseconds since the Unix epoch; default `Date.now`. */
  now?: () => number;
  /** 0 <= random() < 1; default `Math.random`. */
  random?: () => number;
  /** Default: the global functions. */
  timers?: Timers;
}

export interface Timers {
  setTimeout(run: () => void, delayMs: number): unknown;
  clearTimeout(timer: unknown): void;
}

const globalTimers: Timers = {
  setTimeout: (run, delayMs) => setTimeout(run, delayMs),
  clearTimeout: (timer) => clearTimeout(timer as number),
};

/**
 * Delivers events at least once, in order, across reloads, crashes and tabs.
 *
 * An event is stored before anything else, and removed only after the receiver has acknowledged
 * its id. The receiver de-duplicates on `source` + `id`, so that each event takes effect once.
 */
export class Outbox {
  readonly #store: OutboxStore;
  readonly #courier: Courier;
  readonly #onChange: (change: OutboxChange) => void;
  readonly #onError: (error: unknown) => void;
  readonly #lock: SenderLock;
  readonly #wakeSignals: WakeSignals;
  readonly #timers: Timers;
  readonly #retryPolicy: RetryPolicy;
  readonly #limits: QueueLimits;

  readonly #states = new Map<string, OutboxState>();
  /** The events that are queued or waiting, as far as this page knows. */
  readonly #open = new Map<string, CloudEvent>();
  /** How many events the store held when it was last read, and what came since. */
  #stored = 0;
  #dropped = 0;
  #wanted: Eagerness | undefined;
  #running: Promise<void> | undefined;
  #timer: unknown;
  #stopSignals: (() => void) | undefined;

  constructor(options: OutboxOptions) {
    this.#store = options.store;
    this.#onChange = options.onChange;
    this.#onError = options.onError ?? ((error) => console.error('attune: outbox:', error));
    this.#lock = options.lock ?? ((work) => work());
    this.#wakeSignals = options.wakeSignals ?? (() => () => {});
    this.#timers = options.timers ?? globalTimers;
    this.#retryPolicy = options.retryPolicy ?? defaultRetryPolicy;
    this.#limits = options.limits ?? defaultQueueLimits;
    this.#courier = new Courier({
      store: {
        put: (stored) => this.#store.put(stored),
        list: () => this.#list(),
        remove: (id) => this.#store.remove(id),
      },
      transport: options.transport,
      retryPolicy: this.#retryPolicy,
      limits: this.#limits,
      now: options.now ?? Date.now,
      random: options.random ?? Math.random,
      report: (event, state, problem) => this.#report(event, state, problem),
      onError: this.#onError,
    });
  }

  /** How many events had to give way because the store was full. */
  get dropped(): number {
    return this.#dropped;
  }

  /** The last known state of an event; `undefined` for one that this page has not seen. */
  state(id: string): OutboxState | undefined {
    return this.#states.get(id);
  }

  /** Begins to deliver, first what an earlier visit left behind; also again after `stop`. */
  start(): void {
    if (this.#stopSignals) return;
    this.#stopSignals = this.#wakeSignals(() => this.#run('now'));
    this.#run('now');
  }

  /** Ends deliveries once the tries under way are over. What is not delivered stays stored. */
  stop(): void {
    this.#stopSignals?.();
    this.#stopSignals = undefined;
    this.#timers.clearTimeout(this.#timer);
  }

  /**
   * Stores an event and, when started, sends it. An escalation is tried at once even if earlier
   * tries failed; other events wait for their turn. Should the store be full, an event that matters
   * less gives way and is reported as refused, without being kept. Storing an event again does nothing, unless it
   * was refused: then it gets another chance.
   *
   * @returns when it is stored; rejected with the store's error when it could not be.
   */
  async enqueue(event: CloudEvent): Promise<void> {
    if (this.#states.has(event.id) && this.#states.get(event.id) !== 'refused') return;
    this.#states.delete(event.id);
    await this.#store.put({ event, attempts: 0, nextAttemptAt: 0 });
    this.#stored += 1;
    // A pass may have found and sent it by now.
    if (!this.#states.has(event.id)) this.#report(event, 'queued');
    if (this.#stored > this.#limits.storedEvents) await this.#makeRoom().catch(this.#onError);
    if (this.#stopSignals) {
      this.#run(event.type === EventType.escalationRequested ? 'now' : 'due');
    }
  }

  /**
   * Tries everything now, except while a receiver's `Retry-After` lasts.
   *
   * @returns when the tries are over, successful or not; rejected with the store's error when the
   *   events could not be read.
   */
  flush(): Promise<void> {
    this.#wanted = 'now';
    // A pass under way may have read the queue too early, so another follows it.
    this.#running ??= this.#passes();
    return this.#running;
  }

  /** The events that the receiver refused for good, oldest first. */
  async refused(): Promise<StoredEvent[]> {
    return (await this.#store.list()).filter(({ refusal }) => refusal);
  }

  /** Gives up an event, for example a refused one that the host page has dealt with. */
  async discard(id: string): Promise<void> {
    await this.#store.remove(id);
    this.#states.delete(id);
    this.#open.delete(id);
  }

  #run(eagerness: Eagerness): void {
    if (this.#wanted !== 'now') this.#wanted = eagerness;
    if (this.#running) return;
    this.#running = this.#passes();
    this.#running.catch(this.#onError);
  }

  async #passes(): Promise<void> {
    // Should a pass fail, the store is to blame; it gets as much time as a receiver at its worst.
    let waitMs: number | undefined = this.#retryPolicy.maxDelayMs;
    try {
      while (this.#wanted) {
        const eagerness = this.#wanted;
        this.#wanted = undefined;
        waitMs = await this.#lock(() => this.#courier.pass(eagerness));
      }
    } finally {
      this.#running = undefined;
      this.#timers.clearTimeout(this.#timer);
      if (this.#stopSignals && waitMs !== undefined) {
        this.#timer = this.#timers.setTimeout(() => this.#run('due'), waitMs);
      }
    }
  }

  /** Reads the queue, and learns on the way what other pages have done. */
  async #list(): Promise<StoredEvent[]> {
    const before = [...this.#open.values()];
    const listed = await this.#store.list();
    this.#stored = listed.length;
    const present = new Map(listed.map((stored) => [stored.event.id, stored]));
    for (const event of before.filter(({ id }) => this.#open.has(id))) {
      const stored = present.get(event.id);
      if (!stored) this.#report(event, 'sent');
      else if (stored.refusal) this.#report(event, 'refused', stored.refusal);
    }
    return listed;
  }

  async #makeRoom(): Promise<void> {
    let listed = await this.#store.list();
    while (listed.length > this.#limits.storedEvents) {
      const victim = mostExpendable(listed);
      if (!victim) break;
      listed = listed.filter((stored) => stored !== victim);
      this.#dropped += 1;
      const title = `The outbox is full (${this.#limits.storedEvents} events): this one gave way.`;
      this.#report(victim.event, 'refused', { title });
      await this.#store.remove(victim.event.id);
    }
    this.#stored = listed.length;
  }

  #report(event: CloudEvent, state: OutboxState, problem?: Problem): void {
    if (this.#states.get(event.id) === state) return;
    this.#states.set(event.id, state);
    if (state === 'queued' || state === 'waiting') this.#open.set(event.id, event);
    else this.#open.delete(event.id);
    try {
      this.#onChange(problem ? { event, state, problem } : { event, state });
    } catch (error) {
      this.#onError(error); // a listener's fault must not stop a delivery
    }
  }
}
