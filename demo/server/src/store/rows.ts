import { PRIORITIES } from '../events.ts';
import type { Escalation, EscalationDetail, EscalationState } from './store.ts';

/** A row of the table `escalations`, as the statements in `statements.ts` select it. */
export interface EscalationRow {
  id: number;
  event_id: string;
  source: string;
  conversation: string;
  state: EscalationState;
  priority: number;
  requested_at: number;
  resolved_at: number | null;
  mood: string;
  topics: string;
  request: string;
  transcript_turns: number;
  /** Only when a single row is selected: it can be long. */
  transcript?: string;
  change: string;
  revision: number;
}

export function toEscalation(row: EscalationRow): Escalation {
  return {
    id: row.id,
    event_id: row.event_id,
    source: row.source,
    conversation: row.conversation,
    state: row.state,
    priority: PRIORITIES[row.priority] ?? 'normal',
    requested_at: new Date(row.requested_at).toISOString(),
    resolved_at: row.resolved_at === null ? null : new Date(row.resolved_at).toISOString(),
    ...JSON.parse(row.request),
    mood: JSON.parse(row.mood),
    topics: JSON.parse(row.topics),
    transcript_turns: row.transcript_turns,
  };
}

export function toEscalationDetail(row: EscalationRow): EscalationDetail {
  return { ...toEscalation(row), transcript: JSON.parse(row.transcript ?? '[]') };
}
