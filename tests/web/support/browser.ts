import { execFileSync } from 'node:child_process';
import { extname, join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test';
import { build } from 'esbuild';
import { afterAll, beforeAll, onTestFinished } from 'vitest';
import { repository, wasmBytes } from './core.ts';
import { type Handler, serve } from './http.ts';

export const strictPolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "connect-src 'self'",
  "worker-src 'self'",
  "require-trusted-types-for 'script'",
].join('; ');

const types: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.wasm': 'application/wasm',
};

function chromiumPath(): string {
  const find = 'command -v chromium || command -v chromium-browser || true';
  const path =
    process.env.CHROMIUM ?? execFileSync('sh', ['-c', find], { encoding: 'utf8' }).trim();
  if (path === '') {
    throw new Error('Chromium was not found: install it, or set CHROMIUM to its path.');
  }
  return path;
}

/** Starts a browser for the tests of a file. Returns what opens a fresh profile for a test. */
export function useBrowser(args: string[] = []): () => Promise<BrowserContext> {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: chromiumPath(),
      args: ['--disable-background-networking', '--disable-component-update', ...args],
    });
  }, 60_000);
  afterAll(() => browser.close());
  return async () => {
    const context = await browser.newContext();
    onTestFinished(() => context.close());
    return context;
  };
}

/** Bundles a script as a site would. Imports are resolved as from the root of the repository. */
export async function bundle(source: string, platform: 'browser' | 'node'): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: source, resolveDir: join(repository, 'tests'), loader: 'ts' },
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    platform,
    logLevel: 'error',
  });
  return outputFiles[0]?.text ?? '';
}

export interface Site {
  /** Module script of the page. */
  script: string;
  /** Content-Security-Policy of the page. */
  policy?: string;
  /** Other files by path; the worker's script and attune.wasm are there anyway. */
  files?: Record<string, string>;
  /** Answers what is no file. */
  handler?: Handler;
}

/** Serves a page that runs `script`; returns its address. */
export async function serveSite({ script, policy, files = {}, handler }: Site): Promise<string> {
  const content: Record<string, string | Uint8Array> = {
    '/': '<!doctype html><title>Test</title><script type="module" src="main.js"></script>',
    '/main.js': await bundle(script, 'browser'),
    '/attune-worker.js': await bundle("import '@attune/web/worker-script';", 'browser'),
    '/attune.wasm': await wasmBytes(),
    ...files,
  };
  return serve((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const body = content[path];
    if (body === undefined) {
      if (handler) return handler(request, response);
      return response.writeHead(404).end();
    }
    const type = types[extname(path)] ?? 'text/html';
    response.setHeader('Content-Security-Policy', policy ?? strictPolicy);
    return response.writeHead(200, { 'Content-Type': type }).end(body);
  });
}

/** Opens a page and returns what it writes to the console, until it writes "done". */
export async function consoleOf(page: Page, url: string): Promise<string[]> {
  const lines: string[] = [];
  const done = new Promise<void>((resolve, reject) => {
    page.on('console', (message) => {
      if (message.text() === 'done') resolve();
      else lines.push(message.text());
    });
    page.on('pageerror', reject);
  });
  await page.goto(url);
  await done;
  return lines;
}
