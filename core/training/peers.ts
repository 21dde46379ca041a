/**
 * Scores every labelled text with the sentiment readers of npm, for the columns beside ours in
 * `attune eval --peers SCORES_DIR DATA_DIR`:
 *
 *     tests/lib/with-tools node core/training/peers.ts DATA_DIR SCORES_DIR
 *
 * For each .tsv with a column `text`, and each .jsonl with a member `text`, in DATA_DIR, DATA_DIR/eval
 * and DATA_DIR/train, writes a file of the same name (with .tsv behind .jsonl) into SCORES_DIR: the line of the
 * text and a score of each reader. Scores that are newer than their texts are kept; delete them after
 * an update of the packages.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { npmReaders } from './npm-readers.ts';

/** The columns of core/cli/eval/answers.h and who fills them. */
const columns = {
  vader: npmReaders['vader-sentiment'],
  afinn: npmReaders.sentiment,
  wink: npmReaders['wink-nlp'],
};
const folders = ['', 'eval', 'train'];
const decimals = 6;

interface Text {
  /** Where it stands in its file; the first line is 1. */
  line: number;
  text: string;
}

function linesOf(file: string): string[] {
  const lines = readFileSync(file, 'utf8')
    .replace(/^\ufeff/, '')
    .split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines.map((line) => line.replace(/\r$/, ''));
}

/** Rows as `attune eval` reads them; those it calls bad may be scored in vain. */
function textsOfTsv(file: string): Text[] {
  const lines = linesOf(file);
  const head = lines.findIndex((line) => !line.startsWith('#'));
  const column = (lines[head] ?? '').split('\t').indexOf('text');
  if (column < 0) return [];
  return lines
    .slice(head + 1)
    .map((line, i) => ({ line: head + 2 + i, text: line.split('\t')[column] ?? '' }));
}

function textsOfJsonLines(file: string): Text[] {
  return linesOf(file).flatMap((json, i) => {
    const text = textOf(json);
    return text === undefined ? [] : [{ line: i + 1, text }];
  });
}

function textOf(json: string): string | undefined {
  try {
    const { text } = JSON.parse(json) as { text?: unknown };
    return typeof text === 'string' ? text : undefined;
  } catch {
    return undefined;
  }
}

/** A number, always: a reader that gives up on a text says nothing about it. */
function shown(score: number): string {
  return Number.isFinite(score) ? String(Number(score.toFixed(decimals))) : '0';
}

function isNewer(file: string, than: string): boolean {
  return existsSync(file) && statSync(file).mtimeMs > statSync(than).mtimeMs;
}

function scoreFile(file: string, out: string): void {
  if (isNewer(out, file)) return;
  const texts = file.endsWith('.tsv') ? textsOfTsv(file) : textsOfJsonLines(file);
  if (texts.length === 0) return;
  const readers = Object.values(columns);
  const rows = texts.map(({ line, text }) =>
    [line, ...readers.map((read) => shown(read(text)))].join('\t'),
  );
  const head = ['line', ...Object.keys(columns)].join('\t');
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(out, `${head}\n${rows.join('\n')}\n`);
  console.error(`${out}: ${texts.length} texts`);
}

const [data, scores] = process.argv.slice(2);
if (data === undefined || scores === undefined || !existsSync(data)) {
  console.error('usage: peers.ts DATA_DIR SCORES_DIR');
  process.exit(2);
}
for (const folder of folders.map((name) => join(data, name)).filter(existsSync)) {
  for (const name of readdirSync(folder).sort()) {
    if (!/\.(tsv|jsonl)$/.test(name)) continue;
    const file = join(folder, name);
    scoreFile(file, join(scores, relative(data, file.replace(/\.jsonl$/, '.jsonl.tsv'))));
  }
}
