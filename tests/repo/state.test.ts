/** Whatever the parts of a conversation remember is saved: serve() forgets no member. */
import { expect, it } from 'vitest';
import { cppSources, textOf } from './files.ts';

/**
 * Members that are no state, and the words of the customer, which are never saved. References and
 * pointers are no state either.
 */
const notSaved: Record<string, string[]> = {
  CaseNotes: ['words_'],
  Composer: ['answer_by_', 'seed_'], // of the turn in hand
  Decider: ['matched_'], // of the latest turn
  Session: ['setup_', 'segmenter_', 'text_'], // the configuration, a tool, and the turn in hand
};

interface Part {
  name: string;
  members: string[];
  /** The body of its serve(). */
  served: string;
}

const sources = cppSources
  .filter((path) => path.startsWith('core/src/') && !path.includes('archive'))
  .map(textOf);
const bodies = new Map(
  sources
    .flatMap((text) => [
      ...text.matchAll(/^void (?:\w+::)*?(\w+)::serve\(Archive& archive\) \{\n(.*?)^\}/gms),
    ])
    .map(([, name = '', body = '']) => [name, body]),
);

/** The classes of a text that have a serve(), with the members that they declare themselves. */
function partsOf(text: string): Part[] {
  const parts: Part[] = [];
  const pattern = /^( *)(?:class|struct) (\w+(?:::\w+)*)[^;\n]*\{\n(.*?)^\1\};/gms;
  for (const [, indent = '', fullName = '', body = ''] of text.matchAll(pattern)) {
    parts.push(...partsOf(body));
    const own = body.replace(pattern, '');
    const inline = /^ *void serve\(Archive& archive\) \{\n(.*?)^ {2,}\}/ms.exec(own)?.[1];
    if (!/\bserve\(Archive& archive\)/.test(own)) continue;
    const name = fullName.split('::').at(-1) ?? '';
    const line = new RegExp(
      `^${indent}  (?! |static|using|return)[\\w:<>, ]+ (\\w+)(?: = [^;(]*|\\{[^;(]*\\})?;`,
      'gm',
    );
    const members = [...own.matchAll(line)].map(([, member = '']) => member);
    parts.push({ name, members, served: inline ?? bodies.get(name) ?? '' });
  }
  return parts;
}

const parts = sources.flatMap(partsOf);

it('finds the parts and their members', () => {
  const names = parts.map(({ name }) => name);
  expect(names).toEqual(
    expect.arrayContaining(['State', 'Session', 'MoodTracker', 'LoopTracker', 'Decider', 'Offer']),
  );
  expect(parts.filter(({ members }) => members.length === 0)).toEqual([]);
});

it.each(parts)('saves every member of $name', ({ name, members, served }) => {
  const forgotten = members.filter((member) => !new RegExp(`\\b${member}\\b`).test(served));
  expect(forgotten.sort()).toEqual([...(notSaved[name] ?? [])].sort());
});

it.each([
  ['Mood', 'MoodTracker'],
  ['Loops', 'LoopTracker'],
])('saves every number of %s', (result, tracker) => {
  const header = textOf('core/include/attune/conversation.h');
  const [, body = ''] = new RegExp(`^struct ${result} \\{\\n(.*?)^\\};`, 'ms').exec(header) ?? [];
  const numbers = [...body.matchAll(/^ {2}\w+ (\w+) = /gm)].map(([, number = '']) => number);
  expect(numbers.length).toBeGreaterThan(2);
  const served = bodies.get(tracker) ?? '';
  expect(numbers.filter((number) => !served.includes(`_.${number}`))).toEqual([]);
});
