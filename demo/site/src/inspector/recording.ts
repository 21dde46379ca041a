/** What the chat has told the page, kept in memory and nowhere else. */
import type { TurnResult } from '@attune/web/types';
import type {} from '@attune/widget'; // the types of its events

type EventDetail = DocumentEventMap['attune-event']['detail'];
export type EventState = EventDetail['state'];
/** An event as it left the page: CloudEvents 1.0. */
export type LeftEvent = EventDetail['event'];

export interface Turn {
  text: string;
  result: TurnResult;
}

export interface Recording {
  /** Customer turns of the conversation that is going on, oldest first. */
  turns: Turn[];
  /** By id, oldest first, with the latest state of each. */
  events: Map<string, { event: LeftEvent; state: EventState }>;
  /** What the chat last complained about. */
  error: string | null;
}

/** Records what the chat dispatches; calls `onChange` after each event. */
export function record(target: Document, onChange: () => void): Recording {
  const recording: Recording = { turns: [], events: new Map(), error: null };
  target.addEventListener('attune-assessment', ({ detail: { text, result } }) => {
    if (result.mood.turns <= 1) recording.turns = []; // a new conversation
    recording.turns.push({ text, result });
    onChange();
  });
  target.addEventListener('attune-decision', ({ detail: { decision } }) => {
    const turn = recording.turns.at(-1);
    if (turn) turn.result = { ...turn.result, decision };
    onChange();
  });
  target.addEventListener('attune-event', ({ detail: { event, state } }) => {
    recording.events.set(event.id, { event, state });
    onChange();
  });
  target.addEventListener('attune-error', ({ detail: { error } }) => {
    recording.error = error.message;
    onChange();
  });
  return recording;
}
