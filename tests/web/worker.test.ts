import { expect, it, onTestFinished, vi } from 'vitest';
import type { AsyncCore, ConversationConfig } from '../../web/src/types.ts';
import { connectCore, loadCoreInWorker } from '../../web/src/worker/client.ts';
import { serveCore } from '../../web/src/worker/serve.ts';
import { collectGarbage, startCoreWith, wasmUrl } from './support/core.ts';

const at = Date.UTC(2026, 2, 2, 9);

/** A core behind a channel, as a worker's is; browser.test.ts has the real worker. */
async function connect(): Promise<AsyncCore> {
  const { port1, port2 } = new MessageChannel();
  serveCore(port2);
  const core = await connectCore(port1, { url: wasmUrl });
  onTestFinished(() => core.dispose());
  return core;
}

it('gives the same answers as the core in this thread', async () => {
  const remote = await connect();
  const { core: local } = await startCoreWith();
  const config: ConversationConfig = { policy: { cooldown_turns: 1 } };
  const there = await remote.conversation(config);
  const here = local.conversation(config);
  expect(remote.version).toBe(local.version);
  for (const [turn, text] of ['Hello', 'WHERE IS IT???', 'Get me a person'].entries()) {
    expect(await remote.assess(text)).toEqual(local.assess(text));
    const time = at + turn * 60_000;
    expect(await there.customerTurn(text, time)).toEqual(here.customerTurn(text, time));
    await there.botTurn('One moment.', time, { unanswered: true });
    here.botTurn('One moment.', time, { unanswered: true });
  }
  await there.event('escalated', at + 300_000);
  await there.setAttributes({ plan: 'gold' }, at + 300_000);
  here.event('escalated', at + 300_000);
  here.setAttributes({ plan: 'gold' }, at + 300_000);
  const saved = await there.save();
  expect(saved).toBe(here.save());
  const again = await remote.conversation(config);
  await again.restore(saved);
  expect(await again.save()).toBe(saved);
  await expect(again.restore('{}')).rejects.toMatchObject({ code: 'invalid_state' });
});

it('keeps answers to their questions when many are under way', async () => {
  const core = await connect();
  const texts = Array.from(
    { length: 200 },
    (_, i) => `${'A'.repeat(i % 7)} WHERE IS IT${'!'.repeat(i)}`,
  );
  const { core: local } = await startCoreWith();
  const answers = await Promise.all(texts.map((text) => core.assess(text)));
  expect(answers).toEqual(texts.map((text) => local.assess(text)));
});

it('carries an error with its code, pointer and expectation', async () => {
  const core = await connect();
  const config = { policy: { cooldown_turns: 'three' } } as unknown as ConversationConfig;
  await expect(core.conversation(config)).rejects.toMatchObject({
    name: 'AttuneError',
    code: 'invalid_config',
    pointer: '/policy/cooldown_turns',
    expected: expect.stringMatching(/./),
  });
  await expect(core.assess(3 as unknown as string)).rejects.toThrow(TypeError);
  expect(await core.assess('hello')).toBeDefined();
});

it('is rejected as loading in this thread would be', async () => {
  const { port1, port2 } = new MessageChannel();
  serveCore(port2);
  const url = new URL('./missing.wasm', wasmUrl);
  await expect(connectCore(port1, { url })).rejects.toMatchObject({ code: 'wasm_fetch_failed' });
});

it('frees conversations that are disposed or dropped', async () => {
  const { port1, port2 } = new MessageChannel();
  const closed = vi.fn();
  port2.addEventListener('message', ({ data }) => {
    if (data.call === 'close') closed(data.params.conversation);
  });
  serveCore(port2);
  const core = await connectCore(port1, { url: wasmUrl });
  onTestFinished(() => core.dispose());
  const kept = await core.conversation();
  const drop = async () => void (await core.conversation());
  await drop();
  await expect.poll(() => collectGarbage().then(() => closed.mock.calls)).toEqual([[2]]);
  kept.dispose();
  kept.dispose();
  await expect(kept.customerTurn('hello', at)).rejects.toMatchObject({ code: 'disposed' });
  expect(closed.mock.calls).toEqual([[2], [1]]);
});

it('rejects what is under way and what comes later once it is disposed', async () => {
  const core = await connect();
  const conversation = await core.conversation();
  const underWay = core.assess('hello');
  core.dispose();
  await expect(underWay).rejects.toMatchObject({ code: 'disposed' });
  await expect(core.assess('hello')).rejects.toMatchObject({ code: 'disposed' });
  await expect(conversation.event('resolved', at)).rejects.toMatchObject({ code: 'disposed' });
  conversation.dispose();
});

/** Stands in for `Worker`, which Node does not have. */
class FakeWorker extends EventTarget {
  readonly sent: unknown[] = [];
  readonly terminate = vi.fn();
  postMessage(message: unknown): void {
    this.sent.push(message);
  }
}

it('ends the worker and says what failed when its script does not start', async () => {
  const worker = new FakeWorker();
  const loading = loadCoreInWorker({ worker: worker as unknown as Worker });
  worker.dispatchEvent(new Event('error'));
  await expect(loading).rejects.toMatchObject({
    code: 'worker_failed',
    message: expect.stringContaining("worker-src 'self'"),
  });
  expect(worker.terminate).toHaveBeenCalledOnce();
});

it('rejects what is under way when the worker dies, and passes on what it said', async () => {
  const worker = new FakeWorker();
  const loading = loadCoreInWorker({ worker: worker as unknown as Worker });
  worker.dispatchEvent(
    new MessageEvent('message', { data: { id: 1, result: { version: '0.1.0' } } }),
  );
  const core = await loading;
  const underWay = core.assess('hello');
  worker.dispatchEvent(Object.assign(new Event('error'), { message: 'out of memory' }));
  await expect(underWay).rejects.toMatchObject({
    code: 'worker_failed',
    message: 'The worker failed: out of memory',
  });
  await expect(core.assess('hello')).rejects.toMatchObject({ code: 'worker_failed' });
});

it('says so where there are no workers', async () => {
  await expect(loadCoreInWorker({ worker: '/worker.js' })).rejects.toMatchObject({
    code: 'worker_failed',
    message: expect.stringContaining('/worker.js'),
  });
});
