/**
 * Measures the built core on labelled files, with the sentiment readers of npm beside it:
 * npm run eval -- DATA_DIR [OPTION]...
 *
 * The options go to `attune eval`, which prints the table; `attune help` describes both. Scores of the
 * peers are kept in build/peers. What each known set is, and what of it is measured:
 * core/cli/eval/sets.cpp.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = join(import.meta.dirname, '../..');
const program = process.env.ATTUNE ?? join(root, 'build/release/attune');
const [data, ...options] = process.argv.slice(2);

/** Runs a program to its end, its output on ours; its exit code. */
function run(command: string, args: string[]): number {
  const { status, error } = spawnSync(command, args, { stdio: 'inherit' });
  if (error) console.error(String(error));
  return status ?? 2;
}

if (data === undefined || data.startsWith('-')) {
  console.error('usage: npm run eval -- DATA_DIR [--json]');
  process.exit(2);
}
if (!existsSync(program)) {
  console.error(`${program} is missing: build it with cmake --build --preset release`);
  process.exit(2);
}
// A folder of its own for each folder of data: two may hold files of one name.
const place = createHash('sha256').update(resolve(data)).digest('hex').slice(0, 12);
const scores = join(root, 'build/peers', place);
const intents = join(import.meta.dirname, 'intent-topics.tsv');
const scored = run(process.execPath, [join(import.meta.dirname, 'peers.ts'), data, scores]);
process.exit(
  scored || run(program, ['eval', '--peers', scores, '--intents', intents, ...options, data]),
);
