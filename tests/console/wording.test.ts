import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  contactText,
  flagText,
  headline,
  languageText,
  levelText,
  priorityText,
  reasonText,
  topicText,
  trendText,
} from '../../demo/console/src/model/wording.ts';

const schema = JSON.parse(
  readFileSync(resolve(import.meta.dirname, '../../web/schema/common.schema.json'), 'utf8'),
).$defs;

/** What a word looks like that the console does not know: "asks_for_person" -> "Asks for person". */
const unknown = (id: string) => id.charAt(0).toUpperCase() + id.slice(1).replaceAll('_', ' ');

describe('wording', () => {
  it('has plain words of its own for every reason', () => {
    for (const id of schema.reason.enum) expect(reasonText(id)).not.toBe(unknown(id));
  });

  it.each([
    ['flag', flagText, schema.flag.enum],
    ['level', levelText, schema.level.enum],
    ['trend', trendText, schema.mood.properties.trend.enum],
    ['priority', priorityText, schema.priority.enum],
  ])('has words without underscores for every %s', (_name, text, ids) => {
    for (const id of ids) expect(text(id)).toMatch(/^[A-Za-z][A-Za-z ]+$/);
  });

  it('makes a company topic readable', () => {
    expect(topicText('gift_cards')).toBe('Gift cards');
    expect(topicText('returns_refunds')).toBe('Returns and refunds');
  });

  it.each(['constructor', '__proto__', 'toString'])(
    'is not taken in by a topic called %s',
    (id) => {
      expect(topicText(id).toLowerCase()).toContain(id.replaceAll('_', '').toLowerCase());
    },
  );

  it('names an escalation by its strongest reason, else by how it came', () => {
    const decision = { reasons: ['fraud_risk', 'repeat_contact'] };
    expect(headline({ reason: 'connected', decision })).toBe('Possible fraud or theft');
    expect(headline({ reason: 'asked', decision: null })).toBe('Pressed "Talk to a person"');
    expect(headline({ reason: 'asked', decision: { reasons: [] } })).toMatch(/^Pressed/);
  });

  it.each([
    [null, null, ''],
    [1, null, 'Has written once'],
    [3, null, 'Has written 3 times'],
    [3, 21, 'Has written 3 times, waiting for 21 days'],
    [null, 1, 'Waiting for a day'],
    [null, 0.5, 'Waiting for 0.5 days'],
    [1200, 36500, 'Has written 1,200 times, waiting for 36,500 days'],
  ])('says of %j times and %j days: %s', (times, waiting_days, text) => {
    expect(contactText({ times, waiting_days })).toBe(text);
  });

  it.each([
    ['de', 'German'],
    ['en-GB', 'British English'],
    ['not a tag', 'not a tag'],
  ])('calls the language %s %s', (locale, text) => {
    expect(languageText(locale)).toBe(text);
  });
});
