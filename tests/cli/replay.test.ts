/** `attune replay`: bad turns, several workers, and what a policy would do over many transcripts. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const program = join(root, 'build/dev/attune');
const scratch = mkdtempSync(join(tmpdir(), 'attune-replay-'));
afterAll(() => rmSync(scratch, { recursive: true }));

interface Turn {
  from: string;
  text?: string;
  at?: number;
  [note: string]: unknown;
}

const customer = (text: string, at: number): Turn => ({ from: 'customer', text, at });
const line = (id: string | number, turns: unknown[]): string => JSON.stringify({ id, turns });

function write(name: string, text: string): string {
  const file = join(scratch, name);
  writeFileSync(file, text);
  return file;
}

function run(words: string[], input = '') {
  const { status, stdout, stderr } = spawnSync(program, ['replay', ...words], {
    cwd: root,
    input,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  return { status, stdout, stderr };
}

/** Conversations of all kinds: the fixtures, many times over, some of them broken. */
function manyLines(): string[] {
  const files = ['decisions', 'contract-conversations'];
  const read = files.flatMap((name) =>
    readFileSync(join(root, `tests/fixtures/conversations/${name}.jsonl`), 'utf8')
      .trim()
      .split('\n'),
  );
  const lines = [read, read, read].flat();
  lines.splice(7, 0, 'no JSON', line('late', [customer('a', 2), customer('b', 1)]));
  return lines;
}

describe('bad turns of attune replay', () => {
  const good = line('good', [customer('thanks', 1)]);
  const bad = line('bad', [
    customer('Hello', 1000),
    { from: 'agent', text: 'Hi', at: 1001 },
    customer(' ', 1002),
    { from: 'customer', text: 'No time' },
    customer('Too early', 999),
    customer('Hello', 1000),
    customer('WHERE is my refund?!', 2000),
  ]);

  it('are named with file, line and pointer, and the conversation goes on', () => {
    const file = write('bad.jsonl', `${good}\n${bad}\n${good}\n`);
    const { status, stdout, stderr } = run([file]);
    expect(status).toBe(1);
    expect(stderr.trimEnd().split('\n')).toEqual([
      `attune replay: ${file}:2: is nobody who takes turns (at /turns/1/from); expected one of customer, bot, system`,
      `attune replay: ${file}:2: is empty (at /turns/2/text); expected some text`,
      expect.stringContaining(`${file}:2: is missing (at /turns/3/at)`),
      expect.stringContaining(
        `${file}:2: the turn is earlier than the one before it (at /turns/4/at)`,
      ),
      `attune replay: ${file}:2: is the same as /turns/0 (at /turns/5); expected each turn once`,
    ]);
    const [before, between, after] = stdout.trimEnd().split('\n');
    expect(after).toBe(before);
    const { turns } = JSON.parse(between ?? '') as { turns: Record<string, unknown>[] };
    expect(turns.map(({ from, error }) => from ?? Object.keys(error as object).join())).toEqual([
      'customer',
      ...Array<string>(5).fill('code,message,pointer,expected'),
      'customer',
    ]);
    expect(turns[6]).toMatchObject({ at: 2000, mood: { turns: 2 } });
  });

  it('leave out lines that are no conversation', () => {
    const { status, stdout, stderr } = run([], `${good}\n{"id":1}\n\n${good}\r\n`);
    expect(status).toBe(1);
    expect(stderr).toContain(
      'standard input:2: is missing (at /turns); expected an array of turns',
    );
    expect(stderr).toContain('standard input:3: not valid JSON');
    const [first, second, ...more] = stdout.trimEnd().split('\n');
    expect(second).toBe(first);
    expect(more).toEqual([]);
  });

  it('count once in a summary', () => {
    const { status, stdout, stderr } = run(['--summary', '--json'], `${good}\n${bad}\n`);
    expect(status).toBe(1);
    expect(stderr.trimEnd().split('\n')).toHaveLength(5);
    expect(JSON.parse(stdout)).toMatchObject({
      policy: { conversations: 2, customer_turns: 3 },
    });
  });
});

