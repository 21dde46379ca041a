import { describe, expect, it } from 'vitest';
import { shortDuration, spokenDuration } from '../../demo/console/src/model/duration.ts';

const S = 1000;
const MIN = 60 * S;
const H = 60 * MIN;

describe('a waiting time', () => {
  it.each([
    [-5 * S, '0:00', 'less than a minute'],
    [7 * S + 999, '0:07', 'less than a minute'],
    [42 * MIN + 10 * S, '42:10', '42 minutes'],
    [59 * MIN + 59 * S, '59:59', '59 minutes'],
    [H, '1 h 00 min', '1 hour'],
    [3 * H + 5 * MIN, '3 h 05 min', '3 hours 5 minutes'],
    [24 * H, '1 d 0 h', '1 day'],
    [52 * H + 59 * MIN, '2 d 4 h', '2 days 4 hours'],
  ])('of %i ms reads "%s" and sounds "%s"', (ms, short, spoken) => {
    expect(shortDuration(ms)).toBe(short);
    expect(spokenDuration(ms)).toBe(spoken);
  });
});
