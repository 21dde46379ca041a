import { describe, expect, it } from 'vitest';
import { example, fresh, openServer, post, postRaw, queue, TYPES } from './support.ts';

describe('POST /v1/events', () => {
  it.each(TYPES)('accepts attune.%s', async (type) => {
    const event = fresh(type);
    const answer = await post(await openServer(), event);
    expect(answer).toMatchObject({ status: 202, body: { accepted: [event.id], duplicates: [] } });
  });

  it('accepts a batch and answers with the ids in its order', async () => {
    const events = TYPES.map((type) => fresh(type));
    const { status, body } = await post(await openServer(), events);
    expect(status).toBe(202);
    expect(body.accepted).toEqual(events.map(({ id }) => id));
  });

  it('accepts an empty batch', async () => {
    const answer = await post(await openServer(), []);
    expect(answer).toMatchObject({ status: 202, body: { accepted: [], duplicates: [] } });
  });

  it('accepts parameters and capitals in the content type', async () => {
    const payload = JSON.stringify(fresh('mood.changed.v1'));
    const type = 'Application/CloudEvents+JSON; charset=UTF-8';
    expect((await postRaw(await openServer(), payload, type)).status).toBe(202);
  });

  it('takes an event that comes again as one', async () => {
    const app = await openServer();
    const event = fresh('escalation.requested.v1');
    await post(app, event);
    const again = await post(app, event);
    expect(again).toMatchObject({ status: 202, body: { accepted: [], duplicates: [event.id] } });
    expect(await queue(app)).toHaveLength(1);
  });

  it('takes an event that comes twice in one batch as one', async () => {
    const event = fresh('escalation.requested.v1');
    const { body } = await post(await openServer(), [event, event]);
    expect(body).toEqual({ accepted: [event.id], duplicates: [event.id] });
  });

  it('does not put back what was handled when the request comes again', async () => {
    const app = await openServer();
    const event = fresh('escalation.requested.v1');
    await post(app, event);
    await app.inject({ method: 'POST', url: '/v1/escalations/1/resolve' });
    await post(app, event);
    expect(await queue(app)).toEqual([]);
  });

  it('keeps apart equal ids of different sources', async () => {
    const app = await openServer();
    const event = fresh('escalation.requested.v1');
    await post(app, event);
    const other = { ...event, source: 'https://other.example/#help' };
    expect((await post(app, other)).body.accepted).toEqual([event.id]);
    expect(await queue(app)).toHaveLength(2);
  });

  it('stores nothing of a batch with one bad event', async () => {
    const app = await openServer();
    const good = fresh('escalation.requested.v1');
    const bad = fresh('escalation.requested.v1', { '/data/reason': 'x' });
    const { status, body } = await post(app, [good, bad]);
    expect(status).toBe(400);
    expect(body.errors).toMatchObject([{ pointer: '/1/data/reason', event_id: bad.id }]);
    expect(await queue(app)).toEqual([]);
    expect((await post(app, good)).body.accepted).toEqual([good.id]);
  });
});

describe('refusals', () => {
  const one = 'application/cloudevents+json';
  const batch = 'application/cloudevents-batch+json';

  it('name the field of an invalid event', async () => {
    const { status, type, body } = await post(
      await openServer(),
      example('mood.changed.v1', { '/data/mood/score': 2 }),
    );
    expect({ status, type }).toEqual({
      status: 400,
      type: 'application/problem+json; charset=utf-8',
    });
    expect(body).toEqual({
      type: 'urn:attune:problem:invalid-event',
      title: 'Bad Request',
      status: 400,
      detail: '/data/mood/score must be <= 1.',
      errors: [
        {
          pointer: '/data/mood/score',
          detail: 'must be <= 1',
          event_id: '0b9f7a52-3c1d-4e7b-8a60-000000000002',
        },
      ],
    });
  });

  it.each([
    ['{"a":', one, 400, 'malformed-json'],
    ['', one, 400, 'malformed-json'],
    ['nonsense', batch, 400, 'malformed-json'],
    [Buffer.from([0x22, 0xff, 0xfe, 0x22]), one, 400, 'malformed-json'],
    ['['.repeat(200_000), batch, 400, 'malformed-json'],
    ['{}', batch, 400, 'invalid-event'],
    ['[]', one, 400, 'invalid-event'],
    ['null', one, 400, 'invalid-event'],
    [`[${new Array(101).fill('{}')}]`, batch, 413, 'too-many-events'],
    [`"${'x'.repeat(256 * 1024)}"`, one, 413, 'too-large'],
    ['{}', 'application/json', 415, 'media-type'],
    ['x', 'text/plain', 415, 'media-type'],
    ['x', 'nonsense', 415, 'media-type'],
  ])('of %.12j as %s: %i %s', async (payload, contentType, status, slug) => {
    const answer = await postRaw(await openServer(), payload, contentType);
    expect(answer.status).toBe(status);
    expect(answer.type).toBe('application/problem+json; charset=utf-8');
    expect(answer.body).toMatchObject({ type: `urn:attune:problem:${slug}`, status });
    expect(answer.body.detail).toMatch(/^[A-Z/].*\.$/);
  });

  it('of a request without a body', async () => {
    const app = await openServer();
    const response = await app.inject({ method: 'POST', url: '/v1/events' });
    expect(response.json()).toMatchObject({ status: 415, type: 'urn:attune:problem:media-type' });
  });

  it('tell the place of malformed JSON and quote nothing of it', async () => {
    const app = await openServer();
    const { body } = await postRaw(app, '{"secret": secret}', one);
    expect(body.detail).not.toContain('secret');
    const later = await postRaw(app, '{"a": 1 "secret": 2}', one);
    expect(later.body.detail).toBe('The body is not JSON in UTF-8 (at character 8).');
  });
});
