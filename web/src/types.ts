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
  /** The span itself, with U+FFFD for a lone surrogate. */
  text: string;
  /** Signed contribution to the logit of `frustration`; 0 when it only raises a flag or topic. */
  weight: number;
}

/** What one customer message says. Scores are 0..1 unless noted. */
export interface Assessment {
  /** BCP-47, `und` when unknown. */
  language: { tag: string; confidence: number };
  /** `score` is -1..1: how the customer comes across; 0 is matter-of-fact. */
  sentiment: { score: number; level: SentimentLevel };
  /** Each on its own: the probability that a reader would name this emotion. */
  emotions: Record<EmotionName, number>;
  /** The probability that a support lead would call the customer upset with the service. */
  frustration: number;
  /** How soon it needs to be settled, by the customer's own words. */
  urgency: number;
  /** `low` for an unknown language or hardly any words. */
  confidence: Confidence;
  /** At most 3, best first; empty when it is about nothing in particular. */
  topics: { id: string; score: number }[];
  /** Sorted. */
  flags: Flag[];
  /** How often they reached out and how long they waited; `null` when they did not say. */
  contact: { times: number | null; waiting_days: number | null };
  /** Every part of the message that moved `frustration`, a flag or a topic. */
  cues: Cue[];
}

/** State of a conversation after a customer turn; recent turns weigh more. */
export interface Mood {
  /** -1..1. */
  score: number;
  level: SentimentLevel;
  /** Of the score: `falling` is getting worse. */
  trend: 'rising' | 'steady' | 'falling';
  /** 0..1, running. */
  frustration: number;
  /** 0..1, the highest frustration of any turn. */
  peak: number;
  /** Customer turns so far. */
  turns: number;
}

/** Signs that a conversation goes round in circles, as numbers of turns. */
export interface Loops {
  /** The customer said nearly the same as before. */
  customer_repeats: number;
  /** The bot said nearly the same as before. */
  bot_repeats: number;
  /** The bot had no answer, running. */
  unanswered: number;
}

/**
 * `continue`: the bot goes on. `offer_person`: the customer is offered a person, and the bot goes
 * on. `connect_person`: a person is called in at once.
 */
export type DecisionAction = 'continue' | 'offer_person' | 'connect_person';
export type Priority = 'low' | 'normal' | 'high' | 'urgent';
/** Why a person should take over. */
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
  | 'uncertain_and_negative'
  | 'bot_repeats'
  | 'company_rule';

/**
 * What a person who takes over should know first. `text` and `words` quote the customer: like a
 * message, they may leave the page only with the customer's agreement.
 */
export interface TeamNote {
  /** All of this in one line. */
  text: string;
  /** 0..1, running. */
  frustration: number;
  /** Of the frustration: `rising` is getting worse. */
  trend: 'rising' | 'steady' | 'falling';
  /** The most that the customer has told. */
  contact: Assessment['contact'];
  /** The largest sum that the customer has named, in the currency written. */
  amount: number | null;
  /** The most orders, invoices and the like that were named in one message. */
  references: number;
  /** Ids of the company's rules that match this turn. */
  rules: string[];
  /** The customer's strongest, at most 3, strongest first. */
  words: string[];
}

/** Whether people are there. */
export interface Availability {
  open: boolean;
  /** RFC 3339; `null` while open, and when nobody comes back for a year. */
  answer_by: string | null;
}

/** What to do next, and why. */
export interface Decision {
  action: DecisionAction;
  priority: Priority;
  /** Strongest first; empty only when the action is `continue`. */
  reasons: Reason[];
  /** A sentence for the customer, in their language; empty when the action is `continue`. */
  explanation: string;
  /** Only with reasons. */
  team?: TeamNote;
  /** Only when the company has told its opening hours. */
  availability?: Availability;
}

