/**
 * The corpus and the labels of core/training, as core/training/LABELLING.md describes them: reads
 * them and finds messages that are too much alike.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const root = join(import.meta.dirname, '../..');

export interface Labels {
  readonly upset: number;
  readonly sentiment: number;
  readonly emotions: readonly string[];
  readonly urgency: number;
  readonly topics: readonly string[];
  readonly flags: readonly string[];
  readonly sarcasm: boolean;
}

/** A message of the corpus. */
export interface Message extends Labels {
  readonly id: string;
  readonly text: string;
  readonly trade: string;
  readonly voice: string;
  /** The name of its file. */
  readonly author: string;
  /** A turn of a conversation has these: which one, its number from 1 upward, the bot before it. */
  readonly conversation?: string;
  readonly turn?: number;
  readonly bot?: string;
}

/** Labels of a line of a public set; its text stays with the set. */
export interface LabelledLine extends Labels {
  /** FNV-1a of the text's UTF-8, 64 bits in 16 hexadecimal digits. */
  readonly hash: string;
  readonly set: string;
}

/** The second labelling of a message, which has an `id`, or of a line, which has a `hash`. */
export interface SecondLabels extends Labels {
  readonly id?: string;
  readonly hash?: string;
}

const schema = (name: string) =>
  JSON.parse(readFileSync(join(root, `web/schema/${name}.schema.json`), 'utf8'));
const lexicon = schema('lexicon').items.properties;

/** What labels may name: as in the assessment. */
export const labelNames: Readonly<Record<'emotions' | 'topics' | 'flags', readonly string[]>> = {
  emotions: Object.keys(lexicon.emotions.properties),
  topics: schema('playbook').$defs.generalTopic.enum,
  flags: lexicon.flag.enum,
};

function readLines<Line>(file: string): Line[] {
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  return lines.map((line, i) => {
    try {
      return JSON.parse(line) as Line;
    } catch (error) {
      throw new Error(`${file}:${i + 1}: ${error}`);
    }
  });
}

/** All lines of the files of a folder of core/training, each with the name of its file. */
function readFolder<Line>(folder: string): { name: string; line: Line }[] {
  const path = join(import.meta.dirname, folder);
  const files = readdirSync(path).filter((file) => file.endsWith('.jsonl'));
  return files.sort().flatMap((file) => {
    const name = basename(file, '.jsonl');
    return readLines<Line>(join(path, file)).map((line) => ({ name, line }));
  });
}

/** The messages, in the order of files and lines. */
export function readCorpus(): Message[] {
  const lines = readFolder<Omit<Message, 'author'>>('corpus');
  return lines.map(({ name, line }) => ({ ...line, author: name }));
}

export function readLabels(): LabelledLine[] {
  const lines = readFolder<Omit<LabelledLine, 'set'>>('labels');
  return lines.map(({ name, line }) => ({ ...line, set: name }));
}

export function readSecondLabels(): SecondLabels[] {
  return readLines(join(import.meta.dirname, 'second-labels.jsonl'));
}

/** Words in small letters, without punctuation and emoji. */
export function wordsOf(text: string): string[] {
  const plain = text.toLowerCase().replaceAll('\u2019', "'");
  return plain.match(/[\p{L}\p{M}\p{N}_']+/gu) ?? [];
}

/** The length of a text in words, as whoever counts between blanks: an emoji or "??" counts. */
export function lengthOf(text: string): number {
  return text.trim() === '' ? 0 : text.trim().split(/\s+/).length;
}

/** Two messages, and what they have in common. */
export interface Alike {
  readonly first: string;
  readonly second: string;
  readonly shared: string;
}

/** Messages may share this many words in a row, not more. */
export const sharedWords = 6;

/** Pairs of messages with more than `sharedWords` words in a row in common, and the first such run. */
export function sharedRuns(messages: readonly Pick<Message, 'id' | 'text'>[]): Alike[] {
  const holders = new Map<string, string[]>();
  const found = new Map<string, Alike>();
  for (const { id, text } of messages) {
    const words = wordsOf(text);
    for (let i = 0; i + sharedWords < words.length; i += 1) {
      const run = words.slice(i, i + sharedWords + 1).join(' ');
      const others = holders.get(run);
      if (others === undefined) {
        holders.set(run, [id]);
      } else if (others.at(-1) !== id) {
        for (const first of others) {
          const pair = `${first} ${id}`;
          if (!found.has(pair)) found.set(pair, { first, second: id, shared: run });
        }
        others.push(id);
      }
    }
  }
  return [...found.values()];
}

/** Common words, which say nothing about the matter. */
function readFunctionWords(): Set<string> {
  const table = readFileSync(join(root, 'core/data/en/language.tsv'), 'utf8');
  const rows = table.split('\n').map((row) => row.split('\t'));
  return new Set(rows.flatMap(([kind, words = '']) => (kind === 'words' ? words.split(' ') : [])));
}

/** Two messages are near duplicates when so much of their content words is the same (Jaccard). */
export const nearShare = 0.8;
/** Shorter messages are often alike, and may be. */
export const nearLeastWords = 5;

/** Pairs of messages that say nearly the same with words in another order or a few other words. */
export function nearDuplicates(messages: readonly Pick<Message, 'id' | 'text'>[]): Alike[] {
  const functionWords = readFunctionWords();
  const texts = messages.flatMap(({ id, text }) => {
    const words = new Set(wordsOf(text).filter((word) => !functionWords.has(word)));
    return words.size < nearLeastWords ? [] : [{ id, words }];
  });
  const counts = new Map<string, number>();
  for (const { words } of texts) {
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  // A near duplicate has 0.8 n of a text's n words or more. When both sort their words by one order,
  // they share one of the first 0.2 n + 1 of each; rarest first, few others have those.
  const holders = new Map<string, number[]>();
  const found: Alike[] = [];
  texts.forEach(({ id, words }, i) => {
    const rarest = [...words].sort(
      (a, b) => (counts.get(a) ?? 0) - (counts.get(b) ?? 0) || (a < b ? -1 : 1),
    );
    const keys = rarest.slice(0, words.size - Math.ceil(nearShare * words.size) + 1);
    const candidates = new Set(keys.flatMap((key) => holders.get(key) ?? []));
    for (const candidate of candidates) {
      const other = texts[candidate];
      if (other === undefined) continue;
      const shared = [...words].filter((word) => other.words.has(word));
      if (shared.length < nearShare * (words.size + other.words.size - shared.length)) continue;
      found.push({ first: other.id, second: id, shared: shared.join(' ') });
    }
    for (const key of keys) holders.set(key, [...(holders.get(key) ?? []), i]);
  });
  return found;
}

/** Texts that several messages have, and how many. */
export function repeatedTexts(messages: readonly Pick<Message, 'text'>[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { text } of messages) counts.set(text.trim(), (counts.get(text.trim()) ?? 0) + 1);
  return new Map([...counts].filter(([, count]) => count > 1));
}
