import { type Config, readConfig } from './config.ts';
import { createServer } from './server.ts';
import { openSqliteStore } from './store/sqlite.ts';

/** What is still open then, a request that never ends for one, is cut off. */
const SHUTDOWN_MS = 10_000;

try {
  await start(readConfig(process.env));
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
}

async function start({ host, port, database, logLevel }: Config): Promise<void> {
  const store = await openSqliteStore(database);
  const loopbackOnly = ['127.0.0.1', '::1', 'localhost'].includes(host);
  const app = await createServer({ store, loopbackOnly, logTo: process.stdout, logLevel });
  try {
    const url = await app.listen({ host, port });
    app.log.info({ url, database }, 'ready');
  } catch (error) {
    await app.close();
    throw new Error(explainListenError(error as NodeJS.ErrnoException, host, port), {
      cause: error,
    });
  }

  const stop = async () => {
    setTimeout(() => process.exit(1), SHUTDOWN_MS).unref();
    await app.close();
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

function explainListenError({ code, message }: NodeJS.ErrnoException, host: string, port: number) {
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} of ${host} is in use. Stop the other program, or set PORT to a free one.`;
    case 'EACCES':
      return `Port ${port} needs more rights than this user has. Set PORT to 1024 or above.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `HOST ${host} is not an address of this machine. Set it to one, or to 0.0.0.0 for all.`;
    default:
      return `Cannot listen on ${host}, port ${port}: ${message}.`;
  }
}
