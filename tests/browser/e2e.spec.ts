import { angryMessage } from './support/chat.ts';
import { expect, test } from './support/test.ts';

const requested = 'attune.escalation.requested.v1';

test('an upset customer reaches the team, with the reason', async ({
  page,
  context,
  server,
  chat,
}) => {
  const team = await context.newPage();
  await team.goto(`${server.url}/console/`);
  await page.goto(server.url);
  await chat.open();

  await chat.say(angryMessage);
  await expect(chat.prompt).toContainText('3 times');
  await chat.accept();
  await expect(chat.request).toContainText('Passed on to the team.');

  const [event, ...others] = server.events(requested);
  expect(others).toEqual([]);
  expect(event?.data).toMatchObject({
    reason: 'accepted',
    decision: { action: 'offer_person', reasons: expect.arrayContaining(['repeat_contact']) },
    mood: { turns: 1 },
    contact: { times: 3 },
  });

  // The console was open all the time: the request came to it without a reload.
  await expect(team.getByText('3 times').first()).toBeVisible();
  await team.getByRole('button', { name: 'Mark as handled' }).click();
  await expect(team.getByRole('button', { name: 'Mark as handled' })).toHaveCount(0);
});

test('a customer who asks for a person is connected at once', async ({ page, server, chat }) => {
  await page.goto(server.url);
  await chat.open();
  await chat.say('Can I please talk to a real person?');
  await expect(chat.prompt).toHaveCount(0);
  await expect(chat.request).toContainText('Passed on to the team.');
  const [event] = server.events(requested);
  expect(event?.data).toMatchObject({
    reason: 'connected',
    decision: { action: 'connect_person', reasons: expect.arrayContaining(['asks_for_person']) },
  });
});

test('a customer who keeps chatting is not asked again for the same reason', async ({
  page,
  server,
  chat,
}) => {
  await page.goto(server.url);
  await chat.open();
  await chat.say(angryMessage);
  await chat.decline();
  await expect(chat.prompt).toHaveCount(0);
  await expect.poll(() => server.events('attune.offer.declined.v1').length).toBe(1);

  await chat.say('My order number is 1042.');
  await expect(chat.prompt).toHaveCount(0);
  expect(server.events(requested)).toEqual([]);
});

test('a calm question gets its answer and no prompt', async ({ page, server, chat }) => {
  await page.goto(server.url);
  await chat.open();
  await chat.say('How long does a refund take?');
  await expect(chat.log.locator('.message.bot').last()).toContainText(/refund/i);
  await expect(chat.prompt).toHaveCount(0);
});

test('nothing is stored or sent before the first message', async ({
  page,
  context,
  server,
  chat,
}) => {
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.method() !== 'GET') sent.push(request.url());
  });
  await page.goto(server.url);
  await chat.open();

  const stored = await page.evaluate(async () => ({
    databases: (await indexedDB.databases()).length,
    local: localStorage.length,
    session: sessionStorage.length,
  }));
  expect(stored).toEqual({ databases: 0, local: 0, session: 0 });
  expect(await context.cookies()).toEqual([]);
  expect(sent).toEqual([]);
  expect(server.events()).toEqual([]);
});

test('what the customer wrote stays in the page', async ({ page, server, chat }) => {
  await page.goto(server.url);
  await chat.open();
  await chat.say(`${angryMessage} My name is Ottoline Fairweather.`);
  await chat.accept();
  await expect(chat.request).toContainText('Passed on to the team.');
  const everything = JSON.stringify(server.events());
  expect(everything).not.toContain('Ottoline');
  expect(everything).not.toContain('fed up');
});
