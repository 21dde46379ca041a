/**
 * Compares the native core with the WebAssembly module over every text of every TSV and JSONL file
 * in a folder: npm run parity -- FOLDER. Exits with 1 on any difference: both answers are parsed
 * and printed by the same engine, so members, their order and the last digit of numbers count.
 */
import { existsSync, readFileSync } from 'node:fs';
import { type Core, loadCore } from '@attune/web';
import { readTexts, textFiles } from '../lib/texts.ts';
import { assessNatively } from './native.ts';

const binary = process.env.ATTUNE_BINARY ?? 'build/release/attune';
const shownDifferences = 10;

interface Outcome {
  texts: number;
  differences: string[];
}

async function compareFile(core: Core, file: string): Promise<Outcome> {
  const texts = readTexts(file);
  const differences: string[] = [];
  let index = 0;
  for await (const line of assessNatively(binary, texts)) {
    const text = texts[index] ?? '';
    const { id, ...native } = JSON.parse(line) as { id: string };
    const wasm = JSON.stringify(core.assess(text));
    if (id !== String(index) || JSON.stringify(native) !== wasm) {
      differences.push(`${file}: ${JSON.stringify(text)}\n  native ${line}\n  wasm   ${wasm}`);
    }
    index += 1;
  }
  if (index !== texts.length) {
    differences.push(`${file}: ${texts.length} texts, ${index} native answers`);
  }
  return { texts: texts.length, differences };
}

async function main(): Promise<number> {
  const folder =
    process.argv[2] ?? (existsSync('../shared/data') ? '../shared/data' : 'tests/fixtures');
  if (!existsSync(folder)) {
    console.error(`usage: npm run parity -- FOLDER   ("${folder}" does not exist)`);
    return 2;
  }
  const core = await loadCore({ bytes: readFileSync('build/wasm/attune.wasm') });
  let texts = 0;
  const differences: string[] = [];
  for (const file of textFiles(folder)) {
    const startedAt = performance.now();
    const outcome = await compareFile(core, file);
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    console.log(
      `${file}: ${outcome.texts} texts, ${outcome.differences.length} differ, ${seconds} s`,
    );
    texts += outcome.texts;
    differences.push(...outcome.differences);
  }
  core.dispose();
  for (const difference of differences.slice(0, shownDifferences)) console.log(difference);
  console.log(`${texts} texts, ${differences.length} differences between native and wasm`);
  return differences.length > 0 || texts === 0 ? 1 : 0;
}

process.exitCode = await main();
