/** How often the language of a line is told right, per language, and of English help-desk texts. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { assess, readRows } from './readings.ts';

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

/** Only the dev split: the groups of letters were learned on the rest. */
function readXed(file: string): Labelled[] {
  return readRows(file)
    .filter((row) => row.split === 'dev')
    .map((row) => ({
      text: (row.text ?? '').replace('[PERSON]', 'Anna').replace(/ (?=['.,!?])|(?<=') /g, ''),
      tag: row.lang ?? '',
    }));
}

function readUmsab(file: string): Labelled[] {
  return readRows(file).map(({ text = '', lang = '' }) => ({ text, tag: umsabTags[lang] ?? lang }));
}

function tally(program: string, cases: Labelled[], enough: number): Map<string, Tally> {
  const found = assess(
    program,
    cases.map(({ text }) => text),
  );
  const tallies = new Map<string, Tally>();
  for (const [i, { text, tag }] of cases.entries()) {
    const said = found[i]?.language.tag ?? '';
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

export function reportLanguages(data: string, program: string): void {
  const xed = join(data, 'train/xed.tsv');
  const umsab = join(data, 'eval/umsab.tsv');
  const { labelled, english } = longWords;
  if (existsSync(xed)) print('XED, dev', tally(program, readXed(xed), labelled), labelled);
  if (existsSync(umsab)) print('UMSAB', tally(program, readUmsab(umsab), labelled), labelled);
  for (const name of ['banking77', 'clinc150', 'multidogo', 'cfpb_sentences']) {
    const file = join(data, `train/${name}.tsv`);
    if (!existsSync(file)) continue;
    const cases = readRows(file).map(({ text = '' }) => ({ text, tag: 'en' }));
    print(`English: ${name}`, tally(program, cases, english), english);
  }
}
