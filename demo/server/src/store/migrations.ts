import type { DatabaseSync } from 'node:sqlite';

/** Step n takes a database from `user_version` n to n + 1. Steps are never changed or removed. */
const MIGRATIONS: readonly string[] = [
  `
  -- Every event as it came, apart from white space.
  CREATE TABLE events (
    seq         INTEGER PRIMARY KEY,
    source      TEXT NOT NULL,
    id          TEXT NOT NULL,
    type        TEXT NOT NULL,
    subject     TEXT NOT NULL,
    time        TEXT NOT NULL,
    received_at INTEGER NOT NULL, -- milliseconds since the Unix epoch, as all times here
    event       TEXT NOT NULL,    -- JSON
    UNIQUE (source, id)
  ) STRICT;
  CREATE INDEX events_by_conversation ON events (source, subject);

  -- The queue. What it is ordered by has a column; the rest of the request is JSON.
  CREATE TABLE escalations (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    event_id     TEXT NOT NULL,
    source       TEXT NOT NULL,
    conversation TEXT NOT NULL,
    state        TEXT NOT NULL CHECK (state IN ('waiting', 'resolved')),
    priority     INTEGER NOT NULL CHECK (priority BETWEEN 0 AND 3),
    frustration  REAL NOT NULL,
    requested_at INTEGER NOT NULL,
    resolved_at  INTEGER,
    mood_at      INTEGER NOT NULL,
    mood         TEXT NOT NULL,
    topics       TEXT NOT NULL,
    request      TEXT NOT NULL,
    transcript   TEXT NOT NULL,
    change       TEXT NOT NULL CHECK (change IN ('escalation', 'mood', 'resolved')),
    revision     INTEGER NOT NULL UNIQUE
  ) STRICT;
  CREATE UNIQUE INDEX one_waiting_per_conversation ON escalations (source, conversation)
    WHERE state = 'waiting';
  CREATE INDEX queue ON escalations (priority DESC, frustration DESC, requested_at, id)
    WHERE state = 'waiting';
  CREATE INDEX handled ON escalations (resolved_at) WHERE state = 'resolved';

  -- Numbers the changes of the queue. The epoch tells this database from one that replaced it.
  CREATE TABLE clock (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    epoch    TEXT NOT NULL,
    revision INTEGER NOT NULL
  ) STRICT;
  INSERT INTO clock VALUES (1, lower(hex(randomblob(4))), 0);
  `,
];

/** Brings the schema up to date. Throws when a newer release has written the database. */
export function migrate(database: DatabaseSync): void {
  const version = database.prepare('PRAGMA user_version').get()?.user_version as number;
  if (version > MIGRATIONS.length) {
    throw new Error(
      `the database has schema ${version}, this server knows up to ${MIGRATIONS.length}: ` +
        'start the newer server, or choose another file with ATTUNE_DB',
    );
  }
  for (let step = version; step < MIGRATIONS.length; step += 1) {
    database.exec(
      `BEGIN IMMEDIATE; ${MIGRATIONS[step]}; PRAGMA user_version = ${step + 1}; COMMIT`,
    );
  }
}
