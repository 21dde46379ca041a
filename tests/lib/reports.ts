/** Reads how many tests ran from the reports that the test runners write. */
import { readFileSync } from 'node:fs';

export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

export type ReportKind = 'junit' | 'vitest' | 'playwright';

const readers: Record<ReportKind, (text: string) => Counts> = {
  junit: readJUnit,
  vitest: readVitest,
  playwright: readPlaywright,
};

/** Counts of the report at `path`; throws when it is missing or not of this kind. */
export function readReport(kind: ReportKind, path: string): Counts {
  return parseReport(kind, readFileSync(path, 'utf8'));
}

export function parseReport(kind: ReportKind, text: string): Counts {
  const counts = readers[kind](text);
  for (const [name, value] of Object.entries(counts)) {
    if (!Number.isSafeInteger(value) || value < 0) {
      throw new Error(`the ${kind} report says ${value} for "${name}"`);
    }
  }
  return counts;
}

// ctest writes one <testsuite>; "disabled" tests are those that were not run.
function readJUnit(text: string): Counts {
  const suite = /<testsuite\b[^>]*>/.exec(text)?.[0];
  if (suite === undefined) throw new Error('the report has no <testsuite>');
  const attribute = (name: string): number =>
    Number(new RegExp(`\\b${name}="([0-9]+)"`).exec(suite)?.[1] ?? Number.NaN);
  const failed = attribute('failures');
  const skipped = attribute('skipped') + attribute('disabled');
  return { passed: attribute('tests') - failed - skipped, failed, skipped };
}

function readVitest(text: string): Counts {
  const report = JSON.parse(text) as Record<string, number>;
  return {
    passed: report.numPassedTests ?? Number.NaN,
    failed: report.numFailedTests ?? Number.NaN,
    skipped: (report.numPendingTests ?? Number.NaN) + (report.numTodoTests ?? 0),
  };
}

// A flaky test failed at least once, so it counts as failed.
function readPlaywright(text: string): Counts {
  const stats = (JSON.parse(text) as { stats?: Record<string, number> }).stats ?? {};
  return {
    passed: stats.expected ?? Number.NaN,
    failed: (stats.unexpected ?? Number.NaN) + (stats.flaky ?? Number.NaN),
    skipped: stats.skipped ?? Number.NaN,
  };
}
