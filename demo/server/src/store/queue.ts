import { type EscalationData, PRIORITIES } from '../events.ts';

/** What claims to be older comes more likely from a wrong clock than from a week offline. */
const OLDEST_REQUEST_MS = 7 * 24 * 60 * 60 * 1000;

/** Position in `PRIORITIES`. A customer who asks before anything was decided is a normal case. */
export function priorityOf({ decision }: EscalationData): number {
  const decided = decision !== null && decision.action !== 'continue';
  return PRIORITIES.indexOf(decided ? decision.priority : 'normal');
}

/**
 * When the customer asked. An event that waited offline is believed, so that its time in the
 * outbox counts as waiting; a device whose clock is ahead or far behind is not.
 */
export function requestedAt(time: string, receivedAtMs: number): number {
  const claimed = Date.parse(time);
  const believable = claimed <= receivedAtMs && claimed >= receivedAtMs - OLDEST_REQUEST_MS;
  return believable ? claimed : receivedAtMs;
}
