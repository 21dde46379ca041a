/**
 * How well decisions fit what a support lead would want: each customer turn is judged against the
 * action that is wanted there and those that a reasonable lead would accept as well.
 */

export const actions = ['continue', 'offer_person', 'connect_person'] as const;
export type Action = (typeof actions)[number];

export interface JudgedTurn {
  readonly text: string;
  readonly wanted: Action;
  /** Beside `wanted`. */
  readonly acceptable: readonly Action[];
  readonly decided: Action;
  readonly reasons: readonly string[];
}

export interface JudgedConversation {
  readonly id: string;
  readonly family: string;
  /** No turn of it should get more than "continue". */
  readonly calm: boolean;
  /** Written from the contract alone: nothing was fitted to it. */
  readonly untuned: boolean;
  /** The customer's. */
  readonly turns: readonly JudgedTurn[];
}

/** What is asked of a decision: at least this much. */
export type Level = 'offer_person' | 'connect_person';

export interface Counts {
  /** Wanted and done. */
  readonly hits: number;
  /** Wanted and not done. */
  readonly misses: number;
  /** Done and not wanted. */
  readonly falseAlarms: number;
  /** Left out: leads would accept both. */
  readonly either: number;
}

const reaches = (action: Action, level: Level): boolean =>
  actions.indexOf(action) >= actions.indexOf(level);

const acceptedIn = ({ wanted, acceptable }: JudgedTurn): Action[] => [wanted, ...acceptable];

/** Nothing less is acceptable at this turn. */
const isDue = (turn: JudgedTurn, level: Level): boolean =>
  acceptedIn(turn).every((action) => reaches(action, level));

/** At least acceptable at this turn. */
const isAllowed = (turn: JudgedTurn, level: Level): boolean =>
  acceptedIn(turn).some((action) => reaches(action, level));

const isDone = (turn: JudgedTurn, level: Level): boolean => reaches(turn.decided, level);

export const isWrong = (turn: JudgedTurn): boolean => !acceptedIn(turn).includes(turn.decided);

function count(cases: readonly { due: boolean; allowed: boolean; done: boolean }[]): Counts {
  const number = (holds: (each: { due: boolean; allowed: boolean; done: boolean }) => boolean) =>
    cases.filter(holds).length;
  return {
    hits: number(({ due, done }) => due && done),
    misses: number(({ due, done }) => due && !done),
    falseAlarms: number(({ allowed, done }) => !allowed && done),
    either: number(({ due, allowed }) => allowed && !due),
  };
}

/** Turn by turn. A turn at which leads would accept both counts neither way. */
export function countTurns(all: readonly JudgedConversation[], level: Level): Counts {
  const turns = all.flatMap((conversation) => conversation.turns);
  return count(
    turns.map((turn) => ({
      due: isDue(turn, level),
      allowed: isAllowed(turn, level),
      done: isDone(turn, level),
    })),
  );
}

/**
 * Conversation by conversation: due when some turn is, done when some turn does it. One that is not
 * due and in which it was done only where that is acceptable counts neither way.
 */
export function countConversations(all: readonly JudgedConversation[], level: Level): Counts {
  return count(
    all.map(({ turns }) => {
      const due = turns.some((turn) => isDue(turn, level));
      const wrongly = turns.some((turn) => isDone(turn, level) && !isAllowed(turn, level));
      const open = !due && !wrongly && turns.some((turn) => isAllowed(turn, level));
      return { due, allowed: due || open, done: turns.some((turn) => isDone(turn, level)) };
    }),
  );
}

/** NaN when nothing was done. */
export const precision = ({ hits, falseAlarms }: Counts): number => hits / (hits + falseAlarms);
/** NaN when nothing was wanted. */
export const recall = ({ hits, misses }: Counts): number => hits / (hits + misses);

export interface Timing {
  /** Conversations in which an offer is due at some turn. */
  readonly due: number;
  /** Of these, without any offer. */
  readonly never: number;
  /** Customer turns from the first due one to the first offer, mean; 0 where it came in time. */
  readonly late: number;
  /** Customer turns from the first offer to the first acceptable one, mean; 0 as above. */
  readonly early: number;
}

/** When the first offer came; means over the conversations that are due and got one. */
export function timingOf(all: readonly JudgedConversation[]): Timing {
  const level = 'offer_person';
  const due = all
    .map(({ turns }) => ({
      due: turns.findIndex((turn) => isDue(turn, level)),
      allowed: turns.findIndex((turn) => isAllowed(turn, level)),
      done: turns.findIndex((turn) => isDone(turn, level)),
    }))
    .filter((each) => each.due >= 0);
  const caught = due.filter(({ done }) => done >= 0);
  const mean = (values: number[]) => values.reduce((sum, x) => sum + x, 0) / values.length;
  return {
    due: due.length,
    never: due.length - caught.length,
    late: mean(caught.map((each) => Math.max(0, each.done - each.due))),
    early: mean(caught.map((each) => Math.max(0, each.allowed - each.done))),
  };
}

export interface CalmOffers {
  readonly conversations: number;
  /** Of these, with an offer or a connection. */
  readonly offered: number;
}

export function calmOffersIn(all: readonly JudgedConversation[]): CalmOffers {
  const calm = all.filter((conversation) => conversation.calm);
  const offered = calm.filter(({ turns }) => turns.some((turn) => isDone(turn, 'offer_person')));
  return { conversations: calm.length, offered: offered.length };
}
