/** Serves a folder as a plain static host would: node demo/static.ts FOLDER (PORT, HOST). */
import { createReadStream, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const mimeTypes: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

/** The file that `urlPath` names inside `folder`, or undefined. */
function findFile(folder: string, urlPath: string): string | undefined {
  try {
    const path = resolve(folder, `.${decodeURIComponent(urlPath)}`);
    if (path !== folder && !path.startsWith(folder + sep)) return undefined;
    const file = statSync(path).isDirectory() ? join(path, 'index.html') : path;
    return statSync(file).isFile() ? file : undefined;
  } catch {
    // No such file, or a path that is not valid percent-encoding.
    return undefined;
  }
}

/** A server of the files in `folder` that is not listening yet. */
export function createStaticServer(folder: string): Server {
  const root = resolve(folder);
  return createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const file = findFile(root, pathname);
    if (file === undefined || (request.method !== 'GET' && request.method !== 'HEAD')) {
      response.writeHead(file === undefined ? 404 : 405, { 'content-type': 'text/plain' });
      response.end(file === undefined ? 'Not found\n' : 'Method not allowed\n');
      return;
    }
    response.writeHead(200, {
      'content-type': mimeTypes[extname(file)] ?? 'application/octet-stream',
      'cache-control': 'no-cache',
      'x-content-type-options': 'nosniff',
    });
    if (request.method === 'HEAD') response.end();
    else createReadStream(file).pipe(response);
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = process.argv[2];
  if (folder === undefined) {
    console.error('usage: node demo/static.ts FOLDER');
    process.exit(2);
  }
  const port = Number(process.env.PORT ?? 8400);
  const host = process.env.HOST ?? '127.0.0.1';
  const server = createStaticServer(folder);
  server.on('error', (error) => {
    console.error(`Cannot listen on ${host}:${port}: ${error.message}. Choose another PORT.`);
    process.exit(1);
  });
  server.listen(port, host);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(0));
}
