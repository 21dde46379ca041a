/** Offsets of time zones for the core, which has no time zone database. */
import { timeZoneOffsets } from '@attune/web';
import { describe, expect, it } from 'vitest';

const year = (from: number, until = from + 1) => [Date.UTC(from), Date.UTC(until)] as const;

describe('timeZoneOffsets', () => {
  it('finds the changes to and from summer time to the minute', () => {
    expect(timeZoneOffsets('Europe/Berlin', ...year(2026))).toEqual([
      { minutes: 60 },
      { from: '2026-03-29T01:00:00.000Z', minutes: 120 },
      { from: '2026-10-25T01:00:00.000Z', minutes: 60 },
    ]);
    expect(timeZoneOffsets('America/New_York', ...year(2026))).toEqual([
      { minutes: -300 },
      { from: '2026-03-08T07:00:00.000Z', minutes: -240 },
      { from: '2026-11-01T06:00:00.000Z', minutes: -300 },
    ]);
  });

  it('has one entry for a zone that never changes', () => {
    expect(timeZoneOffsets('UTC', ...year(2026))).toEqual([{ minutes: 0 }]);
    expect(timeZoneOffsets('Asia/Kathmandu', ...year(2026))).toEqual([{ minutes: 345 }]);
  });

  it('knows changes of half an hour, and across the end of the period', () => {
    expect(timeZoneOffsets('Australia/Lord_Howe', ...year(2026))).toHaveLength(3);
    expect(timeZoneOffsets('Europe/Berlin', Date.UTC(2026, 5), Date.UTC(2027, 5))).toEqual([
      { minutes: 120 },
      { from: '2026-10-25T01:00:00.000Z', minutes: 60 },
      { from: '2027-03-28T01:00:00.000Z', minutes: 120 },
    ]);
  });

  it('says which zone it does not know', () => {
    expect(() => timeZoneOffsets('Mars/Olympus', ...year(2026))).toThrowError(
      expect.objectContaining({ code: 'invalid_config', pointer: '/policy/hours/zone' }),
    );
  });
});
