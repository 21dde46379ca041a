import type { IncomingMessage, ServerResponse } from 'node:http';
import { describe, expect, it, vi } from 'vitest';
import type { CloudEvent } from '../../web/src/delivery/events.ts';
import { httpTransport, parseRetryAfter } from '../../web/src/delivery/http-transport.ts';
import { escalation, moodChanged, started } from './support/delivery.ts';
import { answerJson, deadAddress, readBody, serve } from './support/http.ts';

const idsOf = (events: CloudEvent[]): string[] => events.map(({ id }) => id);

/** Serves an endpoint that sees the events of each request. */
async function serveEvents(
  answer: (events: CloudEvent[], response: ServerResponse, request: IncomingMessage) => void,
): Promise<{ endpoint: string; requests: string[][] }> {
  const requests: string[][] = [];
  const origin = await serve(async (request, response) => {
    const events = JSON.parse(await readBody(request)) as CloudEvent[];
    requests.push(idsOf(events));
    answer(events, response, request);
  });
  return { endpoint: `${origin}/v1/events`, requests };
}

const accept = (events: CloudEvent[], response: ServerResponse): void =>
  answerJson(response, 202, { accepted: idsOf(events), duplicates: [] });

describe('an endpoint that takes events', () => {
  it('gets one batch in the order given', async () => {
    const seen: unknown[] = [];
    const { endpoint, requests } = await serveEvents((events, response, request) => {
      seen.push(request.method, request.headers['content-type']);
      accept(events, response);
    });
    const events = [started(), moodChanged(), escalation()];
    const results = await httpTransport(endpoint)(events);
    expect(results).toEqual(events.map(({ id }) => ({ id, status: 'accepted' })));
    expect(requests).toEqual([idsOf(events)]);
    expect(seen).toEqual(['POST', 'application/cloudevents-batch+json']);
  });

  it('acknowledges a duplicate too', async () => {
    const { endpoint } = await serveEvents((events, response) =>
      answerJson(response, 202, { accepted: [], duplicates: idsOf(events) }),
    );
    const event = escalation();
    expect(await httpTransport(endpoint)([event])).toEqual([{ id: event.id, status: 'accepted' }]);
  });

  it('acknowledges only the ids that it names', async () => {
    const { endpoint } = await serveEvents((events, response) =>
      answerJson(response, 202, { accepted: idsOf(events).slice(0, 1), duplicates: [] }),
    );
    const results = await httpTransport(endpoint)([started(), escalation()]);
    expect(results.map(({ status }) => status)).toEqual(['accepted', 'retry']);
  });

  it.each([
    ['a captive portal', 200, 'text/html', '<!doctype html>Welcome to our Wi-Fi'],
    ['an empty answer', 204, '', ''],
    ['another API', 200, 'application/json', '{"ok":true}'],
    ['a list of something else', 200, 'application/json', '{"accepted":{"0":"x"}}'],
    ['JSON that breaks off', 202, 'application/json', '{"accepted":["'],
  ])('acknowledges nothing when it is %s', async (_, status, type, body) => {
    const origin = await serve((_request, response) => {
      response.writeHead(status, { 'Content-Type': type }).end(body);
    });
    const [result] = await httpTransport(origin)([escalation()]);
    expect(result).toMatchObject({
      status: 'retry',
      problem: { title: expect.stringContaining('does not acknowledge') },
    });
  });
});

describe('an endpoint that cannot take them now', () => {
  it.each([408, 425, 429, 500, 502, 503, 504])('is to be tried again after %i', async (status) => {
    const { endpoint } = await serveEvents((_, response) =>
      answerJson(response, status, { title: 'Not now', status }),
    );
    const event = escalation();
    expect(await httpTransport(endpoint)([event])).toEqual([
      { id: event.id, status: 'retry', problem: { title: 'Not now', status } },
    ]);
  });

  it('says how long to stay away', async () => {
    const { endpoint } = await serveEvents((_, response) => {
      response.setHeader('Retry-After', '7');
      answerJson(response, 429, {});
    });
    const [result] = await httpTransport(endpoint)([escalation()]);
    expect(result).toMatchObject({ status: 'retry', retryAfterMs: 7_000 });
  });

  it('is to be tried again when nothing listens', async () => {
    const endpoint = await deadAddress();
    const [result] = await httpTransport(endpoint)([escalation()]);
    expect(result).toMatchObject({
      status: 'retry',
      problem: { title: expect.stringContaining(endpoint) },
    });
  });

  it('is to be tried again when the connection breaks before the answer', async () => {
    const { endpoint, requests } = await serveEvents((_, response) => response.destroy());
    const [result] = await httpTransport(endpoint)([escalation()]);
    expect(result).toMatchObject({ status: 'retry' });
    expect(requests).toHaveLength(1);
  });

  it('is to be tried again when it takes too long to answer', async () => {
    const { endpoint } = await serveEvents(() => {});
    const [result] = await httpTransport(endpoint, { timeoutMs: 50 })([escalation()]);
    expect(result).toMatchObject({ status: 'retry' });
  });
});

