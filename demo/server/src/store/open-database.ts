import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { migrate } from './migrations.ts';

/**
 * Opens or creates the database at `path` (or ":memory:") with the current schema. Throws an
 * error whose message says what is wrong with which file.
 */
export async function openDatabase(path: string): Promise<DatabaseSync> {
  const { DatabaseSync } = await importSqlite();
  let database: DatabaseSync | undefined;
  try {
    if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true });
    database = new DatabaseSync(path, { timeout: 5000 });
    // FULL: a commit is on the disk before it returns, also when the machine loses power.
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
    migrate(database);
    return database;
  } catch (cause) {
    database?.close();
    throw new Error(`Cannot open the database ${path}: ${(cause as Error).message}.`, { cause });
  }
}

/** Loads `node:sqlite` without the notice of older Node releases that it may still change. */
async function importSqlite(): Promise<typeof import('node:sqlite')> {
  const { emitWarning } = process;
  process.emitWarning = ((warning: string | Error, ...rest: unknown[]) => {
    if (!String(warning).startsWith('SQLite'))
      Reflect.apply(emitWarning, process, [warning, ...rest]);
  }) as typeof process.emitWarning;
  try {
    return await import('node:sqlite');
  } finally {
    process.emitWarning = emitWarning;
  }
}
