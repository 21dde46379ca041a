import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { onTestFinished } from 'vitest';
import { createServer, type ServerOptions } from '../../demo/server/src/server.ts';
import { openSqliteStore } from '../../demo/server/src/store/sqlite.ts';
import type { Escalation } from '../../demo/server/src/store/store.ts';
import { createEventValidator } from '../../demo/server/src/validation.ts';

export const TYPES = [
  'conversation.started.v1',
  'mood.changed.v1',
  'escalation.requested.v1',
  'offer.declined.v1',
  'conversation.ended.v1',
  'feedback.given.v1',
] as const;

export type EventType = (typeof TYPES)[number];
// biome-ignore lint/suspicious/noExplicitAny: tests break events on purpose
export type Event = any;

/** Shared: compiling the schemas takes longer than most tests. */
const validate = createEventValidator();
const EXAMPLES = resolve(import.meta.dirname, '../../web/schema/examples');

/** A fresh copy of the example of `type`, with the value at each JSON pointer replaced. */
export function example(type: EventType, changes: Record<string, unknown> = {}): Event {
  const event = JSON.parse(readFileSync(resolve(EXAMPLES, `${type}.json`), 'utf8'));
  for (const [pointer, value] of Object.entries(changes)) setAt(event, pointer, value);
  return event;
}

let lastId = 0;

/** The same with an id and, unless one is given, a conversation of its own. */
export function fresh(type: EventType, changes: Record<string, unknown> = {}): Event {
  lastId += 1;
  const own = { '/id': `event-${lastId}`, '/subject': `conversation-${lastId}` };
  return example(type, { ...own, ...changes });
}

/** `undefined` removes the member. */
function setAt(target: Event, pointer: string, value: unknown): void {
  const path = pointer.slice(1).split('/');
  const last = path.pop() ?? '';
  const parent = path.reduce((node, key) => node[key], target);
  if (value === undefined) delete parent[last];
  else parent[last] = value;
}

export async function openServer(options: Partial<ServerOptions> = {}): Promise<FastifyInstance> {
  const app = await createServer({
    store: await openSqliteStore(':memory:'),
    validate,
    ...options,
  });
  onTestFinished(() => app.close());
  return app;
}

export async function post(app: FastifyInstance, body: unknown): Promise<Answer> {
  const kind = Array.isArray(body) ? 'cloudevents-batch+json' : 'cloudevents+json';
  return postRaw(app, JSON.stringify(body), `application/${kind}`);
}

export interface Answer {
  status: number;
  type: string;
  body: Event;
}

export async function postRaw(
  app: FastifyInstance,
  payload: string | Buffer,
  contentType: string,
): Promise<Answer> {
  const headers = { 'content-type': contentType };
  const response = await app.inject({ method: 'POST', url: '/v1/events', headers, payload });
  return {
    status: response.statusCode,
    type: String(response.headers['content-type']),
    body: response.json(),
  };
}

export async function queue(app: FastifyInstance): Promise<Escalation[]> {
  const response = await app.inject('/v1/escalations?state=waiting');
  return response.json().escalations;
}
