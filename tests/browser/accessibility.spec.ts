import { readFileSync } from 'node:fs';
import { devices, type Page, type PlaywrightTestOptions } from '@playwright/test';
import type axe from 'axe-core';
import { angryMessage } from './support/chat.ts';
import { expect, test } from './support/test.ts';

const axeSource = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');

/** What axe finds on the page as it is now, one line for each rule. */
async function violations(page: Page): Promise<string[]> {
  // Evaluated by the debugger, which the security policy of the page does not bind.
  await page.evaluate(axeSource);
  const found = await page.evaluate(async () => {
    const { axe: tool } = window as unknown as { axe: typeof axe };
    return (await tool.run()).violations;
  });
  return found.map(({ id, help, nodes }) => `${id}: ${help} (${nodes.map((node) => node.target)})`);
}

const { defaultBrowserType: _, ...phone } = devices['Pixel 7'] ?? {};
const settings: [string, Partial<PlaywrightTestOptions>][] = [
  ['desktop, light', { colorScheme: 'light' }],
  ['desktop, dark', { colorScheme: 'dark' }],
  ['phone', phone as Partial<PlaywrightTestOptions>],
];

for (const [name, options] of settings) {
  test.describe(name, () => {
    test.use(options);

    test('the chat has no violations in any state', async ({ page, server, chat }) => {
      await page.goto(server.url);
      expect(await violations(page), 'page').toEqual([]);
      await chat.open();
      expect(await violations(page), 'open').toEqual([]);
      await chat.say(angryMessage);
      await expect(chat.prompt).toBeVisible();
      expect(await violations(page), 'prompt').toEqual([]);
      await chat.accept();
      await expect(chat.request).toContainText('Passed on to the team.');
      expect(await violations(page), 'sent').toEqual([]);
    });

    test('the chat has no violations without its core', async ({ page, staticSite, chat }) => {
      await page.route('**/attune.wasm', (route) => route.abort());
      await page.goto(staticSite);
      await chat.open();
      await chat.say(angryMessage);
      expect(await violations(page)).toEqual([]);
    });

    test('the pages of the site have none', async ({ page, staticSite }) => {
      for (const file of ['refunds.html', 'orders.html', 'contact.html', '404.html']) {
        await page.goto(`${staticSite}/${file}`);
        expect(await violations(page), file).toEqual([]);
      }
    });

    test('the panel under the hood has none', async ({ page, staticSite, chat }) => {
      await page.goto(staticSite);
      await chat.open();
      await chat.say(angryMessage);
      await page.locator('.inspector-toggle').dispatchEvent('click');
      await expect(page.locator('#inspector-panel mark').first()).toBeVisible();
      expect(await violations(page)).toEqual([]);
    });

    test('the console has none, empty or in use', async ({ page, context, server, chat }) => {
      const team = await context.newPage();
      await team.goto(`${server.url}/console/`);
      await team.getByRole('heading').first().waitFor();
      expect(await violations(team), 'empty').toEqual([]);

      await page.goto(server.url);
      await chat.open();
      await chat.say(angryMessage);
      await chat.accept();
      await expect(chat.request).toContainText('Passed on to the team.');
      const entry = team.getByRole('navigation', { name: 'Queue' }).getByRole('link').first();
      await expect(entry).toBeVisible();
      expect(await violations(team), 'queue').toEqual([]);
      // A phone shows the details on a page of their own.
      await entry.click();
      await expect(team.getByText('3 times').first()).toBeVisible();
      expect(await violations(team), 'details').toEqual([]);
    });
  });
}
