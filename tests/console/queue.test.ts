import { describe, expect, expectTypeOf, it } from 'vitest';
import { Queue } from '../../demo/console/src/model/queue.ts';
import type * as console from '../../demo/console/src/types.ts';
import { openSqliteStore } from '../../demo/server/src/store/sqlite.ts';
import type * as server from '../../demo/server/src/store/store.ts';
import { fresh } from '../server/support.ts';
import { escalation, mood } from './support.ts';

const ids = (queue: Queue) => queue.list().map(({ id }) => id);

describe('the queue of the console', () => {
  it('takes what the server sends', () => {
    expectTypeOf<server.Escalation>().toExtend<console.Escalation>();
    expectTypeOf<server.EscalationDetail>().toExtend<console.EscalationDetail>();
  });

  it('has the order of the server', async () => {
    const store = await openSqliteStore(':memory:');
    const now = Date.parse('2026-03-02T12:00:00Z');
    const events = [];
    for (const priority of ['low', 'urgent', 'normal', 'high']) {
      for (const frustration of [0, 0.9, 0.25]) {
        for (const minute of ['30', '10', '10']) {
          events.push(
            fresh('escalation.requested.v1', {
              '/time': `2026-03-02T11:${minute}:00Z`,
              '/data/decision/priority': priority,
              '/data/mood/frustration': frustration,
            }),
          );
        }
      }
    }
    await store.record(events, now);
    const { escalations } = await store.waiting();
    const queue = new Queue();
    queue.replaceAll(escalations.toReversed() as console.Escalation[]);
    expect(ids(queue)).toEqual(escalations.map(({ id }) => id));
    await store.close();
  });

  it('takes one whose mood is unknown as calm', () => {
    const queue = new Queue();
    queue.replaceAll([escalation({ id: 1, mood: null }), escalation({ id: 2, mood: mood(0.1) })]);
    expect(ids(queue)).toEqual([2, 1]);
  });

  it('tells who is new', () => {
    const queue = new Queue();
    expect(queue.apply(escalation())).toBe(true);
    expect(queue.apply(escalation({ mood: mood(0.9) }))).toBe(false);
    const added = queue.replaceAll([escalation(), escalation({ id: 2 })]);
    expect(added.map(({ id }) => id)).toEqual([2]);
  });

  it('lets go of one that was handled, known or not', () => {
    const queue = new Queue();
    queue.apply(escalation());
    expect(queue.apply(escalation({ state: 'resolved' }))).toBe(false);
    expect(queue.apply(escalation({ id: 9, state: 'resolved' }))).toBe(false);
    expect(ids(queue)).toEqual([]);
  });
});
