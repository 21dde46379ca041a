/** Writes the seeds of a fuzz target into its corpus: node tests/fuzz/seeds.ts TARGET FOLDER */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readTexts, textFiles } from '../lib/texts.ts';

const seedsOf: Record<string, () => string[]> = {
  assess: () => textFiles('tests/fixtures').flatMap(readTexts),
  configure: () => [...configurations('tests/fixtures'), ...playbooks('demo/site')],
};

/** The configurations that the fixtures give to conversations. */
function configurations(folder: string): string[] {
  return textFiles(folder)
    .flatMap((file) => readFileSync(file, 'utf8').split('\n'))
    .filter((line) => line.includes('"config"'))
    .map((line) => JSON.stringify((JSON.parse(line) as { config?: unknown }).config ?? {}));
}

function playbooks(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /^(?!.*(node_modules|dist)).*playbook[^/]*\.json$/.test(name))
    .map((name) => `{"playbook":${readFileSync(join(folder, name), 'utf8')}}`);
}

const [target = '', corpus = ''] = process.argv.slice(2);
const seeds = seedsOf[target]?.();
if (seeds === undefined || corpus === '') {
  console.error(`usage: node tests/fuzz/seeds.ts ${Object.keys(seedsOf).join('|')} FOLDER`);
  process.exit(2);
}
for (const seed of new Set(seeds)) {
  writeFileSync(join(corpus, createHash('sha1').update(seed).digest('hex')), seed);
}
