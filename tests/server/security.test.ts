import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { API_CSP } from '../../demo/server/src/http/security.ts';
import type { Store } from '../../demo/server/src/store/store.ts';
import { fresh, openServer, post, postRaw } from './support.ts';

describe('a server on loopback', () => {
  const ask = async (host: string, loopbackOnly: boolean) => {
    const app = await openServer({ loopbackOnly });
    return (await app.inject({ url: '/v1/escalations', headers: { host } })).statusCode;
  };

  it.each(['localhost:8400', '127.0.0.1:8400', '[::1]:8400', 'LOCALHOST'])(
    'answers to %s',
    async (host) => {
      expect(await ask(host, true)).toBe(200);
    },
  );

  it.each(['evil.example', 'localhost.evil.example', '127.0.0.1.evil.example:8400'])(
    'does not answer to %j, a name that was pointed at it',
    async (host) => {
      expect(await ask(host, true)).toBe(421);
    },
  );

  it('answers to any name when it was set up for others', async () => {
    expect(await ask('help.shop.example', false)).toBe(200);
  });
});

describe('handling an escalation from a page', () => {
  it.each([
    ['http://localhost:8400', 200],
    [undefined, 200],
    ['http://localhost:9000', 403],
    ['https://evil.example', 403],
    ['null', 403],
  ])('of the origin %s answers %i', async (origin, status) => {
    const app = await openServer();
    await post(app, fresh('escalation.requested.v1'));
    const response = await app.inject({
      method: 'POST',
      url: '/v1/escalations/1/resolve',
      headers: { host: 'localhost:8400', ...(origin === undefined ? {} : { origin }) },
    });
    expect(response.statusCode).toBe(status);
  });
});

describe('answers of the API', () => {
  it.each(['/v1/escalations', '/healthz', '/v1/missing', '/v1/escalations/7'])(
    '%s is kept nowhere, is never sniffed and never a page',
    async (url) => {
      const { headers } = await (await openServer()).inject(url);
      expect(headers['cache-control']).toBe('no-store');
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['content-security-policy']).toBe(API_CSP);
    },
  );

  it.each([
    ['GARBAGE\r\n\r\n', 400],
    [`GET / HTTP/1.1\r\nhost: localhost\r\nx: ${'x'.repeat(20_000)}\r\n\r\n`, 431],
  ])('are problem details for what is not HTTP: %#', async (request, status) => {
    const app = await openServer();
    await app.listen({ host: '127.0.0.1', port: 0 });
    const answer = await new Promise<string>((resolve) => {
      const socket = connect((app.server.address() as AddressInfo).port, '127.0.0.1');
      socket.on('data', (data) => resolve(String(data)));
      socket.write(request);
    });
    expect(answer).toContain(`HTTP/1.1 ${status} `);
    expect(JSON.parse(answer.split('\r\n\r\n')[1] ?? '')).toMatchObject({ status });
  });

  it('tell nothing of what went wrong inside', async () => {
    const store = { record: () => Promise.reject(new Error('disk of secret.example is full')) };
    const app = await openServer({
      store: { ...store, close: async () => {} } as unknown as Store,
    });
    const { status, body } = await post(app, fresh('mood.changed.v1'));
    expect(status).toBe(500);
    expect(JSON.stringify(body)).not.toContain('secret');
  });
});

describe('the log', () => {
  it('has a line a request and no text of customers', async () => {
    const log: string[] = [];
    const logTo = { write: (line: string) => void log.push(line) };
    const app = await openServer({ logTo, logLevel: 'trace' });
    const text = { '/data/transcript/0/text': 'my secret' };
    await post(app, fresh('escalation.requested.v1', text));
    await post(app, fresh('escalation.requested.v1', { '/data/reason': 'my secret' }));
    await postRaw(app, '{"my secret', 'application/cloudevents+json');
    await app.inject('/v1/escalations/1?q=my%20secret');
    await app.inject('/my%20secret');
    expect(log.filter((line) => line.includes('"msg":"request"'))).toHaveLength(5);
    expect(log.join('')).not.toMatch(/my(%20| )secret/);
  });

  it('has no text of customers when the store fails', async () => {
    const log: string[] = [];
    const logTo = { write: (line: string) => void log.push(line) };
    const store = {
      record: () => Promise.reject(new Error('cannot write my secret')),
      close: async () => {},
    } as unknown as Store;
    await post(await openServer({ logTo, store }), fresh('mood.changed.v1'));
    expect(log.join('')).toContain('request failed');
    expect(log.join('')).not.toContain('my secret');
  });
});
