import { describe, expect, it } from 'vitest';
import { bootstrap, shownInterval } from '../../core/training/bootstrap.ts';
import { offerFigures } from '../../core/training/satisfaction.ts';
import {
  type Action,
  calmOffersIn,
  countConversations,
  countTurns,
  isWrong,
  type JudgedConversation,
  type JudgedTurn,
  precision,
  recall,
  timingOf,
} from '../../core/training/takeover.ts';

const letters: Record<string, Action> = {
  c: 'continue',
  o: 'offer_person',
  p: 'connect_person',
};

/** "oc>p": wanted is an offer, going on is acceptable, a person was connected. */
function turn(word: string): JudgedTurn {
  const [accepted = '', decided = ''] = word.split('>');
  const [wanted, ...acceptable] = [...accepted].map((letter) => letters[letter] as Action);
  return {
    text: word,
    wanted: wanted as Action,
    acceptable,
    decided: letters[decided] as Action,
    reasons: [],
  };
}

function conversation(words: string, calm = false): JudgedConversation {
  const turns = words.split(' ').map(turn);
  return { id: words, family: 'f', calm, untuned: false, turns };
}

const conversations = (...words: string[]) => words.map((each) => conversation(each));

describe('turns against what is wanted', () => {
  it('count as hits, misses and false alarms at each level', () => {
    const all = conversations('c>c o>o p>p', 'c>o o>c p>o c>p');
    expect(countTurns(all, 'offer_person')).toEqual({
      hits: 3,
      misses: 1,
      falseAlarms: 2,
      either: 0,
    });
    expect(countTurns(all, 'connect_person')).toEqual({
      hits: 1,
      misses: 1,
      falseAlarms: 1,
      either: 0,
    });
  });

  it('count neither way where leads would accept both', () => {
    const all = conversations('oc>o oc>c co>o cp>c op>p op>c');
    expect(countTurns(all, 'offer_person')).toEqual({
      hits: 1,
      misses: 1,
      falseAlarms: 0,
      either: 4,
    });
    expect(countTurns(all, 'connect_person')).toEqual({
      hits: 0,
      misses: 0,
      falseAlarms: 0,
      either: 3,
    });
  });

  it('are wrong when the decision is none of those accepted', () => {
    expect(['o>o', 'op>p', 'oc>c', 'o>p', 'oc>p'].map((word) => isWrong(turn(word)))).toEqual([
      false,
      false,
      false,
      true,
      true,
    ]);
  });
});

describe('conversations against what is wanted', () => {
  it('are hits when an offer comes at all, and false alarms when none is due', () => {
    const all = conversations('c>o o>c', 'o>c c>c', 'c>c c>o', 'c>c', 'co>o c>c', 'co>o c>o');
    expect(countConversations(all, 'offer_person')).toEqual({
      hits: 1,
      misses: 1,
      falseAlarms: 2,
      either: 1,
    });
  });

  it('have no precision without decisions and no recall without wishes', () => {
    const counts = countConversations(conversations('c>c'), 'offer_person');
    expect(precision(counts)).toBeNaN();
    expect(recall(counts)).toBeNaN();
    expect(precision({ hits: 3, misses: 0, falseAlarms: 1, either: 9 })).toBe(0.75);
    expect(recall({ hits: 3, misses: 2, falseAlarms: 1, either: 9 })).toBe(0.6);
  });
});

describe('the time of the first offer', () => {
  it('is measured from the first turn at which it is due, and from the first acceptable one', () => {
    expect(timingOf(conversations('c>c o>c o>o'))).toMatchObject({ late: 1, early: 0 });
    expect(timingOf(conversations('c>o c>c oc>c o>o'))).toMatchObject({ late: 0, early: 2 });
    expect(timingOf(conversations('oc>o c>c o>o'))).toMatchObject({ late: 0, early: 0 });
  });

  it('is a mean over those that are due and got one', () => {
    const all = conversations('o>c c>c o>o', 'c>o o>o', 'o>c', 'c>o', 'oc>c');
    expect(timingOf(all)).toEqual({ due: 3, never: 1, late: 1, early: 0.5 });
  });
});

describe('calm conversations', () => {
  it('count once when anything is offered', () => {
    const all = [
      conversation('c>c c>c', true),
      conversation('c>o c>o', true),
      conversation('c>p', true),
      conversation('c>o'),
    ];
    expect(calmOffersIn(all)).toEqual({ conversations: 3, offered: 2 });
  });
});

describe('offers to dissatisfied people', () => {
  const dialogue = (low: boolean, offered: number, turns = 4) => ({ low, offered, turns });

  it('are counted, and how early they come', () => {
    const all = [
      dialogue(true, 1),
      dialogue(true, 4, 8),
      dialogue(true, 0),
      dialogue(false, 2),
      dialogue(false, 3),
      ...Array.from({ length: 5 }, () => dialogue(false, 0)),
    ];
    const figures = offerFigures(all);
    expect(figures).toMatchObject({ offered: 0.4, precision: 0.5, turn: 2.5, left: 0.625 });
    expect(figures.recall).toBeCloseTo(2 / 3);
    expect(figures.f1).toBeCloseTo(4 / 7);
    expect(figures.lift).toBeCloseTo(5 / 3);
  });

  it('say nothing where there are none', () => {
    const figures = offerFigures([dialogue(false, 0), dialogue(true, 0)]);
    expect(figures).toMatchObject({ offered: 0, recall: 0, f1: 0 });
    expect(figures.precision).toBeNaN();
    expect(figures.turn).toBeNaN();
  });
});

describe('bootstrap intervals', () => {
  const mean = (cases: readonly number[]) => ({
    mean: cases.reduce((sum, each) => sum + each, 0) / cases.length,
  });

  it('lie around the figure, and are the same each time', () => {
    const cases = Array.from({ length: 400 }, (_, i) => i % 2);
    const { mean: interval } = bootstrap(cases, mean);
    expect(interval.value).toBe(0.5);
    // Two standard errors of a share of 0.5 in 400 cases are 0.05.
    expect(Math.abs(interval.low - 0.45)).toBeLessThan(0.01);
    expect(Math.abs(interval.high - 0.55)).toBeLessThan(0.01);
    expect(bootstrap(cases, mean)).toEqual({ mean: interval });
  });

  it('are nothing where the figure is nothing', () => {
    const { mean: interval } = bootstrap([] as number[], mean, 10);
    expect(shownInterval(interval)).toBe('-');
    expect(shownInterval({ value: 0.5, low: 0.25, high: 1 }, 2)).toBe('0.50 [0.25, 1.00]');
  });
});
