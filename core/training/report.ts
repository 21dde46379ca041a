/**
 * Measures the reader on labelled sets: how the lexicon agrees with people, flags on calm messages,
 * languages: npm run report -- DATA_DIR [ATTUNE]
 *
 * DATA_DIR holds train/ and eval/ with the tab-separated sets that the reports name; a set that is
 * missing is left out. ATTUNE is the command line to measure, build/release/attune by default.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { reportFlags } from './flags-report.ts';
import { reportLanguages } from './language-report.ts';
import { reportLexicon } from './lexicon-report.ts';

const root = join(import.meta.dirname, '../..');
const [data, program = join(root, 'build/release/attune')] = process.argv.slice(2);
if (data === undefined) {
  console.error('usage: npm run report -- DATA_DIR [ATTUNE]');
  process.exit(2);
}
if (!existsSync(program)) {
  console.error(`${program} is missing: build it with cmake --build --preset release`);
  process.exit(2);
}
reportLexicon(data, program);
reportFlags(data, program);
reportLanguages(data, program);
