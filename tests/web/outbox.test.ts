import { describe, expect, it, vi } from 'vitest';
import type { CloudEvent } from '../../web/src/delivery/events.ts';
import { memoryStore } from '../../web/src/delivery/memory-store.ts';
import type { OutboxStore, Transport } from '../../web/src/delivery/types.ts';
import {
  accept,
  Clock,
  createOutbox,
  escalation,
  moodChanged,
  Receiver,
  settle,
  started,
} from './support/delivery.ts';

describe('delivery', () => {
  it('stores before it sends, and removes after the receiver has acknowledged', async () => {
    const seen: string[] = [];
    const noting = <Args extends unknown[], R>(what: string, run: (...args: Args) => R) => {
      return (...args: Args): R => {
        seen.push(what);
        return run(...args);
      };
    };
    const { put, list, remove } = memoryStore();
    const store = { put: noting('put', put), list, remove: noting('remove', remove) };
    const transport = noting('send', async (events: CloudEvent[]) => accept(events));
    const { outbox, states } = createOutbox({ store, transport });
    outbox.start();
    const event = started();
    await outbox.enqueue(event);
    await settle();
    expect(seen).toEqual(['put', 'send', 'remove']);
    expect(states(event.id)).toEqual(['queued', 'sent']);
    expect(outbox.state(event.id)).toBe('sent');
    expect(await store.list()).toEqual([]);
  });

  it('sends nothing before start and nothing after stop', async () => {
    const { outbox, receiver, clock, store } = createOutbox();
    await outbox.enqueue(started());
    await settle();
    expect(receiver.requests).toEqual([]);
    receiver.script = ['retry'];
    outbox.start();
    await settle();
    expect(receiver.requests).toHaveLength(1);
    outbox.stop();
    await clock.advance(3_600_000);
    await outbox.enqueue(started());
    await settle();
    expect(receiver.requests).toHaveLength(1);
    expect(clock.pending).toBe(0);
    expect(await store.list()).toHaveLength(2);
  });

  it('sends in the order of enqueuing, across batches', async () => {
    const { outbox, receiver } = createOutbox();
    const events = Array.from({ length: 120 }, (_, i) => moodChanged(`c${i % 3}`));
    for (const event of events) await outbox.enqueue(event);
    await outbox.flush();
    expect(receiver.effects).toEqual(events.map(({ id }) => id));
    expect(receiver.requests.map((request) => request.length)).toEqual([50, 50, 20]);
  });

  it('sends what was enqueued while another request was under way', async () => {
    const release: (() => void)[] = [];
    const sent: string[] = [];
    const transport: Transport = async (events) => {
      await new Promise<void>((resolve) => release.push(resolve));
      sent.push(...events.map(({ id }) => id));
      return accept(events);
    };
    const { outbox } = createOutbox({ transport });
    outbox.start();
    const [first, second] = [started(), escalation()];
    await outbox.enqueue(first);
    await settle();
    await outbox.enqueue(second);
    release.shift()?.();
    await settle();
    release.shift()?.();
    await settle();
    expect(sent).toEqual([first.id, second.id]);
  });

  it('stores and sends an event once, however often it is enqueued', async () => {
    const { outbox, receiver } = createOutbox();
    const event = started();
    await outbox.enqueue(event);
    await outbox.enqueue(event);
    await outbox.flush();
    await outbox.enqueue(event);
    await outbox.flush();
    expect(receiver.requests).toEqual([[event.id]]);
  });

  it('sets no timer while there is nothing to wait for', async () => {
    const { outbox, clock } = createOutbox();
    outbox.start();
    await outbox.enqueue(started());
    await settle();
    expect(clock.pending).toBe(0);
  });
});

