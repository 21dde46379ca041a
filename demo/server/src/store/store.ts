import type { AttuneEvent, EscalationData, Priority, TranscriptTurn } from '../events.ts';
import type { Position } from './position.ts';

export type EscalationState = 'waiting' | 'resolved';

/** An entry of the queue: the customer's request, with the mood as last heard of. */
export interface Escalation extends Omit<EscalationData, 'transcript'> {
  id: number;
  /** CloudEvents `id`, `source` and `subject` of the request. */
  event_id: string;
  source: string;
  conversation: string;
  state: EscalationState;
  priority: Priority;
  /** RFC 3339. */
  requested_at: string;
  resolved_at: string | null;
  /** How many turns of the conversation were shared; `find` gives them. */
  transcript_turns: number;
}

export interface EscalationDetail extends Escalation {
  transcript: TranscriptTurn[];
}

/** What happened to an escalation last. */
export type ChangeKind = 'escalation' | 'mood' | 'resolved';

export interface Change {
  kind: ChangeKind;
  position: Position;
  escalation: Escalation;
}

export interface Recorded {
  /** Ids of the events, in the order of the batch. */
  accepted: string[];
  duplicates: string[];
  changes: Change[];
}

/**
 * Keeps events and the queue that follows from them. A resolved promise of a writing method
 * means that the change outlives a crash of the process or the machine.
 */
export interface Store {
  /** All or nothing. An event whose source and id are known has no effect. */
  record(events: readonly AttuneEvent[], receivedAtMs: number): Promise<Recorded>;

  /** The queue in its order, with the position that it stands for. */
  waiting(): Promise<{ position: Position; escalations: Escalation[] }>;

  /** The latest `limit` that were handled, newest first. */
  resolved(limit: number): Promise<Escalation[]>;

  find(id: number): Promise<EscalationDetail | undefined>;

  /** Takes one off the queue; no change when it is off already, undefined when unknown. */
  resolve(
    id: number,
    atMs: number,
  ): Promise<{ escalation: Escalation; change?: Change } | undefined>;

  /**
   * Every escalation that changed after `position`, once, as it is now. Undefined when
   * `position` is not of this store or too far back: take `waiting()` instead.
   */
  changesSince(position: Position): Promise<Change[] | undefined>;

  close(): Promise<void>;
}
