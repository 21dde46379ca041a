/**
 * The events as TypeScript sees them once `validation.ts` has let them in. The binding
 * definitions are the JSON Schemas in `web/schema`.
 */

export type Priority = 'low' | 'normal' | 'high' | 'urgent';

/** From the least to the most pressing; the store keeps the position in this list. */
export const PRIORITIES: readonly Priority[] = ['low', 'normal', 'high', 'urgent'];

export interface Mood {
  /** -1..1 */
  score: number;
  level: string;
  trend: 'rising' | 'steady' | 'falling';
  /** 0..1, now and at its highest. */
  frustration: number;
  peak: number;
  turns: number;
}

export interface Topic {
  id: string;
  score: number;
}

export interface Decision {
  action: 'continue' | 'offer_person' | 'connect_person';
  priority: Priority;
  reasons: string[];
  explanation: string;
}

export interface Reading {
  frustration: number;
  sentiment: { score: number; level: string };
  flags: string[];
  topics: Topic[];
  urgency: number;
}

export interface TranscriptTurn {
  from: 'customer' | 'bot';
  text: string;
  at: string;
}

export interface EscalationData {
  reason: 'accepted' | 'asked' | 'connected';
  decision: Decision | null;
  mood: Mood | null;
  topics: Topic[];
  contact: { times: number | null; waiting_days: number | null };
  flags: string[];
  assessments: Reading[];
  locale: string;
  page: string;
  transcript?: TranscriptTurn[];
}

interface Envelope<Type extends string, Data> {
  specversion: '1.0';
  id: string;
  source: string;
  type: Type;
  subject: string;
  time: string;
  data: Data;
}

export type EscalationRequested = Envelope<'attune.escalation.requested.v1', EscalationData>;
export type MoodChanged = Envelope<'attune.mood.changed.v1', { mood: Mood; topics: Topic[] }>;

/** The server acts on two types and keeps the others as they are. */
export type AttuneEvent =
  | EscalationRequested
  | MoodChanged
  | Envelope<'attune.conversation.started.v1', object>
  | Envelope<'attune.offer.declined.v1', object>
  | Envelope<'attune.conversation.ended.v1', object>
  | Envelope<'attune.feedback.given.v1', object>;
