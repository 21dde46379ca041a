/**
 * The core's results as TypeScript sees them. The binding definitions are the JSON Schemas in
 * `web/schema`; a test holds the two together.
 */

export type SentimentLevel =
  | 'very_negative'
  | 'negative'
  | 'neutral'
  | 'positive'
  | 'very_positive';

export type EmotionName =
  | 'anger'
  | 'frustration'
  | 'disappointment'
  | 'worry'
  | 'sadness'
  | 'confusion'
  | 'gratitude'
  | 'joy'
  | 'neutral';

export type Flag =
  | 'abusive'
  | 'asks_for_person'
  | 'fraud_risk'
  | 'legal_threat'
  | 'public_complaint'
  | 'repeat_contact'
  | 'safety_risk'
  | 'threat_to_leave'
  | 'vulnerable';

export type CueKind =
  | 'capitals'
  | 'exclamation'
  | 'question_run'
  | 'elongation'
  | 'emoji'
  | 'profanity'
  | 'wording'
  | 'negation'
  | 'intensifier'
  | 'contrast'
  | 'repeat_contact'
  | 'waiting'
  | 'asks_for_person'
  | 'threat_to_leave'
  | 'legal_threat'
  | 'public_complaint'
  | 'abuse'
  | 'safety'
  | 'courtesy'
  | 'sarcasm'
  | 'deadline'
  | 'topic';

export type Confidence = 'high' | 'medium' | 'low';

/** A span of the message and what it did: `text.slice(start, end)` is the span. */
export interface Cue {
  kind: CueKind;
  /** UTF-16 code units, half-open. */
  start: number;
  end: number;
  text: string;
  /** Signed contribution to the logit of `frustration`. */
  weight: number;
}

/** What one customer message says. Scores are 0..1 unless noted. */
export interface Assessment {
  language: { tag: string; confidence: number };
  /** `score` is -1..1. */
  sentiment: { score: number; level: SentimentLevel };
  emotions: Record<EmotionName, number>;
  frustration: number;
  urgency: number;
  confidence: Confidence;
  topics: { id: string; score: number }[];
  flags: Flag[];
  contact: { times: number | null; waiting_days: number | null };
  cues: Cue[];
}

export interface Mood {
  score: number;
  level: SentimentLevel;
  trend: 'rising' | 'steady' | 'falling';
  frustration: number;
  peak: number;
  turns: number;
}

export interface Loops {
  customer_repeats: number;
  bot_repeats: number;
  unanswered: number;
}

export type DecisionAction = 'continue' | 'offer_person' | 'connect_person';
export type Priority = 'low' | 'normal' | 'high' | 'urgent';
export type Reason =
  | 'asks_for_person'
  | 'safety_risk'
  | 'fraud_risk'
  | 'legal_threat'
  | 'vulnerable'
  | 'repeated_abuse'
  | 'very_high_frustration'
  | 'high_frustration'
  | 'rising_frustration'
  | 'repeat_contact'
  | 'threat_to_leave'
  | 'public_complaint'
  | 'unanswered'
  | 'customer_repeats'
  | 'complex_matter'
  | 'uncertain_and_negative';

export interface Decision {
  action: DecisionAction;
  priority: Priority;
  reasons: Reason[];
  /** A sentence for the customer, in their language; empty when the action is `continue`. */
  explanation: string;
}

export interface Tone {
  register: 'calm_direct' | 'plain' | 'warm';
  acknowledge: boolean;
  apologise: boolean;
  emoji: boolean;
  exclamations: boolean;
  brevity: 'short' | 'normal';
}

/** A link (`href`), a quick reply (`message`), or with neither what `id` says. */
export interface ReplyAction {
  id: string;
  label: string;
  href?: string;
  message?: string;
}

export interface Reply {
  text: string;
  actions: ReplyAction[];
}

/** What the core says after a customer turn. */
export interface TurnResult {
  assessment: Assessment;
  mood: Mood;
  loops: Loops;
  decision: Decision;
  tone: Tone;
  reply: Reply;
}

/** Which reason leads to which action; see `web/schema/policy.schema.json`. */
export interface PolicyConfig {
  frustration?: { middling?: number; high?: number; very_high?: number };
  unanswered_turns?: number;
  customer_repeats?: number;
  several_topics?: number;
  long_account_words?: number;
  cooldown_turns?: number;
  auto_connect?: boolean;
  reasons?: Partial<Record<Reason, { action: DecisionAction; priority: Priority }>>;
}

export interface PlaybookSolution {
  id: string;
  title: string;
  text: string;
  upset_text?: string;
  phrases?: string[];
  actions?: ReplyAction[];
}

/** The company's answers; see `web/schema/playbook.schema.json`. */
export interface Playbook {
  company?: string;
  assistant?: string;
  greeting?: string;
  fallback?: string;
  topics?: { topic: string; label?: string; solutions: PlaybookSolution[] }[];
  company_topics?: { id: string; phrases: string[]; examples?: string[] }[];
}

export interface ConversationConfig {
  locale?: string;
  policy?: PolicyConfig;
  playbook?: Playbook;
}

export type ConversationEventName = 'offer_declined' | 'escalated' | 'resolved';

/** The core in this thread. Calls are synchronous and take microseconds. */
export interface Core {
  /** Version of the core, for example "0.1.0". */
  readonly version: string;
  /** Throws `AttuneError('disposed')` after `dispose()`. */
  assess(text: string): Assessment;
  /** Throws `AttuneError('invalid_config')` with `pointer` and `expected` for a bad `config`. */
  conversation(config?: ConversationConfig): Conversation;
  dispose(): void;
}

/** One conversation. `at` is milliseconds since the Unix epoch and never goes backwards. */
export interface Conversation {
  customerTurn(text: string, at: number): TurnResult;
  botTurn(text: string, at: number, options?: { unanswered?: boolean }): void;
  event(name: ConversationEventName, at: number): void;
  dispose(): void;
}

/** The same API from a worker: each call answers with a promise. */
export interface AsyncCore {
  readonly version: string;
  assess(text: string): Promise<Assessment>;
  conversation(config?: ConversationConfig): Promise<AsyncConversation>;
  dispose(): void;
}

export interface AsyncConversation {
  customerTurn(text: string, at: number): Promise<TurnResult>;
  botTurn(text: string, at: number, options?: { unanswered?: boolean }): Promise<void>;
  event(name: ConversationEventName, at: number): Promise<void>;
  dispose(): void;
}