describe('crashes', () => {
  it('delivers once after a crash between send and acknowledgement', async () => {
    const store = memoryStore();
    const receiver = new Receiver();
    const event = escalation();

    const answerNeverComes: Transport = async (events) => {
      await receiver.transport(events);
      return new Promise(() => {});
    };
    const before = createOutbox({ store, transport: answerNeverComes });
    before.outbox.start();
    await before.outbox.enqueue(event);
    await settle();
    expect(receiver.effects).toEqual([event.id]);
    expect(before.outbox.state(event.id)).toBe('queued');

    const after = createOutbox({ store, transport: receiver.transport });
    after.outbox.start();
    await settle();
    expect(receiver.requests).toEqual([[event.id], [event.id]]);
    expect(receiver.effects).toEqual([event.id]);
    expect(after.states(event.id)).toEqual(['sent']);
    expect(await store.list()).toEqual([]);
  });

  it('delivers after a crash between storing and sending', async () => {
    const store = memoryStore();
    const event = escalation();
    await createOutbox({ store }).outbox.enqueue(event);
    const after = createOutbox({ store });
    after.outbox.start();
    await settle();
    expect(after.receiver.effects).toEqual([event.id]);
  });

  it('does not send again what a failing store could not remove', async () => {
    const memory = memoryStore();
    let failing = true;
    const store: OutboxStore = {
      ...memory,
      remove: async (id) => (failing ? Promise.reject(new Error('disk')) : memory.remove(id)),
    };
    const { outbox, receiver, errors, states } = createOutbox({ store });
    const event = escalation();
    await outbox.enqueue(event);
    await outbox.flush();
    await outbox.flush();
    expect(receiver.requests).toHaveLength(1);
    expect(states(event.id)).toEqual(['queued', 'sent']);
    expect(errors.length).toBeGreaterThan(0);
    failing = false;
    await outbox.flush();
    expect(await store.list()).toEqual([]);
  });
});

