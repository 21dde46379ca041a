import { execFileSync } from 'node:child_process';
import { defineConfig } from '@playwright/test';

// The system's Chromium: nothing is downloaded.
const chromium =
  process.env.CHROMIUM ??
  execFileSync('sh', ['-c', 'command -v chromium || command -v chromium-browser || true'], {
    encoding: 'utf8',
  }).trim();

if (chromium === '') {
  throw new Error('Chromium was not found: run tests/lib/setup, or set CHROMIUM to its path.');
}

export default defineConfig({
  testDir: 'tests/browser',
  outputDir: 'tests/browser/results',
  // Generous: builds may share the machine with the tests.
  timeout: 60_000,
  expect: { timeout: 10_000 },
  workers: 2,
  fullyParallel: true,
  forbidOnly: process.env.CI !== undefined,
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ? [['list'], ['json']] : [['list']],
  use: {
    browserName: 'chromium',
    launchOptions: {
      executablePath: chromium,
      // Chromium otherwise looks for its maker's servers, which tests must not depend on.
      args: ['--disable-background-networking', '--disable-component-update', '--disable-sync'],
    },
    trace: 'retain-on-failure',
  },
});
