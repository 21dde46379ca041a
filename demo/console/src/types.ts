/** What the receiving server sends: an entry of the queue, see `GET /v1/escalations`. */
export interface Escalation {
  id: number;
  state: 'waiting' | 'resolved';
  priority: Priority;
  /** RFC 3339. */
  requested_at: string;
  resolved_at: string | null;
  conversation: string;
  source: string;
  /** How it came: the offer was accepted, the customer asked, or the policy connected them. */
  reason: 'accepted' | 'asked' | 'connected';
  decision: { action: string; priority: Priority; reasons: string[]; explanation: string } | null;
  mood: Mood | null;
  topics: Topic[];
  contact: { times: number | null; waiting_days: number | null };
  flags: string[];
  assessments: Reading[];
  locale: string;
  page: string;
  transcript_turns: number;
}

export interface EscalationDetail extends Escalation {
  transcript: TranscriptTurn[];
}

export type Priority = 'low' | 'normal' | 'high' | 'urgent';

export interface Mood {
  score: number;
  level: string;
  trend: string;
  /** 0..1, now and at its highest. */
  frustration: number;
  peak: number;
  turns: number;
}

export interface Topic {
  id: string;
  score: number;
}

/** One customer message as it was read. */
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
