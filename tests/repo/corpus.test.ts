/** The corpus and its labels: as `core/training/LABELLING.md` says, and no two messages alike. */
import { describe, expect, it } from 'vitest';
import {
  type Labels,
  labelNames,
  lengthOf,
  type Message,
  nearDuplicates,
  readCorpus,
  readLabels,
  readSecondLabels,
  repeatedTexts,
  sharedRuns,
  wordsOf,
} from '../../core/training/corpus.ts';

const messages = readCorpus();
const lines = readLabels();
const seconds = readSecondLabels();
const leastMessages = 8000;
const leastLines = 4000;
const mostWords = 200;

const idsOf = (wrong: readonly Message[]): string[] => wrong.map(({ id }) => id);
/** Those that come more than once. */
const repeated = (names: readonly string[]): string[] =>
  names.filter((name, i) => names.indexOf(name) < i);
const isKnown = (names: unknown, known: readonly string[]): boolean =>
  Array.isArray(names) &&
  names.every((name) => known.includes(name)) &&
  new Set(names).size === names.length;

function areInRange(labels: Labels): boolean {
  return (
    [0, 1, 2].includes(labels.upset) &&
    [-2, -1, 0, 1, 2].includes(labels.sentiment) &&
    [0, 1, 2].includes(labels.urgency) &&
    typeof labels.sarcasm === 'boolean' &&
    isKnown(labels.topics, labelNames.topics) &&
    labels.topics.length <= 3 &&
    isKnown(labels.flags, labelNames.flags) &&
    isKnown(labels.emotions, labelNames.emotions)
  );
}

describe('the corpus', () => {
  it(`has ${leastMessages} messages or more, each with an id of its own`, () => {
    expect(messages.length).toBeGreaterThanOrEqual(leastMessages);
    expect(new Set(idsOf(messages)).size).toBe(messages.length);
    expect(idsOf(messages.filter(({ id, author }) => !id.startsWith(`${author}-`)))).toEqual([]);
  });

  it('has labels in their ranges', () => {
    expect(idsOf(messages.filter((each) => !areInRange(each)))).toEqual([]);
  });

  it('has messages, their trades and voices', () => {
    const wrong = messages.filter(
      ({ text, trade, voice }) =>
        lengthOf(text) === 0 || lengthOf(text) > mostWords || !trade || !voice,
    );
    expect(idsOf(wrong)).toEqual([]);
  });

  it('repeats no run of words', () => {
    expect(sharedRuns(messages)).toEqual([]);
  });
});

describe('conversations of the corpus', () => {
  const turns = messages.filter((each) => each.conversation !== undefined);
  const conversations = new Map<string, Message[]>();
  for (const each of turns) {
    const { conversation = '' } = each;
    conversations.set(conversation, [...(conversations.get(conversation) ?? []), each]);
  }

  it('have all members or none', () => {
    const wrong = messages.filter(({ conversation, turn, bot }) => {
      const kinds = [typeof conversation, typeof turn, typeof bot].join(' ');
      return kinds !== 'undefined undefined undefined' && kinds !== 'string number string';
    });
    expect(idsOf(wrong)).toEqual([]);
  });

  it('are of one writer in one file, and count their turns from 1', () => {
    const wrong = [...conversations].filter(
      ([, own]) =>
        own.some((each, i) => each.turn !== i + 1) ||
        new Set(own.map(({ author, trade, voice }) => [author, trade, voice].join('\t'))).size > 1,
    );
    expect(wrong.map(([conversation]) => conversation)).toEqual([]);
  });

  it('have what the bot said before every turn but the first', () => {
    const wrong = turns.filter(({ turn = 0, bot = '' }) => turn > 1 && bot.trim() === '');
    expect(idsOf(wrong)).toEqual([]);
  });
});

describe('the labels of lines', () => {
  it(`are ${leastLines} or more`, () => {
    expect(lines.length).toBeGreaterThanOrEqual(leastLines);
  });

  it('are keyed by the hash of a text, each once in its set', () => {
    expect(lines.filter(({ hash }) => !/^[0-9a-f]{16}$/.test(hash))).toEqual([]);
    const keys = lines.map(({ set, hash }) => `${set} ${hash}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('are in their ranges', () => {
    expect(lines.filter((each) => !areInRange(each))).toEqual([]);
  });
});

describe('the second labels', () => {
  it('have first ones, each once', () => {
    const ids = new Set(idsOf(messages));
    const hashes = new Set(lines.map(({ hash }) => hash));
    const alone = seconds.filter(({ id, hash }) =>
      id === undefined ? !hashes.has(hash ?? '') : !ids.has(id) || hash !== undefined,
    );
    expect(alone).toEqual([]);
    expect(repeated(seconds.map(({ id, hash }) => id ?? hash ?? ''))).toEqual([]);
  });

  it('are 300 or more, in their ranges', () => {
    expect(seconds.length).toBeGreaterThanOrEqual(300);
    expect(seconds.filter((each) => !areInRange(each))).toEqual([]);
  });
});

describe('what messages share', () => {
  const message = (id: string, text: string) => ({ id, text });

  it('is told from the seventh word in a row on, whatever the case and the signs', () => {
    const six = message('a', 'One two three, four five six');
    expect(sharedRuns([six, message('b', 'one two three four five six SEVEN')])).toEqual([]);
    const found = sharedRuns([
      message('a', "Well, I don't know where my parcel went"),
      message('b', 'I don\u2019t know WHERE my ... parcel\nwent yesterday'),
      message('c', 'and "I don\'t know where my parcel went" again'),
    ]);
    expect(found.map(({ first, second }) => `${first} ${second}`)).toEqual(['a b', 'a c', 'b c']);
    expect(found[0]?.shared).toBe("i don't know where my parcel went");
  });

  it('may come again within a message', () => {
    const text = 'why why why why why why why why why';
    expect(sharedRuns([message('a', text)])).toEqual([]);
  });

  it('is told when only the order and a few words differ', () => {
    const parcel = message('a', 'The blue parcel from Leeds arrived broken, driver laughed');
    const other = message('b', 'driver laughed: parcel, blue, arrived broken from Leeds yesterday');
    expect(nearDuplicates([parcel, other])).toEqual([
      { first: 'a', second: 'b', shared: expect.stringContaining('parcel') },
    ]);
    expect(nearDuplicates([parcel, message('c', 'The blue parcel from Leeds arrived')])).toEqual(
      [],
    );
    expect(nearDuplicates([message('d', 'refund now'), message('e', 'refund now')])).toEqual([]);
  });

  it('is counted when it is a whole text', () => {
    const texts = ['ok', 'ok ', 'yes', 'ok'].map((text, i) => message(`${i}`, text));
    expect([...repeatedTexts(texts)]).toEqual([['ok', 3]]);
  });

  it('leaves emoji out of the words, but not out of the length', () => {
    expect(wordsOf('Still \u{1f621} nothing ??')).toEqual(['still', 'nothing']);
    expect(lengthOf('Still \u{1f621} nothing ??')).toBe(4);
    expect(lengthOf(' ')).toBe(0);
  });
});
