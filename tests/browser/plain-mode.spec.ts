import { readFileSync } from 'node:fs';
import { chromium, type Page, type Route } from '@playwright/test';
import { angryMessage, Chat } from './support/chat.ts';
import { collectComplaints, expect, test } from './support/test.ts';

const module = '**/attune.wasm';

async function expectPlainMode(page: Page, complaints: string[], why: RegExp): Promise<void> {
  const chat = new Chat(page);
  await chat.open();
  const person = chat.panel.getByRole('button', { name: 'Talk to a person' });
  await expect(person).toBeVisible();

  await chat.say(angryMessage);
  await expect(chat.log).toContainText("I can't read messages at the moment");
  await expect(person).toBeVisible();

  const topics = chat.log.getByRole('list', { name: 'Suggestions' }).last().getByRole('button');
  const answers = chat.log.locator('.message.bot:not(.typing)');
  const before = await answers.count();
  await topics.first().click();
  await expect(answers).toHaveCount(before + 1);

  const reasons = complaints.filter((text) => text.startsWith('attune-chat:'));
  expect(reasons).toHaveLength(1);
  expect(reasons[0]).toMatch(why);
}

test.describe('without a usable core the chat goes on', () => {
  const faults: { name: string; why: RegExp; fulfill: Parameters<Route['fulfill']>[0] }[] = [
    {
      name: 'the module is missing',
      why: /wasm_fetch_failed.*404/,
      fulfill: { status: 404, body: 'Not found' },
    },
    {
      name: 'a page comes in its place',
      why: /wasm_invalid/,
      fulfill: { contentType: 'text/html', body: '<!doctype html><title>Login</title>' },
    },
    {
      name: 'a damaged module comes',
      why: /wasm_invalid/,
      fulfill: { contentType: 'application/wasm', body: Buffer.from('\0asm\x01\0\0\0damaged') },
    },
  ];
  for (const { name, why, fulfill } of faults) {
    test(name, async ({ page, staticSite, complaints }) => {
      await page.route(module, (route) => route.fulfill(fulfill));
      await page.goto(staticSite);
      await expectPlainMode(page, complaints, why);
    });
  }

  test('the network fails', async ({ page, staticSite, complaints }) => {
    await page.route(module, (route) => route.abort());
    await page.goto(staticSite);
    await expectPlainMode(page, complaints, /wasm_fetch_failed/);
  });

  test('the policy of the page forbids WebAssembly', async ({ page, staticSite, complaints }) => {
    await page.route(`${staticSite}/`, async (route) => {
      const response = await route.fetch();
      const headers = { ...response.headers(), 'content-security-policy': "script-src 'self'" };
      await route.fulfill({ response, headers });
    });
    await page.goto(staticSite);
    await expectPlainMode(page, complaints, /wasm_blocked.*wasm-unsafe-eval/);
  });

  test('the browser has no WebAssembly', async ({ staticSite, launchOptions }) => {
    const args = [...(launchOptions.args ?? []), '--js-flags=--jitless'];
    const browser = await chromium.launch({ ...launchOptions, args });
    const page = await browser.newPage();
    const complaints = await collectComplaints(page);
    await page.goto(staticSite);
    await expectPlainMode(page, complaints, /wasm_unavailable/);
    await browser.close();
  });
});

test('a module of the wrong type works all the same', async ({ page, staticSite, chat }) => {
  const body = readFileSync('widget/dist/attune.wasm');
  await page.route(module, (route) => route.fulfill({ contentType: 'text/plain', body }));
  await page.goto(staticSite);
  await chat.open();
  await chat.say(angryMessage);
  await expect(chat.prompt).toBeVisible();
});

test('a broken playbook is named and left out', async ({ page, staticSite, chat, complaints }) => {
  const json = { topics: [{ topic: 'delivery', solutions: [{ id: 'a', title: 'A', text: 7 }] }] };
  await page.route('**/playbook.json', (route) => route.fulfill({ json }));
  await page.goto(staticSite);
  await chat.open();
  await chat.say(angryMessage);
  await expect(chat.prompt).toBeVisible();
  const [reason] = complaints.filter((text) => text.startsWith('attune-chat:'));
  expect(reason).toContain('/playbook/topics/0/solutions/0/text');
});
