import type { Assessment, Decision, Flag, Mood, SentimentLevel, TeamNote } from '../types.ts';

/** The events that may leave a page; `web/schema/event.schema.json` is their binding definition. */
export const EventType = {
  conversationStarted: 'attune.conversation.started.v1',
  moodChanged: 'attune.mood.changed.v1',
  escalationRequested: 'attune.escalation.requested.v1',
  offerDeclined: 'attune.offer.declined.v1',
  conversationEnded: 'attune.conversation.ended.v1',
  feedbackGiven: 'attune.feedback.given.v1',
} as const;
export type EventType = (typeof EventType)[keyof typeof EventType];

export type Topics = Assessment['topics'];

/** An assessment without its cues, and so without any word of the customer's. */
export type Reading = Pick<
  Assessment,
  'frustration' | 'sentiment' | 'flags' | 'topics' | 'urgency'
>;

/** A decision without any word of the customer's: `createEvent` takes them out. */
export interface ReportedDecision extends Omit<Decision, 'team'> {
  team?: Omit<TeamNote, 'text' | 'words'>;
}

export interface ConversationStartedData {
  /** BCP-47. */
  locale: string;
  /** Path of the page, without query and fragment. */
  page: string;
}

export interface MoodChangedData {
  mood: Mood;
  topics: Topics;
}

export interface EscalationRequestedData {
  /** The customer took the offer, pressed "Talk to a person", or the policy connects at once. */
  reason: 'accepted' | 'asked' | 'connected';
  /** `null` when nothing was decided: the customer asked first, or the core could not run. */
  decision: ReportedDecision | null;
  mood: Mood | null;
  topics: Topics;
  contact: Assessment['contact'];
  /** Every flag of the conversation so far. */
  flags: Flag[];
  /** The customer's last messages as they were read, at most 5, oldest first. */
  assessments: Reading[];
  locale: string;
  page: string;
  /** Only when the company asks for it and the customer agreed; personal data is masked. */
  transcript?: { from: 'customer' | 'bot'; text: string; at: string }[];
}

export interface OfferDeclinedData {
  decision: ReportedDecision;
}

export interface ConversationEndedData {
  topics: Topics;
  /** Scores of the mood at the start and the end, and the highest frustration. */
  mood: { start: number; end: number; peak: number } | null;
  escalated: boolean;
  /** `null` when nobody said. */
  resolved: boolean | null;
  /** 1 (poor) to 5 (excellent). */
  rating: number | null;
}

export type FeedbackGivenData =
  | { kind: 'rating'; rating: number; resolved: boolean | null }
  | {
      kind: 'correction';
      read: Reading;
      /** What is missing was right. */
      should_be: { upset?: boolean; level?: SentimentLevel; flags?: Flag[]; topics?: string[] };
    };

/** The data that belongs to each type. */
export interface EventData {
  'attune.conversation.started.v1': ConversationStartedData;
  'attune.mood.changed.v1': MoodChangedData;
  'attune.escalation.requested.v1': EscalationRequestedData;
  'attune.offer.declined.v1': OfferDeclinedData;
  'attune.conversation.ended.v1': ConversationEndedData;
  'attune.feedback.given.v1': FeedbackGivenData;
}

/** A CloudEvents 1.0 event in structured JSON. Receivers de-duplicate on `source` + `id`. */
export type CloudEvent<Type extends EventType = EventType> = {
  [T in Type]: {
    specversion: '1.0';
    id: string;
    /** The page's origin and the widget's id: see `eventSource`. */
    source: string;
    type: T;
    /** Id of the conversation. */
    subject: string;
    /** RFC 3339, by the clock of the customer's device. */
    time: string;
    datacontenttype: 'application/json';
    data: EventData[T];
  };
}[Type];

/**
 * Makes an event with an id of its own. The customer's words in the note for the team stay here.
 *
 * @param type one of `EventType`.
 * @param subject id of the conversation.
 * @param data what the type asks for.
 * @param options.source see `eventSource`.
 * @param options.now milliseconds since the Unix epoch; default `Date.now`.
 */
export function createEvent<Type extends EventType>(
  type: Type,
  subject: string,
  data: EventData[Type],
  options: { source: string; now?: () => number },
): CloudEvent<Type> {
  const { source, now = Date.now } = options;
  const time = new Date(now()).toISOString();
  const event = { specversion: '1.0', id: randomId(), source, type, subject, time } as const;
  return {
    ...event,
    datacontenttype: 'application/json',
    data: signalsOf(data),
  } as CloudEvent<Type>;
}

function signalsOf<Data extends object>(data: Data): Data {
  const { decision } = data as { decision?: Decision | null };
  if (!decision?.team) return data;
  const { text, words, ...team } = decision.team;
  return { ...data, decision: { ...decision, team } };
}

/** The `source` of a widget's events, for example `https://shop.example/#help`. */
export function eventSource(origin: string, widgetId: string): string {
  return `${origin}/#${encodeURIComponent(widgetId)}`;
}

/** A random UUID (version 4), for events and conversations; also where the page is not secure. */
export function randomId(): string {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40; // version 4 and variant 10: RFC 9562, section 5.4
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
