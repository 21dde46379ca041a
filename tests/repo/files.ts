/** The files of the repository, as git sees them: also those that are new, but nothing ignored. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

const listing = execFileSync(
  'git',
  ['ls-files', '-z', '--cached', '--others', '--exclude-standard'],
  {
    encoding: 'utf8',
  },
);

export const files: readonly string[] = listing.split('\0').filter((path) => existsSync(path));

export function textOf(path: string): string {
  return readFileSync(path, 'utf8');
}

/** Paths that match every one of the patterns. */
export function filesMatching(...patterns: RegExp[]): string[] {
  return files.filter((path) => patterns.every((pattern) => pattern.test(path)));
}

/** Files whose text matches `pattern`, as `path:line`; `except` names those that may. */
export function breaches(paths: string[], pattern: RegExp, except: RegExp = /^$/): string[] {
  return paths
    .filter((path) => !except.test(path))
    .flatMap((path) =>
      textOf(path)
        .split('\n')
        .flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1}`] : [])),
    );
}

export const cppSources = filesMatching(/\.(cpp|h)$/);
export const scriptSources = filesMatching(/\.(ts|mts|js|mjs)$/);
