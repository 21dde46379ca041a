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
  settle,
  started,
} from './support/delivery.ts';

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