describe('several workers of attune replay', () => {
  it('print what one prints, in the same order', () => {
    const input = `${manyLines().join('\n')}\n`;
    const alone = run(['--jobs', '1'], input);
    expect(alone.status).toBe(1);
    expect(alone.stderr.trimEnd().split('\n')).toHaveLength(2);
    for (const jobs of ['2', '7']) expect(run(['--jobs', jobs], input)).toEqual(alone);
    expect(run([], input)).toEqual(alone);
  });

  it('add up to what one adds up to, in any order of the lines', () => {
    const lines = manyLines();
    const words = ['--summary', '--json', '--against', write('calm.json', '{"policy":{}}')];
    const alone = run(['--jobs', '1', ...words], lines.join('\n')).stdout;
    expect(run(['--jobs', '3', ...words], lines.join('\n')).stdout).toBe(alone);
    expect(run(['--jobs', '2', ...words], lines.reverse().join('\n')).stdout).toBe(alone);
  });
});

describe('attune replay --summary', () => {
  const input = [
    line('calm', [customer('What are your opening hours?', 1), customer('Thanks', 2)]),
    line('asks', [customer('Hello', 1), customer('I want to talk to a real person', 2)]),
    line(3, [customer('This is the third time I am asking for my refund', 1)]),
  ].join('\n');
  const never = { action: 'continue', priority: 'low' };
  const config = write(
    'quiet.json',
    JSON.stringify({ policy: { reasons: { asks_for_person: never } } }),
  );

  it('says what a policy does', () => {
    const { status, stdout } = run(['--summary', '--json'], input);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      policy: {
        conversations: 3,
        customer_turns: 5,
        prompts: 2,
        handovers: 1,
        offered: {
          conversations: 2,
          share: 0.6667,
          turn: { mean: 1.5, median: 1.5, counts: [1, 1] },
        },
        connected: { conversations: 1, turn: { mean: 2, median: 2, counts: [0, 1] } },
        per_1000: { connected: 333.3333, offered_only: 333.3333 },
        reasons: { asks_for_person: { conversations: 1 }, repeat_contact: { conversations: 1 } },
      },
    });
  });

  it('says what another policy changes, with ids', () => {
    const { stdout } = run(['--summary', '--json', '--against', config], input);
    expect(JSON.parse(stdout)).toMatchObject({
      against: { conversations: 3, offered: { conversations: 1 }, connected: { conversations: 0 } },
      changes: {
        no_longer_offered: { conversations: 1, ids: ['asks'] },
        no_longer_connected: { conversations: 1, ids: ['asks'] },
        newly_offered: { conversations: 0, ids: [] },
        unchanged: 2,
      },
    });
  });

  it('prints a table', () => {
    const { stdout } = run(['--summary', '--config', config, '--against', config], input);
    expect(stdout).toMatch(/^policy +\S+quiet\.json +\S+quiet\.json\n/);
    expect(stdout).toMatch(/^a person offered or connected +1 \(33\.3 %\) +1 \(33\.3 %\)$/m);
    expect(stdout).toMatch(/^ {2}as before +3 \(100\.0 %\)$/m);
    expect(run(['--summary'], '').stdout).toMatch(/^conversations +0$/m);
  });
});

describe('the arguments of attune replay', () => {
  it.each([
    ['--json'],
    ['--against', 'package.json'],
    ['--summary', '--against'],
    ['--summary', '--against', 'nowhere.json'],
    ['--summary', '--config', 'package.json'],
    ['--jobs', '0'],
    ['--jobs', '2x'],
    ['nowhere.jsonl'],
    ['--jsonl'],
  ])('refuses %s %s %s', (...words) => {
    const { status, stdout, stderr } = run(words);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^attune replay: /);
  });

  it('explains itself', () => {
    const { status, stdout } = run(['--help']);
    expect(status).toBe(0);
    expect(stdout).toContain('A bad turn is left out of its conversation, which goes on');
  });
});
