/** The help page of the invented company, as it stands on a plain file server. */
import { readdirSync, readFileSync } from 'node:fs';
import type { Cue, TurnResult } from '@attune/web/types';
import type { Page } from '@playwright/test';
import { segments } from '../../demo/site/src/inspector/highlight.ts';
import { violations } from './support/axe.ts';
import { expect, test } from './support/test.ts';

const dist = 'demo/site/dist';
const pages = readdirSync(dist).filter((file) => file.endsWith('.html'));

const phone = { width: 390, height: 844 };
const desktop = { width: 1280, height: 800 };

test.describe('every page', () => {
  for (const [name, viewport, colorScheme] of [
    ['a light phone', phone, 'light'],
    ['a dark phone', phone, 'dark'],
    ['a light desktop', desktop, 'light'],
    ['a dark desktop', desktop, 'dark'],
  ] as const) {
    test(`is accessible on ${name}`, async ({ page, staticSite }) => {
      test.slow();
      await page.setViewportSize(viewport);
      await page.emulateMedia({ colorScheme });
      for (const file of pages) {
        await page.goto(`${staticSite}/${file}`);
        expect(await violations(page), file).toEqual([]);
      }
    });
  }

  test('fits a narrow screen', async ({ page, staticSite }) => {
    test.slow();
    await page.setViewportSize({ width: 320, height: 640 });
    for (const file of pages) {
      await page.goto(`${staticSite}/${file}`);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width, file).toBeLessThanOrEqual(320);
    }
  });

  test('has a title and a description of its own, one h1, and a language', () => {
    const sources = pages.map((file) => readFileSync(`${dist}/${file}`, 'utf8'));
    const all = (pattern: RegExp) => sources.map((source) => pattern.exec(source)?.[1]);
    expect(new Set(all(/<title>(.+)<\/title>/)).size).toBe(pages.length);
    expect(new Set(all(/<meta name="description" content="(.+)">/)).size).toBe(pages.length);
    expect(new Set(all(/<html lang="([^"]+)">/))).toEqual(new Set(['en-GB']));
    for (const source of sources) expect(source.match(/<h1/g)).toHaveLength(1);
  });

  test('holds no inline script and no inline style', () => {
    for (const file of pages) {
      const source = readFileSync(`${dist}/${file}`, 'utf8');
      expect(source, file).not.toMatch(/<style|\sstyle="|\son[a-z]+="|<script(?![^>]*\ssrc=)/);
    }
  });
});

test('stores nothing before the visitor acts', async ({ page, context, staticSite }) => {
  await page.goto(staticSite);
  await page.waitForTimeout(1500); // longer than the chat waits for an idle page
  const stored = await page.evaluate(async () => ({
    local: { ...localStorage },
    session: { ...sessionStorage },
    databases: (await indexedDB.databases()).map(({ name }) => name),
  }));
  expect(stored).toEqual({ local: {}, session: {}, databases: [] });
  expect(await context.cookies()).toEqual([]);
});

test('remembers the colours that the visitor chose', async ({ page, staticSite }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto(staticSite);
  const lamp = page.getByRole('button', { name: 'Dark colours' });
  await expect(lamp).toHaveAttribute('aria-pressed', 'false');
  await lamp.click();
  await page.getByRole('link', { name: 'Your orders' }).first().click();
  await expect(lamp).toHaveAttribute('aria-pressed', 'true');
  await expect(page.locator('attune-chat')).toHaveAttribute('color-scheme', 'dark');
});

