import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { describe, expect, it, onTestFinished } from 'vitest';
import { fresh, openServer, post } from './support.ts';

interface Message {
  id?: string;
  event?: string;
  data?: ReturnType<typeof JSON.parse>;
}

/** A console: reads the stream message by message, without `retry` and `heartbeat`. */
async function connect(app: FastifyInstance, lastEventId?: string) {
  if (!app.server.listening) await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.address() as AddressInfo;
  const abort = new AbortController();
  onTestFinished(() => abort.abort());
  const response = await fetch(`http://127.0.0.1:${port}/v1/escalations/stream`, {
    signal: abort.signal,
    ...(lastEventId === undefined ? {} : { headers: { 'last-event-id': lastEventId } }),
  });
  const messages = parse(response.body as unknown as AsyncIterable<Uint8Array>);
  const next = async (): Promise<Message> => {
    for (;;) {
      const { value, done } = await messages.next();
      if (done) return { event: 'end' };
      if (value.event && value.event !== 'heartbeat') return value;
    }
  };
  return { response, next, messages, cut: () => abort.abort() };
}

async function* parse(body: AsyncIterable<Uint8Array>): AsyncGenerator<Message> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of body) {
    text += decoder.decode(chunk, { stream: true });
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      const message: Message = {};
      for (const line of text.slice(0, end).split('\n')) {
        const [, field = '', value = ''] = /^(\w+): (.*)$/.exec(line) ?? [];
        if (field === 'data') message.data = JSON.parse(value);
        else if (field === 'id' || field === 'event') message[field] = value;
      }
      text = text.slice(end + 2);
      yield message;
    }
  }
}

const escalation = (subject: string) =>
  fresh('escalation.requested.v1', { '/subject': subject, '/time': '2026-03-02T09:14:04Z' });

describe('GET /v1/escalations/stream', () => {
  it('is an event stream that nothing on the way keeps back', async () => {
    const { response } = await connect(await openServer());
    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('x-accel-buffering')).toBe('no');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('begins with the queue, then tells each change with the escalation as it is', async () => {
    const app = await openServer();
    await post(app, escalation('a'));
    const { next } = await connect(app);
    expect(await next()).toMatchObject({
      event: 'snapshot',
      data: { escalations: [{ conversation: 'a' }] },
    });
    await post(app, escalation('b'));
    expect(await next()).toMatchObject({ event: 'escalation', data: { conversation: 'b' } });
    await post(app, fresh('mood.changed.v1', { '/subject': 'a', '/data/mood/frustration': 0.33 }));
    expect(await next()).toMatchObject({
      event: 'mood',
      data: { id: 1, mood: { frustration: 0.33 } },
    });
    await app.inject({ method: 'POST', url: '/v1/escalations/1/resolve' });
    expect(await next()).toMatchObject({ event: 'resolved', data: { id: 1, state: 'resolved' } });
  });

  it('is silent about what changes nothing', async () => {
    const app = await openServer();
    const { next } = await connect(app);
    await next();
    const event = escalation('a');
    await post(app, [event, event, fresh('conversation.ended.v1'), fresh('mood.changed.v1')]);
    await post(app, escalation('b'));
    expect((await next()).data.conversation).toBe('a');
    expect((await next()).data.conversation).toBe('b');
  });

  it('goes on after the last event that was seen, without loss or repeat', async () => {
    const app = await openServer();
    const first = await connect(app);
    await first.next();
    await post(app, escalation('a'));
    const { id } = await first.next();
    first.cut();
    await post(app, [escalation('b'), escalation('c')]);
    await app.inject({ method: 'POST', url: '/v1/escalations/1/resolve' });

    const second = await connect(app, id);
    const missed = [await second.next(), await second.next(), await second.next()];
    expect(missed.map(({ event, data }) => [event, data.conversation])).toEqual([
      ['escalation', 'b'],
      ['escalation', 'c'],
      ['resolved', 'a'],
    ]);
    await post(app, escalation('d'));
    expect((await second.next()).data.conversation).toBe('d');
  });

  it('tells an escalation that changed several times meanwhile once, as it is now', async () => {
    const app = await openServer();
    const first = await connect(app);
    const { id } = await first.next();
    await post(app, escalation('a'));
    await app.inject({ method: 'POST', url: '/v1/escalations/1/resolve' });
    await post(app, escalation('b'));
    const second = await connect(app, id);
    expect(await second.next()).toMatchObject({ event: 'resolved', data: { conversation: 'a' } });
    expect(await second.next()).toMatchObject({ event: 'escalation', data: { conversation: 'b' } });
  });

  it.each(['', '7', 'deadbeef-1', "x' OR 1=1", '9'.repeat(400)])(
    'begins anew for the unknown Last-Event-ID %j',
    async (lastEventId) => {
      const app = await openServer();
      await post(app, escalation('a'));
      expect((await (await connect(app, lastEventId)).next()).event).toBe('snapshot');
    },
  );

  it('begins anew after an id of the future, as of a database that was put back', async () => {
    const app = await openServer();
    const { id } = await (await connect(app)).next();
    const future = `${id?.split('-')[0]}-99`;
    expect((await (await connect(app, future)).next()).event).toBe('snapshot');
  });

  it('shows that it is alive', async () => {
    const app = await openServer({ heartbeatMs: 20, now: () => 0 });
    const { messages } = await connect(app);
    const seen: Message[] = [];
    while (seen.length < 3) {
      const { value } = await messages.next();
      if (value.event === 'heartbeat') seen.push(value);
    }
    expect(seen[2]).toEqual({ event: 'heartbeat', data: { now: '1970-01-01T00:00:00.000Z' } });
  });

  it('ends when the server closes', async () => {
    const app = await openServer();
    const { next } = await connect(app);
    await next();
    await app.close();
    expect(await next()).toEqual({ event: 'end' });
  });
});
