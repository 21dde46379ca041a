/** `attune eval` on a small folder: known sets, labels that speak for themselves, bad rows, peers. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const program = join(root, 'build/dev/attune');
const fixtures = 'tests/fixtures/eval';
const intents = 'core/training/intent-topics.tsv';
const scratch = mkdtempSync(join(tmpdir(), 'attune-eval-'));
afterAll(() => rmSync(scratch, { recursive: true }));

interface Figure {
  file: string;
  task: string;
  measure: string;
  rows: number;
  attune: number | null;
  low: number | null;
  high: number | null;
  vader: number | null;
  afinn: number | null;
  wink: number | null;
}

function run(command: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: root, encoding: 'utf8' });
  return { status, stdout, stderr };
}

const evaluate = (...args: string[]) => run(program, 'eval', ...args);

function figures(...args: string[]): Figure[] {
  const lines = evaluate('--json', ...args)
    .stdout.trimEnd()
    .split('\n');
  return lines.map((line) => JSON.parse(line) as Figure);
}

const find = (all: Figure[], file: string, measure: string, task?: string) =>
  all.find(
    (each) =>
      each.file === file && each.measure === measure && (task === undefined || each.task === task),
  );

describe('attune eval', () => {
  it('scores known sets, plain labels and the corpus', () => {
    const found = figures('--intents', intents, fixtures);
    expect([...new Set(found.map(({ file }) => file))]).toEqual([
      'corpus',
      'complaints',
      'opinions',
      'shouts',
      'train/banking77 (dev)',
    ]);
    expect(find(found, 'complaints', 'AUC')).toMatchObject({ rows: 6, attune: 1 });
    expect(find(found, 'opinions', 'macro-recall')).toMatchObject({ rows: 3, attune: 1 });
    expect(find(found, 'shouts', 'AUC')).toMatchObject({ rows: 4, attune: 1 });
    expect(find(found, 'train/banking77 (dev)', 'macro-F1')).toMatchObject({ rows: 2, attune: 1 });
    expect(find(found, 'corpus', 'F1', 'asks_for_person')).toMatchObject({ rows: 3, attune: 1 });
    expect(find(found, 'corpus', 'recall', 'legal_threat')?.attune).toBeNull();
  });

  it('gives an interval around each figure, the same each time', () => {
    const found = figures(fixtures);
    for (const { attune, low, high } of found) {
      if (attune === null) continue;
      expect(low).toBeLessThanOrEqual(attune);
      expect(high).toBeGreaterThanOrEqual(attune);
    }
    expect(figures(fixtures)).toEqual(found);
  });

  it('names bad rows and skipped files, and scores the rest', () => {
    const { status, stderr } = evaluate(fixtures);
    expect(status).toBe(1);
    expect(stderr).toContain(`${fixtures}/opinions.tsv:5: unknown label "mixed"\n`);
    expect(stderr).toContain(`${fixtures}/opinions.tsv:6: the row has 1 cells, not 2\n`);
    expect(stderr).toContain(`${fixtures}/opinions.tsv:7: the row has 3 cells, not 2\n`);
    expect(stderr).toContain(
      `${fixtures}/notes.jsonl:4: the member "upset" is missing (and 6 more problems)\n`,
    );
    expect(stderr).toContain(`skipped ${fixtures}/colours.tsv: it is none of the known sets`);
    expect(stderr).not.toContain('colours.tsv:4');
    expect(stderr).toContain('skipped train/banking77: its intents have no topics');
  });

  it('prints columns that stand below each other', () => {
    const [table = ''] = evaluate(fixtures).stdout.split('\n\n');
    const lines = table.split('\n');
    expect(new Set(lines.map((line) => line.length)).size).toBe(1);
    expect(lines[0]).toMatch(/^file +task +measure +n +attune +vader +afinn +wink$/);
  });

  it('ends with 0 when every row is good and with 2 when there is nothing to do', () => {
    const good = join(scratch, 'good');
    cpSync(join(root, fixtures, 'complaints.tsv'), join(good, 'complaints.tsv'));
    expect(evaluate(good).status).toBe(0);
    expect(evaluate(join(scratch, 'nowhere')).status).toBe(2);
    expect(evaluate().status).toBe(2);
    expect(evaluate('--loud', good).status).toBe(2);
    expect(evaluate(good, good).status).toBe(2);
    expect(evaluate('--peers').status).toBe(2);
    expect(evaluate('--intents', join(good, 'none.tsv'), good).status).toBe(2);
    const empty = join(scratch, 'empty');
    cpSync(join(root, fixtures, 'colours.tsv'), join(empty, 'colours.tsv'));
    expect(evaluate(empty).status).toBe(2);
  });
});

describe('the peers of attune eval', () => {
  const scores = join(scratch, 'scores');

  it('stand beside it where they have a say', () => {
    expect(run(process.execPath, 'core/training/peers.ts', fixtures, scores).status).toBe(0);
    const found = figures('--peers', scores, fixtures);
    const complaints = find(found, 'complaints', 'AUC');
    for (const peer of [complaints?.vader, complaints?.afinn, complaints?.wink]) {
      expect(peer).toBeGreaterThan(0.5);
    }
    expect(find(found, 'complaints', 'ECE')?.vader).toBeNull();
    // "please" makes one of the two upset messages the most pleasant of the three.
    expect(find(found, 'corpus', 'AUC')?.vader).toBe(0.5);
    expect(find(found, 'corpus', 'macro-F1', 'topics')?.vader).toBeNull();
    expect(find(found, 'opinions', 'macro-recall')).toMatchObject({ vader: 1, afinn: 1 });
  });

  it('are left out where their scores are missing', () => {
    writeFileSync(join(scores, 'shouts.tsv'), 'line\tvader\tafinn\twink\n2\t0\t0\t0\n');
    rmSync(join(scores, 'complaints.tsv'));
    const { stderr } = evaluate('--peers', scores, fixtures);
    expect(stderr).toContain(`no scores of the peers for ${fixtures}/complaints.tsv`);
    expect(stderr).toContain(`fit another version of ${fixtures}/shouts.tsv`);
    const found = figures('--peers', scores, fixtures);
    expect(find(found, 'shouts', 'AUC')).toMatchObject({ vader: null, wink: null });
  });
});
