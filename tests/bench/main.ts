/**
 * Times one assessment, natively and in Node's WebAssembly, on the texts of a TSV or JSONL file:
 * npm run bench -- [FILE]. Prints figures; it never fails for being slow.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { loadCore } from '@attune/web';
import { readTexts, textFiles } from '../lib/texts.ts';

const rounds = 5;
const defaultFile = '../shared/data/eval/complaints.tsv';

/** Nanoseconds of each call, through the C ABI: the JSON of the result is part of it. */
function timeNative(texts: string[]): number[] {
  const { stdout, status, error } = spawnSync('build/release/attune_bench', [String(rounds)], {
    input: texts.join('\n'),
    encoding: 'utf8',
    maxBuffer: 1 << 30,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  if (error) throw error;
  if (status !== 0) throw new Error(`attune_bench ended with exit code ${status}`);
  return stdout.trim().split('\n').map(Number);
}

/** The same, through the JavaScript API: encoding the text and parsing the JSON is part of it. */
async function timeWasm(texts: string[]): Promise<number[]> {
  const core = await loadCore({ bytes: readFileSync('build/wasm/attune.wasm') });
  const times: number[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    for (const text of texts) {
      const startedAt = process.hrtime.bigint();
      core.assess(text);
      const time = Number(process.hrtime.bigint() - startedAt);
      // The first round lets the engine compile its fast code.
      if (round > 0) times.push(time);
    }
  }
  core.dispose();
  return times;
}

function quantileMicroseconds(sorted: number[], share: number): number {
  return (sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN) / 1000;
}

const file = process.argv[2] ?? (existsSync(defaultFile) ? defaultFile : 'tests/fixtures');
const texts = textFiles(file)
  .flatMap(readTexts)
  .map((text) => text.replaceAll('\n', ' '));
const native = timeNative(texts).sort((a, b) => a - b);
const wasm = (await timeWasm(texts)).sort((a, b) => a - b);
console.log(`${texts.length} texts of ${file}, ${rounds} rounds, microseconds for one assessment`);
console.log('            p50       p99');
for (const [name, times] of Object.entries({ native, wasm })) {
  const [p50, p99] = [0.5, 0.99].map((share) => quantileMicroseconds(times, share).toFixed(1));
  console.log(`${name.padEnd(7)} ${p50?.padStart(7)} ${p99?.padStart(9)}`);
}
const ratio = (share: number): string =>
  (quantileMicroseconds(wasm, share) / quantileMicroseconds(native, share)).toFixed(2);
console.log(`ratio   ${ratio(0.5).padStart(7)} ${ratio(0.99).padStart(9)}`);
