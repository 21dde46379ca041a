import { describe, expect, it } from 'vitest';
import type { CloudEvent } from '../../web/src/delivery/events.ts';
import { memoryStore } from '../../web/src/delivery/memory-store.ts';
import type { OutboxStore, Transport } from '../../web/src/delivery/types.ts';
import {
  accept,
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

  it('does not take back that an event was sent when the store is slow to confirm it', async () => {
    const memory = memoryStore();
    let confirm = (): void => {};
    const put: OutboxStore['put'] = async (stored) => {
      await memory.put(stored);
      await new Promise<void>((resolve) => {
        confirm = resolve;
      });
    };
    const { outbox, states } = createOutbox({ store: { ...memory, put } });
    const event = escalation();
    const enqueued = outbox.enqueue(event);
    await outbox.flush();
    confirm();
    await enqueued;
    expect(states(event.id)).toEqual(['sent']);
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
