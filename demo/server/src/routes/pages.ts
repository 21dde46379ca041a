import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { nothingHere, Problem } from '../http/problem.ts';
import { pageHeaders } from '../http/security.ts';

export interface PageRoutes {
  /** Folders of the built site and console. */
  siteDir: string;
  consoleDir: string;
}

/** The help page at /, the console at /console/, and where the page finds both. */
export async function pageRoutes(app: FastifyInstance, options: PageRoutes): Promise<void> {
  app.addHook('onRequest', pageHeaders);

  // In place of the file of the static site, which knows of no server.
  app.get('/config.json', async () => ({ endpoint: '/v1/events', console: '/console/' }));

  app.get('/console', (_request, reply) => reply.redirect('/console/', 301));
  await servePages(app, '/console/', options.consoleDir);
  await servePages(app, '/', options.siteDir);
}

async function servePages(app: FastifyInstance, prefix: string, root: string): Promise<void> {
  if (existsSync(join(root, 'index.html'))) {
    await app.register(fastifyStatic, {
      root,
      prefix,
      dotfiles: 'ignore',
      cacheControl: false, // pageHeaders says it
      decorateReply: false,
    });
    return;
  }
  app.get(`${prefix}*`, async () => {
    throw new Problem(503, 'not-built', `${root} is not built. Run "npm run build", then restart.`);
  });
}

/** The site's own page where a person followed a bad link, problem details for all others. */
export function notFoundPage(siteDir: string) {
  const file = join(siteDir, '404.html');
  const page = existsSync(file) ? readFileSync(file) : undefined;
  return async (request: FastifyRequest, reply: FastifyReply) => {
    const byPerson = request.headers.accept?.includes('text/html');
    // The page names its files relative to the top level: deeper, it would be without style.
    const atTop = !request.url.slice(1).includes('/');
    if (page === undefined || !byPerson || !atTop) return nothingHere(request);
    return reply.code(404).type('text/html; charset=utf-8').send(page);
  };
}
