import { resolve } from 'node:path';
import { type FastifyInstance, fastify } from 'fastify';
import { handleError, nothingHere } from './http/problem.ts';
import { RequestLog } from './http/request-log.ts';
import { apiHeaders, pageHeaders, requireLoopbackHost } from './http/security.ts';
import { answerUnreadable } from './http/unreadable.ts';
import { LiveFeed } from './live/feed.ts';
import { escalationRoutes } from './routes/escalations.ts';
import { eventRoutes, MAX_BODY_BYTES } from './routes/events.ts';
import { healthRoutes } from './routes/health.ts';
import { notFoundPage, pageRoutes } from './routes/pages.ts';
import type { Store } from './store/store.ts';
import { createEventValidator, type EventValidator } from './validation.ts';

export interface ServerOptions {
  /** The server closes it when it closes itself. */
  store: Store;
  /** Compiled from `web/schema` unless given. */
  validate?: EventValidator;
  /** Answer only to names of this machine; for a server that listens on loopback. */
  loopbackOnly?: boolean;
  siteDir?: string;
  consoleDir?: string;
  /** Where log lines (JSON) go; without it none are written. */
  logTo?: { write(line: string): void };
  logLevel?: string;
  heartbeatMs?: number;
  /** Milliseconds since the Unix epoch. */
  now?: () => number;
}

const DEMO_DIR = resolve(import.meta.dirname, '../..');

/** The receiver with all its routes, ready to listen or to be asked by `inject`. */
export async function createServer(options: ServerOptions): Promise<FastifyInstance> {
  const { store, now = Date.now, heartbeatMs = 15_000 } = options;
  const validate = options.validate ?? createEventValidator();
  const siteDir = options.siteDir ?? resolve(DEMO_DIR, 'site/dist');
  const consoleDir = options.consoleDir ?? resolve(DEMO_DIR, 'console/dist');
  const app = fastify({
    logger: options.logTo ? { stream: options.logTo, level: options.logLevel ?? 'info' } : false,
    logController: new RequestLog(),
    bodyLimit: MAX_BODY_BYTES,
    requestTimeout: 30_000,
    forceCloseConnections: 'idle',
    clientErrorHandler: answerUnreadable,
    frameworkErrors: handleError,
  });
  const feed = new LiveFeed(store, now, heartbeatMs);

  app.setErrorHandler(handleError);
  app.setNotFoundHandler({ preHandler: pageHeaders }, notFoundPage(siteDir));
  if (options.loopbackOnly) app.addHook('onRequest', requireLoopbackHost);
  // Before the server waits for open requests: streams would never end by themselves.
  app.addHook('preClose', async () => feed.close());
  app.addHook('onClose', () => store.close());

  await app.register(async (api) => {
    api.addHook('onRequest', apiHeaders);
    await api.register(eventRoutes, { store, feed, now, validate });
    await api.register(escalationRoutes, { store, feed, now });
    await api.register(healthRoutes, { store });
    // Else a wrong method would be looked for among the pages.
    api.all('/v1/*', nothingHere);
  });
  await app.register(pageRoutes, { siteDir, consoleDir });
  return app;
}