/** How the next reply should sound. */
export interface Tone {
  /** `calm_direct` for an upset customer, `warm` for a happy one. */
  register: 'calm_direct' | 'plain' | 'warm';
  /** Say first what was heard. */
  acknowledge: boolean;
  apologise: boolean;
  /** Whether emoji are in place. */
  emoji: boolean;
  /** Whether exclamation marks are in place. */
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

/** What the bot may say: plain text, and buttons. */
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

/**
 * Which reason leads to which action, and the thresholds behind the reasons. What is missing has
 * the default that `web/schema/policy.schema.json` names.
 */
export interface PolicyConfig extends ChangeablePolicy {
  /** Turns without an answer. */
  unanswered_turns?: number;
  /** Times that the customer says nearly the same again. */
  customer_repeats?: number;
  /** Topics in one message that make a matter complex. */
  several_topics?: number;
  /** Words in one message that make a matter complex. */
  long_account_words?: number;
  /** Times that the bot says nearly the same again. */
  bot_repeats?: number;
  /** Separate requests in one message that make a matter complex. */
  several_requests?: number;
  /** Orders, invoices and the like in one message that make a matter complex. */
  many_references?: number;
  /** Others who take part in the matter that make it complex. */
  several_parties?: number;
  /** A sum, in the currency written, that makes a matter complex when it is disputed. */
  high_amount?: number;
  /** When people are there; without it somebody always is. */
  hours?: OpeningHours;
  /** The company's own, at most 64. */
  rules?: PolicyRule[];
}

/** When the company's people are there, by their own clock. */
export interface OpeningHours {
  /** IANA name; any other than `UTC` needs `offsets`. */
  zone?: string;
  /** Of the zone from UTC, in the order of time: see `timeZoneOffsets`. */
  offsets?: TimeZoneOffset[];
  /** `open` and `close` as `HH:MM` of the same day; a night is two entries. */
  weekly: { days: Weekday[]; open: string; close: string }[];
  /** Dates such as `2026-12-25` on which nobody is there. */
  closed?: string[];
  /** After the next opening. */
  answer_within_minutes?: number;
}

export type Weekday = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun';

/** From `from` on (RFC 3339; the first entry has none) a zone is `minutes` ahead of UTC. */
export interface TimeZoneOffset {
  from?: string;
  minutes: number;
}

/** The part of a policy that a rule may change, too. */
export interface ChangeablePolicy {
  /** 0..1 each. */
  frustration?: { middling?: number; high?: number; very_high?: number };
  /** Customer turns without an offer after one was declined. */
  cooldown_turns?: number;
  /** `false` turns `connect_person` into `offer_person`. */
  auto_connect?: boolean;
  reasons?: Partial<
    Record<Exclude<Reason, 'company_rule'>, { action: DecisionAction; priority: Priority }>
  >;
}

/** A rule of the company's own, for the turns that it matches. */
export interface PolicyRule {
  id: string;
  when: PolicyCondition;
  /** Calls for a person: the reason `company_rule`. */
  takeover?: { action: Exclude<DecisionAction, 'continue'>; priority: Priority };
  /** Other thresholds. */
  policy?: ChangeablePolicy;
  /** Why, for the customer, by language: a clause without capital and full stop. */
  explanation?: Record<string, string>;
}

/** All of it must hold, and any element of a list. At least one member is given. */
export interface PolicyCondition {
  topics?: string[];
  /** BCP-47: `de` takes in `de-AT`. */
  languages?: string[];
  /** Each has one of the values. */
  attributes?: Record<string, Attributes[string][]>;
  /** Found in this turn, also those that lead to `continue`. */
  reasons?: Exclude<Reason, 'company_rule'>[];
  /** Ids of other rules: all of these match. */
  rules?: string[];
  /** A sum in the message, in the currency written. */
  amount_at_least?: number;
  /** Frustration of the message. */
  frustration_at_least?: number;
  /** Within the opening hours, which the policy must tell. */
  open?: boolean;
}

/** What the page knows about the customer, for the company's rules; at most 64. */
export type Attributes = Record<string, string | number | boolean>;

/** Attributes that are added or replaced, or with `null` removed. */
export type AttributeChanges = Record<string, string | number | boolean | null>;

/** One answer of the company to one topic. */
export interface PlaybookSolution {
  id: string;
  title: string;
  /** For a calm customer. */
  text: string;
  /** For an upset one: shorter, the direct action; default: `text`. */
  upset_text?: string;
  /** Any of them in a message prefers this solution. */
  phrases?: string[];
  actions?: ReplyAction[];
}

/** The company's answers; see `web/schema/playbook.schema.json`. */
export interface Playbook {
  company?: string;
  /** Name of the bot. */
  assistant?: string;
  greeting?: string;
  /** Said when nothing fits. */
  fallback?: string;
  /** Answers by topic, of the core's or of the company's own. */
  topics?: { topic: string; label?: string; solutions: PlaybookSolution[] }[];
  /** Topics of the company's own. */
  company_topics?: { id: string; phrases: string[]; examples?: string[] }[];
}

/** What a company can set for a conversation; every part has a default. */
export interface ConversationConfig {
  /** BCP-47: the language of replies when the customer's own has no texts. */
  locale?: string;
  policy?: PolicyConfig;
  playbook?: Playbook;
  lexicon?: LexiconWord[];
  /** What the page knows about the customer at the beginning. */
  attributes?: Attributes;
}

/** A word or phrase of the company's own, or another reading of a general one. */
export interface LexiconWord {
  /** Whole words in this order, in any capitalisation; at most 12. */
  phrase: string;
  /** -4..4: how it sounds; default 0. */
  valence?: number;
  /** -3..3, logits of `frustration`: how far it shows being upset with the service; default 0. */
  upset?: number;
  /** 0..1 each: how likely a reader names the emotion. */
  emotions?: Partial<Record<Exclude<EmotionName, 'neutral'>, number>>;
  /** What the phrase raises. */
  flag?: Flag;
}

/**
 * What happened beside the messages. `offer_declined`: the customer keeps chatting. `escalated`: a
 * person has been asked for. `resolved`: the matter is closed, and may be escalated anew.
 * `handoff_failed`: nobody could be reached, and a person is only offered from then on.
 * `handed_back`: the team gives the conversation back to the bot.
 */
export type ConversationEventName =
  | 'offer_declined'
  | 'escalated'
  | 'resolved'
  | 'handoff_failed'
  | 'handed_back';

/**
 * The core in this thread. Calls are synchronous.
 *
 * Every call throws `AttuneError` `disposed` after `dispose()`, `out_of_memory` when a text does not
 * fit, and `core_failed` when the core stopped: then load another. A `TypeError` means that
 * something else than a string was passed for text.
 */
export interface Core {
  /** Version of the core, for example "0.1.0". */
  readonly version: string;
  /**
   * Assesses one message.
   *
   * @param text any length; a lone surrogate counts as U+FFFD.
   */
  assess(text: string): Assessment;
  /**
   * Begins a conversation.
   *
   * @throws AttuneError `invalid_config` with the `pointer` of the value that is wrong and what was
   *   `expected`.
   */
  conversation(config?: ConversationConfig): Conversation;
  /** Frees the core and its conversations. A dropped core goes by itself, only later. */
  dispose(): void;
}

/**
 * One conversation. `at` is in milliseconds since the Unix epoch and never goes backwards, or the
 * call throws `AttuneError` `invalid_turn` and changes nothing. The same turns at the same times
 * give the same results.
 */
export interface Conversation {
  /** Records what the customer said. */
  customerTurn(text: string, at: number): TurnResult;
  /** Records what the bot showed. `unanswered`: it had no answer; default `false`. */
  botTurn(text: string, at: number, options?: { unanswered?: boolean }): void;
  /** Records what the customer or the team did. An unknown name is an `invalid_turn`. */
  event(name: ConversationEventName, at: number): void;
  /** Records what the page has learnt about the customer. */
  setAttributes(attributes: AttributeChanges, at: number): void;
  /**
   * Writes down all that the conversation remembers, so that it can go on after a reload.
   *
   * @returns JSON text for `restore`, some kilobytes however long the conversation was. It holds no
   *   text of the customer, only hashes of their words; what the bot said last and the attributes
   *   are in it. Who guesses a word can find it in the hashes, so keep it where you would keep the
   *   conversation.
   */
  save(): string;
  /**
   * Goes on where `save` left off, here or in another conversation with the same configuration:
   * the turns that follow give what they would have given there, only that `decision.team` quotes
   * no words from before.
   *
   * @param saved what `save` returned; anything else is refused.
   * @throws AttuneError `invalid_state` with the `pointer` of what does not fit, and changes
   *   nothing: the text is damaged, or was saved by another version of the core or with other
   *   topics, solutions or company rules. Playing the turns again gets the conversation back.
   */
  restore(saved: string): void;
  /** Frees the conversation. A dropped one is freed by itself, only later. */
  dispose(): void;
}

/**
 * `Core` in a worker: each call answers with a promise, rejected with what `Core` throws, or with
 * `worker_failed` when the worker died.
 */
export interface AsyncCore {
  readonly version: string;
  assess(text: string): Promise<Assessment>;
  conversation(config?: ConversationConfig): Promise<AsyncConversation>;
  /** Ends the worker; calls under way are rejected with `disposed`. */
  dispose(): void;
}

/** `Conversation` in a worker. */
export interface AsyncConversation {
  customerTurn(text: string, at: number): Promise<TurnResult>;
  botTurn(text: string, at: number, options?: { unanswered?: boolean }): Promise<void>;
  event(name: ConversationEventName, at: number): Promise<void>;
  setAttributes(attributes: AttributeChanges, at: number): Promise<void>;
  save(): Promise<string>;
  restore(saved: string): Promise<void>;
  dispose(): void;
}
