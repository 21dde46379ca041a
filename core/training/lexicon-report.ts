/**
 * How the wording scores agree with people: public ratings that the lexicon was not fitted to; and
 * what the lexicon holds.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { areaUnderCurve, pearson } from './measures.ts';
import { phrasesOf } from './phrases.ts';
import { type Assessment, assess, type Row, readRows } from './readings.ts';

const root = join(import.meta.dirname, '../..');
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
  const file = join(folder, 'train', `${set}.tsv`);
  if (!existsSync(file)) {
    print(set, 'not there');
    return;
  }
  const rows = readRows(file).filter((row) => names.includes(row.split ?? ''));
  const found = assess(
    binary,
    rows.map((row) => row.text ?? ''),
  );
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

export function reportLexicon(data: string, program: string): void {
  reportRatings(data, program);
  reportEmotions(data, program);
  reportEntries();
  reportSize(program);
}
