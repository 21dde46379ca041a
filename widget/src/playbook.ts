import type { ReplyAction } from '@attune/web/types';

export interface MenuSolution {
  readonly title: string;
  readonly text: string;
  readonly actions: readonly ReplyAction[];
}

export interface MenuTopic {
  readonly label: string;
  readonly solutions: readonly MenuSolution[];
}

/** What the widget itself shows of a playbook: names, the greeting, and answers by topic. */
export interface Menu {
  readonly assistant: string | undefined;
  readonly greeting: string | undefined;
  readonly topics: readonly MenuTopic[];
}

/**
 * Reads what it can and leaves out the rest. The core is the judge of a playbook and reports its
 * faults; this runs also when the core could not, and must then not fail on them.
 */
export function readMenu(playbook: unknown): Menu {
  const { assistant, greeting, topics } = membersOf(playbook);
  return {
    assistant: textOf(assistant),
    greeting: textOf(greeting),
    topics: listOf(topics).flatMap((topic) => readTopic(membersOf(topic))),
  };
}

function readTopic({ label, solutions: list }: Members): MenuTopic[] {
  const solutions = listOf(list).flatMap((solution) => readSolution(membersOf(solution)));
  const name = textOf(label) ?? solutions[0]?.title;
  return name === undefined || solutions.length === 0 ? [] : [{ label: name, solutions }];
}

function readSolution({ title, text, actions }: Members): MenuSolution[] {
  const answer = textOf(text);
  if (answer === undefined) return [];
  const list = listOf(actions).flatMap((action) => readAction(membersOf(action)));
  return [{ title: textOf(title) ?? answer, text: answer, actions: list }];
}

function readAction({ id, label, href, message }: Members): ReplyAction[] {
  const name = textOf(label);
  if (name === undefined) return [];
  const action: ReplyAction = { id: textOf(id) ?? '', label: name };
  const link = textOf(href);
  const reply = textOf(message);
  if (link !== undefined) action.href = link;
  if (reply !== undefined) action.message = reply;
  return [action];
}

type Members = Readonly<Record<string, unknown>>;

function membersOf(value: unknown): Members {
  return typeof value === 'object' && value !== null ? (value as Members) : {};
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
