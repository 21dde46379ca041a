import { describe, expect, it } from 'vitest';
import { agreements, cohensKappa } from '../../core/training/agreement.ts';
import type { Labels } from '../../core/training/corpus.ts';

/** As many of each answer as it says. */
const repeat = <Answer>(...counts: [Answer, number][]): Answer[] =>
  counts.flatMap(([answer, count]) => Array<Answer>(count).fill(answer));

const calm: Labels = {
  upset: 0,
  sentiment: 0,
  emotions: [],
  urgency: 0,
  topics: [],
  flags: [],
  sarcasm: false,
};

describe("Cohen's kappa", () => {
  it('is what one works out by hand', () => {
    // Of 50: both yes 20, only the first 5, only the second 10, both no 15. Equal: 0.7; by chance
    // 0.5 * 0.6 + 0.5 * 0.4 = 0.5; kappa (0.7 - 0.5) / (1 - 0.5).
    const first = repeat([true, 25], [false, 25]);
    const second = repeat([true, 20], [false, 5], [true, 10], [false, 15]);
    expect(cohensKappa(first, second)).toBeCloseTo(0.4, 12);
    expect(cohensKappa(second, first)).toBeCloseTo(0.4, 12);
  });

  it('takes more than two answers', () => {
    // Equal 5 of 6; by chance (2 * 1 + 2 * 3 + 2 * 2) / 36 = 1/3; kappa (5/6 - 1/3) / (1 - 1/3).
    expect(cohensKappa([0, 0, 1, 1, 2, 2], [0, 1, 1, 1, 2, 2])).toBeCloseTo(0.75, 12);
  });

  it('is 1 when all answers are equal', () => {
    expect(cohensKappa([0, 1, 2, 1], [0, 1, 2, 1])).toBe(1);
  });

  it('is 0 when as many are equal as by chance, and less when fewer are', () => {
    expect(cohensKappa([true, true, false, false], [true, false, true, false])).toBe(0);
    expect(cohensKappa([true, true, true], [false, false, false])).toBe(0);
    expect(cohensKappa([true, false], [false, true])).toBe(-1);
  });

  it('is not a number when both give one answer only, or none', () => {
    expect(cohensKappa([false, false], [false, false])).toBeNaN();
    expect(cohensKappa([], [])).toBeNaN();
  });

  it('refuses answers to different texts', () => {
    expect(() => cohensKappa([1, 2], [1])).toThrow('2 answers cannot be paired with 1');
  });
});

describe('the agreement of two labellings', () => {
  it('counts the answers to every question', () => {
    const angry: Labels = { ...calm, upset: 2, emotions: ['anger'], flags: ['abusive'] };
    const table = agreements([
      { first: calm, second: calm },
      { first: angry, second: { ...angry, upset: 1, flags: [] } },
    ]);
    const row = (name: string) => table.find((each) => each.name === name);
    expect(row('upset 0, 1, 2')).toMatchObject({ first: [1, 0, 1], second: [1, 1, 0] });
    expect(row('upset >= 1')).toMatchObject({ first: [1], second: [1], kappa: 1 });
    expect(row('upset = 2')).toMatchObject({ first: [1], second: [0], kappa: 0 });
    expect(row('anger')).toMatchObject({ first: [1], second: [1], kappa: 1 });
    expect(row('abusive')).toMatchObject({ first: [1], second: [0], kappa: 0 });
    expect(row('sarcasm')).toMatchObject({ first: [0], second: [0], kappa: Number.NaN });
  });
});
