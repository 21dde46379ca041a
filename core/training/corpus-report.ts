/**
 * Describes the corpus and the labels: npm run corpus
 *
 * Sizes, shares of labels, variety of words, messages that are too much alike, and how far a second
 * labelling agrees with the first. Exit code 1 when two messages share too many words in a row.
 */
import { type Agreement, agreements, type Pair } from './agreement.ts';
import {
  type Alike,
  type LabelledLine,
  type Labels,
  labelNames,
  lengthOf,
  type Message,
  nearDuplicates,
  nearLeastWords,
  nearShare,
  readCorpus,
  readLabels,
  readSecondLabels,
  repeatedTexts,
  sharedRuns,
  sharedWords,
  wordsOf,
} from './corpus.ts';
import { groupBy } from './groups.ts';

/** Type-token ratios fall with length: each is of so many words, or of all when there are fewer. */
const comparedWords = 5000;
const longWords = 60;
const veryShortWords = 4;

const heading = (text: string): void => console.log(`\n${text}\n`);
const print = (name: string, value: string | number): void =>
  console.log(`  ${name.padEnd(34)} ${value}`);
const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)} %`;
const printShare = (name: string, part: number, whole: number): void =>
  print(name, `${part} (${percent(part, whole)})`);

function upsetShares(labels: readonly Labels[]): string {
  const shares = [0, 1, 2].map((upset) => labels.filter((each) => each.upset === upset).length);
  return shares.map((count) => percent(count, labels.length)).join(', ');
}

function reportSizes(messages: readonly Message[]): void {
  const conversations = new Set(messages.flatMap((each) => each.conversation ?? []));
  const turns = messages.filter((each) => each.conversation !== undefined).length;
  heading('Corpus');
  print('messages', messages.length);
  print('of them in conversations', `${turns}, ${conversations.size} conversations`);
  print('authors', new Set(messages.map(({ author }) => author)).size);
  print('trades', new Set(messages.map(({ trade }) => trade)).size);
  print('upset 0, 1, 2', upsetShares(messages));
}

function reportLengths(messages: readonly Message[]): void {
  const lengths = messages.map(({ text }) => lengthOf(text)).sort((a, b) => a - b);
  const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
  heading('Words in a message');
  print('mean', mean.toFixed(1));
  for (const part of [5, 25, 50, 75, 95, 100]) {
    const index = Math.min(lengths.length - 1, Math.floor((part / 100) * lengths.length));
    print(`percentile ${part}`, lengths[index] ?? 0);
  }
  const short = lengths.filter((length) => length <= veryShortWords).length;
  const long = lengths.filter((length) => length >= longWords).length;
  printShare(`1 to ${veryShortWords}`, short, lengths.length);
  printShare(`${longWords} or more`, long, lengths.length);
}

function printRatio(name: string, words: readonly string[]): void {
  const compared = words.slice(0, comparedWords);
  const ratio = (new Set(compared).size / compared.length).toFixed(3);
  print(name, words.length < comparedWords ? `${ratio} (${words.length} words)` : ratio);
}

function reportVariety(messages: readonly Message[]): void {
  heading(`Type-token ratio of ${comparedWords} words`);
  for (const [author, own] of groupBy(messages, (each) => each.author)) {
    printRatio(
      `${author}, ${own.length} messages`,
      own.flatMap(({ text }) => wordsOf(text)),
    );
  }
  const words = messages.flatMap(({ text }) => wordsOf(text));
  // A tenth more than needed, since messages differ in length.
  const step = Math.max(1, Math.floor(words.length / (1.1 * comparedWords)));
  const spread = messages.filter((_, i) => i % step === 0);
  printRatio(
    `all, every message of ${step}`,
    spread.flatMap(({ text }) => wordsOf(text)),
  );
  print('all words, different ones', `${words.length}, ${new Set(words).size}`);
}

function reportLabelCounts(messages: readonly Message[]): void {
  for (const member of ['flags', 'emotions', 'topics'] as const) {
    heading(`Messages with ${member}`);
    for (const name of labelNames[member]) {
      const count = messages.filter((each) => each[member].includes(name)).length;
      printShare(name, count, messages.length);
    }
    printShare(
      'none',
      messages.filter((each) => each[member].length === 0).length,
      messages.length,
    );
  }
  heading('Messages with sarcasm, urgency and sentiment');
  printShare('sarcasm', messages.filter(({ sarcasm }) => sarcasm).length, messages.length);
  for (const member of ['urgency', 'sentiment'] as const) {
    for (const [value, found] of groupBy(messages, (each) => String(each[member] + 2))) {
      printShare(`${member} ${Number(value) - 2}`, found.length, messages.length);
    }
  }
}

function printAlike(found: readonly Alike[]): void {
  for (const { first, second, shared } of found) console.log(`    ${first} ${second}: ${shared}`);
}

function reportAlike(messages: readonly Message[], shared: readonly Alike[]): void {
  const near = nearDuplicates(messages);
  const repeated = [...repeatedTexts(messages)].sort((a, b) => b[1] - a[1]);
  const further = repeated.reduce((sum, [, count]) => sum + count - 1, 0);
  const most = repeated.slice(0, 5).map(([text, count]) => `${JSON.stringify(text)} ${count}`);
  const longest = Math.max(0, ...repeated.map(([text]) => lengthOf(text)));
  heading('Messages that are alike');
  print(`pairs sharing > ${sharedWords} words in a row`, shared.length);
  printAlike(shared);
  print('pairs of near duplicates', near.length);
  console.log(
    `    (${nearLeastWords} content words or more, Jaccard ${nearShare} or more; what they share)`,
  );
  printAlike(near);
  print('texts that come again', `${repeated.length}, in ${further} further messages`);
  print('the longest of them', `${longest} words`);
  print('the most frequent', most.join(', '));
}

function reportLines(lines: readonly LabelledLine[]): void {
  heading('Labelled lines of public sets, upset 0, 1, 2');
  for (const [set, own] of groupBy(lines, (line) => line.set)) {
    print(set, `${String(own.length).padStart(5)}: ${upsetShares(own)}`);
  }
  print('all', `${String(lines.length).padStart(5)}: ${upsetShares(lines)}`);
}

/** Labels of the second labelling with the first ones; those without are left out. */
function pairUp(first: ReadonlyMap<string, Labels>, key: 'id' | 'hash'): Pair[] {
  return readSecondLabels().flatMap((second) => {
    const found = first.get(second[key] ?? '');
    return found === undefined ? [] : [{ first: found, second }];
  });
}

function cellsOf({ first, second, kappa }: Agreement): string[] {
  const figure = Number.isNaN(kappa) ? '-' : kappa.toFixed(2);
  return [first.join(' '), second.join(' '), figure];
}

function reportAgreement(messages: readonly Message[], lines: readonly LabelledLine[]): void {
  const corpus = pairUp(new Map(messages.map((each) => [each.id, each])), 'id');
  const real = pairUp(new Map(lines.map((each) => [each.hash, each])), 'hash');
  const tables = [corpus, real, [...corpus, ...real]].map(agreements);
  heading('Agreement of the first and the second labelling: how often each said it; kappa');
  console.log(
    `| | corpus (${corpus.length}): first | second | kappa | lines (${real.length}): first | second | kappa | both: first | second | kappa |`,
  );
  console.log('|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|');
  tables[0]?.forEach(({ name }, i) => {
    const cells = tables.flatMap((table) => (table[i] === undefined ? [] : cellsOf(table[i])));
    console.log(`| ${[name, ...cells].join(' | ')} |`);
  });
}

const messages = readCorpus();
const lines = readLabels();
const shared = sharedRuns(messages);
reportSizes(messages);
reportLengths(messages);
reportVariety(messages);
reportLabelCounts(messages);
reportAlike(messages, shared);
reportLines(lines);
reportAgreement(messages, lines);
process.exitCode = shared.length === 0 ? 0 : 1;
