import { AttuneChat } from '@attune/widget';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { FakeOutbox, Page, serve, settle } from './support/mount.ts';

afterEach(() => {
  document.body.replaceChildren();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe('the launcher', () => {
  it('is all there is before the chat is opened', async () => {
    const fetch = serve({});
    const outbox = new FakeOutbox();
    const open = vi.fn(outbox.open);
    const page = new Page({
      ports: { openOutbox: open },
      attributes: { playbook: 'playbook.json', endpoint: '/v1/events' },
    });
    await settle();
    expect(page.buttonNames()).toEqual(['Chat with us']);
    expect(page.one('.panel')).toBeNull();
    expect(fetch).not.toHaveBeenCalled();
    expect(page.core.configs).toEqual([]);
    expect(open).not.toHaveBeenCalled();
    expect(page.detail('attune-ready')).toHaveLength(1);
  });

  it('opens the chat and gives way to it', async () => {
    const page = new Page();
    await settle();
    await page.click('Chat with us');
    const panel = page.one('.panel');
    expect(panel?.getAttribute('role')).toBe('dialog');
    expect(panel?.hasAttribute('aria-modal')).toBe(false);
    expect(panel?.getAttribute('aria-label')).toBe('Chat with Assistant');
    expect(page.text('.disclosure')).toBe("You're chatting with an AI assistant");
    expect(page.buttonNames()).not.toContain('Chat with us');
    expect(page.focused).toBe(page.input);
    expect(page.detail('attune-open')).toHaveLength(1);
  });

  it('gets the focus back when Escape closes the chat', async () => {
    const page = new Page();
    await page.open();
    page.press('Escape');
    await settle();
    expect(page.element.isOpen).toBe(false);
    expect(page.focused).toBe(page.one('.launcher'));
    expect(page.detail('attune-close')).toHaveLength(1);
  });

  it('does not take the focus when the page closes the chat', async () => {
    const page = new Page();
    await page.open();
    page.input.blur();
    page.element.close();
    await settle();
    expect(page.focused).toBeNull();
  });

  it('keeps the draft and the messages while the chat is closed', async () => {
    const page = new Page();
    await page.open();
    await page.send('Hello');
    page.type('And one more thing');
    page.element.close();
    await page.open();
    expect(page.input.value).toBe('And one more thing');
    expect(page.messages()).toContain('Hello');
  });
});

describe('the element', () => {
  it('keeps its state when it is moved in the page', async () => {
    const outbox = new FakeOutbox();
    const page = new Page({ ports: { openOutbox: outbox.open }, attributes: { endpoint: '/e' } });
    await page.open();
    await page.send('Hello');
    const section = document.createElement('section');
    document.body.append(section);
    section.append(page.element);
    await settle();
    expect(page.element.isOpen).toBe(true);
    expect(page.messages()).toContain('I heard: Hello');
    await page.send('Still there?');
    expect(page.messages()).toContain('I heard: Still there?');
    expect(outbox.started).toBeGreaterThan(0);
  });

  it('stops delivering when it is removed', async () => {
    const outbox = new FakeOutbox();
    const page = new Page({ ports: { openOutbox: outbox.open }, attributes: { endpoint: '/e' } });
    await page.open();
    await page.send('Hello');
    page.element.remove();
    await settle();
    expect(outbox.started).toBe(0);
  });

  it('can be on a page twice, each with its own conversation', async () => {
    const [first, second] = [new Page(), new Page()];
    await first.open();
    await second.open();
    await first.send('Only here');
    expect(first.messages()).toContain('Only here');
    expect(second.messages()).not.toContain('Only here');
  });

  it('is defined once, even if its script is loaded twice', async () => {
    vi.resetModules();
    const again = await import('@attune/widget');
    expect(again.AttuneChat).not.toBe(AttuneChat);
    expect(customElements.get('attune-chat')).toBe(AttuneChat);
  });

  it('looks for the core beside its script unless the page names another place', () => {
    const page = new Page();
    expect(page.element.coreUrl).toMatch(/\/attune\.wasm$/);
    page.element.core = '/assets/core.wasm';
    expect(page.element.coreUrl).toBe('/assets/core.wasm');
  });

  it('gives every event an id, a time and its type', async () => {
    const page = new Page();
    await page.open();
    await page.send('Hello');
    const ids = new Set(page.events.map(({ id }) => id));
    expect(ids.size).toBe(page.events.length);
    for (const { time } of page.events) expect(new Date(time).toISOString()).toBe(time);
  });

  it('sends what the page says for the customer, before it was ever opened', async () => {
    const page = new Page();
    await page.element.say('Where is my order?');
    await settle();
    expect(page.element.isOpen).toBe(false);
    expect(page.messages()).toBe('Where is my order? | I heard: Where is my order?');
  });

  it('refuses to say what is too long, and says how long it may be', async () => {
    const page = new Page();
    await expect(page.element.say('x'.repeat(20_001))).rejects.toThrow('at most 20000');
  });
});
