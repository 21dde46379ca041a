/**
 * Times one assessment, natively and in Node's WebAssembly, beside sentiment scores from npm, on the
 * texts of a TSV or JSONL file; then how time grows with length: npm run bench -- [FILE].
 * Prints figures; it never fails for being slow.
 */
import { existsSync } from 'node:fs';
import { readTexts, textFiles } from '../lib/texts.ts';
import { type Contender, contenders } from './contenders.ts';

const rounds = 5;
const careLikeFile = '../shared/data/eval/complaints.tsv';
/** What the others are measured against. */
const peer = 'vader-sentiment';

/** Characters of the texts that show how time grows. */
const lengths = [1_000, 10_000, 100_000, 1_000_000];

const sum = (values: number[]): number => values.reduce((total, value) => total + value, 0);
const microseconds = (nanoseconds: number): string => (nanoseconds / 1000).toFixed(1);

function quantile(sorted: number[], share: number): number {
  return sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN;
}

/** One round after the other, all contenders in each, so that a busy machine hits all alike. */
function timeAll(all: Contender[], texts: string[]): Map<string, number[]> {
  const times = new Map(all.map(({ name }) => [name, [] as number[]]));
  for (let round = 0; round <= rounds; round += 1) {
    for (const { name, time } of all) {
      const taken = time(texts);
      // The first round lets the engine compile its fast code.
      if (round > 0) times.get(name)?.push(...taken);
    }
  }
  return times;
}

function printTimes(all: Contender[], texts: string[]): void {
  const times = timeAll(all, texts);
  const mean = (name: string): number => {
    const taken = times.get(name) ?? [];
    return sum(taken) / taken.length;
  };
  console.log('                  p50 us    p99 us  messages/s  time against it  one call gives');
  for (const { name, does } of all) {
    const sorted = (times.get(name) ?? []).sort((a, b) => a - b);
    const cells = [
      microseconds(quantile(sorted, 0.5)).padStart(7),
      microseconds(quantile(sorted, 0.99)).padStart(9),
      Math.round(1e9 / mean(name))
        .toLocaleString('en')
        .padStart(11),
      (mean(name) / mean(peer)).toFixed(2).padStart(16),
    ];
    console.log(`${name.padEnd(16)} ${cells.join(' ')}  ${does}`);
  }
  console.log(`"time against it": mean time of one call, divided by that of ${peer}`);
}

/** A text of this many characters, made of the given ones over and over. */
function textOfLength(texts: string[], length: number): string {
  const once = `${texts.join(' ')} `;
  return once.repeat(Math.ceil(length / once.length)).slice(0, length);
}

/** Least-squares slope of log(time) over log(length): 1 is linear, 2 quadratic. */
function exponent(times: number[]): number {
  const x = lengths.map(Math.log);
  const y = times.map(Math.log);
  const meanX = sum(x) / x.length;
  const meanY = sum(y) / y.length;
  const covariance = sum(x.map((value, i) => (value - meanX) * ((y[i] ?? 0) - meanY)));
  return covariance / sum(x.map((value) => (value - meanX) ** 2));
}

function printGrowth(all: Contender[], texts: string[]): void {
  const long = lengths.map((length) => textOfLength(texts, length));
  console.log(`\n${''.padEnd(16)} milliseconds for a message of ${lengths.join(' / ')} characters`);
  for (const { name, time } of all) {
    const taken = long.map((text) => Math.min(...time([text, text, text])));
    const cells = taken.map((value) => (value / 1e6).toFixed(2)).join(' / ');
    console.log(`${name.padEnd(16)} ${cells}; exponent ${exponent(taken).toFixed(2)}`);
  }
}

const file = process.argv[2] ?? (existsSync(careLikeFile) ? careLikeFile : 'tests/fixtures/assess');
const texts = textFiles(file)
  .flatMap(readTexts)
  .map((text) => text.replaceAll('\n', ' '))
  .filter((text) => text !== '');
const all = await contenders();
console.log(`${texts.length} texts of ${file}, ${rounds} rounds`);
printTimes(all, texts);
printGrowth(
  all.filter(({ name }) => name.startsWith('attune')),
  texts,
);
