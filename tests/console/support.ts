import type { Escalation } from '../../demo/console/src/types.ts';

export function escalation(changes: Partial<Escalation> = {}): Escalation {
  return {
    id: 1,
    state: 'waiting',
    priority: 'normal',
    requested_at: '2026-03-02T12:00:00.000Z',
    resolved_at: null,
    conversation: 'conversation-1',
    source: 'https://shop.example/#help',
    reason: 'accepted',
    decision: {
      action: 'offer_person',
      priority: 'normal',
      reasons: ['unanswered'],
      explanation: 'I had no answer twice.',
    },
    mood: mood(0.5),
    topics: [{ id: 'delivery', score: 0.8 }],
    contact: { times: null, waiting_days: null },
    flags: [],
    assessments: [],
    locale: 'en',
    page: '/help',
    transcript_turns: 0,
    ...changes,
  };
}

export function mood(frustration: number): NonNullable<Escalation['mood']> {
  return {
    score: -frustration,
    level: 'negative',
    trend: 'falling',
    frustration,
    peak: frustration,
    turns: 2,
  };
}
