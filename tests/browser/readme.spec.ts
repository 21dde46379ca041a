/** The page in the README, as it stands there. */
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createStaticServer } from '../../demo/static.ts';
import { angryMessage } from './support/chat.ts';
import { expect, test } from './support/test.ts';

test('the page in the README works as pasted', async ({ page, chat, complaints }) => {
  const [, html = ''] = /```html\n(.*?)```/s.exec(readFileSync('README.md', 'utf8')) ?? [];
  expect(html).toContain('<attune-chat');

  const folder = mkdtempSync(join(tmpdir(), 'attune-readme-'));
  writeFileSync(join(folder, 'index.html'), html);
  cpSync('widget/dist', join(folder, 'attune'), { recursive: true });
  mkdirSync(join(folder, 'help'));
  cpSync('demo/site/public/playbook.json', join(folder, 'help/playbook.json'));
  const server = createStaticServer(folder).listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    await page.route('**/v1/events', async (route) => {
      const sent = route.request().postDataJSON() as { id: string }[];
      const accepted = sent.map(({ id }) => id);
      await route.fulfill({ status: 202, json: { accepted, duplicates: [] } });
    });
    // The browser asks for an icon by itself, which the pasted page does not have.
    await page.route('**/favicon.ico', (route) => route.fulfill({ status: 204 }));
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await chat.open();
    await chat.say(angryMessage);
    await chat.accept();
    await expect(chat.request).toContainText('Passed on to the team.');
    expect(complaints).toEqual([]);
  } finally {
    server.closeAllConnections();
    server.close();
    rmSync(folder, { recursive: true });
  }
});
