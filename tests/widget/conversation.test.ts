import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { explanation, FakeCore } from './support/fake-core.ts';
import { FakeOutbox, goTo, Page, patience, settle } from './support/mount.ts';

beforeEach(() => goTo('https://shop.example/help/returns?order=17#top'));
afterEach(() => {
  document.body.replaceChildren();
  vi.useRealTimers();
});

const minute = 60_000;

describe('a customer turn', () => {
  it('tells the page what was read and decided, then shows the answer', async () => {
    const page = new Page();
    await page.open();
    await page.send('I am angry');
    const names = page.events.map(({ type }) => type);
    const order = ['attune-assessment', 'attune-decision'] as const;
    expect(names.indexOf(order[0])).toBeLessThan(names.indexOf(order[1]));
    expect(page.detail('attune-assessment')[0]).toMatchObject({
      text: 'I am angry',
      result: { assessment: { frustration: 0.94 } },
    });
    expect(page.detail('attune-decision')[0]?.decision.explanation).toBe(explanation);
    expect(page.detail('attune-message').map(({ from }) => from)).toEqual([
      'bot',
      'customer',
      'bot',
    ]);
  });

  it('is recorded in the core together with what the bot showed', async () => {
    const page = new Page();
    await page.open();
    await page.send('Hello');
    expect(page.core.calls).toMatchObject([
      { call: 'botTurn', text: 'Hello. What can I help you with?' },
      { call: 'customerTurn', text: 'Hello' },
      { call: 'botTurn', text: 'I heard: Hello' },
    ]);
  });

  it('never goes back in time, even when the clock does', async () => {
    let now = 1_000_000;
    const page = new Page({ ports: { now: () => now } });
    await page.open();
    await page.send('One');
    now = 500_000;
    await page.send('Two');
    expect(page.messages()).toContain('I heard: Two');
    expect(page.detail('attune-error')).toEqual([]);
  });

  it('changes the register of the panel', async () => {
    const page = new Page();
    await page.open();
    await page.send('I am angry');
    expect(page.one('.panel')?.getAttribute('data-register')).toBe('calm_direct');
  });

  it('shows that the bot is typing only until the answer is there', async () => {
    const page = new Page({ ports: { typingMs: 1500 } });
    await page.open();
    page.type('Hello');
    page.press('Enter');
    await settle();
    expect(page.text('.typing')).toBe('Assistant is typing');
    await vi.waitFor(() => expect(page.one('.typing')).toBeNull(), patience);
    expect(page.messages()).toContain('I heard: Hello');
  });
});

describe('what is shown', () => {
  const script = () => ({
    reply: 'First line\nsecond <b>line</b>',
    actions: [
      { id: 'track', label: 'Track', href: 'orders.html' },
      { id: 'evil', label: 'Run', href: 'java\nscript:alert(1)' },
      { id: 'again', label: 'Send a new one', message: 'Please send a new one.' },
    ],
  });

  it('is text, never markup', async () => {
    const page = new Page({ core: new FakeCore(script) });
    await page.open();
    await page.send('<img src=x onerror=alert(1)>');
    expect(page.one('.text img, .text b')).toBeNull();
    expect(page.all('.text').at(-1)?.textContent).toBe('First line\nsecond <b>line</b>');
    for (const text of page.all('.text')) expect(text.getAttribute('dir')).toBe('auto');
  });

  it('links only where a link is safe', async () => {
    const page = new Page({ core: new FakeCore(script) });
    await page.open();
    await page.send('Hello');
    const links = page.all<HTMLAnchorElement>('a').map(({ href }) => href);
    expect(links).toEqual(['https://shop.example/help/orders.html']);
    expect(page.text('.action-text')).toBe('Run');
  });

  it('sends a quick reply as the next message, and takes it away', async () => {
    const page = new Page({ core: new FakeCore(script) });
    await page.open();
    await page.send('Hello');
    await page.click('Send a new one');
    expect(page.messages()).toContain('Please send a new one.');
    expect(page.buttonNames().filter((name) => name === 'Send a new one')).toHaveLength(1);
  });

  it('is spoken when it is new and not the customer\u2019s own', async () => {
    const page = new Page();
    await page.open();
    await page.send('Hello');
    expect(page.spoken()).toEqual(['Hello. What can I help you with?', 'I heard: Hello']);
    const log = page.one('[role="log"]');
    expect(log?.getAttribute('aria-live')).toBe('off');
    expect(log?.getAttribute('aria-label')).toBe('Messages');
  });

  it('is shortened when it is very long, until the customer wants to see it', async () => {
    const page = new Page();
    await page.open();
    await page.send('word '.repeat(500));
    const own = page.one('.customer .text');
    expect(own?.hasAttribute('data-shortened')).toBe(true);
    await page.click('Show all');
    expect(own?.hasAttribute('data-shortened')).toBe(false);
  });
});

describe('the end of a conversation', () => {
  async function chat() {
    let now = Date.UTC(2026, 2, 2);
    const outbox = new FakeOutbox();
    const ports = { openOutbox: outbox.open, now: () => now };
    const page = new Page({ ports, attributes: { endpoint: '/v1/events' } });
    await page.open();
    return { page, outbox, pass: (ms: number) => (now += ms) };
  }

  it('comes with "start over", and begins another', async () => {
    const { page, outbox } = await chat();
    await page.send('I am angry');
    await page.click('More options');
    await page.click('Start over');
    expect(page.messages()).toBe('Hello. What can I help you with?');
    const [ended] = outbox.of('attune.conversation.ended.v1');
    expect(ended?.data).toEqual({
      topics: [{ id: 'returns_refunds', score: 0.9 }],
      mood: { start: -0.8, end: -0.8, peak: 0.94 },
      escalated: false,
      resolved: null,
      rating: null,
    });
    await page.send('Hello again');
    const started = outbox.of('attune.conversation.started.v1');
    expect(started.map(({ subject }) => subject)).toHaveLength(2);
    expect(started[1]?.subject).not.toBe(ended?.subject);
  });

  it('comes when the customer was away for 30 minutes', async () => {
    const { page, outbox, pass } = await chat();
    await page.send('Hello');
    pass(29 * minute);
    await page.send('Still here');
    expect(outbox.of('attune.conversation.ended.v1')).toHaveLength(0);
    pass(30 * minute);
    await page.send('Back again');
    expect(outbox.of('attune.conversation.ended.v1')).toHaveLength(1);
    expect(outbox.of('attune.conversation.started.v1')).toHaveLength(2);
  });

  it('comes by itself, and the chat says so', async () => {
    const { page, outbox } = await chat();
    vi.useFakeTimers();
    page.type('Hello');
    page.press('Enter');
    await vi.advanceTimersByTimeAsync(30 * minute);
    expect(outbox.of('attune.conversation.ended.v1')).toHaveLength(1);
    expect(page.text('.notice-line')).toContain('This conversation has ended.');
  });

  it('is not told of a conversation in which nothing was said', async () => {
    const { page, outbox } = await chat();
    page.element.clear();
    await settle();
    expect(outbox.stored).toEqual([]);
  });

  it('leaves out an answer that was still on its way', async () => {
    const { page } = await chat();
    page.type('Hello');
    page.press('Enter');
    page.element.clear();
    await settle();
    expect(page.messages()).toBe('');
  });
});
