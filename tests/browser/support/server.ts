/** The demo server as a process of its own, with a database that only one test uses. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** An event as the server stored it. */
export interface StoredEvent {
  type: string;
  subject: string;
  data: Record<string, unknown>;
}

export class DemoServer {
  readonly url: string;
  readonly #port: number;
  readonly #folder = mkdtempSync(join(tmpdir(), 'attune-'));
  #process: ChildProcess | undefined;

  private constructor(port: number) {
    this.#port = port;
    this.url = `http://127.0.0.1:${port}`;
  }

  static async start(): Promise<DemoServer> {
    const server = new DemoServer(await freePort());
    await server.start();
    return server;
  }

  /** Starts, or starts again with the same address and database. */
  async start(): Promise<void> {
    const env = {
      ...process.env,
      PORT: String(this.#port),
      HOST: '127.0.0.1',
      ATTUNE_DB: this.#database,
      LOG_LEVEL: 'error',
    };
    const stdio = ['ignore', 'inherit', 'inherit'] as const;
    this.#process = spawn('node', ['demo/server/src/main.ts'], { env, stdio: [...stdio] });
    const deadline = Date.now() + 15_000;
    while (!(await this.#answers())) {
      if (this.#process.exitCode !== null) throw new Error('the demo server ended at once');
      if (Date.now() > deadline) throw new Error(`the demo server does not answer at ${this.url}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  async stop(): Promise<void> {
    const child = this.#process;
    this.#process = undefined;
    if (child === undefined || child.exitCode !== null) return;
    const closed = once(child, 'close');
    child.kill('SIGTERM');
    await closed;
  }

  async dispose(): Promise<void> {
    await this.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** What the database holds, in the order in which it came. */
  events(type?: string): StoredEvent[] {
    const database = new DatabaseSync(this.#database, { readOnly: true });
    try {
      const rows = database.prepare('SELECT event FROM events ORDER BY seq').all();
      const events = rows.map((row) => JSON.parse(String(row.event)) as StoredEvent);
      return events.filter((event) => type === undefined || event.type === type);
    } finally {
      database.close();
    }
  }

  get #database(): string {
    return join(this.#folder, 'attune.sqlite');
  }

  async #answers(): Promise<boolean> {
    try {
      return (await fetch(`${this.url}/healthz`)).ok;
    } catch {
      return false;
    }
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}