test.describe('the search', () => {
  const results = (page: Page) => page.locator('[data-results]');

  test('finds an article, also with a typing mistake', async ({ page, staticSite }) => {
    await page.goto(staticSite);
    await page.getByRole('searchbox').fill('flickring lamp');
    await expect(results(page).getByRole('link').first()).toHaveText(/flickers/);
    await expect(results(page).getByRole('status')).toContainText('flickring lamp');
  });

  test('leads to the section that fits', async ({ page, staticSite }) => {
    await page.goto(`${staticSite}/index.html?q=charged+twice`);
    await results(page).getByRole('link', { name: 'I was charged twice' }).click();
    await expect(page).toHaveURL(/payments\.html#i-was-charged-twice$/);
    await expect(page.locator('#i-was-charged-twice')).toBeInViewport();
  });

  test('says so when nothing fits', async ({ page, staticSite }) => {
    await page.goto(staticSite);
    await page.getByRole('searchbox').fill('qqqqqq');
    await expect(results(page).getByRole('status')).toContainText('Nothing found');
  });
});

test.describe('the playbook', () => {
  const playbook = JSON.parse(readFileSync(`${dist}/playbook.json`, 'utf8'));
  interface Solution {
    id: string;
    upset_text?: string;
    actions?: { href?: string }[];
  }
  const solutions: Solution[] = playbook.topics.flatMap(
    (topic: { solutions: Solution[] }) => topic.solutions,
  );

  test('links to pages that exist', () => {
    const hrefs = solutions.flatMap(({ actions = [] }) => actions.map(({ href }) => href ?? ''));
    const files = hrefs.filter((href) => href !== '' && !/^[a-z]+:/.test(href));
    expect(files.length).toBeGreaterThan(20);
    for (const file of files) expect(pages, file).toContain(file);
  });

  test('keeps calm with upset customers', () => {
    for (const { id, upset_text: text = '' } of solutions) {
      expect(text, id).not.toMatch(/!|sorry|apolog|happy to|great|I (feel|understand|know)/i);
    }
  });
});

test.describe('the orders', () => {
  test('say that they are a demonstration', async ({ page, staticSite }) => {
    await page.goto(`${staticSite}/orders.html`);
    await page.getByRole('button', { name: 'Invoice for order L-20431' }).click();
    const dialog = page.getByRole('dialog', { name: 'This is a demonstration' });
    await expect(dialog).toBeVisible();
    await dialog.getByRole('button', { name: 'Close' }).click();
    await expect(dialog).toBeHidden();
  });

  test('can be asked about in the chat', async ({ page, staticSite, chat }) => {
    await page.goto(`${staticSite}/orders.html`);
    await page.locator('#L-20431').getByRole('button', { name: 'Ask about this order' }).click();
    await expect(chat.log).toContainText('Where is my order L-20431?');
  });
});

test('connects the chat to a server that the configuration names', async ({ page, staticSite }) => {
  await page.route('**/config.json', (route) =>
    route.fulfill({ json: { endpoint: '/v1/events', console: '/console/' } }),
  );
  await page.goto(staticSite);
  await expect(page.locator('attune-chat')).toHaveAttribute('endpoint', '/v1/events');
  const link = page.getByRole('link', { name: 'console' });
  await expect(link).toHaveAttribute('href', '/console/');
});

test.describe('a message under the hood', () => {
  const cue = (kind: Cue['kind'], start: number, end: number, weight: number): Cue => ({
    ...{ kind, start, end, weight },
    text: '',
  });

  test('is cut at the borders of its cues, overlapping ones too', () => {
    const text = 'Why is my LAMP late?!';
    const inner = cue('capitals', 10, 14, 0.4);
    const outer = cue('wording', 10, 19, -0.2);
    const pieces = segments(text, [outer, inner]);
    expect(pieces.map((piece) => piece.text)).toEqual(['Why is my ', 'LAMP', ' late', '?!']);
    expect(pieces.map((piece) => piece.cues)).toEqual([[], [inner, outer], [outer], []]);
  });

  test('keeps its text when a cue lies outside or the text is empty', () => {
    expect(segments('ab', [cue('emoji', 1, 9, 0.1)]).map((piece) => piece.text)).toEqual([
      'a',
      'b',
    ]);
    expect(segments('', [cue('emoji', 0, 3, 0.1)])).toEqual([]);
  });
});

test.describe('the panel under the hood', () => {
  const text = 'I have contacted you 3 times. Thanks.';

  /** A result of the core, so that the panel is tested without it. */
  const result = (frustration: number, turns: number): TurnResult => ({
    assessment: {
      language: { tag: 'en', confidence: 0.99 },
      sentiment: { score: -0.62, level: 'very_negative' },
      emotions: {
        ...{ anger: 0.4, frustration: 0.8, disappointment: 0.2, worry: 0, sadness: 0 },
        ...{ confusion: 0, gratitude: 0.01, joy: 0, neutral: 0 },
      },
      frustration,
      urgency: 0.5,
      confidence: 'high',
      topics: [{ id: 'service_quality', score: 0.7 }],
      flags: ['repeat_contact'],
      contact: { times: 3, waiting_days: null },
      cues: [
        { kind: 'repeat_contact', start: 7, end: 28, text: 'contacted you 3 times', weight: 0.81 },
        { kind: 'courtesy', start: 30, end: 36, text: 'Thanks', weight: -0.12 },
      ],
    },
    mood: {
      ...{ score: -0.6, level: 'very_negative', trend: 'falling' },
      ...{ frustration, peak: frustration, turns },
    },
    loops: { customer_repeats: 0, bot_repeats: 0, unanswered: 0 },
    decision: {
      action: 'offer_person',
      priority: 'high',
      reasons: ['repeat_contact'],
      explanation: 'You have told us about this 3 times.',
    },
    tone: {
      ...{ register: 'calm_direct', acknowledge: true, apologise: false },
      ...{ emoji: false, exclamations: false, brevity: 'short' },
    },
    reply: { text: '', actions: [] },
  });

  const dispatch = (page: Page, name: string, detail: unknown) =>
    page.evaluate(
      ([type, data]) => document.dispatchEvent(new CustomEvent(type as string, { detail: data })),
      [name, detail] as const,
    );

  test('shows the reading, the marks, the decision and what left', async ({ page, staticSite }) => {
    await page.goto(staticSite);
    await dispatch(page, 'attune-assessment', { text, result: result(0.94, 1) });
    const event = {
      ...{ specversion: '1.0', id: 'e1', source: 'https://shop.example#help', subject: 'c1' },
      ...{ type: 'attune.mood.changed.v1', time: '2026-11-20T10:00:00Z', data: { topics: [] } },
    };
    await dispatch(page, 'attune-event', { event, state: 'queued' });
    await page.getByRole('button', { name: 'Under the hood', exact: true }).click();

    const panel = page.getByRole('complementary', { name: 'Under the hood' });
    await expect(panel.getByRole('heading', { name: 'Under the hood' })).toBeFocused();
    await expect(panel.getByRole('meter', { name: 'Frustration' }).first()).toHaveAttribute(
      'aria-valuenow',
      '0.94',
    );
    const marks = panel.locator('.marked-text mark');
    await expect(marks).toHaveCount(2);
    await expect(marks.first()).toContainText('contacted you 3 times');
    await marks.nth(1).focus();
    await expect(panel.locator('.cue-detail')).toHaveText('Courtesy lowers frustration by 0.12');
    await expect(panel).toContainText('Offer a person');
    await expect(panel).toContainText('You have told us about this 3 times.');

    await expect(panel.locator('.event-state')).toHaveText('kept, about to be sent');
    await dispatch(page, 'attune-event', { event, state: 'sent' });
    await expect(panel.locator('.event-state')).toHaveText('sent');
    await panel.getByText('mood changed').click();
    await expect(panel.locator('pre')).toContainText('"id": "e1"');
    expect(await violations(page)).toEqual([]);
  });

  test('follows the newest message, and goes back to earlier ones', async ({
    page,
    staticSite,
  }) => {
    await page.goto(staticSite);
    await page.getByRole('button', { name: 'Look under the hood' }).click();
    await dispatch(page, 'attune-assessment', { text: 'First.', result: result(0.1, 1) });
    await dispatch(page, 'attune-assessment', { text, result: result(0.9, 2) });
    const panel = page.locator('#inspector-panel');
    await expect(panel).toContainText('Message 2 of 2');
    await panel.getByRole('button', { name: 'Earlier message' }).click();
    await expect(panel.locator('.marked-text')).toContainText('First.');
    await dispatch(page, 'attune-assessment', { text, result: result(0.9, 3) });
    await expect(panel).toContainText('Message 3 of 3');
    await dispatch(page, 'attune-assessment', { text, result: result(0.2, 1) });
    await expect(panel).not.toContainText('Message 3 of 3');
  });

  test('closes by Escape, gives the focus back, and is forgotten by the next page', async ({
    page,
    staticSite,
  }) => {
    await page.goto(staticSite);
    const toggle = page.locator('.inspector-toggle');
    await toggle.press('Enter');
    await expect(page.locator('#inspector-panel')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.locator('#inspector-panel')).toBeHidden();
    await expect(toggle).toBeFocused();
    await toggle.press('Enter');
    await page.reload();
    await expect(page.locator('#inspector-panel')).toBeHidden();
  });

  test('says an example for the visitor', async ({ page, staticSite, chat }) => {
    await page.goto(staticSite);
    await page.getByRole('button', { name: 'Look under the hood' }).click();
    await page.getByRole('button', { name: /Angry capitals/ }).click();
    await expect(chat.log).toContainText('WHERE IS MY PARCEL');
  });

  test('leaves the chat usable on a phone', async ({ page, staticSite, chat }) => {
    await page.setViewportSize(phone);
    await page.goto(staticSite);
    await chat.open();
    const composer = await chat.input.boundingBox();
    const bar = await page.locator('.inspector-toggle').boundingBox();
    expect((composer?.y ?? 0) + (composer?.height ?? 0)).toBeLessThanOrEqual(bar?.y ?? 0);
    await page.locator('.inspector-toggle').click();
    await expect(page.locator('#inspector-panel')).toBeVisible();
    const sheet = await page.locator('#inspector-panel').boundingBox();
    const above = await chat.input.boundingBox();
    expect((above?.y ?? 0) + (above?.height ?? 0)).toBeLessThanOrEqual(sheet?.y ?? 0);
  });
});
