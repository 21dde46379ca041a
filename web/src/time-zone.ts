import { AttuneError } from './errors.ts';
import type { TimeZoneOffset } from './types.ts';

const MINUTE_MS = 60_000;
/** Shorter than the time between any two changes of a zone's clock (Morocco's are 4 weeks apart). */
const STEP_MS = 7 * 24 * 60 * MINUTE_MS;

/**
 * The offsets of a time zone for `policy.hours.offsets`. The core has no time zone database, so
 * that a conversation replays the same on every machine: the host says what the clock showed.
 *
 * @param zone IANA name such as `Europe/Berlin`.
 * @param fromMs start of the period, milliseconds since the Unix epoch.
 * @param untilMs its end; two years are some 100 steps.
 * @returns one entry for the start and one for each change of the clock.
 * @throws AttuneError `invalid_config` when the browser does not know the zone.
 */
export function timeZoneOffsets(zone: string, fromMs: number, untilMs: number): TimeZoneOffset[] {
  const offsetAt = offsetReader(zone);
  let minutes = offsetAt(fromMs);
  const offsets: TimeZoneOffset[] = [{ minutes }];
  for (let at = fromMs; at < untilMs; at += STEP_MS) {
    const next = Math.min(at + STEP_MS, untilMs);
    const after = offsetAt(next);
    if (after === minutes) continue;
    const change = firstMinuteWith(offsetAt, after, at, next);
    offsets.push({ from: new Date(change).toISOString(), minutes: after });
    minutes = after;
  }
  return offsets;
}

type OffsetReader = (atMs: number) => number;

function offsetReader(zone: string): OffsetReader {
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
    });
  } catch (cause) {
    throw new AttuneError('invalid_config', `This browser knows no time zone "${zone}".`, {
      pointer: '/policy/hours/zone',
      expected: 'an IANA name such as "Europe/Berlin"',
      cause,
    });
  }
  return (atMs) => {
    const minute = Math.floor(atMs / MINUTE_MS) * MINUTE_MS;
    const parts = new Map(
      format.formatToParts(minute).map(({ type, value }) => [type, Number(value)] as const),
    );
    const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
    const local = Date.UTC(
      part('year'),
      part('month') - 1,
      part('day'),
      part('hour'),
      part('minute'),
    );
    return (local - minute) / MINUTE_MS;
  };
}

/** The first whole minute after `low` at which the offset is `minutes`, as it is at `high`. */
function firstMinuteWith(offsetAt: OffsetReader, minutes: number, low: number, high: number) {
  let before = Math.floor(low / MINUTE_MS);
  let after = Math.ceil(high / MINUTE_MS);
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (offsetAt(middle * MINUTE_MS) === minutes) after = middle;
    else before = middle;
  }
  return after * MINUTE_MS;
}
