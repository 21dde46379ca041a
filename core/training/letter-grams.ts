/**
 * Learns what groups of three letters tell about the language, and writes core/data/letter_grams.tsv:
 *
 *     tests/lib/with-tools node core/training/letter-grams.ts DATA_DIR
 *
 * DATA_DIR/train/xed.tsv (columns text, lang, split) teaches the languages it has; the others learn
 * from the common words in their core/data/<tag>/language.tsv. Only the train split is read.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const tables = join(import.meta.dirname, '../data');

/** So many groups are kept: more than half of the gain of all of them at a third of their bytes. */
const keptGroups = 2000;
/** Log-odds in one step of weight; the core counts each step as half a nat. */
const natsPerStep = 0.8;
const maxWeight = 3;
/** More languages than this share a group that tells little. */
const maxLanguages = 3;
/** Occurrences that every group is given in advance, in a text of this many groups. */
const smoothing = 1;
const textGroups = 30_000;

type Counts = Map<string, number>;

/** The letters a to z of each word: accents are taken off, as text/language_keys.h does. */
function wordsOf(text: string): string[] {
  const plain = text
    .toLowerCase()
    .replace(/[\u00f8\u0153]/g, 'o')
    .replace(/\u00e6/g, 'a')
    .replace(/\u00df/g, 'ss')
    .replace(/\u0142/g, 'l')
    .replace(/[\u0111\u00f0]/g, 'd')
    .replace(/\u0131/g, 'i')
    .replace(/\u00fe/g, 't')
    .normalize('NFD')
    .replace(/[\u0300-\u036f'\u2019]/g, '');
  return plain.match(/\p{Letter}+/gu)?.filter((word) => /^[a-z]+$/.test(word)) ?? [];
}

function groupsOf(word: string): string[] {
  const padded = `_${word}_`;
  return Array.from({ length: padded.length - 2 }, (_, i) => padded.slice(i, i + 3));
}

function add(counts: Counts, word: string, weight: number): void {
  for (const group of groupsOf(word)) counts.set(group, (counts.get(group) ?? 0) + weight);
}

/** Words of the training texts by language; frequent ones are damped, since they are listed anyway. */
function readTexts(file: string): Map<string, Counts> {
  const words = new Map<string, Counts>();
  const [header, ...rows] = readFileSync(file, 'utf8').trimEnd().split('\n');
  const columns = (header ?? '').split('\t');
  const [text, lang, split] = ['text', 'lang', 'split'].map((name) => columns.indexOf(name));
  for (const row of rows) {
    const cells = row.split('\t');
    if (cells[split ?? -1] !== 'train') continue;
    const counts = words.get(cells[lang ?? -1] ?? '') ?? new Map();
    words.set(cells[lang ?? -1] ?? '', counts);
    const clean = (cells[text ?? -1] ?? '').replace('[PERSON]', '').replace(/ ?' ?/g, "'");
    for (const word of wordsOf(clean)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return words;
}

/** The script and the words of a language.tsv, most common first. */
function readLanguage(file: string): { script: string; words: string[] } {
  const rows = readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.split('\t'));
  const values = (kind: string) => rows.filter((row) => row[0] === kind).map((row) => row[1] ?? '');
  return { script: values('script')[0] ?? '', words: values('words').flatMap(wordsOf) };
}

function countGroups(listed: string[], texts: Counts | undefined): Counts {
  const counts: Counts = new Map();
  for (const [rank, word] of [...new Set(listed)].entries()) add(counts, word, 10 / (rank + 30));
  for (const [word, times] of texts ?? []) add(counts, word, Math.sqrt(times));
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return new Map([...counts].map(([group, count]) => [group, count / total]));
}

function learn(shares: Map<string, Counts>): string[] {
  const groups = [...new Set([...shares.values()].flatMap((counts) => [...counts.keys()]))];
  const space = textGroups + smoothing * groups.length;
  const scored = groups.map((group) => {
    const of = [...shares].map(([tag, counts]) => {
      const share = ((counts.get(group) ?? 0) * textGroups + smoothing) / space;
      return { tag, share };
    });
    const mean = of.reduce((sum, each) => sum + each.share, 0) / of.length;
    const odds = of
      .map(({ tag, share }) => ({ tag, odds: Math.log(share / mean) }))
      .sort((a, b) => b.odds - a.odds);
    const seen = [...shares.values()].reduce((sum, counts) => sum + (counts.get(group) ?? 0), 0);
    return { group, odds, worth: seen * (odds[0]?.odds ?? 0) };
  });
  scored.sort((a, b) => b.worth - a.worth || (a.group < b.group ? -1 : 1));
  return scored
    .slice(0, keptGroups)
    .map(({ group, odds }) => {
      const weights = odds
        .slice(0, maxLanguages)
        .map(({ tag, odds: value }) => ({
          tag,
          weight: Math.min(maxWeight, Math.round(value / natsPerStep)),
        }))
        .filter(({ weight }) => weight > 0)
        .map(({ tag, weight }) => `${tag}=${weight}`);
      return weights.length > 0 ? `${group}\t${weights.sort().join(' ')}` : '';
    })
    .filter((row) => row !== '')
    .sort();
}

const folder = process.argv[2];
if (folder === undefined || !existsSync(join(folder, 'train/xed.tsv'))) {
  console.error('usage: letter-grams.ts DATA_DIR (a folder with train/xed.tsv)');
  process.exit(2);
}
const texts = readTexts(join(folder, 'train/xed.tsv'));
const shares = new Map<string, Counts>();
for (const tag of readdirSync(tables).sort()) {
  const file = join(tables, tag, 'language.tsv');
  if (!existsSync(file)) continue;
  const language = readLanguage(file);
  if (language.script === 'latin') shares.set(tag, countGroups(language.words, texts.get(tag)));
}
const rows = learn(shares);
writeFileSync(
  join(tables, 'letter_grams.tsv'),
  `# What three letters tell about the language ('_': start or end of a word; weights 1 to 3).\n# Generated by core/training/letter-grams.ts; origin: SOURCES.md.\nletters\tweights\n${rows.join('\n')}\n`,
);
console.log(`${rows.length} groups of letters in ${shares.size} languages`);
