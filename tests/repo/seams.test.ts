import { describe, expect, it } from 'vitest';
import { breaches, cppSources, filesMatching, scriptSources, textOf } from './files.ts';

const shipped = scriptSources.filter((path) => /^(web|widget|demo)\//.test(path));
const nativeCode = cppSources.filter((path) => /^(core|wasm)\//.test(path));

describe('the seams are one file wide', () => {
  it('includes ICU in the text seam only', () => {
    // The seam itself, and the parts of ICU that the module builds anew.
    const except = /^(core\/src\/text\/unicode\.cpp$|wasm\/icu\/)/;
    expect(breaches(nativeCode, /#include\s*[<"]unicode\//, except)).toEqual([]);
  });

  it('includes nlohmann in core/src/json only', () => {
    expect(breaches(nativeCode, /#include\s*[<"]nlohmann/, /^core\/src\/json\//)).toEqual([]);
  });

  it('touches the memory of the module in web/src/core.ts only', () => {
    const pattern = /WebAssembly\.Memory|\bmemory\.buffer\b/;
    expect(breaches(shipped, pattern, /^web\/src\/core\.ts$/)).toEqual([]);
  });

  it('opens IndexedDB in web/src/delivery only', () => {
    expect(breaches(shipped, /from 'idb'|\bindexedDB\b/, /^web\/src\/delivery\//)).toEqual([]);
  });

  it('has no code outside the tests that uses them', () => {
    expect(breaches(shipped, /from '[./]*\/tests\//)).toEqual([]);
    expect(breaches(nativeCode, /#include\s*"(\.\.\/)*tests\//)).toEqual([]);
  });
});

describe('a strict page is the normal case', () => {
  it('makes no DOM from strings', () => {
    const pattern =
      /\b(innerHTML|outerHTML|insertAdjacentHTML|unsafeHTML|createContextualFragment)\b|document\.write/;
    expect(breaches(shipped, pattern)).toEqual([]);
  });

  it('makes no code from strings', () => {
    const pattern = /\beval\s*\(|new Function\b|\bset(Timeout|Interval)\(\s*['"`]/;
    expect(breaches(shipped, pattern)).toEqual([]);
  });

  it('has no inline styles or scripts', () => {
    const pages = filesMatching(/^(widget|demo)\/.*\.(html|ts|mjs)$/);
    expect(breaches(pages, /<[a-z][^>]*\s(style|on[a-z]+)="/i)).toEqual([]);
    expect(breaches(filesMatching(/\.html$/), /<script(?![^>]*\ssrc=)[^>]*>/)).toEqual([]);
  });
});

describe('the core keeps to its rules', () => {
  const core = nativeCode.filter((path) => /^(core\/(src|include)|wasm)\//.test(path));

  it('throws no exceptions and never ends the program', () => {
    const pattern =
      /\b(throw|try|catch)\b\s*[({;]|\b(std::)?(abort|exit|terminate)\s*\(|\bassert\s*\(/;
    expect(breaches(core, pattern)).toEqual([]);
  });

  it('writes nothing and reads no clock, randomness or locale', () => {
    const pattern =
      /#include\s*<(iostream|fstream|cstdio|chrono|ctime|random|locale|clocale)>|\bsetlocale\b/;
    expect(breaches(core, pattern)).toEqual([]);
  });
});

describe('the C ABI', () => {
  it('exports exactly the functions of its header', () => {
    const declared = [...textOf('wasm/attune_abi.h').matchAll(/^[^\s/*#].*?\b(attune_\w+)\(/gm)];
    const exported = textOf('wasm/exports.txt').trim().split('\n');
    expect(exported).toEqual(declared.map((match) => match[1]).sort());
  });
});
