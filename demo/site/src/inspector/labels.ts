/** The words of the contract, for people. */
import type { DecisionAction, SentimentLevel, Tone } from '@attune/web/types';

/** "repeat_contact" -> "repeat contact" */
export const words = (id: string): string => id.replaceAll('_', ' ');

export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** 0.314 -> "0.31"; with `sign`, "+0.31". A real minus sign, as wide as the plus. */
export function decimal(value: number, { sign = false } = {}): string {
  const digits = Math.abs(value).toFixed(2);
  if (Number(digits) === 0) return digits;
  if (value < 0) return `\u2212${digits}`;
  return sign ? `+${digits}` : digits;
}

export const levelName = (level: SentimentLevel): string => words(level);

export const ACTION_NAMES: Record<DecisionAction, string> = {
  continue: 'Go on',
  offer_person: 'Offer a person',
  connect_person: 'Bring in a person',
};

/** "attune.escalation.requested.v1" -> "escalation requested" */
export const eventName = (type: string): string =>
  type
    .replace(/^attune\./, '')
    .replace(/\.v\d+$/, '')
    .replaceAll('.', ' ');

const REGISTERS: Record<Tone['register'], string> = {
  calm_direct: 'calm and direct',
  plain: 'plain',
  warm: 'warm',
};

export function toneWords(tone: Tone): string {
  const parts = [
    REGISTERS[tone.register],
    tone.brevity === 'short' ? 'short' : null,
    tone.acknowledge ? 'says what it heard' : null,
    tone.apologise ? 'one apology' : null,
    tone.exclamations ? null : 'no exclamation marks',
    tone.emoji ? null : 'no emoji',
  ];
  return capitalised(parts.filter((part) => part !== null).join(', '));
}

/** "3 times, for 21 days"; null when the customer said neither. */
export function contactWords(contact: {
  times: number | null;
  waiting_days: number | null;
}): string | null {
  const { times, waiting_days: days } = contact;
  const parts = [
    times === null ? null : `${times} ${times === 1 ? 'time' : 'times'}`,
    days === null ? null : `waiting ${days} ${days === 1 ? 'day' : 'days'}`,
  ].filter((part) => part !== null);
  return parts.length > 0 ? parts.join(', ') : null;
}