describe('failures', () => {
  it('waits and tries again until it succeeds', async () => {
    const { outbox, receiver, clock, states, changes } = createOutbox();
    receiver.script = ['lose request', 'retry', 'lose answer', 'retry'];
    outbox.start();
    const event = escalation();
    await outbox.enqueue(event);
    await settle();
    expect(changes.at(-1)).toMatchObject({ state: 'waiting', problem: { title: /./ } });
    const waits: number[] = [];
    while (clock.pending > 0) {
      waits.push(clock.nextInMs);
      await clock.advance(clock.nextInMs);
    }
    expect(waits).toEqual([500, 1_000, 2_000, 4_000]); // half of 1, 2, 4 and 8 seconds
    expect(states(event.id)).toEqual(['queued', 'waiting', 'sent']);
    expect(receiver.effects).toEqual([event.id]);
  });

  it('takes an event that the transport does not mention for undelivered', async () => {
    const transport = vi.fn<Transport>(async () => []);
    const { outbox, store, states } = createOutbox({ transport });
    const event = started();
    await outbox.enqueue(event);
    await outbox.flush();
    expect(states(event.id)).toEqual(['queued', 'waiting']);
    expect(await store.list()).toMatchObject([{ attempts: 1 }]);
  });

  it('tries an escalation at once, other events when their turn comes', async () => {
    const { outbox, receiver } = createOutbox();
    receiver.script = ['retry', 'retry'];
    outbox.start();
    await outbox.enqueue(started());
    await settle();
    await outbox.enqueue(moodChanged());
    await settle();
    expect(receiver.requests).toHaveLength(1);
    await outbox.enqueue(escalation());
    await settle();
    expect(receiver.requests).toHaveLength(2);
  });

  it('stays away as long as the receiver asks, even for an escalation and a flush', async () => {
    const { outbox, receiver, clock } = createOutbox();
    receiver.script = ['retry'];
    receiver.retryAfterMs = 30_000;
    outbox.start();
    const events = [started(), escalation()];
    for (const event of events) {
      await outbox.enqueue(event);
      await settle();
    }
    await outbox.flush();
    await clock.advance(29_999);
    await outbox.flush();
    expect(receiver.requests).toHaveLength(1);
    await clock.advance(1_000);
    expect(receiver.effects).toEqual(events.map(({ id }) => id));
  });

  it('keeps to Retry-After over a reload', async () => {
    const store = memoryStore();
    const clock = new Clock();
    const before = createOutbox({ store, now: clock.now, timers: clock.timers });
    before.receiver.script = ['retry'];
    before.receiver.retryAfterMs = 30_000;
    await before.outbox.enqueue(escalation());
    await before.outbox.flush();
    const after = createOutbox({ store, now: clock.now, timers: clock.timers });
    after.outbox.start();
    await settle();
    await clock.advance(29_000);
    expect(after.receiver.requests).toEqual([]);
    await clock.advance(2_000);
    expect(after.receiver.requests).toHaveLength(1);
  });

  it('is not held for years by a clock that was set back', async () => {
    const { outbox, receiver, clock } = createOutbox();
    receiver.script = ['retry'];
    receiver.retryAfterMs = 30_000;
    outbox.start();
    const event = escalation();
    await outbox.enqueue(event);
    await settle();
    clock.jump(-365 * 86_400_000);
    await outbox.flush();
    expect(receiver.effects).toEqual([event.id]);
  });

  it('tries at once when the page signals that it makes sense', async () => {
    let wake = (): void => {};
    const stopped = vi.fn();
    const { outbox, receiver } = createOutbox({
      wakeSignals: (listener) => {
        wake = listener;
        return stopped;
      },
    });
    receiver.script = ['retry'];
    outbox.start();
    await outbox.enqueue(started());
    await settle();
    expect(receiver.effects).toHaveLength(0);
    wake();
    await settle();
    expect(receiver.effects).toHaveLength(1);
    outbox.stop();
    expect(stopped).toHaveBeenCalledOnce();
  });

  describe('with a receiver that stumbles over one event', () => {
    const start = (poison: CloudEvent) => {
      const delivered: string[] = [];
      const transport: Transport = async (events) => {
        if (events.some(({ id }) => id === poison.id)) throw new Error('500');
        delivered.push(...events.map(({ id }) => id));
        return accept(events);
      };
      const { outbox, clock } = createOutbox({ transport });
      outbox.start();
      return { outbox, clock, delivered };
    };

    it('delivers the other conversations', async () => {
      const poison = moodChanged('c1');
      const { outbox, clock, delivered } = start(poison);
      const [before, after] = [escalation('c2'), escalation('c3')];
      await outbox.enqueue(poison);
      await outbox.enqueue(before);
      await clock.advance(600_000);
      expect(delivered).toEqual([before.id]);
      await outbox.enqueue(after);
      await settle();
      expect(delivered).toEqual([before.id, after.id]);
    });

    it('in the end delivers an escalation of the same conversation', async () => {
      const poison = moodChanged();
      const { outbox, clock, delivered } = start(poison);
      const request = escalation();
      await outbox.enqueue(poison);
      await outbox.enqueue(request);
      await clock.advance(1_200_000);
      expect(delivered).toEqual([request.id]);
    });
  });

  it('keeps the order of a conversation over a long outage', async () => {
    const { outbox, receiver, clock } = createOutbox();
    receiver.script = Array.from({ length: 200 }, () => 'lose request');
    outbox.start();
    const events = [started(), moodChanged(), moodChanged(), escalation(), moodChanged()];
    for (const event of events) {
      await outbox.enqueue(event);
      await clock.advance(600_000);
    }
    expect(receiver.effects).toEqual([]);
    receiver.script = [];
    await clock.advance(60_000);
    expect(receiver.effects).toEqual(events.map(({ id }) => id));
  });

  it('is not stopped by a listener that throws', async () => {
    const { outbox, receiver, errors } = createOutbox({
      onChange: () => {
        throw new Error('in the page');
      },
    });
    await outbox.enqueue(escalation());
    await outbox.flush();
    expect(receiver.effects).toHaveLength(1);
    expect(errors).toContainEqual(new Error('in the page'));
  });

  it('reports a store that cannot be read, and tries again', async () => {
    const memory = memoryStore();
    let failing = true;
    const list = async () => (failing ? Promise.reject(new Error('disk')) : memory.list());
    const { outbox, receiver, clock, errors } = createOutbox({ store: { ...memory, list } });
    outbox.start();
    await outbox.enqueue(escalation());
    await settle();
    expect(errors).toContainEqual(new Error('disk'));
    await expect(outbox.flush()).rejects.toThrow('disk');
    failing = false;
    await clock.advance(60_000);
    expect(receiver.effects).toHaveLength(1);
  });

  it('rejects enqueue when the event cannot be stored', async () => {
    const put = async () => Promise.reject(new Error('quota'));
    const { outbox, changes } = createOutbox({ store: { ...memoryStore(), put } });
    await expect(outbox.enqueue(escalation())).rejects.toThrow('quota');
    expect(changes).toEqual([]);
  });
});

