/**
 * Measures conversations natively: npm run bench:conversations -- [NUMBER]
 *
 * First the time of the 10th and of the 10,000th turn in one conversation, and the size of its saved state; then
 * how long `attune replay` takes for NUMBER conversations of 10 turns (100,000 by default), output included,
 * alone and on all processors, and what it keeps in memory. Prints figures; it never fails for being slow.
 *
 * A conversation is five messages of the project's own corpus (core/training/corpus), drawn with a fixed seed, and
 * behind each a bot turn of tests/fixtures/conversations, drawn likewise, half a minute apart: more upset than
 * real ones and longer in words, so that replaying is rather slower here than it would be with a company's.
 */
import { spawnSync } from 'node:child_process';
import {
  closeSync,
  globSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname } from 'node:path';

const turnsEach = 10;
const secondsBetween = 30;
const growthRounds = 50;
const growthTexts = 500;
const generated = 'build/bench/conversations.jsonl';
/** Conversations that are written at a time. */
const batch = 1000;

interface Turn {
  readonly from: string;
  readonly text?: string;
}

function readLines<Line>(pattern: string): Line[] {
  const files = globSync(pattern).sort();
  return files.flatMap((file) =>
    readFileSync(file, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Line),
  );
}

/** Draws from a list with Knuth's linear congruential generator (MMIX), the same way each time. */
function drawer(): <Item>(items: readonly Item[]) => Item {
  let state = 1n;
  return (items) => {
    state = (state * 6364136223846793005n + 1442695040888963407n) & 0xffffffffffffffffn;
    return items[Number((state >> 33n) % BigInt(items.length))] as (typeof items)[number];
  };
}

function generate(count: number, messages: readonly string[], answers: readonly string[]): void {
  const draw = drawer();
  mkdirSync(dirname(generated), { recursive: true });
  const file = openSync(generated, 'w');
  let lines: string[] = [];
  for (let i = 1; i <= count; i += 1) {
    const turns = Array.from({ length: turnsEach }, (_, k) => ({
      from: k % 2 === 0 ? 'customer' : 'bot',
      text: draw(k % 2 === 0 ? messages : answers),
      at: k * secondsBetween * 1000,
    }));
    lines.push(`${JSON.stringify({ id: `c${i}`, turns })}\n`);
    if (lines.length < batch && i < count) continue;
    writeSync(file, lines.join(''));
    lines = [];
  }
  closeSync(file);
}

function check({ status, error }: { status: number | null; error?: Error }, what: string): void {
  if (status !== 0) throw new Error(`${what} failed: ${error ?? `exit code ${status}`}`);
}

interface Taken {
  /** From start to end. */
  readonly seconds: number;
  /** Of all processors together: what a machine with nothing else to do shares out among them. */
  readonly cpuSeconds: number;
}

function timeReplay(words: readonly string[]): Taken {
  const command = 'TIMEFORMAT="%R %U %S"; time "$@" >/dev/null';
  const program = ['build/release/attune', 'replay', ...words, generated];
  const run = spawnSync('bash', ['-c', command, 'time', ...program], { encoding: 'utf8' });
  check(run, `attune replay: ${run.stderr}`);
  const [seconds = 0, user = 0, system = 0] = run.stderr.trim().split(' ').map(Number);
  return { seconds, cpuSeconds: user + system };
}

function printTaken(name: string, count: number, { seconds, cpuSeconds }: Taken): void {
  const rate = Math.round(count / seconds).toLocaleString('en');
  console.log(
    `  ${name}  ${seconds.toFixed(1)} s (${cpuSeconds.toFixed(1)} s of processor time), ${rate} conversations/s`,
  );
}

function printReplay(count: number): void {
  const megabytes = (statSync(generated).size / 1e6).toFixed(0);
  console.log(
    `\nreplay of ${count.toLocaleString('en')} conversations of ${turnsEach} turns (${megabytes} MB), output to nowhere`,
  );
  const processors = availableParallelism();
  for (const jobs of [...new Set([1, Math.min(2, processors), processors])]) {
    printTaken(`${jobs} at a time`, count, timeReplay(['--jobs', `${jobs}`]));
  }
  const summary = timeReplay(['--summary', '--json', '--jobs', `${processors}`]);
  printTaken(`--summary, ${processors} at a time`, count, summary);
}

const count = Number(process.argv[2] ?? 100_000);
if (!Number.isInteger(count) || count < 1) {
  console.error('usage: npm run bench:conversations -- [NUMBER]');
  process.exit(2);
}
const messages = readLines<{ text: string }>('core/training/corpus/*.jsonl').map(
  ({ text }) => text,
);
const answers = readLines<{ turns: Turn[] }>('tests/fixtures/conversations/*.jsonl')
  .flatMap(({ turns }) => turns)
  .flatMap(({ from, text }) => (from === 'bot' && text ? [text] : []));
const input = messages
  .slice(0, growthTexts)
  .map((text) => text.replaceAll('\n', ' '))
  .join('\n');
check(
  spawnSync('build/release/attune_bench_conversation', [`${growthRounds}`], {
    input,
    stdio: ['pipe', 'inherit', 'inherit'],
  }),
  'attune_bench_conversation',
);
generate(count, messages, answers);
printReplay(count);
rmSync(generated);
