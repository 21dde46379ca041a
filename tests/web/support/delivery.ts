import { type CloudEvent, createEvent, EventType } from '../../../web/src/delivery/events.ts';
import { memoryStore } from '../../../web/src/delivery/memory-store.ts';
import { Outbox, type OutboxOptions } from '../../../web/src/delivery/outbox.ts';
import type {
  DeliveryResult,
  OutboxChange,
  StoredEvent,
  Transport,
} from '../../../web/src/delivery/types.ts';

const source = 'https://shop.example/#help';
const mood = {
  score: -0.6,
  level: 'negative',
  trend: 'falling',
  frustration: 0.8,
  peak: 0.9,
  turns: 3,
} as const;

export const started = (conversation = 'c1'): CloudEvent =>
  createEvent(
    EventType.conversationStarted,
    conversation,
    { locale: 'en-GB', page: '/help' },
    { source },
  );

export const moodChanged = (conversation = 'c1'): CloudEvent =>
  createEvent(EventType.moodChanged, conversation, { mood, topics: [] }, { source });

export const escalation = (conversation = 'c1'): CloudEvent =>
  createEvent(
    EventType.escalationRequested,
    conversation,
    {
      reason: 'asked',
      decision: null,
      mood,
      topics: [{ id: 'returns_refunds', score: 0.9 }],
      contact: { times: 3, waiting_days: null },
      flags: ['asks_for_person'],
      assessments: [],
      locale: 'en-GB',
      page: '/help',
    },
    { source },
  );

export const stored = (event: CloudEvent, more: Partial<StoredEvent> = {}): StoredEvent => ({
  event,
  attempts: 0,
  nextAttemptAt: 0,
  ...more,
});

export const accept = (events: CloudEvent[]): DeliveryResult[] =>
  events.map(({ id }) => ({ id, status: 'accepted' }));

/** A receiver that takes each event once, and can be told to fail or to keep its answers back. */
export class Receiver {
  /** Ids in the order in which they took effect. */
  readonly effects: string[] = [];
  readonly requests: string[][] = [];
  /** What is to happen with the next requests, one entry each; then all is well. */
  script: ('accept' | 'lose answer' | 'lose request' | DeliveryResult['status'])[] = [];
  retryAfterMs: number | undefined;

  readonly transport: Transport = async (events) => {
    const step = this.script.shift() ?? 'accept';
    this.requests.push(events.map(({ id }) => id));
    if (step === 'lose request') throw new TypeError('connection refused');
    if (step === 'retry' || step === 'refused') {
      const more = this.retryAfterMs === undefined ? {} : { retryAfterMs: this.retryAfterMs };
      const problem = { title: 'not now', status: step === 'retry' ? 503 : 400 };
      return events.map(({ id }) => ({ id, status: step, problem, ...more }));
    }
    for (const { id } of events) if (!this.effects.includes(id)) this.effects.push(id);
    if (step === 'lose answer') throw new TypeError('connection reset');
    return accept(events);
  };
}

/** A clock whose timers run only when it is moved. */
export class Clock {
  #now = Date.UTC(2026, 2, 2, 9);
  readonly #timers = new Map<number, { at: number; run: () => void }>();
  #count = 0;

  readonly now = (): number => this.#now;
  readonly timers = {
    setTimeout: (run: () => void, delayMs: number): number => {
      this.#count += 1;
      this.#timers.set(this.#count, { at: this.#now + delayMs, run });
      return this.#count;
    },
    clearTimeout: (timer: unknown): void => void this.#timers.delete(timer as number),
  };

  /** How many timers are set, and when the first of them is due. */
  get pending(): number {
    return this.#timers.size;
  }
  get nextInMs(): number {
    return Math.min(...Array.from(this.#timers.values(), ({ at }) => at - this.#now));
  }

  /** Moves on and runs what becomes due on the way. */
  async advance(ms: number): Promise<void> {
    const end = this.#now + ms;
    await settle();
    for (;;) {
      const due = [...this.#timers].filter(([, { at }]) => at <= end);
      due.sort(([, a], [, b]) => a.at - b.at);
      const [first] = due;
      if (!first) break;
      const [id, timer] = first;
      this.#timers.delete(id);
      this.#now = Math.max(this.#now, timer.at);
      timer.run();
      await settle();
    }
    this.#now = end;
    await settle();
  }

  /** Sets the clock without running anything, as a customer who corrects the device's time. */
  jump(ms: number): void {
    this.#now += ms;
  }
}

/** Lets everything happen that waits for nothing but its turn. */
export async function settle(): Promise<void> {
  for (let i = 0; i < 50; i += 1) await new Promise((done) => setImmediate(done));
}

/** An outbox in a test's hands. */
export function createOutbox(options: Partial<OutboxOptions> = {}) {
  const receiver = new Receiver();
  const clock = new Clock();
  const changes: OutboxChange[] = [];
  const errors: unknown[] = [];
  const store = options.store ?? memoryStore();
  const outbox = new Outbox({
    store,
    transport: receiver.transport,
    now: clock.now,
    timers: clock.timers,
    random: () => 0.5,
    onChange: (change) => changes.push(change),
    onError: (error) => errors.push(error),
    ...options,
  });
  const states = (id: string) => changes.filter((c) => c.event.id === id).map((c) => c.state);
  return { outbox, receiver, clock, changes, errors, store, states };
}
