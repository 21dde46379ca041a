/**
 * How often each flag is raised, and frustration read, in sets of calm messages, per 10,000. Not
 * every hit is false: people do ask for a person and tell of a stolen card there.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Assessment, assess, calmSets, readRows } from './readings.ts';

const flags = [
  'abusive',
  'asks_for_person',
  'fraud_risk',
  'legal_threat',
  'public_complaint',
  'repeat_contact',
  'safety_risk',
  'threat_to_leave',
  'vulnerable',
];

const questions: [string, (read: Assessment) => boolean][] = [
  ...flags.map((flag): [string, (read: Assessment) => boolean] => [
    flag,
    (read) => read.flags.includes(flag),
  ]),
  ['frustration >= 0.5', (read) => read.frustration >= 0.5],
  ['frustration >= 0.75', (read) => read.frustration >= 0.75],
];

export function reportFlags(data: string, program: string): void {
  const sets = calmSets.filter((set) => existsSync(join(data, `train/${set}.tsv`)));
  const read = sets.map((set) =>
    assess(
      program,
      readRows(join(data, `train/${set}.tsv`)).map((row) => row.text ?? ''),
    ),
  );
  console.log('\nCalm sets: messages per 10,000\n');
  console.log(`| | ${sets.map((set, i) => `${set} (${read[i]?.length})`).join(' | ')} |`);
  console.log(`|---|${sets.map(() => '--:|').join('')}`);
  for (const [name, holds] of questions) {
    const rates = read.map((found) =>
      ((found.filter(holds).length / found.length) * 1e4).toFixed(1),
    );
    console.log(`| ${name} | ${rates.join(' | ')} |`);
  }
}
