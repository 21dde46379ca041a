import { afterEach, describe, expect, it } from 'vitest';
import { Page, settle } from './support/mount.ts';

afterEach(() => document.body.replaceChildren());

async function openPage(): Promise<Page> {
  const page = new Page();
  await page.open();
  return page;
}

describe('the composer', () => {
  it('sends with Enter and is empty afterwards', async () => {
    const page = await openPage();
    page.type('Where is my order?');
    const event = page.press('Enter');
    await settle();
    expect(event.defaultPrevented).toBe(true);
    expect(page.messages()).toContain('I heard: Where is my order?');
    expect(page.input.value).toBe('');
  });

  it('sends with its button', async () => {
    const page = await openPage();
    page.type('Hello');
    await settle();
    page.one('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
    await settle();
    expect(page.messages()).toContain('I heard: Hello');
  });

  it('starts a line with Shift+Enter', async () => {
    const page = await openPage();
    page.type('One');
    const event = page.press('Enter', { shiftKey: true });
    expect(event.defaultPrevented).toBe(false);
    expect(page.core.calls.some(({ call }) => call === 'customerTurn')).toBe(false);
  });

  it.each([
    ['isComposing', { isComposing: true }],
    ['the key code of an input method, as Safari says it', { keyCode: 229 }],
  ])('leaves Enter to an input method (%s)', async (_, init) => {
    const page = await openPage();
    page.type('\u306b\u307b\u3093');
    const event = page.press('Enter', init);
    await settle();
    expect(event.defaultPrevented).toBe(false);
    expect(page.input.value).toBe('\u306b\u307b\u3093');
  });

  it.each(['', ' ', '\n\t \n'])('does not send %j', async (text) => {
    const page = await openPage();
    await page.send(text);
    expect(page.detail('attune-message').filter(({ from }) => from === 'customer')).toEqual([]);
    expect(page.one('.send')?.getAttribute('aria-disabled')).toBe('true');
  });

  it('sends 20,000 characters', async () => {
    const page = await openPage();
    await page.send('x'.repeat(20_000));
    const turn = page.core.calls.find(({ call }) => call === 'customerTurn');
    expect(turn).toMatchObject({ text: 'x'.repeat(20_000) });
  });

  it('keeps a message that is too long and says what the limit is', async () => {
    const page = await openPage();
    await page.send('x'.repeat(20_001));
    expect(page.input.value).toHaveLength(20_001);
    expect(page.text('.problem')).toMatch(/20,001 characters.* At most 20,000/);
    expect(page.core.calls.some(({ call }) => call === 'customerTurn')).toBe(false);
  });

  it('does not let in a megabyte, and says so until the customer goes on', async () => {
    const page = await openPage();
    page.type('Hello');
    const init = { data: 'x'.repeat(1_000_000), cancelable: true, bubbles: true };
    const paste = new InputEvent('beforeinput', init);
    page.input.dispatchEvent(paste);
    await settle();
    expect(paste.defaultPrevented).toBe(true);
    expect(page.text('.problem')).toMatch(/1,000,000 characters was left out.* At most 20,000/);
    page.type('Hello there');
    await settle();
    expect(page.text('.problem')).toBe('');
  });

  it('throws out a megabyte that came in another way', async () => {
    const page = await openPage();
    page.type('Hello');
    page.type('x'.repeat(1_000_000));
    await settle();
    expect(page.input.value).toBe('Hello');
    expect(page.text('.problem')).toContain('1,000,000');
  });

  it('stays usable while an answer is on its way', async () => {
    const page = await openPage();
    page.type('One');
    page.press('Enter');
    page.type('Two');
    page.press('Enter');
    await settle();
    expect(page.messages()).toMatch(/One \| Two \| I heard: One \| I heard: Two$/);
  });
});
