/** Writes the seeds of a fuzz target into its corpus: node tests/fuzz/seeds.ts TARGET FOLDER */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readTexts, textFiles } from '../lib/texts.ts';

const seedsOf: Record<string, () => (string | Buffer)[]> = {
  assess: () => textFiles('tests/fixtures').flatMap(readTexts),
  configure: () => [...configurations('tests/fixtures'), ...playbooks('demo/site')],
  restore: () => changes(),
  weights: () => blocks('core/data/model/reader.weights'),
};

/** Some JSON, and changes of fuzz_restore.cpp: each kind in each of 64 places. */
function changes(): (string | Buffer)[] {
  const places = Array.from({ length: 64 }, (_, i) => i * 32);
  const kinds = Array.from({ length: 24 }, (_, kind) => kind);
  const edits = places.flatMap((place) =>
    kinds.map((kind) => Buffer.from([place & 255, place >> 8, kind % 3, kind])),
  );
  return ['{}', '[]', '{"attune_conversation":1}', ...edits];
}

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

/**
 * The block of weights as it is, and with one byte changed in each of 64 places or cut short there,
 * size and checksum set right (core/src/model/model_format.h).
 */
function blocks(file: string): Buffer[] {
  const block = readFileSync(file);
  const places = Array.from({ length: 64 }, (_, i) => Math.floor((i * block.length) / 64));
  const changed = places.map((place) => {
    const copy = Buffer.from(block);
    copy[place] = (copy[place] ?? 0) ^ 0x11;
    return mended(copy);
  });
  const cut = places.filter((place) => place >= 32).map((place) => block.subarray(0, place));
  return [block, ...changed, ...cut.map((short) => mended(Buffer.from(short)))];
}

function mended(block: Buffer): Buffer {
  let checksum = 2166136261; // FNV-1a
  for (const byte of block.subarray(32)) checksum = Math.imul(checksum ^ byte, 16777619) >>> 0;
  block.writeUInt32LE(block.length, 8);
  block.writeUInt32LE(checksum, 12);
  return block;
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
