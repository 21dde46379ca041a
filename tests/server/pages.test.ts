import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PAGE_CSP } from '../../demo/server/src/http/security.ts';
import { openServer } from './support.ts';

let root: string;
let folders: { siteDir: string; consoleDir: string };

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'attune-pages-'));
  folders = { siteDir: join(root, 'site'), consoleDir: join(root, 'console') };
  mkdirSync(join(folders.siteDir, 'attune'), { recursive: true });
  mkdirSync(folders.consoleDir);
  writeFileSync(join(root, 'secret.txt'), 'CONTENT');
  writeFileSync(join(folders.siteDir, 'index.html'), '<!doctype html><title>Help</title>');
  writeFileSync(join(folders.siteDir, '404.html'), '<!doctype html><title>Not found</title>');
  writeFileSync(join(folders.siteDir, 'config.json'), '{"endpoint":null,"console":null}');
  writeFileSync(join(folders.siteDir, 'attune/attune.wasm'), Buffer.from([0, 0x61, 0x73, 0x6d]));
  writeFileSync(join(folders.siteDir, 'attune/attune-chat.js'), 'export {};');
  writeFileSync(join(folders.siteDir, '.env'), 'CONTENT');
  writeFileSync(join(folders.consoleDir, 'index.html'), '<!doctype html><title>Queue</title>');
});
afterAll(() => rmSync(root, { recursive: true }));

describe('pages', () => {
  it.each([
    ['/', 200, 'text/html; charset=utf-8'],
    ['/console/', 200, 'text/html; charset=utf-8'],
    ['/console', 301, undefined],
    ['/attune/attune.wasm', 200, 'application/wasm'],
    ['/attune/attune-chat.js', 200, 'application/javascript; charset=utf-8'],
    ['/config.json', 200, 'application/json; charset=utf-8'],
    ['/missing.html', 404, 'application/problem+json; charset=utf-8'],
    ['/v1/missing', 404, 'application/problem+json; charset=utf-8'],
  ])('%s answers %i as %s', async (url, status, type) => {
    const response = await (await openServer(folders)).inject(url);
    expect(response.statusCode).toBe(status);
    if (type) expect(response.headers['content-type']).toBe(type);
  });

  it.each([
    ['/no-such-page.html', 'text/html,*/*', 'text/html; charset=utf-8'],
    ['/no-such-page.html', '*/*', 'application/problem+json; charset=utf-8'],
    ['/no/such-page.html', 'text/html,*/*', 'application/problem+json; charset=utf-8'],
    ['/v1/nothing', 'text/html,*/*', 'application/problem+json; charset=utf-8'],
  ])('answer a bad link to %s, where %s is read, with %s', async (url, accept, type) => {
    const app = await openServer(folders);
    const response = await app.inject({ url, headers: { accept } });
    expect(response.statusCode).toBe(404);
    expect(response.headers['content-type']).toBe(type);
    expect(response.headers['content-security-policy']).toContain("frame-ancestors 'none'");
  });

  it('know the server by a configuration in place of the static one', async () => {
    const response = await (await openServer(folders)).inject('/config.json');
    expect(response.json()).toEqual({ endpoint: '/v1/events', console: '/console/' });
  });

  it.each(['/', '/console/', '/attune/attune-chat.js', '/config.json'])(
    '%s carries the strict policy and is not sniffed',
    async (url) => {
      const { headers } = await (await openServer(folders)).inject(url);
      expect(headers['content-security-policy']).toBe(PAGE_CSP);
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['cache-control']).toBe('no-cache');
      expect(headers['referrer-policy']).toBe('strict-origin-when-cross-origin');
    },
  );

  it('allow no inline code, no inline style and no frame', () => {
    expect(PAGE_CSP).not.toContain('unsafe-inline');
    expect(PAGE_CSP).not.toMatch(/'unsafe-eval'/);
    expect(PAGE_CSP).toContain("require-trusted-types-for 'script'");
    expect(PAGE_CSP).toContain("frame-ancestors 'none'");
  });

  it('that are not built say what to do', async () => {
    const app = await openServer({ ...folders, consoleDir: join(root, 'nothing') });
    const response = await app.inject('/console/');
    expect(response.statusCode).toBe(503);
    expect(response.json().detail).toContain('npm run build');
  });
});

describe('path traversal', () => {
  it.each([
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/%2e%2e%2fsecret.txt',
    '/attune/../../secret.txt',
    '/attune/..%5c..%5csecret.txt',
    '/console/../../secret.txt',
    '/console/..%2f..%2fsecret.txt',
    '//secret.txt',
    '/....//secret.txt',
    '/secret.txt%00.html',
    '/.env',
  ])('%s is not served', async (path) => {
    const app = await openServer(folders);
    await app.listen({ host: '127.0.0.1', port: 0 });
    const answer = await rawGet((app.server.address() as AddressInfo).port, path);
    expect(answer).toMatch(/^HTTP\/1\.1 (400|403|404) /);
    expect(answer).not.toContain('CONTENT');
  });
});

/** `fetch` would tidy the path up first. */
function rawGet(port: number, path: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1', () => {
      socket.write(`GET ${path} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n`);
    });
    socket.on('data', (chunk) => {
      answer += chunk;
    });
    socket.on('end', () => resolve(answer));
    socket.on('error', reject);
  });
}
