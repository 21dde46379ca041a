import { readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { breaches, files, filesMatching, textOf } from './files.ts';

const sources = filesMatching(/\.(cpp|h|c|ts|mts|js|mjs|css|cmake|sh)$|CMakeLists\.txt$/);
const maxLines = 600;
const weights = 'core/data/model/reader.weights';

const topLevel = [
  ...['.ci', 'core', 'demo', 'tests', 'wasm', 'web', 'widget'],
  ...['CMakeLists.txt', 'CMakePresets.json', 'LICENSE', 'NOTICE', 'README.md'],
  ...['package.json', 'package-lock.json', 'tsconfig.json', 'vitest.config.ts'],
  ...['playwright.config.ts', 'biome.json', '.clang-format', '.clang-tidy'],
  ...['.editorconfig', '.gitattributes', '.gitignore', '.npmrc'],
];

describe('files', () => {
  it('has nothing at the top level that is not part of the layout', () => {
    const found = new Set(files.map((path) => path.split('/')[0]));
    expect([...found].filter((name) => !topLevel.includes(name ?? ''))).toEqual([]);
  });

  it('holds no binary files but the weights', () => {
    const binary = files.filter((path) => readFileSync(path).includes(0));
    expect(binary).toEqual([weights]);
  });

  it('has weights of at most 250 KB', () => {
    expect(readFileSync(weights).length).toBeLessThanOrEqual(250_000);
  });

  it('keeps sources in ASCII; other text lives in data and fixtures', () => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the range of ASCII is the point
    expect(breaches(sources, /[^\x00-\x7f]/)).toEqual([]);
  });

  it(`has no source of more than ${maxLines} lines that is not generated`, () => {
    const long = sources.filter((path) => {
      const lines = textOf(path).split('\n');
      return lines.length > maxLines && !/generated/i.test(lines.slice(0, 3).join('\n'));
    });
    expect(long).toEqual([]);
  });

  it('ends every text with one line break and no line with a blank', () => {
    const texts = files.filter((path) => !/^tests\/fixtures\/|\.tsv$|\.weights$/.test(path));
    expect(texts.filter((path) => textOf(path) !== '' && !/[^\n]\n$/.test(textOf(path)))).toEqual(
      [],
    );
    expect(breaches(sources, /[ \t]$/)).toEqual([]);
  });

  it('leaves no notes to self', () => {
    expect(breaches(sources, /\b(TODO|FIXME|XXX|HACK)\b/, /^tests\/repo\//)).toEqual([]);
  });

  it('marks scripts as executable, and only scripts', () => {
    const wrong = files.filter((path) => {
      const executable = (statSync(path).mode & 0o100) !== 0;
      return executable !== textOf(path).startsWith('#!');
    });
    expect(wrong).toEqual([]);
  });
});
