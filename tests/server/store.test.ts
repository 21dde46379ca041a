import { describe, expect, it } from 'vitest';
import type { AttuneEvent } from '../../demo/server/src/events.ts';
import { openDatabase } from '../../demo/server/src/store/open-database.ts';
import { formatPosition, parsePosition } from '../../demo/server/src/store/position.ts';
import { openSqliteStore } from '../../demo/server/src/store/sqlite.ts';
import { fresh } from './support.ts';

describe('the database', () => {
  it('syncs each commit to the disk', async () => {
    const database = await openDatabase(':memory:');
    expect(database.prepare('PRAGMA synchronous').get()).toEqual({ synchronous: 2 });
    database.close();
  });

  it('keeps nothing of a batch when one event cannot be written', async () => {
    const store = await openSqliteStore(':memory:');
    const good = fresh('escalation.requested.v1');
    const bad = { ...fresh('mood.changed.v1'), subject: null } as unknown as AttuneEvent;
    await expect(store.record([good, bad], 0)).rejects.toThrow('NOT NULL');
    expect((await store.waiting()).escalations).toEqual([]);
    expect((await store.record([good], 0)).accepted).toEqual([good.id]);
    await store.close();
  });

  it('tells what changed after a position, or that it cannot', async () => {
    const store = await openSqliteStore(':memory:');
    const { position } = await store.waiting();
    await store.record([fresh('escalation.requested.v1'), fresh('escalation.requested.v1')], 0);
    const changes = await store.changesSince(position);
    expect(changes?.map(({ kind, escalation }) => [kind, escalation.id])).toEqual([
      ['escalation', 1],
      ['escalation', 2],
    ]);
    expect(await store.changesSince({ ...position, epoch: 'other' })).toBeUndefined();
    expect(await store.changesSince({ ...position, revision: 3 })).toBeUndefined();
    await store.close();
  });

  it('asks to begin anew when too much has changed', async () => {
    const store = await openSqliteStore(':memory:');
    const { position } = await store.waiting();
    const many = Array.from({ length: 1001 }, () => fresh('escalation.requested.v1'));
    await store.record(many.slice(1), 0);
    expect(await store.changesSince(position)).toHaveLength(1000);
    await store.record(many.slice(0, 1), 0);
    expect(await store.changesSince(position)).toBeUndefined();
    await store.close();
  });
});

describe('a position', () => {
  it('survives the way through a header', () => {
    const position = { epoch: 'fed2e0e6', revision: 12 };
    expect(parsePosition(formatPosition(position))).toEqual(position);
  });

  it.each([undefined, '', '-', 'fed2e0e6', 'fed2e0e6-', 'fed2e0e6--1', 'xyz-1', 'ab-1e3'])(
    'is not read from %j',
    (text) => {
      expect(parsePosition(text)).toBeUndefined();
    },
  );
});