describe('an endpoint that refuses', () => {
  it('gets the others again without the events that it names', async () => {
    const [good, bad, also] = [started(), moodChanged(), escalation()];
    const { endpoint, requests } = await serveEvents((events, response) => {
      if (!idsOf(events).includes(bad.id)) return accept(events, response);
      return answerJson(response, 400, {
        type: 'about:blank',
        title: 'The event is not valid',
        status: 400,
        detail: 'data.mood.score must be <= 1',
        errors: [{ pointer: '/data/mood/score', detail: 'must be <= 1', event_id: bad.id }],
      });
    });
    const results = await httpTransport(endpoint)([good, bad, also]);
    expect(requests).toEqual([
      [good.id, bad.id, also.id],
      [good.id, also.id],
    ]);
    expect(new Map(results.map((result) => [result.id, result]))).toEqual(
      new Map<string, unknown>([
        [good.id, { id: good.id, status: 'accepted' }],
        [also.id, { id: also.id, status: 'accepted' }],
        [
          bad.id,
          {
            id: bad.id,
            status: 'refused',
            problem: {
              title: 'The event is not valid',
              status: 400,
              detail: 'data.mood.score must be <= 1',
              errors: [{ pointer: '/data/mood/score', detail: 'must be <= 1' }],
            },
          },
        ],
      ]),
    );
  });

  it.each([400, 413, 422])('with %i and no name is asked about smaller batches', async (status) => {
    const events = Array.from({ length: 9 }, () => moodChanged());
    const bad = events[6];
    const { endpoint } = await serveEvents((batch, response) =>
      bad && idsOf(batch).includes(bad.id)
        ? response.writeHead(status).end()
        : accept(batch, response),
    );
    const results = await httpTransport(endpoint)(events);
    expect(results.map(({ id }) => id).sort()).toEqual(idsOf(events).sort());
    expect(results.filter((result) => result.status === 'refused')).toMatchObject([
      { id: bad?.id, problem: { status } },
    ]);
    expect(results.filter((result) => result.status === 'accepted')).toHaveLength(8);
  });

  it('keeps the order when it goes down in the middle of that', async () => {
    const events = [started(), moodChanged(), escalation(), moodChanged()];
    const { endpoint, requests } = await serveEvents((batch, response) =>
      response.writeHead(batch.length === 4 ? 413 : 503).end(),
    );
    const results = await httpTransport(endpoint)(events);
    expect(results.map(({ status }) => status)).toEqual(['retry', 'retry', 'retry', 'retry']);
    expect(results.map(({ id }) => id)).toEqual(idsOf(events));
    expect(requests).toEqual([idsOf(events), idsOf(events).slice(0, 2)]);
  });

  it.each([401, 403, 404, 410])('everything with %i is asked once', async (status) => {
    const { endpoint, requests } = await serveEvents((_, response) =>
      response.writeHead(status).end(),
    );
    const results = await httpTransport(endpoint)([started(), escalation()]);
    expect(results.map((result) => result.status)).toEqual(['refused', 'refused']);
    expect(results[0]?.problem).toEqual({ title: `HTTP status ${status}`, status });
    expect(requests).toHaveLength(1);
  });
});

describe('a request that may outlive its page', () => {
  const request = (fetch: ReturnType<typeof vi.fn>, index: number) =>
    fetch.mock.calls[index]?.[1] as RequestInit;

  it('is one that fits into the allowance of browsers', async () => {
    const fetch = vi.fn(async () => new Response('{}', { status: 202 }));
    const deliver = httpTransport('/v1/events', { fetch });
    await deliver([escalation()]);
    await deliver(Array.from({ length: 200 }, () => escalation()));
    expect(request(fetch, 0).keepalive).toBe(true);
    expect(request(fetch, 1).keepalive).toBe(false);
    expect(request(fetch, 0).credentials).toBe('omit');
  });

  it('does without after a failure, which may be a used-up allowance', async () => {
    const fetch = vi
      .fn(async () => new Response('{}', { status: 202 }))
      .mockRejectedValueOnce(new TypeError('Failed to fetch'));
    const deliver = httpTransport('/v1/events', { fetch });
    for (let i = 0; i < 3; i += 1) await deliver([escalation()]);
    expect([0, 1, 2].map((i) => request(fetch, i).keepalive)).toEqual([true, false, true]);
  });
});

it('reads Retry-After in seconds and as a date', () => {
  const now = Date.UTC(2026, 2, 2, 9, 0, 0);
  expect(parseRetryAfter('120', now)).toBe(120_000);
  expect(parseRetryAfter('Mon, 02 Mar 2026 09:01:30 GMT', now)).toBe(90_000);
  expect(parseRetryAfter('Mon, 02 Mar 2026 08:00:00 GMT', now)).toBe(0);
  expect(parseRetryAfter('soon', now)).toBeUndefined();
  expect(parseRetryAfter(null, now)).toBeUndefined();
});
