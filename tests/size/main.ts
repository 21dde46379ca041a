/** Holds the files in widget/dist to tests/size/budget.json, in bytes after Brotli. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

interface Budget {
  what: string;
  /** Names in widget/dist; `*` means all but source maps. */
  files: string[];
  /** Also counts what the files import statically, and so on. */
  withStaticImports?: boolean;
  maxBrotliBytes: number;
}

const folder = 'widget/dist';

function brotliSize(name: string): number {
  const content = readFileSync(join(folder, name));
  const params = { [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
  return brotliCompressSync(content, { params }).length;
}

/** Modules that the bundle `name` imports statically; `import()` is not counted. */
function staticImports(name: string): string[] {
  const source = readFileSync(join(folder, name), 'utf8');
  const pattern = /\b(?:from|import)\s*(["'])(\.{1,2}\/[^"']+)\1/g;
  return [...source.matchAll(pattern)].map((match) => join(dirname(name), match[2] ?? ''));
}

function withImports(names: string[]): string[] {
  const found = new Set<string>();
  const visit = (name: string): void => {
    if (found.has(name)) return;
    found.add(name);
    if (name.endsWith('.js')) staticImports(name).forEach(visit);
  };
  names.forEach(visit);
  return [...found];
}

function filesOf(budget: Budget): string[] {
  const names = budget.files.includes('*')
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && !entry.name.endsWith('.map'))
        .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    : budget.files;
  return budget.withStaticImports === true ? withImports(names) : names;
}

function main(): number {
  if (!existsSync(folder)) {
    console.error(`${folder} is missing: run "npm run build" first.`);
    return 1;
  }
  const budgets = JSON.parse(readFileSync('tests/size/budget.json', 'utf8')) as Budget[];
  let exceeded = 0;
  for (const budget of budgets) {
    const files = filesOf(budget).map((name) => ({ name, bytes: brotliSize(name) }));
    const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
    const fits = bytes <= budget.maxBrotliBytes;
    if (!fits) exceeded += 1;
    console.log(
      `${fits ? 'ok      ' : 'TOO BIG '} ${bytes} of ${budget.maxBrotliBytes}  ${budget.what}`,
    );
    for (const file of files.sort((a, b) => b.bytes - a.bytes)) {
      console.log(`           ${String(file.bytes).padStart(7)}  ${file.name}`);
    }
  }
  return exceeded > 0 ? 1 : 0;
}

process.exitCode = main();
