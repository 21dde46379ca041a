import { AttuneError } from '@attune/web';
import type {
  Assessment,
  Conversation,
  ConversationConfig,
  ConversationEventName,
  Core,
  Decision,
  DecisionAction,
  Mood,
  Reason,
  ReplyAction,
  SentimentLevel,
  Tone,
  TurnResult,
} from '@attune/web/types';

/** A call of a conversation, as a test wants to see it. */
export type Call =
  | { call: 'customerTurn'; text: string; at: number }
  | { call: 'botTurn'; text: string; at: number }
  | { call: 'event'; name: ConversationEventName; at: number }
  | { call: 'dispose' };

/** What the fake says to a message; what is left out is calm and neutral. */
export interface Script {
  action?: DecisionAction;
  reasons?: Reason[];
  explanation?: string;
  level?: SentimentLevel;
  frustration?: number;
  register?: Tone['register'];
  reply?: string;
  actions?: ReplyAction[];
  flags?: Assessment['flags'];
  topics?: Assessment['topics'];
}

export const explanation = 'You have told us about this 3 times.';

/** Stands in for the core: says what a script tells it to and remembers every call. */
export class FakeCore implements Core {
  readonly version = '0.0.0';
  readonly calls: Call[] = [];
  readonly configs: ConversationConfig[] = [];
  /** Refuses configurations for which it returns an error. */
  check: (config: ConversationConfig) => AttuneError | undefined = () => undefined;
  readonly #script: (text: string) => Script;

  constructor(script: (text: string) => Script = scriptByWords) {
    this.#script = script;
  }

  assess(text: string): Assessment {
    return assessmentOf(this.#script(text));
  }

  conversation(config: ConversationConfig = {}): Conversation {
    this.configs.push(config);
    const error = this.check(config);
    if (error) throw error;
    return new FakeConversation(this.calls, this.#script);
  }

  dispose(): void {}
}

class FakeConversation implements Conversation {
  readonly #calls: Call[];
  readonly #script: (text: string) => Script;
  #lastAt = 0;
  #turns = 0;
  #peak = 0;

  constructor(calls: Call[], script: (text: string) => Script) {
    this.#calls = calls;
    this.#script = script;
  }

  customerTurn(text: string, at: number): TurnResult {
    this.#record({ call: 'customerTurn', text, at });
    const script = this.#script(text);
    const assessment = assessmentOf(script);
    this.#peak = Math.max(this.#peak, assessment.frustration);
    const mood: Mood = {
      ...assessment.sentiment,
      trend: 'steady',
      frustration: assessment.frustration,
      peak: this.#peak,
      turns: ++this.#turns,
    };
    const { reply = `I heard: ${text}`, actions = [] } = script;
    return {
      assessment,
      mood,
      loops: { customer_repeats: 0, bot_repeats: 0, unanswered: 0 },
      decision: decisionOf(script),
      tone: toneOf(script),
      reply: { text: reply, actions },
    };
  }

  botTurn(text: string, at: number): void {
    this.#record({ call: 'botTurn', text, at });
  }

  event(name: ConversationEventName, at: number): void {
    this.#record({ call: 'event', name, at });
  }

  setAttributes(): void {}

  save(): string {
    throw new Error('The fake remembers nothing.');
  }

  restore(): void {
    this.save();
  }

  dispose(): void {
    this.#calls.push({ call: 'dispose' });
  }

  #record(call: Exclude<Call, { call: 'dispose' }>): void {
    if (call.at < this.#lastAt) throw new AttuneError('invalid_turn', 'A turn back in time.');
    this.#lastAt = call.at;
    this.#calls.push(call);
  }
}

/** Angry words bring an offer, "person" connects, everything else is answered. */
function scriptByWords(text: string): Script {
  if (/person|human/i.test(text)) {
    return {
      action: 'connect_person',
      reasons: ['asks_for_person'],
      explanation: 'You asked for a person.',
      flags: ['asks_for_person'],
      reply: 'I am passing this on to the team now.',
    };
  }
  if (/angry|3 times|useless/i.test(text)) {
    return {
      action: 'offer_person',
      reasons: ['repeat_contact'],
      explanation,
      level: 'very_negative',
      frustration: 0.94,
      register: 'calm_direct',
      flags: ['repeat_contact'],
      topics: [{ id: 'returns_refunds', score: 0.9 }],
      reply: 'I can start the refund now, or bring in someone from the team.',
    };
  }
  return {};
}

const scores: Record<SentimentLevel, number> = {
  very_negative: -0.8,
  negative: -0.4,
  neutral: 0,
  positive: 0.4,
  very_positive: 0.8,
};

function assessmentOf(script: Script): Assessment {
  const { level = 'neutral', frustration = 0.05, flags = [], topics = [] } = script;
  const none = { anger: 0, frustration, disappointment: 0, worry: 0, sadness: 0 };
  return {
    language: { tag: 'en', confidence: 0.99 },
    sentiment: { score: scores[level], level },
    emotions: { ...none, confusion: 0, gratitude: 0, joy: 0, neutral: 1 - frustration },
    frustration,
    urgency: 0,
    confidence: 'high',
    topics,
    flags,
    contact: { times: flags.includes('repeat_contact') ? 3 : null, waiting_days: null },
    cues: [],
  };
}

function decisionOf({ action = 'continue', reasons = [], explanation = '' }: Script): Decision {
  const priority = action === 'continue' ? 'low' : 'high';
  return { action, priority, reasons, explanation };
}

function toneOf({ register = 'plain' }: Script): Tone {
  const isUpset = register === 'calm_direct';
  return {
    register,
    acknowledge: isUpset,
    apologise: isUpset,
    emoji: false,
    exclamations: false,
    brevity: isUpset ? 'short' : 'normal',
  };
}
