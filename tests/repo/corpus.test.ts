/** The training corpus: labels as `core/training/LABELLING.md` says, and no two messages alike. */
import { describe, expect, it } from 'vitest';
import { filesMatching, textOf } from './files.ts';

interface Message {
  id: string;
  text: string;
  trade: string;
  voice: string;
  upset: number;
  sentiment: number;
  emotions: string[];
  urgency: number;
  topics: string[];
  flags: string[];
  sarcasm: boolean;
}

const schema = (name: string) => JSON.parse(textOf(`web/schema/${name}.schema.json`));
const playbook = schema('playbook');
const lexicon = schema('lexicon');
const topics = new Set<string>(playbook.$defs.generalTopic.enum);
const flags = new Set<string>(lexicon.items.properties.flag.enum);
const emotions = new Set(Object.keys(lexicon.items.properties.emotions.properties));
const mostWords = 200;
/** Messages may share this many words in a row, not more. */
const sharedWords = 6;

const messages = filesMatching(/^core\/training\/corpus\/.*\.jsonl$/).flatMap((file) =>
  textOf(file)
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Message),
);
const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}_']+/gu) ?? [];
const isKnown = (names: string[], known: Set<string>): boolean =>
  names.every((name) => known.has(name)) && new Set(names).size === names.length;
const idsOf = (wrong: Message[]): string[] => wrong.map(({ id }) => id);

describe('the corpus', () => {
  it('has an id for every message', () => {
    expect(new Set(idsOf(messages)).size).toBe(messages.length);
  });

  it('has labels in their ranges', () => {
    const wrong = messages.filter(
      (each) =>
        ![0, 1, 2].includes(each.upset) ||
        ![-2, -1, 0, 1, 2].includes(each.sentiment) ||
        ![0, 1, 2].includes(each.urgency) ||
        typeof each.sarcasm !== 'boolean' ||
        each.topics.length > 3 ||
        !isKnown(each.topics, topics) ||
        !isKnown(each.flags, flags) ||
        !isKnown(each.emotions, emotions),
    );
    expect(idsOf(wrong)).toEqual([]);
  });

  it('has messages, their trades and voices', () => {
    const wrong = messages.filter(
      ({ text, trade, voice }) =>
        text.trim() === '' || text.split(/\s+/).length > mostWords || !trade || !voice,
    );
    expect(idsOf(wrong)).toEqual([]);
  });

  it('repeats no run of words', () => {
    const owner = new Map<string, string>();
    const shared: string[] = [];
    for (const { id, text } of messages) {
      const words = wordsOf(text);
      for (let i = 0; i + sharedWords < words.length; i += 1) {
        const run = words.slice(i, i + sharedWords + 1).join(' ');
        const first = owner.get(run) ?? id;
        if (first !== id) shared.push(`${first} and ${id}: ${run}`);
        owner.set(run, first);
      }
    }
    expect(shared).toEqual([]);
  });
});
