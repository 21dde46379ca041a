/** How far two readers agree who labelled the same texts, each without sight of the other's labels. */
import { type Labels, labelNames } from './corpus.ts';

/** A text's two labellings. */
export interface Pair {
  readonly first: Labels;
  readonly second: Labels;
}

/** One question that a label answers, for example whether the customer is angry. */
interface Question {
  readonly name: string;
  /** The answers in the order in which they are counted. */
  readonly answers: readonly (number | boolean)[];
  readonly answer: (labels: Labels) => number | boolean;
}

/** How two labellings answer one question. */
export interface Agreement {
  readonly name: string;
  /** How often each answer was given; of yes and no, only yes. */
  readonly first: readonly number[];
  readonly second: readonly number[];
  readonly kappa: number;
}

/**
 * Cohen's kappa: the share of equal answers beyond what chance gives two readers who each use every
 * answer as often as they did (J. Cohen 1960, A coefficient of agreement for nominal scales).
 * 1: all are equal; 0: as many as by chance; below 0: fewer. NaN when chance makes all equal, since
 * both gave one and the same answer throughout, and when there are none.
 */
export function cohensKappa<Answer>(first: readonly Answer[], second: readonly Answer[]): number {
  if (first.length !== second.length) {
    throw new RangeError(`${first.length} answers cannot be paired with ${second.length}`);
  }
  const count = (answers: readonly Answer[], wanted: Answer) =>
    answers.filter((answer) => answer === wanted).length;
  const equal = first.filter((answer, i) => answer === second[i]).length;
  // Both are multiplied by the number of texts, which keeps them whole and the result exact.
  const observed = equal * first.length;
  const expected = [...new Set(first)].reduce(
    (sum, answer) => sum + count(first, answer) * count(second, answer),
    0,
  );
  return (observed - expected) / (first.length ** 2 - expected);
}

const yesOrNo = (name: string, answer: (labels: Labels) => boolean): Question => ({
  name,
  answers: [true],
  answer,
});

const questions: readonly Question[] = [
  { name: 'upset 0, 1, 2', answers: [0, 1, 2], answer: (labels) => labels.upset },
  yesOrNo('upset >= 1', (labels) => labels.upset >= 1),
  yesOrNo('upset = 2', (labels) => labels.upset === 2),
  { name: 'sentiment -2 .. 2', answers: [-2, -1, 0, 1, 2], answer: (labels) => labels.sentiment },
  { name: 'urgency 0, 1, 2', answers: [0, 1, 2], answer: (labels) => labels.urgency },
  yesOrNo('sarcasm', (labels) => labels.sarcasm),
  ...(['emotions', 'topics', 'flags'] as const).flatMap((member) =>
    labelNames[member].map((name) => yesOrNo(name, (labels) => labels[member].includes(name))),
  ),
];

/** How `pairs` agree on every question: upset, sentiment, urgency, sarcasm, emotions, topics, flags. */
export function agreements(pairs: readonly Pair[]): Agreement[] {
  return questions.map(({ name, answers, answer }) => {
    const first = pairs.map((pair) => answer(pair.first));
    const second = pairs.map((pair) => answer(pair.second));
    const counts = (given: readonly (number | boolean)[]) =>
      answers.map((wanted) => given.filter((one) => one === wanted).length);
    return {
      name,
      first: counts(first),
      second: counts(second),
      kappa: cohensKappa(first, second),
    };
  });
}
