/** What the reports share: rows of labelled sets, and how the built core reads their texts. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

export type Row = Readonly<Record<string, string>>;

/** The parts of an assessment that the reports look at. */
export interface Assessment {
  readonly language: { readonly tag: string };
  readonly sentiment: { readonly score: number };
  readonly emotions: Readonly<Record<string, number>>;
  readonly frustration: number;
  readonly flags: readonly string[];
}

/** Rows of a tab-separated file whose first line names the columns. */
export function readRows(file: string): Row[] {
  const [head = '', ...lines] = readFileSync(file, 'utf8').trimEnd().split('\n');
  const columns = head.split('\t');
  return lines.map((line) => {
    const cells = line.split('\t');
    return Object.fromEntries(columns.map((column, i) => [column, cells[i] ?? '']));
  });
}

/** Assesses texts with `program`, the built command line, in their order. */
export function assess(program: string, texts: readonly string[]): Assessment[] {
  const input = texts.map((text, i) => JSON.stringify({ id: `${i}`, text })).join('\n');
  const { status, stdout, stderr, error } = spawnSync(program, ['assess', '--jsonl'], {
    input: `${input}\n`,
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  if (status !== 0) throw new Error(`${program} failed: ${error ?? stderr}`);
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Assessment);
}

/** The calm sets: nobody in them is upset with a service, or hardly anybody. */
export const calmSets = ['banking77', 'clinc150', 'hwu64', 'multidogo'];
