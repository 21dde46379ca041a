/**
 * How well the decision to bring in a person fits what a support lead would want:
 * npm run takeover -- [--list] [FILE]...
 *
 * FILEs are conversations with `expect` at each customer turn (tests/fixtures/README.md), by default
 * tests/fixtures/conversations/*takeover-*.jsonl; those whose names start with "contract-" are untuned.
 * --list names each turn that is decided wrongly. With --dialogues DATA_DIR it measures instead how dialogues
 * of DATA_DIR/eval/uss_dialogues.jsonl with low satisfaction are offered a person. ATTUNE names the command
 * line to measure, build/release/attune by default.
 */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { bootstrap, shownInterval } from './bootstrap.ts';
import { groupBy } from './groups.ts';
import { type Recorded, type RecordedTurn, replay } from './replays.ts';
import { reportSatisfaction } from './satisfaction-report.ts';
import {
  type Action,
  type Counts,
  calmOffersIn,
  countConversations,
  countTurns,
  isWrong,
  type JudgedConversation,
  type Level,
  precision,
  recall,
  timingOf,
} from './takeover.ts';

const root = join(import.meta.dirname, '../..');
const program = process.env.ATTUNE ?? join(root, 'build/release/attune');
const fixtures = join(root, 'tests/fixtures/conversations/{,contract-}takeover-*.jsonl');

interface LabelledTurn extends RecordedTurn {
  readonly expect?: {
    readonly action?: Action | readonly Action[];
    readonly acceptable?: Action[];
  };
}

interface Labelled extends Recorded<LabelledTurn> {
  readonly family?: string;
  readonly calm?: boolean;
  readonly config?: object;
}

interface Case {
  readonly file: string;
  readonly labelled: Labelled;
}

function readCases(file: string): Case[] {
  return readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => ({ file, labelled: JSON.parse(line) as Labelled }));
}

/** What the core does in each case: those with one configuration are replayed together. */
function replayAll(cases: readonly Case[]): JudgedConversation[] {
  const configs = groupBy(cases, ({ labelled }) => JSON.stringify(labelled.config ?? {}));
  const judged = new Map<Case, JudgedConversation>();
  for (const [config, own] of configs) {
    const conversations = own.map(({ labelled }) => labelled);
    const results = replay(program, conversations, JSON.parse(config) as object);
    for (const [i, each] of own.entries()) judged.set(each, judge(each, results[i] ?? []));
  }
  return cases.map((each) => judged.get(each) as JudgedConversation);
}

function judge({ file, labelled }: Case, results: ReturnType<typeof replay>[number]) {
  const turns = labelled.turns.flatMap(({ expect, text = '' }, i) => {
    const result = results[i];
    if (expect?.action === undefined || result === undefined) return [];
    const [wanted, ...others] = [expect.action].flat() as [Action, ...Action[]];
    const acceptable = [...others, ...(expect.acceptable ?? [])];
    const { action, reasons } = result.decision;
    return [{ text, wanted, acceptable, decided: action, reasons }];
  });
  return {
    id: String(labelled.id),
    family: labelled.family ?? '-',
    calm: labelled.calm ?? false,
    untuned: basename(file).startsWith('contract-'),
    turns,
  };
}

const shown = (value: number, decimals = 3): string =>
  Number.isNaN(value) ? '-' : value.toFixed(decimals);

const precisionAndRecall = (counts: Counts): string[] => [
  shown(precision(counts)),
  shown(recall(counts)),
];

const columns = [
  'conversations (turns)',
  ...['offer or more: P, turns', 'R', 'P, conversations', 'R'],
  ...['connect: P, turns', 'R', 'P, conversations', 'R'],
  ...['turns late', 'early', 'never', 'calm with an offer'],
];

