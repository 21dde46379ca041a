/**
 * Measures language identification, per language:
 *
 *     tests/lib/with-tools node core/training/language-report.ts ATTUNE DATA_DIR
 *
 * ATTUNE is the built program; DATA_DIR holds train/xed.tsv, eval/umsab.tsv (measured only) and
 * English help-desk texts (train/banking77.tsv and others). Files that are missing are skipped.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Labelled {
  text: string;
  tag: string;
}

interface Tally {
  all: number;
  right: number;
  und: number;
  long: number;
  longRight: number;
  longUnd: number;
  taken: Map<string, number>;
}

/** Lines of this many words or more are the long ones of the table. */
const longWords = { labelled: 5, english: 4 };

const umsabTags: Record<string, string> = {
  arabic: 'ar',
  english: 'en',
  french: 'fr',
  german: 'de',
  hindi: 'hi',
  italian: 'it',
  portuguese: 'pt',
  spanish: 'es',
};

function readColumns(file: string, names: string[]): string[][] {
  const [header, ...rows] = readFileSync(file, 'utf8').trimEnd().split('\n');
  const columns = names.map((name) => (header ?? '').split('\t').indexOf(name));
  return rows.map((row) => {
    const cells = row.split('\t');
    return columns.map((column) => cells[column] ?? '');
  });
}

/** Only the dev split: the groups of letters were learned on the rest. */
function readXed(file: string): Labelled[] {
  return readColumns(file, ['text', 'lang', 'split'])
    .filter(([, , split]) => split === 'dev')
    .map(([text = '', tag = '']) => ({
      text: text.replace('[PERSON]', 'Anna').replace(/ (?=['.,!?])|(?<=') /g, ''),
      tag,
    }));
}

function readUmsab(file: string): Labelled[] {
  return readColumns(file, ['text', 'lang']).map(([text = '', lang = '']) => ({
    text,
    tag: umsabTags[lang] ?? lang,
  }));
}

function identify(program: string, texts: string[]): string[] {
  const input = texts.map((text, i) => JSON.stringify({ id: `${i}`, text })).join('\n');
  const run = spawnSync(program, ['assess', '--jsonl'], {
    input: `${input}\n`,
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  return run.stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line).language.tag as string);
}

function tally(program: string, cases: Labelled[], enough: number): Map<string, Tally> {
  const found = identify(
    program,
    cases.map(({ text }) => text),
  );
  const tallies = new Map<string, Tally>();
  for (const [i, { text, tag }] of cases.entries()) {
    const said = found[i] ?? '';
    const of = tallies.get(tag) ?? {
      all: 0,
      right: 0,
      und: 0,
      long: 0,
      longRight: 0,
      longUnd: 0,
      taken: new Map(),
    };
    tallies.set(tag, of);
    of.all += 1;
    of.right += said === tag ? 1 : 0;
    of.und += said === 'und' ? 1 : 0;
    if (said !== tag && said !== 'und') of.taken.set(said, (of.taken.get(said) ?? 0) + 1);
    if ((text.match(/\p{Letter}[\p{Letter}\p{Mark}']*/gu)?.length ?? 0) < enough) continue;
    of.long += 1;
    of.longRight += said === tag ? 1 : 0;
    of.longUnd += said === 'und' ? 1 : 0;
  }
  return tallies;
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '-' : ((100 * part) / whole).toFixed(1);
}

function print(title: string, tallies: Map<string, Tally>, enough: number): void {
  console.log(`\n${title}\n`);
  console.log(
    `| language | lines | right % | und % | wrong % | right where told % | lines of ${enough}+ words | right % | und % | wrong % | taken for |`,
  );
  console.log('|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|---|');
  for (const [tag, of] of [...tallies].sort()) {
    const taken = [...of.taken].sort((a, b) => b[1] - a[1]).slice(0, 4);
    const cells = [
      tag,
      of.all,
      percent(of.right, of.all),
      percent(of.und, of.all),
      percent(of.all - of.right - of.und, of.all),
      percent(of.right, of.all - of.und),
      of.long,
      percent(of.longRight, of.long),
      percent(of.longUnd, of.long),
      percent(of.long - of.longRight - of.longUnd, of.long),
      taken.map(([other, count]) => `${other} ${count}`).join(', '),
    ];
    console.log(`| ${cells.join(' | ')} |`);
  }
}

const [program, data] = process.argv.slice(2);
if (program === undefined || data === undefined) {
  console.error('usage: language-report.ts ATTUNE DATA_DIR');
  process.exit(2);
}
const xed = join(data, 'train/xed.tsv');
const umsab = join(data, 'eval/umsab.tsv');
const { labelled, english } = longWords;
if (existsSync(xed)) print('XED, dev', tally(program, readXed(xed), labelled), labelled);
if (existsSync(umsab)) print('UMSAB', tally(program, readUmsab(umsab), labelled), labelled);
for (const name of ['banking77', 'clinc150', 'multidogo', 'cfpb_sentences']) {
  const file = join(data, `train/${name}.tsv`);
  if (!existsSync(file)) continue;
  const cases = readColumns(file, ['text']).map(([text = '']) => ({ text, tag: 'en' }));
  print(`English: ${name}`, tally(program, cases, english), english);
}
