import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { withMemoryFallback } from '../../web/src/delivery/fallback-store.ts';
import { indexedDbStore } from '../../web/src/delivery/indexeddb-store.ts';
import { memoryStore } from '../../web/src/delivery/memory-store.ts';
import type { OutboxStore } from '../../web/src/delivery/types.ts';
import { createOutbox, escalation, moodChanged, started, stored } from './support/delivery.ts';

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const failingStore = (cause: Error): OutboxStore => ({
  put: () => Promise.reject(cause),
  list: () => Promise.reject(cause),
  remove: () => Promise.reject(cause),
});

describe.each([
  ['memory', memoryStore],
  ['IndexedDB', () => indexedDbStore('outbox')],
  [
    'memory in place of IndexedDB',
    () => withMemoryFallback(failingStore(new Error('no')), () => {}),
  ],
])('the store in %s', (_, create) => {
  it('lists in the order in which events were first stored', async () => {
    const store = create();
    const events = [started(), escalation(), moodChanged()].map((event) => stored(event));
    for (const event of events) await store.put(event);
    const [first, second, third] = events;
    if (!first || !second || !third) throw new Error('three events were made');
    const replaced = { ...first, attempts: 3, nextAttemptAt: 5, refusal: { title: 'no' } };
    await store.put(replaced);
    expect(await store.list()).toEqual([replaced, second, third]);
    await store.remove(second.event.id);
    expect(await store.list()).toEqual([replaced, third]);
  });

  it('is empty at first and does not mind removing what is not there', async () => {
    const store = create();
    expect(await store.list()).toEqual([]);
    await store.remove('nothing');
    await store.put(stored(started()));
    await store.remove('nothing');
    expect(await store.list()).toHaveLength(1);
  });

  it('copes with calls at the same time', async () => {
    const store = create();
    const events = Array.from({ length: 50 }, () => stored(moodChanged()));
    await Promise.all([store.list(), ...events.map((event) => store.put(event)), store.list()]);
    expect(await store.list()).toEqual(events);
    await Promise.all(events.map(({ event }) => store.remove(event.id)));
    expect(await store.list()).toEqual([]);
  });
});

describe('the store in IndexedDB', () => {
  it('keeps events for the next visit', async () => {
    const event = stored(escalation());
    await indexedDbStore('outbox').put(event);
    expect(await indexedDbStore('outbox').list()).toEqual([event]);
    expect(await indexedDbStore('another').list()).toEqual([]);
  });

  it('creates nothing before the first event', async () => {
    const store = indexedDbStore('outbox');
    expect(await store.list()).toEqual([]);
    await store.remove('nothing');
    expect(await indexedDB.databases()).toEqual([]);
    await store.put(stored(started()));
    expect(await indexedDB.databases()).toEqual([{ name: 'outbox', version: 1 }]);
  });

  it('makes way for a newer release in another tab, which it then cannot read', async () => {
    const store = indexedDbStore('outbox');
    await store.put(stored(started()));
    const newer = await openDB('outbox', 2);
    await expect(store.list()).rejects.toMatchObject({ name: 'VersionError' });
    newer.close();
  });

  it('connects again after the browser has dropped the connection', async () => {
    const databases: IDBDatabase[] = [];
    const open = indexedDB.open.bind(indexedDB);
    vi.spyOn(indexedDB, 'open').mockImplementation((...args) => {
      const request = open(...args);
      request.addEventListener('success', () => databases.push(request.result));
      return request;
    });
    const store = indexedDbStore('outbox');
    await store.put(stored(started()));
    for (const database of databases) database.close();
    await store.put(stored(escalation()));
    expect(await store.list()).toHaveLength(2);
    expect(databases).toHaveLength(2);
  });

  it('passes on what IndexedDB says', async () => {
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    });
    const store = indexedDbStore('outbox');
    await expect(store.put(stored(started()))).rejects.toMatchObject({ name: 'SecurityError' });
    await expect(store.list()).rejects.toMatchObject({ name: 'SecurityError' });
  });
});

describe('falling back to memory', () => {
  it('delivers without IndexedDB, and says so once', async () => {
    vi.stubGlobal('indexedDB', undefined);
    const onFallback = vi.fn();
    const store = withMemoryFallback(indexedDbStore('outbox'), onFallback);
    const { outbox, receiver, states, errors } = createOutbox({ store });
    const events = [started(), escalation()];
    for (const event of events) await outbox.enqueue(event);
    await outbox.flush();
    expect(receiver.effects).toEqual(events.map(({ id }) => id));
    expect(states(events[1]?.id ?? '')).toEqual(['queued', 'sent']);
    expect(onFallback).toHaveBeenCalledOnce();
    expect(errors).toEqual([]);
  });

  it('keeps in memory what the disk has no room for, and the rest on it', async () => {
    const disk = memoryStore();
    let full = false;
    const durable: OutboxStore = {
      ...disk,
      put: async (event) =>
        full ? Promise.reject(new DOMException('full', 'QuotaExceededError')) : disk.put(event),
    };
    const store = withMemoryFallback(durable, () => {});
    const [first, second] = [stored(started()), stored(escalation())];
    await store.put(first);
    full = true;
    await store.put(second);
    await store.put({ ...first, attempts: 1 });
    expect(await store.list()).toEqual([{ ...first, attempts: 1 }, second]);
    expect(await disk.list()).toEqual([first]);
    full = false;
    await store.put(second);
    expect(await disk.list()).toEqual([first, second]);
  });

  it('does not take a disk that fails for one from which all was delivered', async () => {
    const disk = memoryStore();
    await disk.put(stored(escalation()));
    let failing = false;
    const list = () => (failing ? Promise.reject(new Error('disk')) : disk.list());
    const store = withMemoryFallback({ ...disk, list }, () => {});
    const { outbox, receiver, changes } = createOutbox({ store });
    receiver.script = ['retry'];
    await outbox.flush();
    failing = true;
    await outbox.flush();
    expect(changes.map(({ state }) => state)).toEqual(['waiting', 'sent']);
    expect(receiver.requests).toHaveLength(2);
  });

  it('forgets what another tab has removed', async () => {
    const disk = memoryStore();
    const store = withMemoryFallback(disk, () => {});
    const event = stored(started());
    await store.put(event);
    await disk.remove(event.event.id);
    expect(await store.list()).toEqual([]);
  });
});
