/** Playwright's `test` with the demo server, the static site and the chat as fixtures. */
import { once } from 'node:events';
import { test as base, type Page } from '@playwright/test';
import { createStaticServer } from '../../../demo/static.ts';
import { Chat } from './chat.ts';
import { DemoServer } from './server.ts';

interface Fixtures {
  /** The demo server, started for this test alone. */
  server: DemoServer;
  /** Address of the built site on a plain file server. */
  staticSite: string;
  /** The chat of `page`. */
  chat: Chat;
  /** What the page reported as wrong: errors, warnings and breaches of its security policy. */
  complaints: string[];
}

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the pattern
  server: async ({}, use) => {
    const server = await DemoServer.start();
    await use(server);
    await server.dispose();
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the pattern
  staticSite: async ({}, use) => {
    const server = createStaticServer('demo/site/dist').listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    await use(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`);
    server.closeAllConnections();
    server.close();
  },
  chat: async ({ page }, use) => use(new Chat(page)),
  complaints: async ({ page }, use) => use(await collectComplaints(page)),
});

export { expect } from '@playwright/test';

export async function collectComplaints(page: Page): Promise<string[]> {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      console.error(`blocked by ${event.effectiveDirective}: ${event.blockedURI}`);
    });
  });
  return complaints;
}
