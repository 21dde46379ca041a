/** What the benchmark times: the core twice, and what people use from npm beside it. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { loadCore } from '@attune/web';
import { npmReaders } from '../../core/training/npm-readers.ts';

export interface Contender {
  name: string;
  /** What one call gives. */
  does: string;
  /** Nanoseconds of one call on each text, in their order. */
  time(texts: string[]): number[];
}

function timeCalls(texts: string[], call: (text: string) => unknown): number[] {
  return texts.map((text) => {
    const startedAt = process.hrtime.bigint();
    call(text);
    return Number(process.hrtime.bigint() - startedAt);
  });
}

/** Through the C ABI: the JSON of the result is part of it. Each start warms up once. */
function timeNative(texts: string[]): number[] {
  const { stdout, status, error } = spawnSync('build/release/attune_bench', ['1'], {
    input: texts.join('\n'),
    encoding: 'utf8',
    maxBuffer: 1 << 30,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  if (error) throw error;
  if (status !== 0) throw new Error(`attune_bench ended with exit code ${status}`);
  return stdout.trim().split('\n').map(Number);
}

export async function contenders(): Promise<Contender[]> {
  const core = await loadCore({ bytes: readFileSync('build/wasm/attune.wasm') });
  const whole = 'the whole assessment, JSON included';
  return [
    { name: 'attune, native', does: whole, time: timeNative },
    {
      name: 'attune, wasm',
      does: whole,
      time: (texts) => timeCalls(texts, (text) => core.assess(text)),
    },
    ...Object.entries(npmReaders).map(([name, read]) => ({
      name,
      does: 'a sentiment score',
      time: (texts: string[]) => timeCalls(texts, read),
    })),
  ];
}
