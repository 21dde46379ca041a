// Checks the English lexicon against public ratings that it was not fitted to, and counts it:
//   tests/lib/with-tools node core/training/lexicon_report.ts DATA_DIR [ATTUNE]
// DATA_DIR holds the tab-separated sets named below (a missing one is skipped); ATTUNE is the
// command line to measure, build/release/attune by default.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { areaUnderCurve, pearson } from './measures.ts';
import { phrasesOf } from './phrases.ts';

type Row = Readonly<Record<string, string>>;

interface Assessment {
  readonly sentiment: { readonly score: number };
  readonly emotions: Readonly<Record<string, number>>;
  readonly frustration: number;
}

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
/** Our emotions and what the set's column `care` calls them. */
const careLabels = {
  anger: 'anger',
  frustration: 'frustration',
  disappointment: 'disappointment',
  worry: 'worry',
  sadness: 'sadness',
  confusion: 'confusion',
  gratitude: 'gratitude',
  joy: 'positive',
} as const;
const splits = ['train', 'dev'] as const;

/** Rows of a tab-separated file whose first line names the columns. */
function readRows(file: string): Row[] {
  const [head = '', ...lines] = readFileSync(file, 'utf8').split('\n');
  const columns = head.split('\t');
  return lines
    .filter((line) => line !== '')
    .map((line) => {
      const cells = line.split('\t');
      return Object.fromEntries(columns.map((column, i) => [column, cells[i] ?? '']));
    });
}

/** Assesses the column `text` of each row, in order. */
function assess(binary: string, rows: readonly Row[]): Assessment[] {
  const input = rows.map((row, i) => JSON.stringify({ id: String(i), text: row.text })).join('\n');
  const run = spawnSync(binary, ['assess', '--jsonl'], {
    input: `${input}\n`,
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  if (run.status !== 0) throw new Error(`${binary} failed: ${run.error ?? run.stderr}`);
  return run.stdout
    .trimEnd()
    .split('\n')
    .map((line) => {
      const answer = JSON.parse(line);
      return answer.assessment ?? answer;
    });
}

interface Sample {
  readonly row: Row;
  readonly found: Assessment;
}

const print = (name: string, value: string): void => console.log(`  ${name.padEnd(44)} ${value}`);

/** Runs `measure` over each split of a set that is there. */
function eachSplit(
  folder: string,
  binary: string,
  set: string,
  names: readonly string[],
  measure: (samples: readonly Sample[], name: string) => void,
): void {
  const file = join(folder, `${set}.tsv`);
  if (!existsSync(file)) {
    print(set, 'not there');
    return;
  }
  const rows = readRows(file).filter((row) => names.includes(row.split ?? ''));
  const found = assess(binary, rows);
  const samples = rows.map((row, i) => ({ row, found: found[i] as Assessment }));
  for (const split of names) {
    const part = samples.filter((sample) => sample.row.split === split);
    measure(part, `${set} ${split} (${part.length})`);
  }
}

function reportRatings(folder: string, binary: string): void {
  console.log('Pearson correlation of sentiment.score with the mean human valence');
  for (const set of ['vader_tweets', 'vader_amazonReviewSnippets']) {
    eachSplit(folder, binary, set, splits, (samples, name) => {
      const scores = samples.map((sample) => sample.found.sentiment.score);
      const ratings = samples.map((sample) => Number(sample.row.mean_valence));
      print(name, pearson(scores, ratings).toFixed(4));
    });
  }
  console.log('AUC of sentiment.score, positive against negative');
  eachSplit(folder, binary, 'uci_sentences', splits, (samples, name) => {
    const scores = samples.map((sample) => sample.found.sentiment.score);
    const positive = samples.map((sample) => sample.row.label === 'positive');
    print(name, areaUnderCurve(scores, positive).toFixed(4));
  });
}

function reportEmotions(folder: string, binary: string): void {
  console.log('AUC of the emotion that readers named, against all other lines');
  eachSplit(folder, binary, 'goemotions', ['dev'], (samples, name) => {
    for (const [emotion, label] of Object.entries(careLabels)) {
      const scores = samples.map((sample) => sample.found.emotions[emotion] ?? 0);
      const named = samples.map((sample) =>
        (sample.row.care ?? '').split(/[ ,;|]/).includes(label),
      );
      const count = named.filter(Boolean).length;
      print(`${name} ${emotion} (${count})`, areaUnderCurve(scores, named).toFixed(4));
    }
  });
}

function reportCalm(folder: string, binary: string): void {
  console.log('Calm sets: messages with frustration of 0.5 or more, per 10,000');
  for (const set of ['banking77', 'clinc150', 'hwu64', 'multidogo']) {
    const file = join(folder, `${set}.tsv`);
    if (!existsSync(file)) {
      print(set, 'not there');
      continue;
    }
    const found = assess(binary, readRows(file));
    const upset = found.filter((assessment) => assessment.frustration >= 0.5).length;
    print(`${set} (${found.length})`, ((upset / found.length) * 1e4).toFixed(1));
  }
}

function reportEntries(): void {
  const folder = join(root, 'core/data/en/lexicon');
  const registers = new Map<string, number>();
  const phrases = new Set<string>();
  let total = 0;
  console.log('Entries (and the phrases they stand for)');
  for (const name of readdirSync(folder).sort()) {
    const lines = readFileSync(join(folder, name), 'utf8').split('\n');
    const entries = lines.filter((line) => line.trim() !== '' && !/^#( |$)/.test(line)).slice(1);
    const own = new Set<string>();
    for (const entry of entries) {
      const cells = entry.split('\t');
      for (const phrase of phrasesOf(cells[0] ?? '')) own.add(phrase);
      for (const mark of (cells[5]?.trim() || 'neutral').split(/ +/)) {
        registers.set(mark, (registers.get(mark) ?? 0) + 1);
      }
    }
    for (const phrase of own) phrases.add(phrase);
    total += entries.length;
    print(name, `${entries.length} (${own.size})`);
  }
  print('all', `${total} (${phrases.size})`);
  console.log('Entries by register');
  for (const [mark, count] of [...registers].sort((a, b) => b[1] - a[1]))
    print(mark, String(count));
}

/** The table block lies beside the command line, as a C++ array of 64-bit words. */
function reportSize(binary: string): void {
  const file = join(dirname(binary), 'tables_block.cpp');
  if (!existsSync(file)) return;
  const words = readFileSync(file, 'utf8').match(/0x[0-9a-f]+(?=U)/g) ?? [];
  const block = Buffer.alloc(words.length * 8);
  words.forEach((word, i) => {
    block.writeBigUInt64LE(BigInt(word), i * 8);
  });
  const packed = brotliCompressSync(block, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 },
  });
  console.log('Tables of the core');
  print('bytes', String(block.length));
  print('bytes, Brotli', String(packed.length));
}

const [folder, binary = join(root, 'build/release/attune')] = process.argv.slice(2);
if (folder === undefined) {
  console.error('usage: node core/training/lexicon_report.ts DATA_DIR [ATTUNE]');
  process.exit(2);
}
reportRatings(folder, binary);
reportEmotions(folder, binary);
reportCalm(folder, binary);
reportEntries();
reportSize(binary);
