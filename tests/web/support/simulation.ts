import type { CloudEvent } from '../../../web/src/delivery/events.ts';
import { memoryStore } from '../../../web/src/delivery/memory-store.ts';
import { Outbox } from '../../../web/src/delivery/outbox.ts';
import type { OutboxStore, Transport } from '../../../web/src/delivery/types.ts';
import { Clock, escalation, moodChanged, Receiver, settle, started } from './delivery.ts';

/** One thing that happens to the pages of a customer. `page` is 0 or 1. */
export type Step =
  | { do: 'enqueue'; page: number; kind: number; conversation: string }
  | { do: 'proceed'; picks: number[] }
  | { do: 'fail'; how: Receiver['script']; retryAfterMs: number | undefined }
  | { do: 'wait'; ms: number }
  | { do: 'set clock'; ms: number }
  | { do: 'crash'; page: number };

interface Page {
  outbox: Outbox;
  alive: boolean;
  clock: Clock;
}

const makers = [started, moodChanged, escalation];

/**
 * Two tabs with one store and one receiver. Each operation on either halts before and after it
 * takes effect until `proceed`, so that a crash can fall between any two steps.
 */
export class Simulation {
  readonly receiver = new Receiver();
  /** Events that are in the store for certain, in that order. */
  readonly accepted: CloudEvent[] = [];
  /** Reports that an event was sent before it had taken effect, or that it was not after all. */
  readonly lies: string[] = [];
  readonly #store = memoryStore();
  readonly #halted: (() => void)[] = [];
  #lock: { holder: Page; queue: { page: Page; enter: () => void }[] } | undefined;
  #pages: Page[] = [this.#open(), this.#open()];

  async run(steps: Step[]): Promise<void> {
    for (const step of steps) {
      await this.#perform(step);
      await settle();
    }
  }

  /** Lets all faults end, and one new page deliver what there is. */
  async recover(): Promise<void> {
    for (const page of [0, 1]) this.#crash(page);
    this.receiver.script = [];
    this.receiver.retryAfterMs = undefined;
    for (let minutes = 0; minutes < 20; minutes += 1) {
      while (this.#halted.length > 0) await this.#proceed(0);
      if ((await this.#store.list()).length === 0) return;
      await Promise.all(this.#pages.map(({ clock }) => clock.advance(60_000)));
    }
  }

  async #perform(step: Step): Promise<void> {
    const page = this.#pages['page' in step ? step.page : 0];
    if (step.do === 'enqueue') {
      const event = (makers[step.kind] ?? started)(step.conversation);
      void page?.outbox.enqueue(event);
    } else if (step.do === 'proceed') {
      for (const pick of step.picks) await this.#proceed(pick);
    } else if (step.do === 'fail') {
      this.receiver.script = [...step.how];
      this.receiver.retryAfterMs = step.retryAfterMs;
    } else if (step.do === 'wait') {
      await Promise.all(this.#pages.map(({ clock }) => clock.advance(step.ms)));
    } else if (step.do === 'set clock') {
      for (const { clock } of this.#pages) clock.jump(step.ms);
    } else {
      this.#crash(step.page);
    }
  }

  /** Lets one of the operations that are under way go on. */
  async #proceed(pick: number): Promise<void> {
    const [next] = this.#halted.splice(pick % Math.max(1, this.#halted.length), 1);
    next?.();
    await new Promise((done) => setImmediate(done));
  }

  #crash(index: number): void {
    const page = this.#pages[index];
    if (!page) return;
    page.alive = false;
    page.outbox.stop();
    if (this.#lock) this.#lock.queue = this.#lock.queue.filter((waiting) => waiting.page !== page);
    if (this.#lock?.holder === page) this.#release();
    this.#pages[index] = this.#open();
  }

  #open(): Page {
    const clock = new Clock();
    const page = { alive: true, clock } as Page;
    const sent = new Set<string>();
    page.outbox = new Outbox({
      store: this.#haltingStore(page),
      transport: this.#halting(page, this.receiver.transport) as Transport,
      lock: (work) => this.#locked(page, work),
      now: clock.now,
      timers: clock.timers,
      random: () => 0.5,
      onChange: ({ event, state }) => {
        const effective = this.receiver.effects.includes(event.id);
        if (state === 'sent' ? !effective : sent.has(event.id)) this.lies.push(event.id);
        if (state === 'sent') sent.add(event.id);
      },
    });
    page.outbox.start();
    return page;
  }

  #haltingStore(page: Page): OutboxStore {
    const { put, list, remove } = this.#store;
    const noted: OutboxStore['put'] = async (stored) => {
      await put(stored);
      if (!this.accepted.some(({ id }) => id === stored.event.id)) this.accepted.push(stored.event);
    };
    return {
      put: this.#halting(page, noted),
      list: this.#halting(page, list),
      remove: this.#halting(page, remove),
    };
  }

  /** `run` as a page sees it that may be gone before or after. */
  #halting<Args extends unknown[], Result>(
    page: Page,
    run: (...args: Args) => Promise<Result>,
  ): (...args: Args) => Promise<Result> {
    const halt = (): Promise<void> =>
      new Promise((resume) => {
        this.#halted.push(() => {
          if (page.alive) resume();
        });
      });
    return async (...args) => {
      await halt();
      const outcome = await run(...args).then(
        (result) => ({ result }),
        (error: unknown) => ({ error }),
      );
      await halt();
      if ('error' in outcome) throw outcome.error;
      return outcome.result;
    };
  }

  async #locked<Result>(page: Page, work: () => Promise<Result>): Promise<Result> {
    const lock = this.#lock;
    if (lock) await new Promise<void>((enter) => lock.queue.push({ page, enter }));
    else this.#lock = { holder: page, queue: [] };
    try {
      return await work();
    } finally {
      this.#release();
    }
  }

  #release(): void {
    const next = this.#lock?.queue.shift();
    if (!this.#lock || !next) {
      this.#lock = undefined;
      return;
    }
    this.#lock.holder = next.page;
    next.enter();
  }
}
