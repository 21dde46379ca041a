/** The worker's script: a module worker that serves one core. Bundle it as a file of its own. */
import type { Port } from './protocol.ts';
import { serveCore } from './serve.ts';

serveCore(globalThis as unknown as Port);
