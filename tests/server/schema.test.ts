import { describe, expect, it } from 'vitest';
import { createEventValidator } from '../../demo/server/src/validation.ts';
import { type EventType, example, TYPES } from './support.ts';

const validate = createEventValidator();
const pointers = (event: unknown) => validate(event, '').map(({ pointer }) => pointer);

describe.each(TYPES)('attune.%s', (type) => {
  it('accepts its example', () => {
    expect(validate(example(type), '')).toEqual([]);
  });

  it('refuses a member of data that it does not know', () => {
    expect(pointers(example(type, { '/data/text': 'secret' }))).toEqual(['/data/text']);
  });

  it('misses every required member of data by name', () => {
    for (const member of Object.keys(example(type).data)) {
      const found = pointers(example(type, { [`/data/${member}`]: undefined }));
      if (member !== 'transcript') expect(found).toContain(`/data/${member}`);
    }
  });

  it.each([null, [], 'text', 3])('refuses %j as data', (data) => {
    expect(pointers(example(type, { '/data': data }))).toEqual(['/data']);
  });
});

describe('the envelope', () => {
  it.each([
    ['/specversion', '0.3'],
    ['/id', ''],
    ['/id', 'with space'],
    ['/id', 'x'.repeat(129)],
    ['/id', 7],
    ['/source', ''],
    ['/source', 'not a uri'],
    ['/source', `https://shop.example/${'x'.repeat(512)}`],
    ['/type', 'attune.mood.changed.v2'],
    ['/type', null],
    ['/subject', ''],
    ['/subject', undefined],
    ['/time', 'yesterday'],
    ['/time', '2026-03-02'],
    ['/time', '2026-02-30T09:14:03Z'],
    ['/time', 1772442843000],
    ['/datacontenttype', 'text/plain'],
    ['/data_base64', 'AAAA'],
    ['/Traceparent', 'x'],
    ['/traceparent', { nested: true }],
    ['/traceparent', 'x'.repeat(257)],
  ])('refuses %s = %j', (pointer, value) => {
    expect(pointers(example('mood.changed.v1', { [pointer]: value }))).toEqual([pointer]);
  });

  it.each([
    ['/source', '/help#widget'],
    ['/time', '2026-03-02T10:14:03.123456+01:00'],
    ['/datacontenttype', undefined],
    ['/traceparent', '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01'],
    ['/sequence', 12],
  ])('accepts %s = %j', (pointer, value) => {
    expect(pointers(example('mood.changed.v1', { [pointer]: value }))).toEqual([]);
  });

  it.each([null, 3, 'text', [], [{}]])('refuses %j as an event', (event) => {
    expect(pointers(event)).toEqual(['']);
  });
});

const NEAR_MISSES: [EventType, string, unknown][] = [
  ['conversation.started.v1', '/data/locale', 'en_GB'],
  ['conversation.started.v1', '/data/locale', ''],
  ['conversation.started.v1', '/data/page', 'help'],
  ['conversation.started.v1', '/data/page', '/orders?mail=a@b.example'],
  ['conversation.started.v1', '/data/page', '/orders#a'],
  ['conversation.started.v1', '/data/page', `/${'x'.repeat(1024)}`],
  ['mood.changed.v1', '/data/mood/score', -1.01],
  ['mood.changed.v1', '/data/mood/level', 'bad'],
  ['mood.changed.v1', '/data/mood/trend', 'up'],
  ['mood.changed.v1', '/data/mood/frustration', 1.2],
  ['mood.changed.v1', '/data/mood/peak', '0.9'],
  ['mood.changed.v1', '/data/mood/turns', 1.5],
  ['mood.changed.v1', '/data/mood', null],
  ['mood.changed.v1', '/data/topics/0/id', ''],
  ['mood.changed.v1', '/data/topics/0/name', 'x'],
  ['escalation.requested.v1', '/data/reason', 'timeout'],
  ['escalation.requested.v1', '/data/decision/action', 'hang_up'],
  ['escalation.requested.v1', '/data/decision/priority', 'highest'],
  ['escalation.requested.v1', '/data/decision/reasons/1', 'bored'],
  ['escalation.requested.v1', '/data/decision/reasons', ['unanswered', 'unanswered']],
  ['escalation.requested.v1', '/data/decision/explanation', 'x'.repeat(1001)],
  ['escalation.requested.v1', '/data/contact/times', 0],
  ['escalation.requested.v1', '/data/contact/waiting_days', -1],
  ['escalation.requested.v1', '/data/flags/0', 'rude'],
  ['escalation.requested.v1', '/data/assessments/0/cues', []],
  ['escalation.requested.v1', '/data/assessments/1/sentiment/level', 'awful'],
  ['escalation.requested.v1', '/data/assessments', new Array(6).fill(null)],
  ['escalation.requested.v1', '/data/transcript/0/from', 'agent'],
  ['escalation.requested.v1', '/data/transcript/0/text', 'x'.repeat(4001)],
  ['escalation.requested.v1', '/data/transcript/1/at', 1772442843000],
  ['offer.declined.v1', '/data/decision', null],
  ['conversation.ended.v1', '/data/rating', 6],
  ['conversation.ended.v1', '/data/rating', 4.5],
  ['conversation.ended.v1', '/data/mood/peak', -0.1],
  ['conversation.ended.v1', '/data/escalated', 'yes'],
  ['feedback.given.v1', '/data/kind', 'praise'],
  ['feedback.given.v1', '/data/should_be', {}],
  ['feedback.given.v1', '/data/should_be/upset', 1],
  ['feedback.given.v1', '/data/read/text', 'what the customer wrote'],
];

describe('near misses', () => {
  it.each(NEAR_MISSES)('attune.%s refuses %s = %j', (type, pointer, value) => {
    expect(pointers(example(type, { [pointer]: value }))[0]).toBe(pointer);
  });
});

describe('what a page without the core can say', () => {
  it('accepts an escalation before anything was read', () => {
    const data = { '/data/decision': null, '/data/mood': null, '/data/assessments': [] };
    expect(pointers(example('escalation.requested.v1', data))).toEqual([]);
  });

  it('accepts an escalation without a transcript', () => {
    expect(pointers(example('escalation.requested.v1', { '/data/transcript': undefined }))).toEqual(
      [],
    );
  });

  it('accepts the end of a conversation in which nothing was read, said or rated', () => {
    const data = { '/data/mood': null, '/data/resolved': null, '/data/rating': null };
    expect(pointers(example('conversation.ended.v1', data))).toEqual([]);
  });

  it('accepts a rating', () => {
    const data = { kind: 'rating', rating: 5, resolved: true };
    expect(pointers(example('feedback.given.v1', { '/data': data }))).toEqual([]);
  });
});
