import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { AttuneEvent, EscalationRequested, MoodChanged } from '../events.ts';
import { openDatabase } from './open-database.ts';
import type { Position } from './position.ts';
import { priorityOf, requestedAt } from './queue.ts';
import { type EscalationRow, toEscalation, toEscalationDetail } from './rows.ts';
import { prepareStatements } from './statements.ts';
import type { Change, ChangeKind, Escalation, EscalationDetail, Recorded, Store } from './store.ts';

/** Further back, the whole queue is less to send than all that changed. */
const MAX_CHANGES = 1000;

/** A store in a SQLite file; see `migrations.ts` for its tables. */
export async function openSqliteStore(path: string): Promise<Store> {
  return new SqliteStore(await openDatabase(path));
}

class SqliteStore implements Store {
  private readonly database: DatabaseSync;
  private readonly sql: ReturnType<typeof prepareStatements>;
  private readonly epoch: string;

  constructor(database: DatabaseSync) {
    this.database = database;
    this.sql = prepareStatements(database);
    this.epoch = String(this.sql.clock.get()?.epoch);
  }

  async record(events: readonly AttuneEvent[], receivedAtMs: number): Promise<Recorded> {
    return this.transaction(() => {
      const recorded: Recorded = { accepted: [], duplicates: [], changes: [] };
      for (const event of events) {
        if (this.insertEvent(event, receivedAtMs)) {
          recorded.accepted.push(event.id);
          const change = this.apply(event, receivedAtMs);
          if (change) recorded.changes.push(change);
        } else {
          recorded.duplicates.push(event.id);
        }
      }
      return recorded;
    });
  }

  async waiting(): Promise<{ position: Position; escalations: Escalation[] }> {
    return {
      position: this.positionOf(this.revision()),
      escalations: rows(this.sql.waiting).map(toEscalation),
    };
  }

  async resolved(limit: number): Promise<Escalation[]> {
    return rows(this.sql.resolved, limit).map(toEscalation);
  }

  async find(id: number): Promise<EscalationDetail | undefined> {
    const [row] = rows(this.sql.byId, id);
    return row && toEscalationDetail(row);
  }

  async resolve(id: number, atMs: number): ReturnType<Store['resolve']> {
    return this.transaction(() => {
      const [row] = rows(this.sql.byId, id);
      if (row === undefined) return undefined;
      if (row.state === 'resolved') return { escalation: toEscalation(row) };
      this.sql.resolve.run(atMs, this.nextRevision(), id);
      const change = this.changeOf(id);
      return { escalation: change.escalation, change };
    });
  }

  async changesSince({ epoch, revision }: Position): Promise<Change[] | undefined> {
    if (epoch !== this.epoch || revision > this.revision()) return undefined;
    const changed = rows(this.sql.changedSince, revision, MAX_CHANGES + 1);
    return changed.length > MAX_CHANGES ? undefined : changed.map((row) => this.toChange(row));
  }

  async close(): Promise<void> {
    this.database.close();
  }

  /** False when source and id are known. */
  private insertEvent(event: AttuneEvent, receivedAtMs: number): boolean {
    const { source, id, type, subject, time } = event;
    const json = JSON.stringify(event);
    return (
      this.sql.insertEvent.run(source, id, type, subject, time, receivedAtMs, json).changes === 1
    );
  }

  private apply(event: AttuneEvent, receivedAtMs: number): Change | undefined {
    if (event.type === 'attune.escalation.requested.v1') return this.enqueue(event, receivedAtMs);
    if (event.type === 'attune.mood.changed.v1') return this.updateMood(event, receivedAtMs);
    return undefined;
  }

  /** A request in a conversation that waits already takes the place of the earlier one. */
  private enqueue({ id, source, subject, time, data }: EscalationRequested, now: number): Change {
    const { mood, topics, transcript = [], ...request } = data;
    const at = requestedAt(time, now);
    const row = this.sql.enqueue.get({
      event_id: id,
      source,
      conversation: subject,
      priority: priorityOf(data),
      frustration: mood?.frustration ?? 0,
      requested_at: at,
      mood: JSON.stringify(mood),
      topics: JSON.stringify(topics),
      request: JSON.stringify(request),
      transcript: JSON.stringify(transcript),
      revision: this.nextRevision(),
    });
    return this.changeOf(Number(row?.id));
  }

  /** Events may arrive out of order: a mood older than the one shown changes nothing. */
  private updateMood(
    { source, subject, time, data }: MoodChanged,
    now: number,
  ): Change | undefined {
    const row = this.sql.updateMood.get({
      source,
      conversation: subject,
      frustration: data.mood.frustration,
      mood_at: requestedAt(time, now),
      mood: JSON.stringify(data.mood),
      topics: JSON.stringify(data.topics),
      revision: this.revision() + 1,
    });
    if (row === undefined) return undefined;
    this.nextRevision();
    return this.changeOf(Number(row.id));
  }

  private changeOf(id: number): Change {
    const [row] = rows(this.sql.byId, id);
    if (row === undefined) throw new Error(`no escalation ${id}`);
    return this.toChange(row);
  }

  private toChange(row: EscalationRow): Change {
    return {
      kind: row.change as ChangeKind,
      position: this.positionOf(row.revision),
      escalation: toEscalation(row),
    };
  }

  private positionOf(revision: number): Position {
    return { epoch: this.epoch, revision };
  }

  private revision(): number {
    return Number(this.sql.clock.get()?.revision);
  }

  private nextRevision(): number {
    return Number(this.sql.tick.get()?.revision);
  }

  private transaction<T>(work: () => T): T {
    this.sql.begin.run();
    try {
      const result = work();
      this.sql.commit.run();
      return result;
    } catch (error) {
      // After some failures, a full disk for one, SQLite has rolled back by itself.
      if (this.database.isTransaction) this.sql.rollback.run();
      throw error;
    }
  }
}

function rows(statement: StatementSync, ...parameters: number[]): EscalationRow[] {
  return statement.all(...parameters) as unknown as EscalationRow[];
}
