/** Texts out of TSV and JSONL files, for the parity run, the benchmark and the fuzz seeds. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** A column holds text when at least this share of its values is several words. */
const textColumnShare = 0.1;

/** The TSV and JSONL files in `path` and its folders, or `path` itself, sorted. */
export function textFiles(path: string): string[] {
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.tsv') || name.endsWith('.jsonl'))
    .sort()
    .map((name) => join(path, name));
}

/** Every text in the file: all values of the text columns, or all strings that a key `text` names. */
export function readTexts(file: string): string[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  if (lines.at(-1) === '') lines.pop();
  return file.endsWith('.tsv') ? textsOfTsv(lines) : textsOfJsonLines(lines);
}

function textsOfTsv(lines: string[]): string[] {
  // Comments stand above the header only: further down, a text may well start with a hash.
  const first = lines.findIndex((line) => !line.startsWith('#'));
  const [header, ...rows] = lines.slice(first).map((line) => line.replace(/\r$/, '').split('\t'));
  return (header ?? []).flatMap((_, column) => {
    const values = rows.map((row) => row[column] ?? '');
    const ofSeveralWords = values.filter((value) => /\S\s+\S/.test(value)).length;
    return ofSeveralWords >= values.length * textColumnShare ? values : [];
  });
}

function textsOfJsonLines(lines: string[]): string[] {
  const texts: string[] = [];
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      if (typeof inner === 'string' && key === 'text') texts.push(inner);
      visit(inner);
    }
  };
  for (const line of lines) if (line.trim() !== '') visit(JSON.parse(line));
  return texts;
}