function rowOf(name: string, all: readonly JudgedConversation[]): string {
  const timing = timingOf(all);
  const calm = calmOffersIn(all);
  const turns = all.reduce((sum, each) => sum + each.turns.length, 0);
  const levels: Level[] = ['offer_person', 'connect_person'];
  const cells = [
    name,
    `${all.length} (${turns})`,
    ...levels.flatMap((level) => [
      ...precisionAndRecall(countTurns(all, level)),
      ...precisionAndRecall(countConversations(all, level)),
    ]),
    shown(timing.late, 2),
    shown(timing.early, 2),
    `${timing.never} of ${timing.due}`,
    `${calm.offered} of ${calm.conversations}`,
  ];
  return `| ${cells.join(' | ')} |`;
}

function printTable(all: readonly JudgedConversation[]): void {
  console.log(`| | ${columns.join(' | ')} |`);
  console.log(`|---|${'--:|'.repeat(columns.length)}`);
  for (const untuned of [false, true]) {
    const part = all.filter((each) => each.untuned === untuned);
    if (part.length === 0) continue;
    console.log(rowOf(untuned ? '**untuned**' : '**tuned**', part));
    for (const [family, own] of groupBy(part, (each) => each.family)) {
      console.log(rowOf(family, own));
    }
  }
}

/** The figures that matter most, with their intervals over the conversations. */
function printHeadlines(all: readonly JudgedConversation[]): void {
  for (const untuned of [false, true]) {
    const part = all.filter((each) => each.untuned === untuned);
    if (part.length === 0) continue;
    console.log(`\n${untuned ? 'untuned' : 'tuned'}, 95 % bootstrap intervals over conversations`);
    for (const level of ['offer_person', 'connect_person'] as const) {
      const figures = bootstrap(part, (drawn) => {
        const turns = countTurns(drawn, level);
        const conversations = countConversations(drawn, level);
        return {
          'precision, turns': precision(turns),
          'recall, turns': recall(turns),
          'precision, conversations': precision(conversations),
          'recall, conversations': recall(conversations),
        };
      });
      const { hits, misses, falseAlarms, either } = countTurns(part, level);
      console.log(
        `  ${level}${level === 'offer_person' ? ' or more' : ''}: ${hits} right, ${misses} missed, ${falseAlarms} too many, ${either} turns where leads would accept both`,
      );
      for (const [name, figure] of Object.entries(figures)) {
        console.log(`    ${name.padEnd(26)} ${shownInterval(figure)}`);
      }
    }
  }
}

function printWrong(all: readonly JudgedConversation[]): void {
  console.log('\nTurns decided wrongly\n');
  for (const { id, untuned, turns } of all) {
    for (const [i, turn] of turns.entries()) {
      if (!isWrong(turn)) continue;
      const wanted = [turn.wanted, ...turn.acceptable].join(' or ');
      const why = turn.reasons.length > 0 ? ` (${turn.reasons.join(', ')})` : '';
      console.log(
        `${untuned ? 'untuned ' : ''}${id}, customer turn ${i + 1}: ${turn.decided}${why}, not ${wanted}`,
      );
      console.log(`    ${JSON.stringify(turn.text)}`);
    }
  }
}

function usage(message: string): never {
  console.error(`${message}\nusage: npm run takeover -- [--list] [FILE]... | --dialogues DATA_DIR`);
  process.exit(2);
}

const words = process.argv.slice(2);
const lists = words.includes('--list');
const names = words.filter((word) => word !== '--list');
if (!existsSync(program)) {
  usage(`${program} is missing: build it with cmake --build --preset release`);
}
if (names[0] === '--dialogues') {
  if (names[1] === undefined || names.length > 2) usage('--dialogues needs one folder');
  reportSatisfaction(names[1], program);
} else {
  const option = names.find((word) => word.startsWith('-'));
  if (option !== undefined) usage(`unknown option ${option}`);
  const files = names.length > 0 ? names : globSync(fixtures).sort();
  if (files.length === 0) usage('there are no labelled conversations');
  const all = replayAll(files.flatMap(readCases));
  printTable(all);
  printHeadlines(all);
  if (lists) printWrong(all);
}