describe('refusals', () => {
  it('keeps a refused event, says why, and does not try it again', async () => {
    const { outbox, receiver, clock, changes } = createOutbox();
    receiver.script = ['refused'];
    outbox.start();
    const [bad, good] = [escalation(), escalation()];
    await outbox.enqueue(bad);
    await settle();
    expect(changes.at(-1)).toMatchObject({
      event: bad,
      state: 'refused',
      problem: { title: 'not now', status: 400 },
    });
    await outbox.enqueue(good);
    await clock.advance(3_600_000);
    expect(receiver.requests).toEqual([[bad.id], [good.id]]);
    expect(await outbox.refused()).toMatchObject([{ event: bad, refusal: { status: 400 } }]);
    await outbox.discard(bad.id);
    expect(await outbox.refused()).toEqual([]);
    expect(outbox.state(bad.id)).toBeUndefined();
  });

  it('gives a refused event another chance when it is enqueued again', async () => {
    const { outbox, receiver, states } = createOutbox();
    receiver.script = ['refused'];
    const event = escalation();
    await outbox.enqueue(event);
    await outbox.flush();
    await outbox.enqueue(event);
    await outbox.flush();
    expect(states(event.id)).toEqual(['queued', 'refused', 'queued', 'sent']);
  });

  it('does not hammer the receiver when a refusal cannot be noted', async () => {
    const memory = memoryStore();
    let puts = 0;
    const put: OutboxStore['put'] = async (stored) => {
      puts += 1;
      if (puts > 1) throw new Error('quota');
      return memory.put(stored);
    };
    const { outbox, receiver } = createOutbox({ store: { ...memory, put } });
    receiver.script = Array.from({ length: 100 }, () => 'refused');
    await outbox.enqueue(started());
    await outbox.flush();
    expect(receiver.requests).toHaveLength(1);
  });
});

describe('several pages with one store', () => {
  it('reports what another page has delivered or had refused', async () => {
    const store = memoryStore();
    const [mine, other] = [createOutbox({ store }), createOutbox({ store })];
    const [delivered, refused] = [escalation(), escalation()];
    await mine.outbox.enqueue(delivered);
    await other.outbox.flush();
    await mine.outbox.enqueue(refused);
    other.receiver.script = ['refused'];
    await other.outbox.flush();
    await mine.outbox.flush();
    expect(mine.receiver.requests).toEqual([]);
    expect(mine.states(delivered.id)).toEqual(['queued', 'sent']);
    expect(mine.states(refused.id)).toEqual(['queued', 'refused']);
  });

  it('sends each event from one page only while they share a lock', async () => {
    const store = memoryStore();
    let tail: Promise<unknown> = Promise.resolve();
    const lock = <T>(work: () => Promise<T>): Promise<T> => {
      const mine = tail.then(work);
      tail = mine.catch(() => {});
      return mine;
    };
    const receiver = new Receiver();
    const transport: Transport = async (events) => {
      await settle();
      return receiver.transport(events);
    };
    const pages = [0, 1, 2].map(() => createOutbox({ store, lock, transport }));
    for (const { outbox } of pages) outbox.start();
    const events = Array.from({ length: 30 }, () => moodChanged());
    await Promise.all(events.map((event, i) => pages[i % 3]?.outbox.enqueue(event)));
    await Promise.all(pages.map(({ outbox }) => outbox.flush()));
    expect(receiver.requests.flat().sort()).toEqual(events.map(({ id }) => id).sort());
    for (const [i, event] of events.entries()) {
      expect(pages[i % 3]?.outbox.state(event.id)).toBe('sent');
    }
  });
});

describe('a full store', () => {
  const limits = { batchEvents: 50, batchBytes: 60_000, storedEvents: 4 };

  it('gives up changes of mood first, and counts them', async () => {
    const { outbox, store, states } = createOutbox({ limits });
    const events = [moodChanged(), started(), moodChanged(), escalation(), escalation()];
    for (const event of events) await outbox.enqueue(event);
    const kept = (await store.list()).map(({ event }) => event);
    expect(kept).toEqual(events.slice(1));
    expect(outbox.dropped).toBe(1);
    expect(states(events[0]?.id ?? '')).toEqual(['queued', 'refused']);
  });

  it('always keeps the newest escalation', async () => {
    const { outbox, store } = createOutbox({ limits });
    const events = Array.from({ length: 6 }, () => escalation());
    for (const event of events) await outbox.enqueue(event);
    expect((await store.list()).map(({ event }) => event)).toEqual(events.slice(2));
  });
});
