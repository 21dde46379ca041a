import { afterEach, describe, expect, it } from 'vitest';
import { explanation } from './support/fake-core.ts';
import { FakeOutbox, Page } from './support/mount.ts';

afterEach(() => document.body.replaceChildren());

const escalation = 'attune.escalation.requested.v1';

async function openPage(attributes: Record<string, string> = {}) {
  const outbox = new FakeOutbox();
  const page = new Page({
    ports: { openOutbox: outbox.open },
    attributes: { endpoint: '/v1/events', ...attributes },
  });
  await page.open();
  return { page, outbox };
}

describe('the offer of a person', () => {
  it('gives the reason and both choices, after the answer', async () => {
    const { page } = await openPage();
    await page.send('I am angry');
    expect(page.text('.prompt .card-title')).toBe(explanation);
    expect(page.text('.prompt button')).toBe('Talk to a person | Keep chatting');
    expect(page.messages()).toContain('I can start the refund now');
    expect(page.spoken().at(-1)).toBe(`${explanation} Would you like to talk to a person?`);
  });

  it('stands beside the composer without blocking it', async () => {
    const { page } = await openPage();
    await page.send('I am angry');
    await page.send('By the way, hello');
    expect(page.messages()).toContain('I heard: By the way, hello');
    expect(page.one('.prompt')).not.toBeNull();
  });

  it('escalates once when it is accepted', async () => {
    const { page, outbox } = await openPage();
    await page.send('I am angry');
    await page.click('Talk to a person');
    await page.click('More options');
    await page.click('Talk to a person');
    await page.send('I am angry, useless');
    await page.send('Give me a human');
    expect(outbox.of(escalation)).toHaveLength(1);
    expect(outbox.of(escalation)[0]?.data).toMatchObject({
      reason: 'accepted',
      decision: { action: 'offer_person', explanation },
      flags: ['repeat_contact'],
      contact: { times: 3, waiting_days: null },
    });
    const events = page.core.calls.flatMap((call) => (call.call === 'event' ? call.name : []));
    expect(events).toEqual(['escalated']);
    expect(page.one('.prompt')).toBeNull();
    expect(page.focused).toBe(page.input);
  });

  it('goes away when it is declined, and the core is told', async () => {
    const { page, outbox } = await openPage();
    await page.send('I am angry');
    await page.click('Keep chatting');
    expect(page.one('.prompt')).toBeNull();
    expect(page.focused).toBe(page.input);
    expect(page.core.calls).toContainEqual(
      expect.objectContaining({ call: 'event', name: 'offer_declined' }),
    );
    expect(outbox.of('attune.offer.declined.v1')).toHaveLength(1);
    expect(outbox.of(escalation)).toHaveLength(0);
  });
});

describe('connecting a person', () => {
  it('happens at once when the core decides it, and the customer is told why', async () => {
    const { page, outbox } = await openPage();
    await page.send('Let me talk to a human');
    expect(outbox.of(escalation)[0]?.data).toMatchObject({
      reason: 'connected',
      decision: { reasons: ['asks_for_person'] },
    });
    expect(page.text('.request')).toBe('You asked for a person. Passing this on\u2026');
  });

  it('is in the menu from the first moment, before any message', async () => {
    const { page, outbox } = await openPage();
    await page.click('More options');
    await page.click('Talk to a person');
    expect(outbox.stored.map(({ type }) => type)).toEqual([escalation]);
    expect(outbox.stored[0]?.data).toMatchObject({ reason: 'asked', decision: null, mood: null });
    expect(page.text('.notice-line')).toBe('You asked to talk to a person.');
  });

  it.each([
    ['sent', 'Passed on to the team.'],
    ['waiting', 'Waiting for connection'],
    ['refused', 'This could not be passed on.'],
  ] as const)('says how it goes: %s', async (state, text) => {
    const { page, outbox } = await openPage();
    await page.send('human');
    await outbox.report(state);
    expect(page.text('.request')).toContain(text);
    expect(page.spoken().at(-1)).toContain(text);
    expect(page.detail('attune-escalation').at(-1)).toMatchObject({ state });
  });

  it('offers another way and another try when it was refused', async () => {
    const { page, outbox } = await openPage({ 'contact-href': 'mailto:help@shop.example' });
    await page.send('human');
    await outbox.report('refused');
    const link = page.one<HTMLAnchorElement>('[part="contact"]');
    expect(link?.href).toBe('mailto:help@shop.example');
    await page.click('Try again');
    const ids = outbox.of(escalation).map(({ id }) => id);
    expect(new Set(ids).size).toBe(2);
    expect(page.text('.request')).toContain('Passing this on');
    const events = page.core.calls.flatMap((call) => (call.call === 'event' ? call.name : []));
    expect(events).toEqual(['escalated', 'handoff_failed', 'escalated']);
  });

  it('does not link to a contact address that is not safe', async () => {
    const { page, outbox } = await openPage({ 'contact-href': 'javascript:alert(1)' });
    await page.send('human');
    await outbox.report('refused');
    expect(page.one('[part="contact"]')).toBeNull();
  });
});

describe('without an endpoint', () => {
  it('admits that nothing was passed on', async () => {
    const page = new Page();
    await page.open();
    await page.send('human');
    expect(page.text('.request')).toContain('not connected to a team');
    expect(page.detail('attune-escalation').map(({ state }) => state)).toEqual(['queued', 'shown']);
    expect(page.detail('attune-event').map(({ state }) => state)).toEqual(['shown', 'shown']);
  });

  it('lets the page pass it on instead', async () => {
    const page = new Page();
    page.element.addEventListener('attune-escalation', (event) => {
      if (event.detail.state === 'shown') event.preventDefault();
    });
    await page.open();
    await page.send('human');
    expect(page.text('.request')).toContain('Passed on to the team.');
  });
});

describe('the options menu', () => {
  it('follows the arrow keys and closes with Escape, before the chat does', async () => {
    const { page } = await openPage();
    await page.click('More options');
    const [person, restart] = page.all('[role="menuitem"]');
    expect(page.focused).toBe(person);
    const press = (key: string) =>
      page.focused?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    press('ArrowDown');
    expect(page.focused).toBe(restart);
    press('ArrowDown');
    expect(page.focused).toBe(person);
    press('End');
    expect(page.focused).toBe(restart);
    press('Escape');
    await page.element.updateComplete;
    expect(page.focused).toBe(page.one('#menu-button'));
    expect(page.all('[role="menuitem"]')).toEqual([]);
    expect(page.element.isOpen).toBe(true);
  });
});
