import {
  type ConversationEndedData,
  type ConversationStartedData,
  type EscalationRequestedData,
  type MoodChangedData,
  type Reading,
  randomId,
  type Topics,
} from '@attune/web/delivery';
import type { Assessment, Decision, Flag, Mood, TurnResult } from '@attune/web/types';

export type EscalationReason = EscalationRequestedData['reason'];

/** Most readings that an escalation carries. */
const keptReadings = 5;
/** Most topics that an event carries. */
const keptTopics = 20;

/** What the core has said in one conversation, in the form in which events report it. No text. */
export class ConversationRecord {
  readonly id = randomId();
  started = false;
  escalated = false;
  mood: Mood | null = null;
  decision: Decision | null = null;
  #firstMood: Mood | null = null;
  #latestTopics: Topics = [];
  readonly #topics = new Map<string, number>();
  readonly #flags = new Set<Flag>();
  readonly #readings: Reading[] = [];
  #times: number | null = null;
  #waitingDays: number | null = null;

  /** Adds a turn. Returns whether the mood's level is another now; it begins neutral. */
  add({ assessment, mood, decision }: TurnResult): boolean {
    const levelBefore = this.mood?.level ?? 'neutral';
    this.mood = mood;
    this.#firstMood ??= mood;
    this.decision = decision;
    if (assessment.topics.length > 0) this.#latestTopics = assessment.topics;
    for (const { id, score } of assessment.topics) {
      this.#topics.set(id, Math.max(score, this.#topics.get(id) ?? 0));
    }
    for (const flag of assessment.flags) this.#flags.add(flag);
    this.#readings.push(withoutText(assessment));
    if (this.#readings.length > keptReadings) this.#readings.shift();
    this.#times = larger(this.#times, assessment.contact.times);
    this.#waitingDays = larger(this.#waitingDays, assessment.contact.waiting_days);
    return mood.level !== levelBefore;
  }

  moodData(mood: Mood): MoodChangedData {
    return { mood, topics: this.#latestTopics };
  }

  escalationData(
    reason: EscalationReason,
    decision: Decision | null,
    place: ConversationStartedData,
  ): EscalationRequestedData {
    return {
      reason,
      decision,
      mood: this.mood,
      topics: this.#allTopics(),
      contact: { times: this.#times, waiting_days: this.#waitingDays },
      flags: [...this.#flags].sort(),
      assessments: [...this.#readings],
      ...place,
    };
  }

  endedData(): ConversationEndedData {
    const { mood: last } = this;
    const first = this.#firstMood;
    return {
      topics: this.#allTopics(),
      mood: first && last && { start: first.score, end: last.score, peak: last.peak },
      escalated: this.escalated,
      resolved: null,
      rating: null,
    };
  }

  #allTopics(): Topics {
    return [...this.#topics]
      .map(([id, score]) => ({ id, score }))
      .sort((a, b) => b.score - a.score)
      .slice(0, keptTopics);
  }
}

/** A reading that may leave the page: a cue quotes the message, so cues stay here. */
function withoutText({ frustration, sentiment, flags, topics, urgency }: Assessment): Reading {
  return { frustration, sentiment, flags, topics, urgency };
}

function larger(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.max(a, b);
}
