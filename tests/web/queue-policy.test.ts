import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  defaultQueueLimits,
  mostExpendable,
  nextBatch,
  overtaking,
  type QueueLimits,
} from '../../web/src/delivery/queue-policy.ts';
import { escalation, moodChanged, started, stored } from './support/delivery.ts';

const makers = [started, moodChanged, escalation];
const pendingEvents = fc
  .array(
    fc.record({
      kind: fc.integer({ min: 0, max: 2 }),
      conversation: fc.constantFrom('c1', 'c2', 'c3'),
      attempts: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 20 })),
    }),
    { maxLength: 80 },
  )
  .map((entries) =>
    entries.map(({ kind, conversation, attempts }) =>
      stored((makers[kind] ?? started)(conversation), { attempts }),
    ),
  );
const queueLimits: fc.Arbitrary<QueueLimits> = fc.record({
  batchEvents: fc.integer({ min: 1, max: 60 }),
  batchBytes: fc.integer({ min: 1, max: 60_000 }),
  storedEvents: fc.constant(1_000),
});

it('always makes progress, and only with what is pending', () => {
  fc.assert(
    fc.property(pendingEvents, queueLimits, (pending, limits) => {
      const batch = nextBatch(pending, limits);
      expect(batch.length > 0).toBe(pending.length > 0);
      expect(batch.length).toBeLessThanOrEqual(limits.batchEvents);
      expect(pending).toEqual(expect.arrayContaining(batch));
    }),
  );
});

it('never sends an event before an earlier one of its conversation', () => {
  fc.assert(
    fc.property(pendingEvents, queueLimits, (pending, limits) => {
      const batch = nextBatch(pending, limits);
      for (const subject of ['c1', 'c2', 'c3']) {
        const ofIt = (list: typeof pending) =>
          list.filter(({ event }) => event.subject === subject);
        const sent = ofIt(batch);
        expect(sent).toEqual(ofIt(pending).slice(0, sent.length));
      }
    }),
  );
});

it('keeps a request within its limit, save for a single larger event', () => {
  fc.assert(
    fc.property(pendingEvents, queueLimits, (pending, limits) => {
      const batch = nextBatch(pending, limits);
      const bytes = Buffer.byteLength(JSON.stringify(batch.map(({ event }) => event)));
      expect(batch.length <= 1 || bytes <= limits.batchBytes).toBe(true);
    }),
  );
});

it('halves a batch for each failure of its first event, and sends the stubborn alone', () => {
  const sizes = [0, 1, 2, 3, 4, 5, 6, 50].map((attempts) => {
    const others = Array.from({ length: 99 }, () => stored(moodChanged()));
    return nextBatch([stored(started(), { attempts }), ...others], defaultQueueLimits).length;
  });
  expect(sizes).toEqual([50, 25, 12, 6, 3, 1, 1, 1]);
});

it('takes a conversation that fails on and on last', () => {
  const stubborn = stored(started('c1'), { attempts: 9 });
  const behindIt = stored(escalation('c1'));
  const lessTried = stored(started('c2'), { attempts: 7 });
  const fresh = stored(started('c3'));
  expect(nextBatch([stubborn, behindIt, lessTried, fresh], defaultQueueLimits)).toEqual([fresh]);
  expect(nextBatch([stubborn, behindIt, lessTried], defaultQueueLimits)).toEqual([lessTried]);
  expect(nextBatch([stubborn, behindIt], defaultQueueLimits)).toEqual([stubborn]);
});

it('lets only an escalation overtake, and only what is stuck in its own conversation', () => {
  const stuck = stored(moodChanged('c1'), { attempts: 12 });
  const mine = stored(escalation('c1'));
  const pending = [stuck, stored(moodChanged('c1')), stored(escalation('c2')), mine];
  expect(overtaking([stuck], pending)).toBe(mine);
  expect(overtaking([{ ...stuck, attempts: 11 }], pending)).toBeUndefined();
  expect(overtaking([stuck], pending.slice(0, 3))).toBeUndefined();
  expect(overtaking([stuck, mine], pending)).toBeUndefined();
  expect(overtaking([], pending)).toBeUndefined();
  const alone = stored(escalation('c1'), { attempts: 12 });
  expect(overtaking([alone], [alone])).toBeUndefined();
});

it('gives up the oldest change of mood, then other signals, escalations last', () => {
  const queue = [escalation(), started(), moodChanged(), escalation(), moodChanged()].map((event) =>
    stored(event),
  );
  const order: number[] = [];
  let left = queue;
  while (left.length > 0) {
    const victim = mostExpendable(left);
    if (victim) order.push(queue.indexOf(victim));
    left = left.filter((one) => one !== victim);
  }
  expect(order).toEqual([2, 4, 1, 0, 3]);
  expect(mostExpendable([])).toBeUndefined();
});
