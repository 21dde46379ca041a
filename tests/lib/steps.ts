/** What `tests/run` and `.ci/run` do, in order. */
import { existsSync } from 'node:fs';
import type { ReportKind } from './reports.ts';

export interface Step {
  name: string;
  /** What the step shows to somebody who watches it. */
  what: string;
  /** Tests run always; checks of layout, lint and size only in `.ci/run` or by name. */
  group: 'test' | 'check';
  /** Part of the short run while working: `tests/run --fast`. */
  fast?: true;
  /** Steps whose success this one builds on. */
  needs?: string[];
  commands: string[][];
  /** Where the runner leaves its counts; a step without one counts as one test. */
  report?: ReportKind;
  /** The step fails when it takes longer. */
  limitMinutes?: number;
}

/** Builds all targets of a preset, or only some. */
const configureAndBuild = (preset: string, ...targets: string[]): string[][] => [
  ['cmake', '--preset', preset],
  ['cmake', '--build', '--preset', preset, ...targets.flatMap((target) => ['--target', target])],
];

const ctest = (preset: string): string[] => [
  'ctest',
  ...['--preset', preset, '--parallel', '2'],
  ...['--output-junit', reportPath(preset === 'dev' ? 'native' : preset, 'junit')],
];

/** Folder of the parity run: real texts where the machine has them, otherwise the fixtures. */
const parityFolder = process.env.ATTUNE_DATA ?? '../shared/data';

export function reportPath(step: string, kind: ReportKind): string {
  return `${process.cwd()}/build/reports/${step}.${kind === 'junit' ? 'xml' : 'json'}`;
}

export const steps: Step[] = [
  {
    name: 'native-build',
    what: 'builds core, command line and tests',
    group: 'test',
    fast: true,
    commands: configureAndBuild('dev'),
  },
  {
    name: 'native',
    what: 'tests the core',
    group: 'test',
    fast: true,
    needs: ['native-build'],
    commands: [ctest('dev')],
    report: 'junit',
  },
  {
    name: 'wasm-build',
    what: 'builds ICU and the core as a WebAssembly module',
    group: 'test',
    fast: true,
    commands: configureAndBuild('wasm'),
  },
  {
    name: 'bundles',
    what: 'builds widget, site and console',
    group: 'test',
    fast: true,
    needs: ['wasm-build'],
    commands: [
      ['node', 'widget/build.mjs'],
      ['node', 'demo/site/build.mjs'],
      ['node', 'demo/console/build.mjs'],
    ],
  },
  {
    name: 'unit',
    what: 'tests web API, widget, server and the rules of the repository',
    group: 'test',
    fast: true,
    needs: ['native-build', 'wasm-build', 'bundles'],
    commands: [
      [
        ...['vitest', 'run', '--reporter=default', '--reporter=json'],
        `--outputFile.json=${reportPath('unit', 'vitest')}`,
      ],
    ],
    report: 'vitest',
  },
  {
    name: 'browser',
    what: 'tests the whole path in Chromium',
    group: 'test',
    needs: ['bundles'],
    commands: [['playwright', 'test', '--config', 'playwright.config.ts']],
    report: 'playwright',
  },
  {
    name: 'asan-build',
    what: 'builds core and tests with sanitizers',
    group: 'test',
    commands: configureAndBuild('asan'),
  },
  {
    name: 'asan',
    what: 'tests the core under address and undefined-behaviour sanitizers',
    group: 'test',
    needs: ['asan-build'],
    commands: [ctest('asan')],
    report: 'junit',
  },
  {
    name: 'fuzz-build',
    what: 'builds the fuzz targets',
    group: 'test',
    commands: configureAndBuild(
      'fuzz',
      ...['fuzz_assess', 'fuzz_configure', 'fuzz_restore', 'fuzz_weights'],
    ),
  },
  {
    name: 'fuzz',
    what: 'fuzzes the C ABI and the reader of weights for 40 seconds',
    group: 'test',
    needs: ['fuzz-build'],
    commands: [['tests/fuzz/run', '10']],
  },
  {
    name: 'release-build',
    what: 'builds the optimised command line',
    group: 'test',
    commands: configureAndBuild('release', 'attune'),
  },
  {
    name: 'parity',
    what: 'compares native and WebAssembly answers to the last digit',
    group: 'test',
    needs: ['release-build', 'wasm-build'],
    commands: [
      ['node', 'tests/parity/main.ts', existsSync(parityFolder) ? parityFolder : 'tests/fixtures'],
    ],
    limitMinutes: 20,
  },
  {
    name: 'types',
    what: 'checks the types of all TypeScript',
    group: 'check',
    commands: [['tsc', '--project', 'tsconfig.json']],
  },
  {
    name: 'format',
    what: 'checks the layout of C++',
    group: 'check',
    commands: [['tests/lib/cpp-files', 'clang-format', '--dry-run', '-Werror']],
  },
  {
    name: 'biome',
    what: 'checks layout and lint of TypeScript, CSS and JSON',
    group: 'check',
    commands: [['biome', 'ci', '--colors=off', '--error-on-warnings']],
  },
  {
    name: 'shell',
    what: 'lints the shell scripts',
    group: 'check',
    commands: [['tests/lib/shell-files', 'shellcheck', '--external-sources']],
  },
  {
    name: 'tidy',
    what: 'lints the C++ sources',
    group: 'check',
    needs: ['native-build'],
    commands: [['tests/lib/tidy']],
    limitMinutes: 20,
  },
  {
    name: 'size',
    what: 'holds the files that browsers load to their budget',
    group: 'check',
    needs: ['bundles'],
    commands: [['node', 'tests/size/main.ts']],
  },
];
