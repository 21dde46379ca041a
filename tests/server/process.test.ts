import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { fresh } from './support.ts';

const MAIN = resolve(import.meta.dirname, '../../demo/server/src/main.ts');
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'attune-server-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

interface Running {
  process: ChildProcess;
  output: () => string;
  /** Resolves with the exit code, or the signal. */
  ended: Promise<number | string | null>;
}

function start(env: Record<string, string>): Running {
  const child = spawn(process.execPath, [MAIN], { env: { PORT: '0', ...env } });
  const chunks: string[] = [];
  const collect = (chunk: Buffer) => void chunks.push(String(chunk));
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  const ended = new Promise<number | string | null>((done) => {
    child.once('close', (code, signal) => done(code ?? signal));
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  return { process: child, output: () => chunks.join(''), ended };
}

async function ready({ output, ended }: Running): Promise<string> {
  let over = false;
  ended.then(() => {
    over = true;
  });
  for (;;) {
    const url = /"url":"([^"]+)"/.exec(output())?.[1];
    if (url) return url;
    if (over) throw new Error(`the server ended: ${output()}`);
    await new Promise((done) => setTimeout(done, 10));
  }
}

async function send(url: string, event: { id: string }): Promise<number> {
  const headers = { 'content-type': 'application/cloudevents+json' };
  const body = JSON.stringify(event);
  return (await fetch(`${url}/v1/events`, { method: 'POST', headers, body })).status;
}

function idsIn(database: string): unknown[] {
  const db = new DatabaseSync(database);
  const ids = db.prepare('SELECT id FROM events ORDER BY seq').all();
  db.close();
  return ids.map(({ id }) => id);
}

describe('a server that is killed', () => {
  it('has kept every event that it answered for, in each of several lives', async () => {
    const ATTUNE_DB = join(folder, 'killed.sqlite');
    const answered: string[] = [];
    for (let life = 0; life < 5; life += 1) {
      const server = start({ ATTUNE_DB });
      const url = await ready(server);
      for (let count = 0; count <= life; count += 1) {
        const event = fresh('escalation.requested.v1');
        expect(await send(url, event)).toBe(202);
        answered.push(event.id);
      }
      server.process.kill('SIGKILL');
      expect(await server.ended).toBe('SIGKILL');
      expect(idsIn(ATTUNE_DB)).toEqual(answered);
    }
  }, 60_000);

  it('takes up its queue where it was', async () => {
    const ATTUNE_DB = join(folder, 'queue.sqlite');
    const first = start({ ATTUNE_DB });
    const event = fresh('escalation.requested.v1');
    await send(await ready(first), event);
    first.process.kill('SIGKILL');
    await first.ended;

    const url = await ready(start({ ATTUNE_DB }));
    const { escalations } = await (await fetch(`${url}/v1/escalations`)).json();
    expect(escalations).toMatchObject([{ event_id: event.id, state: 'waiting' }]);
  }, 30_000);
});

describe('a server that is told to stop', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)(
    'by %s ends its streams and says goodbye with 0',
    async (signal) => {
      const server = start({ ATTUNE_DB: join(folder, `${signal}.sqlite`) });
      const stream = await fetch(`${await ready(server)}/v1/escalations/stream`);
      server.process.kill(signal);
      await stream.text();
      expect(await server.ended).toBe(0);
    },
    30_000,
  );
});

describe('a server that cannot start', () => {
  it('says which port is in use', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    onTestFinished(() => void other.close());
    await new Promise((done) => other.once('listening', done));
    const { port } = other.address() as AddressInfo;
    const server = start({ PORT: String(port), ATTUNE_DB: ':memory:' });
    expect(await server.ended).toBe(1);
    expect(server.output()).toBe(
      `Port ${port} of 127.0.0.1 is in use. Stop the other program, or set PORT to a free one.\n`,
    );
  });

  it('says which setting is wrong', async () => {
    const server = start({ PORT: 'http' });
    expect(await server.ended).toBe(1);
    expect(server.output()).toBe('PORT must be a whole number from 0 to 65535, not "http".\n');
  });

  it('says which file is no database', async () => {
    const file = join(folder, 'text.sqlite');
    writeFileSync(
      file,
      'This is not a database, but it is as long as a header of one is.'.repeat(20),
    );
    const server = start({ ATTUNE_DB: file });
    expect(await server.ended).toBe(1);
    expect(server.output()).toBe(`Cannot open the database ${file}: file is not a database.\n`);
  });

  it('leaves a database of a newer release alone', async () => {
    const file = join(folder, 'newer.sqlite');
    const db = new DatabaseSync(file);
    db.exec('PRAGMA user_version = 99');
    db.close();
    const server = start({ ATTUNE_DB: file });
    expect(await server.ended).toBe(1);
    expect(server.output()).toContain('the database has schema 99, this server knows up to 1');
  });
});
