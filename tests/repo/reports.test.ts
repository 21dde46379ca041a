import { describe, expect, it } from 'vitest';
import { parseReport } from '../lib/reports.ts';

describe('counts of the test runners', () => {
  it('reads what ctest writes', () => {
    const report = `<?xml version="1.0" encoding="UTF-8"?>
      <testsuite name="Linux" tests="12" failures="2" disabled="1" skipped="1" hostname="">
        <testcase name="A" time="1"/>
      </testsuite>`;
    expect(parseReport('junit', report)).toEqual({ passed: 8, failed: 2, skipped: 2 });
  });

  it('reads what vitest writes', () => {
    const report = '{"numPassedTests":3,"numFailedTests":1,"numPendingTests":2,"numTodoTests":1}';
    expect(parseReport('vitest', report)).toEqual({ passed: 3, failed: 1, skipped: 3 });
  });

  it('counts a flaky browser test as failed', () => {
    const report = '{"stats":{"expected":5,"unexpected":1,"flaky":1,"skipped":0}}';
    expect(parseReport('playwright', report)).toEqual({ passed: 5, failed: 2, skipped: 0 });
  });

  it('refuses a report without counts', () => {
    expect(() => parseReport('junit', '<testsuites/>')).toThrow('no <testsuite>');
    expect(() => parseReport('vitest', '{}')).toThrow('vitest report');
    expect(() => parseReport('playwright', '{}')).toThrow('playwright report');
  });
});
