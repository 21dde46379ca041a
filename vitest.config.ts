import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      // Some of these drive a real browser, which takes its time on a busy machine.
      {
        test: {
          name: 'web',
          environment: 'node',
          include: ['tests/{web,properties}/**/*.test.ts'],
          testTimeout: 30_000,
        },
      },
      {
        test: { name: 'widget', environment: 'happy-dom', include: ['tests/widget/**/*.test.ts'] },
      },
      {
        test: {
          name: 'console',
          environment: 'happy-dom',
          include: ['tests/console/**/*.test.ts'],
        },
      },
      {
        test: {
          name: 'cli',
          environment: 'node',
          include: ['tests/cli/**/*.test.ts'],
          testTimeout: 30_000,
        },
      },
      { test: { name: 'repo', environment: 'node', include: ['tests/repo/**/*.test.ts'] } },
      { test: { name: 'server', environment: 'node', include: ['tests/server/**/*.test.ts'] } },
    ],
  },
});
