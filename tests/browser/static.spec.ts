import { angryMessage } from './support/chat.ts';
import { expect, test } from './support/test.ts';

test('the site works from a plain file server', async ({ page, staticSite, chat, complaints }) => {
  const outside: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(staticSite)) outside.push(request.url());
  });
  await page.goto(staticSite);
  await chat.open();
  await chat.say(angryMessage);
  await chat.accept();
  await expect(chat.request).toContainText('not connected to a team');
  expect(outside).toEqual([]);
  expect(complaints).toEqual([]);
});

test('the panel under the hood shows what was read', async ({ page, staticSite, chat }) => {
  await page.goto(staticSite);
  await page.getByRole('button', { name: 'Look under the hood' }).click();
  await chat.open();
  await chat.say(angryMessage);

  const inspector = page.locator('#inspector-panel');
  await expect(inspector.locator('mark').first()).toBeVisible();
  await expect(inspector).toContainText('NOBODY');
  await expect(inspector).toContainText(/offer/i);
});

test('every page of the site is there and links to no missing page', async ({
  request,
  staticSite,
}) => {
  const seen = new Set<string>();
  const queue = [`${staticSite}/index.html`];
  for (let url = queue.pop(); url !== undefined; url = queue.pop()) {
    if (seen.has(url)) continue;
    seen.add(url);
    const response = await request.get(url);
    expect(response.ok(), url).toBe(true);
    for (const [, href = ''] of (await response.text()).matchAll(/ (?:href|src)="([^"]+)"/g)) {
      const target = new URL(href, url);
      target.hash = '';
      if (target.origin === staticSite) queue.push(target.href);
    }
  }
  expect(seen.size).toBeGreaterThan(20);
});
