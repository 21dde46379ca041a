import type { AttuneError } from '@attune/web';
import type { CloudEvent, OutboxState } from '@attune/web/delivery';
import type { Decision, TurnResult } from '@attune/web/types';

/**
 * Where an event is on its way: 'shown' is an event that only the page saw, because no endpoint
 * is set; the others are the outbox's.
 */
export type EventState = 'shown' | OutboxState;

/** What each event of the element carries, beside `id`, `time` and `type`. */
export interface AttuneEventData {
  'attune-ready': Record<never, never>;
  'attune-open': Record<never, never>;
  'attune-close': Record<never, never>;
  'attune-message': { readonly from: 'customer' | 'bot'; readonly text: string };
  'attune-assessment': { readonly text: string; readonly result: TurnResult };
  'attune-decision': { readonly decision: Decision };
  'attune-escalation': { readonly decision: Decision | null; readonly state: EventState };
  'attune-event': { readonly event: CloudEvent; readonly state: EventState };
  'attune-error': { readonly error: AttuneError | Error };
}

export type AttuneEventName = keyof AttuneEventData;

export type AttuneDetail<Name extends AttuneEventName> = AttuneEventData[Name] & {
  readonly id: string;
  /** RFC 3339. */
  readonly time: string;
  readonly type: Name;
};

export type AttuneEvent<Name extends AttuneEventName> = CustomEvent<AttuneDetail<Name>>;

/** Tells the page. Returns false when a listener called `preventDefault()`. */
export type Emit = <Name extends AttuneEventName>(
  name: Name,
  data: AttuneEventData[Name],
) => boolean;

export function createAttuneEvent<Name extends AttuneEventName>(
  name: Name,
  data: AttuneEventData[Name],
): AttuneEvent<Name> {
  const detail = { ...data, id: nextId(), time: new Date().toISOString(), type: name };
  // A page without an endpoint takes an escalation over by preventDefault().
  const cancelable = name === 'attune-escalation';
  return new CustomEvent(name, { detail, bubbles: true, composed: true, cancelable });
}

const page = Math.random().toString(36).slice(2);
let count = 0;

/** Unique among the events of one element's page, which is as far as they go. */
function nextId(): string {
  return `${page}-${++count}`;
}

type AttuneEventMap = { [Name in AttuneEventName]: AttuneEvent<Name> };

declare global {
  interface HTMLElementEventMap extends AttuneEventMap {}
  interface DocumentEventMap extends AttuneEventMap {}
}
