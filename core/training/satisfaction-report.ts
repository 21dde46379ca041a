/**
 * How early and how precisely dialogues with low satisfaction (USS, Sun et al. 2021) are offered a person:
 * by the default policy, when only an explicit request counts, and when VADER reads a message as below
 * -0.5.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bootstrap, type Interval, shownInterval } from './bootstrap.ts';
import { groupBy } from './groups.ts';
import { npmReaders } from './npm-readers.ts';
import { type Recorded, type RecordedTurn, type Replayed, reasonNames, replay } from './replays.ts';
import { lowBelow, meanOf, type OfferedDialogue, offerFigures } from './satisfaction.ts';

interface Line {
  readonly id: string;
  /** 1 to 5, of several raters. */
  readonly overall: readonly number[];
  readonly turns: readonly { readonly role: 'user' | 'system'; readonly text?: string }[];
}

interface Dialogue extends Recorded {
  readonly low: boolean;
}

type Decision = Replayed['decision'];

interface Policy {
  readonly name: string;
  /** Whether a person is offered, at each customer turn of each dialogue. */
  readonly offers: readonly (readonly boolean[])[];
}

/** The set has no times: a turn every twenty seconds. */
const secondsBetween = 20;
/** The compound score from which VADER offers a person: a common choice for "negative". */
const vaderBelow = -0.5;

function dialogueOf({ id, overall, turns }: Line): Dialogue {
  const said = turns.flatMap(({ role, text }): RecordedTurn[] => {
    if (text === undefined || text.trim() === '') return [];
    return [{ from: role === 'user' ? 'customer' : 'bot', text, at: 0 }];
  });
  const timed = said.map((turn, i) => ({ ...turn, at: i * secondsBetween * 1000 }));
  return { id, turns: timed, low: meanOf(overall) < lowBelow };
}

const customerTurns = ({ turns }: Recorded): RecordedTurn[] =>
  turns.filter(({ from }) => from === 'customer');

function replayed(program: string, dialogues: readonly Dialogue[], config: object): Decision[][] {
  return replay(program, dialogues, config).map((turns) =>
    turns.filter(({ from }) => from === 'customer').map(({ decision }) => decision),
  );
}

const offersOf = (decisions: readonly Decision[][]): boolean[][] =>
  decisions.map((turns) => turns.map(({ action }) => action !== 'continue'));

function policiesOf(
  program: string,
  dialogues: readonly Dialogue[],
  own: readonly Decision[][],
): Policy[] {
  const never = { action: 'continue', priority: 'low' };
  const silent = reasonNames(program).filter((name) => name !== 'asks_for_person');
  const requestOnly = { reasons: Object.fromEntries(silent.map((name) => [name, never])) };
  const vader = npmReaders['vader-sentiment'];
  return [
    { name: 'attune, default policy', offers: offersOf(own) },
    {
      name: 'explicit request only',
      offers: offersOf(replayed(program, dialogues, { policy: requestOnly })),
    },
    {
      name: `VADER below ${vaderBelow}`,
      offers: dialogues.map((each) =>
        customerTurns(each).map(({ text }) => vader(text ?? '') < vaderBelow),
      ),
    },
  ];
}

function offeredBy({ offers }: Policy, dialogues: readonly Dialogue[]): OfferedDialogue[] {
  return dialogues.map(({ low }, i) => {
    const turns = offers[i] ?? [];
    return { turns: turns.length, low, offered: turns.indexOf(true) + 1 };
  });
}

const columns = {
  offered: 'offered',
  precision: 'precision',
  recall: 'recall',
  f1: 'F1',
  lift: 'lift',
  turn: 'first offer at customer turn',
  left: 'share of turns still to come',
};

function printRow(name: string, figures: Record<string, Interval>): void {
  const cells = Object.keys(columns).map((column) => {
    const figure = figures[column];
    return figure === undefined ? '-' : shownInterval(figure, 3);
  });
  console.log(`| ${[name, ...cells].join(' | ')} |`);
}

/** Prints the table; `data`: the folder with eval/uss_dialogues.jsonl. */
export function reportSatisfaction(data: string, program: string): void {
  const file = join(data, 'eval/uss_dialogues.jsonl');
  if (!existsSync(file)) throw new Error(`${file} is missing`);
  const dialogues = readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => dialogueOf(JSON.parse(line) as Line));
  const low = dialogues.filter((each) => each.low).length;
  console.log(
    `${dialogues.length} dialogues of uss_dialogues, ${low} of them with an overall satisfaction below ${lowBelow} (mean of the raters); 95 % bootstrap intervals over the dialogues\n`,
  );
  console.log(`| policy | ${Object.values(columns).join(' | ')} |`);
  console.log(`|---|${'--:|'.repeat(Object.keys(columns).length)}`);
  const own = replayed(program, dialogues, {});
  const policies = policiesOf(program, dialogues, own);
  const offered = policies.map((policy) => offeredBy(policy, dialogues));
  for (const [i, { name }] of policies.entries()) {
    printRow(name, bootstrap(offered[i] ?? [], offerFigures));
  }
  printDifferences(policies, offered);
  console.log(
    '\noffered: share of all dialogues; precision, recall: of low satisfaction; lift: precision over its share in all\ndialogues; the last two: of the low ones that are offered a person',
  );
  printReasons(dialogues, own);
}

/** Why the default policy offers a person: dialogues with the reason, and how many of them are low. */
function printReasons(dialogues: readonly Dialogue[], own: readonly Decision[][]): void {
  const found = dialogues.flatMap(({ low }, i) =>
    [...new Set(own[i]?.flatMap(({ reasons }) => reasons))].map((reason) => ({ reason, low })),
  );
  const counts = groupBy(found, ({ reason }) => reason).map(([reason, all]) => {
    return { reason, all: all.length, low: all.filter((each) => each.low).length };
  });
  console.log('\nreasons of the default policy: dialogues, of them with low satisfaction');
  for (const { reason, all, low } of counts.sort((a, b) => b.all - a.all)) {
    console.log(`  ${reason.padEnd(24)} ${String(all).padStart(5)} ${String(low).padStart(4)}`);
  }
}

/** How far the first policy is ahead of each other one, on the same draws of dialogues. */
function printDifferences(policies: readonly Policy[], offered: OfferedDialogue[][]): void {
  const pairs = (offered[0] ?? []).map((_, i) => offered.map((each) => each[i] as OfferedDialogue));
  for (const [k, { name }] of policies.entries()) {
    if (k === 0) continue;
    const ahead = bootstrap(pairs, (drawn) => {
      const own = offerFigures(drawn.map((each) => each[0] as OfferedDialogue));
      const other = offerFigures(drawn.map((each) => each[k] as OfferedDialogue));
      return {
        recall: own.recall - other.recall,
        f1: own.f1 - other.f1,
        lift: own.lift - other.lift,
      };
    });
    console.log(
      `\nahead of "${name}": recall ${shownInterval(ahead.recall)}, F1 ${shownInterval(ahead.f1)}, lift ${shownInterval(ahead.lift)}`,
    );
  }
}
