import { describe, expect, it } from 'vitest';
import { filesMatching, textOf } from './files.ts';

interface LockedPackage {
  version?: string;
  license?: string;
  link?: boolean;
  resolved?: string;
  dependencies?: Record<string, string>;
}

const manifest = JSON.parse(textOf('package.json')) as {
  scripts: Record<string, string>;
  devDependencies: Record<string, string>;
};
const lock = JSON.parse(textOf('package-lock.json')) as { packages: Record<string, LockedPackage> };

const allowedLicences = [
  ...['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'BlueOak-1.0.0', 'ISC', 'MIT'],
  'MIT OR Apache-2.0',
];
/** Weaker terms are fine for a tool of the tests that never leaves this repository. */
const allowedForTests: Record<string, string> = { 'axe-core': 'MPL-2.0' };

function nameOf(path: string): string {
  return path.replace(/^.*node_modules\//, '');
}

/** What the workspaces depend on, and so on. */
function shippedPackages(workspaces: string[]): string[] {
  const found = new Set<string>();
  const visit = (path: string): void => {
    for (const name of Object.keys(lock.packages[path]?.dependencies ?? {})) {
      if (found.has(name)) continue;
      found.add(name);
      visit(`node_modules/${name}`);
    }
  };
  workspaces.forEach(visit);
  return [...found].filter((name) => !name.startsWith('@attune/')).sort();
}

describe('npm packages', () => {
  const installed = Object.entries(lock.packages).filter(
    ([path, entry]) => path.includes('node_modules/') && entry.link !== true,
  );

  it('have a licence that allows their use', () => {
    const refused = installed.filter(
      ([path, entry]) =>
        !allowedLicences.includes(entry.license ?? '') &&
        allowedForTests[nameOf(path)] !== entry.license,
    );
    expect(refused.map(([path, entry]) => `${path}: ${entry.license}`)).toEqual([]);
  });

  it('are locked without the address of a registry', () => {
    const bound = installed.filter(([, entry]) => entry.resolved !== undefined);
    expect(bound.map(([path]) => path)).toEqual([]);
  });

  it('are named in NOTICE when they ship', () => {
    const notice = textOf('NOTICE');
    const missing = shippedPackages(['web', 'widget']).filter(
      (name) => !new RegExp(`^${name}\\s`, 'm').test(notice),
    );
    expect(missing).toEqual([]);
  });
});

describe('names that people and scripts rely on', () => {
  it('has the npm scripts', () => {
    const promised = [
      'bench',
      'bench:conversations',
      'build',
      'corpus',
      'eval',
      'lint',
      'parity',
      'report',
      'screenshots',
      'site',
      'size',
      'takeover',
      'test',
    ];
    expect(Object.keys(manifest.scripts).sort()).toEqual(promised);
  });

  it('has the CMake presets', () => {
    const { configurePresets } = JSON.parse(textOf('CMakePresets.json')) as {
      configurePresets: { name: string; hidden?: boolean }[];
    };
    const names = configurePresets.filter((preset) => !preset.hidden).map((preset) => preset.name);
    expect(names.sort()).toEqual(['asan', 'dev', 'fuzz', 'release', 'wasm']);
  });

  it('has the three commands', () => {
    expect(filesMatching(/^(tests|demo|\.ci)\/run$/).sort()).toEqual([
      '.ci/run',
      'demo/run',
      'tests/run',
    ]);
  });

  it('says one version everywhere', () => {
    const version = /project\(attune VERSION ([0-9.]+)/.exec(textOf('CMakeLists.txt'))?.[1];
    const manifests = filesMatching(/(^|\/)package\.json$/);
    const versions = manifests.map((path) => (JSON.parse(textOf(path)) as LockedPackage).version);
    expect(new Set([version, ...versions])).toEqual(new Set(['0.1.0']));
  });
});
