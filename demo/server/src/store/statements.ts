import type { DatabaseSync } from 'node:sqlite';

const COLUMNS = `id, event_id, source, conversation, state, priority, requested_at, resolved_at,
  mood, topics, request, json_array_length(transcript) AS transcript_turns, change, revision`;

/** Every statement of the store, prepared once. */
export function prepareStatements(database: DatabaseSync) {
  const prepare = (sql: string) => database.prepare(sql);
  return {
    begin: prepare('BEGIN IMMEDIATE'),
    commit: prepare('COMMIT'),
    rollback: prepare('ROLLBACK'),

    clock: prepare('SELECT epoch, revision FROM clock'),
    tick: prepare('UPDATE clock SET revision = revision + 1 RETURNING revision'),

    insertEvent: prepare(
      `INSERT INTO events (source, id, type, subject, time, received_at, event)
       VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (source, id) DO NOTHING`,
    ),

    // A second request of a conversation keeps the place in time and never lowers the priority.
    enqueue: prepare(
      `INSERT INTO escalations (event_id, source, conversation, state, priority, frustration,
         requested_at, mood_at, mood, topics, request, transcript, change, revision)
       VALUES (:event_id, :source, :conversation, 'waiting', :priority, :frustration,
         :requested_at, :requested_at, :mood, :topics, :request, :transcript, 'escalation', :revision)
       ON CONFLICT (source, conversation) WHERE state = 'waiting' DO UPDATE SET
         event_id = :event_id, priority = max(priority, :priority), frustration = :frustration,
         mood_at = :requested_at, mood = :mood, topics = :topics, request = :request,
         transcript = :transcript, change = 'escalation', revision = :revision
       RETURNING id`,
    ),
    updateMood: prepare(
      `UPDATE escalations SET frustration = :frustration, mood_at = :mood_at, mood = :mood,
         topics = :topics, change = 'mood', revision = :revision
       WHERE source = :source AND conversation = :conversation AND state = 'waiting'
         AND mood_at <= :mood_at
       RETURNING id`,
    ),
    resolve: prepare(
      `UPDATE escalations SET state = 'resolved', resolved_at = ?, change = 'resolved', revision = ?
       WHERE id = ?`,
    ),

    waiting: prepare(
      `SELECT ${COLUMNS} FROM escalations WHERE state = 'waiting'
       ORDER BY priority DESC, frustration DESC, requested_at, id`,
    ),
    resolved: prepare(
      `SELECT ${COLUMNS} FROM escalations WHERE state = 'resolved'
       ORDER BY resolved_at DESC, id DESC LIMIT ?`,
    ),
    changedSince: prepare(
      `SELECT ${COLUMNS} FROM escalations WHERE revision > ? ORDER BY revision LIMIT ?`,
    ),
    byId: prepare(`SELECT ${COLUMNS}, transcript FROM escalations WHERE id = ?`),
  };
}
