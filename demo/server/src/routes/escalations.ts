import type { FastifyInstance } from 'fastify';
import { Problem } from '../http/problem.ts';
import { requireSameOrigin } from '../http/security.ts';
import type { LiveFeed } from '../live/feed.ts';
import { openEventStream } from '../live/sse.ts';
import { parsePosition } from '../store/position.ts';
import type { EscalationState, Store } from '../store/store.ts';

/** How many handled escalations a list gives. */
const MAX_RESOLVED = 100;

export interface EscalationRoutes {
  store: Store;
  feed: LiveFeed;
  now: () => number;
}

const BY_ID = {
  params: {
    type: 'object',
    properties: { id: { type: 'integer', minimum: 1, maximum: Number.MAX_SAFE_INTEGER } },
  },
};

const LIST = {
  querystring: {
    type: 'object',
    properties: { state: { enum: ['waiting', 'resolved'], default: 'waiting' } },
  },
};

/** The queue: list, live stream, one of them, and taking one off. */
export async function escalationRoutes(
  app: FastifyInstance,
  { store, feed, now }: EscalationRoutes,
): Promise<void> {
  app.get<{ Querystring: { state: EscalationState } }>(
    '/v1/escalations',
    { schema: LIST },
    async ({ query }) => {
      if (query.state === 'resolved') return { escalations: await store.resolved(MAX_RESOLVED) };
      const { escalations } = await store.waiting();
      return { escalations };
    },
  );

  app.get('/v1/escalations/stream', { exposeHeadRoute: false }, async (request, reply) => {
    const lastEventId = request.headers['last-event-id'];
    const { sink, response } = openEventStream(reply);
    try {
      const leave = await feed.subscribe(sink, parsePosition(lastEventId?.toString()));
      if (response.destroyed) leave();
      else response.once('close', leave);
    } catch (error) {
      // The answer has begun: all that is left is to end it, and the browser tries again.
      request.log.error({ name: (error as Error).name }, 'stream failed');
      response.destroy();
    }
  });

  app.get<{ Params: { id: number } }>(
    '/v1/escalations/:id',
    { schema: BY_ID },
    async ({ params }) => {
      return (await store.find(params.id)) ?? unknownEscalation(params.id);
    },
  );

  app.post<{ Params: { id: number } }>(
    '/v1/escalations/:id/resolve',
    { schema: BY_ID, onRequest: requireSameOrigin },
    async ({ params }) => {
      const resolved = (await store.resolve(params.id, now())) ?? unknownEscalation(params.id);
      if (resolved.change) feed.publish([resolved.change]);
      return resolved.escalation;
    },
  );
}

function unknownEscalation(id: number): never {
  throw new Problem(404, 'unknown-escalation', `There is no escalation ${id}.`);
}
