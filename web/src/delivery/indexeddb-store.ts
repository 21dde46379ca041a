import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { OutboxStore, StoredEvent } from './types.ts';

interface Schema extends DBSchema {
  /** Keys count up, so that their order is the order of arrival whatever the clock says. */
  events: { key: number; value: StoredEvent; indexes: { id: string } };
}

type Database = IDBPDatabase<Schema>;

/**
 * A store that survives reloads and crashes. Nothing is created in the browser before the first
 * `put`: looking for events of an earlier visit leaves no trace.
 *
 * @param name of the database; pages of one origin that use the same name share their events.
 * @returns a store whose methods are rejected with what IndexedDB says, for example
 *   `QuotaExceededError`.
 */
export function indexedDbStore(name: string): OutboxStore {
  let connection: { opened: Promise<Database>; create: boolean } | undefined;

  const connect = (create: boolean): Promise<Database> => {
    if (connection && (connection.create || !create)) return connection.opened;
    // Someone is only looking, and fails when there is nothing yet.
    if (connection) return connection.opened.catch(() => connect(true));
    const opening = { opened: open(name, create, () => forget(opening)), create };
    opening.opened.catch(() => forget(opening));
    connection = opening;
    return opening.opened;
  };

  const forget = (closed: typeof connection): void => {
    if (connection === closed) connection = undefined;
  };

  const run = async <T>(create: boolean, use: (database: Database) => Promise<T>): Promise<T> => {
    try {
      return await use(await connect(create));
    } catch (error) {
      // Browsers drop connections, for example when the system reclaims memory: once more.
      if (!(error instanceof DOMException) || error.name !== 'InvalidStateError') throw error;
      connection = undefined;
      return use(await connect(create));
    }
  };

  return {
    put: (stored) => run(true, (database) => put(database, stored)),
    list: () => run(false, (database) => database.getAll('events')).catch(emptyWhenAbsent),
    remove: (id) =>
      run(false, (database) => remove(database, id)).catch((error) => {
        emptyWhenAbsent(error);
      }),
  };
}

async function open(name: string, create: boolean, onClose: () => void): Promise<Database> {
  const database = await openDB<Schema>(name, 1, {
    upgrade(upgraded, _from, _to, transaction) {
      // Without a database there are no events; aborting leaves none behind.
      if (!create) {
        transaction.done.catch(() => {}); // that it was aborted is no news
        return transaction.abort();
      }
      const events = upgraded.createObjectStore('events', { autoIncrement: true });
      events.createIndex('id', 'event.id', { unique: true });
    },
    // Another tab runs a newer release: let it change the database.
    blocking: () => {
      database.close();
      onClose();
    },
    terminated: onClose,
  });
  return database;
}

async function put(database: Database, stored: StoredEvent): Promise<void> {
  const transaction = database.transaction('events', 'readwrite');
  const write = async (): Promise<void> => {
    const key = await transaction.store.index('id').getKey(stored.event.id);
    await transaction.store.put(stored, key);
  };
  await Promise.all([write(), transaction.done]);
}

async function remove(database: Database, id: string): Promise<void> {
  const transaction = database.transaction('events', 'readwrite');
  const erase = async (): Promise<void> => {
    const key = await transaction.store.index('id').getKey(id);
    if (key !== undefined) await transaction.store.delete(key);
  };
  await Promise.all([erase(), transaction.done]);
}

function emptyWhenAbsent(error: unknown): [] {
  if (error instanceof DOMException && error.name === 'AbortError') return [];
  throw error;
}
