/** What only a real browser can show: policies, workers, storage, tabs. */
import { describe, expect, it } from 'vitest';
import type { CloudEvent } from '../../web/src/delivery/events.ts';
import { consoleOf, serveSite, strictPolicy, useBrowser } from './support/browser.ts';
import { answerJson, readBody } from './support/http.ts';

const newProfile = useBrowser();

/** Loads the core in one way or another, and writes what comes of it. */
const tryTo = (load: string): string => `
  import { loadCore } from '@attune/web';
  import { loadCoreInWorker } from '@attune/web/worker';
  try {
    const core = await ${load};
    console.log('level', (await core.assess('WHERE IS MY REFUND???')).sentiment.level);
    core.dispose();
  } catch (error) {
    console.log(error.code, error.message);
  }
  console.log('done');
`;

const withoutWasm = strictPolicy.replace(" 'wasm-unsafe-eval'", '');

it.each([
  ['in the page', 'loadCore()'],
  ['in a worker', "loadCoreInWorker({ worker: './attune-worker.js' })"],
  [
    'in a worker, from an address relative to the page',
    "loadCoreInWorker({ worker: './attune-worker.js', url: './attune.wasm' })",
  ],
])('runs under a strict policy with Trusted Types: %s', async (_, load) => {
  const browser = await newProfile();
  const url = await serveSite({ script: tryTo(load) });
  const lines = await consoleOf(await browser.newPage(), url);
  expect(lines).toEqual([expect.stringMatching(/^level (very_)?negative$/)]);
});

it.each([
  ['a policy without wasm-unsafe-eval', 'loadCore()', withoutWasm, 'wasm_blocked'],
  [
    'the same with a wrong MIME type',
    "loadCore({ fetch: async (url) => new Response(await (await fetch(url)).blob().then((b) => b.slice(0, b.size, 'text/plain'))) })",
    withoutWasm,
    'wasm_blocked',
  ],
  [
    'the same in a worker',
    "loadCoreInWorker({ worker: './attune-worker.js' })",
    withoutWasm,
    'wasm_blocked',
  ],
  [
    'a policy without connect-src',
    'loadCore()',
    strictPolicy.replace("connect-src 'self'; ", ''),
    'wasm_fetch_failed',
  ],
  [
    'a policy without worker-src',
    "loadCoreInWorker({ worker: './attune-worker.js' })",
    strictPolicy.replace("worker-src 'self'; ", "child-src 'none'; "),
    'worker_failed',
  ],
  [
    'a worker script that is missing',
    "loadCoreInWorker({ worker: './missing.js' })",
    strictPolicy,
    'worker_failed',
  ],
  [
    'a worker script of another origin',
    "loadCoreInWorker({ worker: 'https://other.example/attune-worker.js' })",
    strictPolicy,
    'worker_failed',
  ],
  ['a missing module', "loadCore({ url: './missing.wasm' })", strictPolicy, 'wasm_fetch_failed'],
])('knows %s', async (_, load, policy, code) => {
  const browser = await newProfile();
  const url = await serveSite({ script: tryTo(load), policy });
  const lines = await consoleOf(await browser.newPage(), url);
  expect(lines.filter((line) => line.startsWith(`${code} `))).toHaveLength(1);
});

describe('without WebAssembly', () => {
  const newProfileWithout = useBrowser(['--js-flags=--jitless']);

  it('says so', async () => {
    const browser = await newProfileWithout();
    const url = await serveSite({ script: tryTo('loadCore()') });
    const lines = await consoleOf(await browser.newPage(), url);
    expect(lines).toEqual([expect.stringMatching(/^wasm_unavailable /)]);
  });
});

const outboxPage = `
  import { createEvent, EventType, openOutbox } from '@attune/web/delivery';
  const outbox = openOutbox({
    endpoint: '/v1/events',
    onChange: ({ event, state }) => console.log(event.data.page, state),
    onMemoryOnly: (cause) => console.log('memory only', String(cause)),
  });
  outbox.start();
  await outbox.flush();
  window.databases = async () => (await indexedDB.databases()).length;
  window.enqueue = (pages) => Promise.all(pages.map((page) => outbox.enqueue(createEvent(
    EventType.conversationStarted, 'c1', { locale: 'en', page }, { source: 'test' }))));
  window.states = (ids) => ids.map((id) => outbox.state(id));
  window.flush = () => outbox.flush();
  console.log('done');
`;

/** A site with the outbox page and a receiver, which is down until it is told otherwise. */
async function serveOutbox() {
  const receiver = { up: false, requests: 0, effects: [] as string[] };
  const url = await serveSite({
    script: outboxPage,
    handler: async (request, response) => {
      if (request.url !== '/v1/events') return response.writeHead(404).end();
      const events = JSON.parse(
        await readBody(request),
      ) as CloudEvent<'attune.conversation.started.v1'>[];
      receiver.requests += 1;
      if (!receiver.up) return response.writeHead(503).end();
      receiver.effects.push(...events.map(({ data }) => data.page));
      return answerJson(response, 202, { accepted: events.map(({ id }) => id), duplicates: [] });
    },
  });
  return { url, receiver };
}

it('does nothing when it is imported', async () => {
  const browser = await newProfile();
  const page = await browser.newPage();
  const requests: string[] = [];
  page.on('request', (request) => requests.push(new URL(request.url()).pathname));
  const url = await serveSite({
    script: `
      import * as web from '@attune/web';
      import * as worker from '@attune/web/worker';
      import * as delivery from '@attune/web/delivery';
      console.log(Object.keys({ ...web, ...worker, ...delivery }).length > 10);
      console.log((await indexedDB.databases()).length, localStorage.length, document.cookie);
      console.log('done');`,
  });
  expect(await consoleOf(page, url)).toEqual(['true', '0 0 ']);
  expect(requests).toEqual(['/', '/main.js']);
});

it('leaves no trace before the first event', async () => {
  const browser = await newProfile();
  const { url, receiver } = await serveOutbox();
  const page = await browser.newPage();
  expect(await consoleOf(page, url)).toEqual([]);
  expect(await page.evaluate('window.databases()')).toBe(0);
  expect(receiver.requests).toBe(0);
  await page.evaluate("window.enqueue(['/a'])");
  expect(await page.evaluate('window.databases()')).toBe(1);
});

it('delivers after a reload what could not be sent before', async () => {
  const browser = await newProfile();
  const { url, receiver } = await serveOutbox();
  const page = await browser.newPage();
  await consoleOf(page, url);
  await page.evaluate("window.enqueue(['/a', '/b'])");
  await expect.poll(() => receiver.requests).toBeGreaterThan(0);
  receiver.up = true;
  await page.reload();
  await expect.poll(() => receiver.effects).toEqual(['/a', '/b']);
});

it('delivers each event once from several tabs, also those of a tab that was closed', async () => {
  const browser = await newProfile();
  const { url, receiver } = await serveOutbox();
  const tabs = [await browser.newPage(), await browser.newPage(), await browser.newPage()];
  for (const tab of tabs) await consoleOf(tab, url);
  const paths = Array.from({ length: 30 }, (_, i) => `/${i}`);
  await Promise.all(
    tabs.map((tab, i) =>
      tab.evaluate(`window.enqueue(${JSON.stringify(paths.slice(i * 10, i * 10 + 10))})`),
    ),
  );
  await tabs[0]?.close();
  receiver.up = true;
  await Promise.all(tabs.slice(1).map((tab) => tab.evaluate('window.flush()')));
  await expect.poll(() => [...receiver.effects].sort()).toEqual([...paths].sort());
});
