import { describe, expect, it } from 'vitest';
import { createEventValidator } from '../../demo/server/src/validation.ts';
import { example } from './support.ts';

const validate = createEventValidator();

describe('errors of an event', () => {
  it('name the field in the request body, the event, and what is expected', () => {
    const event = example('escalation.requested.v1', { '/data/decision/priority': 'highest' });
    expect(validate(event, '/3')).toEqual([
      {
        pointer: '/3/data/decision/priority',
        detail: 'must be one of low, normal, high, urgent',
        event_id: event.id,
      },
    ]);
  });

  it('are all told at once', () => {
    const event = example('mood.changed.v1', {
      '/time': undefined,
      '/data/mood/score': 2,
      '/data/mood/text': 'x',
    });
    const pointers = validate(event, '').map(({ pointer }) => pointer);
    expect(pointers.toSorted()).toEqual(['/data/mood/score', '/data/mood/text', '/time']);
  });

  it('never repeat a value: it may be what a customer wrote', () => {
    const secret = 'my card is 4111 1111 1111 1111';
    const event = example('escalation.requested.v1', {
      '/type': 'attune.escalation.requested.v1',
      '/data/reason': secret,
      '/data/page': secret,
      '/data/decision': secret,
      '/data/topics': secret,
      '/data/locale': secret,
    });
    const errors = validate(event, '');
    expect(errors).toHaveLength(5);
    expect(JSON.stringify(errors)).not.toContain('4111');
  });

  it('escape member names in pointers', () => {
    const event = example('mood.changed.v1', {});
    event.data['a/b~c'] = 1;
    expect(validate(event, '')[0]?.pointer).toBe('/data/a~1b~0c');
  });

  it('see a member called __proto__', () => {
    const json = JSON.stringify(example('mood.changed.v1')).replace(
      '"mood":',
      '"__proto__":{},"mood":',
    );
    expect(validate(JSON.parse(json), '')[0]?.pointer).toBe('/data/__proto__');
  });

  it('stay few for a body of nothing but errors', () => {
    const event = example('escalation.requested.v1', { '/data/flags': new Array(50_000).fill(1) });
    expect(validate(event, '').length).toBeLessThanOrEqual(20);
  });
});

/** Each is as long as a body may be; a check that is quadratic takes minutes on it. */
describe('time on bodies of 256 KiB', () => {
  const length = 256 * 1024;
  it.each([
    ['/data/flags', Array.from({ length: length / 8 }, (_, i) => `f${i}`)],
    ['/data/decision/reasons', Array.from({ length: length / 8 }, (_, i) => `r${i}`)],
    ['/data/topics', new Array(length / 4).fill({})],
    ['/data/transcript', new Array(length / 4).fill({})],
    ['/source', `https://${'a-'.repeat(length / 2)} `],
    ['/source', `${'%41'.repeat(length / 3)} `],
    ['/data/locale', `${'en-'.repeat(length / 3)}!`],
    ['/data/page', `/${'a'.repeat(length)}?`],
    ['/time', '2'.repeat(length)],
    ['/id', 'x'.repeat(length)],
  ])('%s', (pointer, value) => {
    const event = example('escalation.requested.v1', { [pointer]: value });
    const start = performance.now();
    expect(validate(event, '')).not.toEqual([]);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
