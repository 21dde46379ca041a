import type { FastifyInstance } from 'fastify';
import type { Store } from '../store/store.ts';

/** GET /healthz: the process answers and its database can be read. */
export async function healthRoutes(
  app: FastifyInstance,
  { store }: { store: Store },
): Promise<void> {
  app.get('/healthz', async () => {
    await store.resolved(1);
    return { status: 'ok' };
  });
}
