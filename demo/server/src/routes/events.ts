import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { AttuneEvent } from '../events.ts';
import { Problem } from '../http/problem.ts';
import type { LiveFeed } from '../live/feed.ts';
import type { Store } from '../store/store.ts';
import type { EventError, EventValidator } from '../validation.ts';

const ONE = 'application/cloudevents+json';
const BATCH = 'application/cloudevents-batch+json';
export const MAX_BODY_BYTES = 256 * 1024;
export const MAX_BATCH = 100;

export interface EventRoutes {
  store: Store;
  feed: LiveFeed;
  validate: EventValidator;
  now: () => number;
}

/** POST /v1/events: one CloudEvent or a batch, all or nothing, durable before the answer. */
export async function eventRoutes(app: FastifyInstance, options: EventRoutes): Promise<void> {
  const { store, feed, validate, now } = options;
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    [ONE, BATCH],
    { parseAs: 'buffer' },
    async (_request: FastifyRequest, body: Buffer) => parseJson(body),
  );

  app.addContentTypeParser('*', async () => {
    throw unsupportedMediaType();
  });

  app.post('/v1/events', { bodyLimit: MAX_BODY_BYTES }, async (request, reply) => {
    if (request.body === undefined) throw unsupportedMediaType();
    const isBatch = mediaType(request) === BATCH;
    const events = isBatch ? requireBatch(request.body) : [request.body];
    const errors = events.flatMap((event, index) => validate(event, isBatch ? `/${index}` : ''));
    if (errors.length > 0) throw invalidEvents(errors, events.length);

    const { accepted, duplicates, changes } = await store.record(events as AttuneEvent[], now());
    feed.publish(changes);
    request.log.info({ accepted: accepted.length, duplicates: duplicates.length }, 'events');
    return reply.code(202).send({ accepted, duplicates });
  });
}

function mediaType(request: FastifyRequest): string {
  return (request.headers['content-type'] ?? '').split(';', 1).join().trim().toLowerCase();
}

function unsupportedMediaType(): Problem {
  const detail = `Send one event as ${ONE}, or an array of events as ${BATCH}.`;
  return new Problem(415, 'media-type', detail);
}

/** Strict: bytes that are not UTF-8 would otherwise be stored as something else. */
function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch (error) {
    // Only the place: the whole message quotes the body.
    const place = /at position (\d+)/.exec((error as Error).message)?.[1];
    const where = place === undefined ? '' : ` (at character ${place})`;
    throw new Problem(400, 'malformed-json', `The body is not JSON in UTF-8${where}.`);
  }
}

function requireBatch(body: unknown): unknown[] {
  if (!Array.isArray(body)) {
    const detail = `A body of the type ${BATCH} is an array of events.`;
    throw new Problem(400, 'invalid-event', detail, {
      errors: [{ pointer: '', detail: 'must be array', event_id: null }],
    });
  }
  if (body.length > MAX_BATCH) {
    const detail = `The batch has ${body.length} events. Send at most ${MAX_BATCH} at a time.`;
    throw new Problem(413, 'too-many-events', detail);
  }
  return body;
}

function invalidEvents(errors: EventError[], count: number): Problem {
  const [{ pointer, detail }] = errors as [EventError];
  const kept = count > 1 ? ' Nothing of the batch was stored.' : '';
  return new Problem(400, 'invalid-event', `${pointer || 'The event'} ${detail}.${kept}`, {
    errors,
  });
}
