/** Runs conversations through `attune replay`, the built command line. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Action } from './takeover.ts';

export interface RecordedTurn {
  readonly from: 'customer' | 'bot' | 'system';
  readonly text?: string;
  readonly at: string | number;
}

export interface Recorded<Turn extends RecordedTurn = RecordedTurn> {
  readonly id: string | number;
  readonly turns: readonly Turn[];
}

/** The parts of a replayed turn that the reports look at; of customers only. */
export interface Replayed {
  readonly from: string;
  readonly decision: { readonly action: Action; readonly reasons: readonly string[] };
}

function run(program: string, words: readonly string[], input: string): string {
  const { status, stdout, stderr, error } = spawnSync(program, ['replay', ...words], {
    input,
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  if (status !== 0) throw new Error(`${program} replay failed: ${error ?? stderr}`);
  return stdout;
}

/** What the core does in each conversation under `config`: one result a turn, in their order. */
export function replay(
  program: string,
  conversations: readonly Recorded[],
  config: object = {},
): Replayed[][] {
  if (conversations.length === 0) return [];
  const folder = mkdtempSync(join(tmpdir(), 'attune-replays-'));
  try {
    const file = join(folder, 'config.json');
    writeFileSync(file, JSON.stringify(config));
    const input = conversations.map(({ id, turns }) => JSON.stringify({ id, turns })).join('\n');
    const lines = run(program, ['--config', file], `${input}\n`).trimEnd().split('\n');
    return lines.map((line) => (JSON.parse(line) as { turns: Replayed[] }).turns);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** All reasons for which the core may bring in a person. */
export function reasonNames(program: string): string[] {
  const summary = run(program, ['--summary', '--json'], '');
  return Object.keys((JSON.parse(summary) as { policy: { reasons: object } }).policy.reasons);
}
