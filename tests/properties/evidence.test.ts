/** What holds for the evidence of any message, in WebAssembly: random Unicode around real wording. */
import { join } from 'node:path';
import type { Assessment, Core, CueKind, Flag } from '@attune/web';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readTexts, textFiles } from '../lib/texts.ts';
import { repository, startCoreWith } from '../web/support/core.ts';

let core: Core;
beforeAll(async () => {
  ({ core } = await startCoreWith());
});
afterAll(() => core.dispose());

const fixtures = join(repository, 'tests/fixtures/assess');
const messages = textFiles(fixtures).flatMap(readTexts);

/** Pieces that move offsets: pairs, marks, sequences, folding that grows or shrinks, line ends. */
const awkward = [
  '\r\n',
  '\n',
  '\u2028',
  '\0',
  '\u200d',
  '\u200b',
  '\ufeff',
  '\u00ad',
  'e\u0301',
  'a\u0308\u0323',
  '\ufb03',
  '\u0130',
  '\u00df',
  '\u1e9e',
  '\ufdfa',
  '\ud83d',
  '\udc4d',
  '\u{1f621}',
  '\u{1f44f}\u{1f3fd}',
  '\u{1f468}\u200d\u{1f469}\u200d\u{1f467}',
  '\u{1f1e9}\u{1f1ea}',
  '\u2764\ufe0f',
  '7\ufe0f\u20e3',
  '\u{1d400}\u{1d401}',
  '\u3000',
  'h\u0336e\u0336l\u0336p\u0336',
  '!!!',
  '?!',
  'NOW',
  'n o w',
  '*never*',
  ':(',
  '\u00af\\_(\u30c4)_/\u00af',
  '"',
  "'",
  '\u2019',
];

const word = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...messages.flatMap((text) => text.split(' '))) },
  { weight: 2, arbitrary: fc.constantFrom(...awkward) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
);
const salad = fc
  .array(fc.tuple(word, fc.constantFrom(' ', '', '\r\n', ', ', '. ')), { maxLength: 30 })
  .map((parts) => parts.flat().join(''));
const message = fc.oneof(
  salad,
  fc.tuple(salad, fc.constantFrom(...messages), salad).map((parts) => parts.join(' ')),
  fc.string({ unit: 'binary', maxLength: 200 }),
);

function holdsForAny(check: (assessment: Assessment, text: string) => void, runs = 1500): void {
  fc.assert(
    fc.property(message, (text) => check(core.assess(text), text)),
    { numRuns: runs, seed: 20_261_123 },
  );
}

/** The cue kinds that may raise a flag. */
const kindsOf: Record<Flag, CueKind> = {
  abusive: 'abuse',
  asks_for_person: 'asks_for_person',
  fraud_risk: 'safety',
  legal_threat: 'legal_threat',
  public_complaint: 'public_complaint',
  repeat_contact: 'repeat_contact',
  safety_risk: 'safety',
  threat_to_leave: 'threat_to_leave',
  vulnerable: 'safety',
};

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const wellFormed = (text: string): string => decoder.decode(new TextEncoder().encode(text));

describe('the evidence of any message', () => {
  it('is a span of the text as JavaScript counts', () => {
    holdsForAny(({ cues }, text) => {
      let last = 0;
      for (const cue of cues) {
        expect(cue.start).toBeGreaterThanOrEqual(last);
        expect(cue.end).toBeGreaterThan(cue.start);
        expect(cue.end).toBeLessThanOrEqual(text.length);
        // A lone surrogate has no UTF-8: the core says U+FFFD.
        expect(cue.text).toBe(wellFormed(text.slice(cue.start, cue.end)));
        last = cue.start;
      }
    });
  });

  it('never cuts a character in two', () => {
    holdsForAny(({ cues }, text) => {
      const isInside = (at: number) =>
        /[\udc00-\udfff]/.test(text[at] ?? '') && /[\ud800-\udbff]/.test(text[at - 1] ?? '');
      for (const { start, end } of cues) {
        expect(isInside(start)).toBe(false);
        expect(isInside(end)).toBe(false);
      }
    });
  });

  it('stands behind every flag', () => {
    holdsForAny(({ cues, flags }) => {
      const kinds = new Set(cues.map(({ kind }) => kind));
      for (const flag of flags) expect(kinds).toContain(kindsOf[flag]);
    });
  });

  it('is at most eight cues', () => {
    holdsForAny(({ cues }) => {
      expect(cues.length).toBeLessThanOrEqual(8);
    });
  });

  it('keeps every figure in its range', () => {
    holdsForAny((assessment) => {
      const { sentiment, frustration, urgency, emotions, topics, contact, language } = assessment;
      expect(Math.abs(sentiment.score)).toBeLessThanOrEqual(1);
      const shares = [frustration, urgency, language.confidence, ...Object.values(emotions)];
      for (const share of shares) {
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(1);
      }
      expect(topics.length).toBeLessThanOrEqual(3);
      for (const { score } of topics) expect(score).toBeGreaterThanOrEqual(0.2);
      if (contact.times !== null) expect(contact.times).toBeGreaterThanOrEqual(1);
      if (contact.waiting_days !== null) expect(contact.waiting_days).toBeGreaterThanOrEqual(0);
    });
  });
});
