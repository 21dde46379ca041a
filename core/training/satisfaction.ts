/** How early and how precisely dialogues that left people dissatisfied are offered a person. */

export interface OfferedDialogue {
  /** Customer turns. */
  readonly turns: number;
  /** The raters' overall satisfaction is low. */
  readonly low: boolean;
  /** The customer turn, from 1, of the first offer; 0 when there is none. */
  readonly offered: number;
}

/** Overall satisfaction, 1 to 5, below which a dialogue counts as low. */
export const lowBelow = 2.5;

export const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** All NaN when there are no dialogues. */
export interface OfferFigures extends Record<string, number> {
  /** Share of all dialogues that are offered a person. */
  offered: number;
  /** Share of low ones among those that are. */
  precision: number;
  /** Share of the low ones that are. */
  recall: number;
  /** Harmonic mean of precision and recall; 0 when no low one is. */
  f1: number;
  /** Precision, divided by the share of low dialogues: 1 is no better than chance. */
  lift: number;
  /** Of the low ones that are offered a person: the customer turn of the first offer, mean. */
  turn: number;
  /** Of these: the share of the customer's turns that were still to come, mean. */
  left: number;
}

export function offerFigures(dialogues: readonly OfferedDialogue[]): OfferFigures {
  const low = dialogues.filter((each) => each.low);
  const offered = dialogues.filter((each) => each.offered > 0);
  const caught = low.filter((each) => each.offered > 0);
  const precision = caught.length / offered.length;
  return {
    offered: offered.length / dialogues.length,
    precision,
    recall: caught.length / low.length,
    f1: (2 * caught.length) / (offered.length + low.length),
    lift: precision / (low.length / dialogues.length),
    turn: meanOf(caught.map((each) => each.offered)),
    left: meanOf(caught.map((each) => 1 - each.offered / each.turns)),
  };
}
