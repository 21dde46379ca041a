import type { Page } from '@playwright/test';
import { angryMessage, Chat } from './support/chat.ts';
import { collectComplaints, expect, test } from './support/test.ts';

/** Everything that a visitor can bring onto the page. */
async function useEverything(page: Page): Promise<void> {
  const chat = new Chat(page);
  await page.getByRole('button', { name: 'Look under the hood' }).click();
  await page.getByRole('searchbox').fill('refund');
  await chat.open();
  await chat.say(angryMessage);
  await chat.accept();
  await chat.request.waitFor();
}

test('nothing on the site breaks the strict policy of the server', async ({
  page,
  server,
  complaints,
}) => {
  const response = await page.goto(server.url);
  const policy = response?.headers()['content-security-policy'] ?? '';
  for (const part of [
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self'",
    "require-trusted-types-for 'script'",
  ]) {
    expect(policy).toContain(part);
  }
  expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'/);
  await useEverything(page);
  expect(complaints).toEqual([]);
});

test('nothing on the site breaks its own strict policy on a file server', async ({
  page,
  staticSite,
  complaints,
}) => {
  await page.goto(staticSite);
  await useEverything(page);
  expect(complaints).toEqual([]);
});

test('nothing on the console breaks the policy', async ({ page, context, server, chat }) => {
  await page.goto(server.url);
  await chat.open();
  await chat.say(angryMessage);
  await chat.accept();
  await expect(chat.request).toContainText('Passed on to the team.');

  const team = await context.newPage();
  const complaints = await collectComplaints(team);
  await team.goto(`${server.url}/console/`);
  await team.getByRole('button', { name: 'Mark as handled' }).click();
  await expect(team.getByRole('button', { name: 'Mark as handled' })).toHaveCount(0);
  expect(complaints).toEqual([]);
});
