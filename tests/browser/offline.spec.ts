import { angryMessage, Chat } from './support/chat.ts';
import { expect, test } from './support/test.ts';

const requested = 'attune.escalation.requested.v1';

// The pauses between tries grow by chance; by then at most a few of them can have passed.
const nextTry = { timeout: 45_000 };
test.slow();

test('a request waits while the server is down and is sent once it is up', async ({
  page,
  server,
  chat,
}) => {
  await page.goto(server.url);
  await chat.open();
  await server.stop();
  await chat.say(angryMessage);
  await chat.accept();
  await expect(chat.request).toContainText('Waiting for connection');

  await server.start();
  await expect(chat.request).toContainText('Passed on to the team.', nextTry);
  expect(server.events(requested)).toHaveLength(1);
});

test('a request waits while the customer is offline', async ({ page, context, server, chat }) => {
  await page.goto(server.url);
  await chat.open();
  await context.setOffline(true);
  await chat.say(angryMessage);
  await chat.accept();
  await expect(chat.request).toContainText('Waiting for connection');

  await context.setOffline(false);
  await expect(chat.request).toContainText('Passed on to the team.', nextTry);
  expect(server.events(requested)).toHaveLength(1);
});

test('a request that waits survives a reload and takes effect once', async ({
  page,
  server,
  chat,
}) => {
  await page.goto(server.url);
  await chat.open();
  await page.route('**/v1/events', (route) => route.abort());
  await chat.say(angryMessage);
  await chat.accept();
  await expect(chat.request).toContainText('Waiting for connection');

  await page.unrouteAll({ behavior: 'wait' });
  await page.reload();
  await expect.poll(() => server.events(requested).length, nextTry).toBe(1);
});

test('an answer that gets lost leads to no second request', async ({ page, server }) => {
  const chat = new Chat(page);
  await page.goto(server.url);
  await chat.open();
  let lost = 0;
  await page.route('**/v1/events', async (route) => {
    await route.fetch();
    lost += 1;
    await route.abort();
  });
  await chat.say(angryMessage);
  await chat.accept();
  await expect(chat.request).toContainText('Waiting for connection');
  expect(lost).toBeGreaterThan(0);

  await page.unrouteAll({ behavior: 'wait' });
  await expect(chat.request).toContainText('Passed on to the team.', nextTry);
  expect(server.events(requested)).toHaveLength(1);
});
