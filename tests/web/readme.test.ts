/** Runs each snippet of web/README.md as it stands there. */
import { execFile } from 'node:child_process';
import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it, onTestFinished } from 'vitest';
import type { CloudEvent } from '../../web/src/delivery/events.ts';
import { bundle, consoleOf, serveSite, useBrowser } from './support/browser.ts';
import { repository, wasmPath } from './support/core.ts';
import { answerJson, readBody } from './support/http.ts';

const newProfile = useBrowser();
const readme = await readFile(join(repository, 'web/README.md'), 'utf8');
const snippets = new Map(
  Array.from(readme.matchAll(/```js (\w+)\n(.*?)```/gs), ([, name = '', code = '']) => [
    name,
    code,
  ]),
);
const snippet = (name: string): string => snippets.get(name) ?? `throw new Error('no ${name}')`;

it('has no snippet that is not run here', () => {
  expect([...snippets.keys()]).toEqual(['page', 'worker', 'node', 'reload', 'outbox']);
  expect(readme.match(/```\w/g)).toHaveLength(5);
});

it('loads the core in a page', async () => {
  const browser = await newProfile();
  const url = await serveSite({ script: `${snippet('page')}; console.log('done')` });
  const lines = await consoleOf(await browser.newPage(), url);
  expect(lines[0]).toMatch(/^0\.\d+ \[.*\]$/);
  expect(lines.at(-1)).toMatch(/^(offer|connect)_person ./);
});

it('loads the core in a worker', async () => {
  const browser = await newProfile();
  const url = await serveSite({ script: `${snippet('worker')}; console.log('done')` });
  const lines = await consoleOf(await browser.newPage(), url);
  expect(lines).toEqual([expect.stringMatching(/^\[\w+, \w+\]$/)]);
});

it('loads the core in Node', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'attune-readme-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, 'main.mjs'), await bundle(snippet('node'), 'node'));
  await copyFile(wasmPath, join(folder, 'attune.wasm'));
  const { stdout } = await promisify(execFile)(process.execPath, [join(folder, 'main.mjs')]);
  expect(stdout).toMatch(/^\d+\.\d+\.\d+ \w+\n$/);
});

it('goes on after a reload', async () => {
  const browser = await newProfile();
  const url = await serveSite({ script: `${snippet('reload')}; console.log('done')` });
  expect(await consoleOf(await browser.newPage(), url)).toEqual(['2']);
});

it('delivers an event', async () => {
  const browser = await newProfile();
  const events: CloudEvent[] = [];
  const url = await serveSite({
    script: `${snippet('outbox')}; await outbox.flush(); console.log('done')`,
    handler: async (request, response) => {
      if (request.url !== '/v1/events') return response.writeHead(404).end();
      events.push(...(JSON.parse(await readBody(request)) as CloudEvent[]));
      return answerJson(response, 202, { accepted: events.map(({ id }) => id), duplicates: [] });
    },
  });
  const lines = await consoleOf(await browser.newPage(), url);
  const type = 'attune.conversation.started.v1';
  expect(lines.map((line) => line.trim())).toEqual([`${type} queued`, `${type} sent`]);
  expect(events).toMatchObject([{ type, source: `${url}/#help`, data: { page: '/' } }]);
});
