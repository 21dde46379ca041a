/** Takes pictures of the demo for people to look at: npm run screenshots. */
import { mkdirSync } from 'node:fs';
import { type Browser, chromium, devices, type Page } from '@playwright/test';
import config from '../../playwright.config.ts';
import { angryMessage, Chat } from './support/chat.ts';
import { DemoServer } from './support/server.ts';

const folder = 'tests/browser/screenshots';

type ContextOptions = NonNullable<Parameters<Browser['newContext']>[0]>;

const looks: Record<string, ContextOptions> = {
  desktop: { viewport: { width: 1280, height: 800 } },
  'desktop-dark': { viewport: { width: 1280, height: 800 }, colorScheme: 'dark' },
  phone: { ...devices['Pixel 7'] },
};

/** Goes the way of an upset customer, and of the team, and takes a picture at each stop. */
async function takePictures(browser: Browser, look: string, server: DemoServer): Promise<void> {
  const context = await browser.newContext(looks[look]);
  const shoot = async (page: Page, name: string): Promise<void> => {
    // Animations have to end before the picture.
    await page.waitForTimeout(400);
    await page.screenshot({ path: `${folder}/${look}-${name}.png` });
    console.log(`${folder}/${look}-${name}.png`);
  };
  const team = await context.newPage();
  await team.goto(`${server.url}/console/`);
  await shoot(team, '6-console-empty');

  const page = await context.newPage();
  const chat = new Chat(page);
  await page.goto(server.url);
  await shoot(page, '1-page');
  await chat.open();
  await chat.say('How long does a refund take?');
  await shoot(page, '2-chat');
  await chat.say(angryMessage);
  await chat.prompt.waitFor();
  await shoot(page, '3-prompt');
  await chat.accept();
  await chat.request.getByText('Passed on').waitFor();
  await shoot(page, '4-sent');
  await page.locator('.inspector-toggle').dispatchEvent('click');
  await page.locator('#inspector-panel mark').first().waitFor();
  await shoot(page, '5-under-the-hood');

  await team.bringToFront();
  await team.getByRole('navigation', { name: 'Queue' }).getByRole('link').first().click();
  await team.getByText('3 times').first().waitFor();
  await shoot(team, '7-console');
  await context.close();
}

mkdirSync(folder, { recursive: true });
const browser = await chromium.launch(config.use?.launchOptions);
for (const look of Object.keys(looks)) {
  const server = await DemoServer.start();
  try {
    await takePictures(browser, look, server);
  } finally {
    await server.dispose();
  }
}
await browser.close();
