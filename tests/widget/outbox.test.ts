import { createEvent } from '@attune/web/delivery';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { openOutbox } from '../../widget/src/outbox.ts';
import type { OutboxChange } from '../../widget/src/ports.ts';
import { Page, patience } from './support/mount.ts';

afterEach(() => {
  document.body.replaceChildren();
  vi.unstubAllGlobals();
  vi.useRealTimers();
  localStorage.clear();
});

/** A receiver that takes everything, except while `isDown` says so. */
function receive(isDown: () => boolean = () => false) {
  const fetch = vi.fn(async (_url: string, init: RequestInit) => {
    if (isDown()) return new Response('', { status: 503 });
    const events = JSON.parse(new TextDecoder().decode(init.body as Uint8Array));
    const accepted = events.map(({ id }: { id: string }) => id);
    return new Response(JSON.stringify({ accepted, duplicates: [] }), { status: 202 });
  });
  vi.stubGlobal('fetch', fetch);
  return fetch;
}

describe('the outbox of a page', { timeout: 20_000 }, () => {
  it('is one for all chats with the same endpoint', async () => {
    const fetch = receive();
    const [first, second]: OutboxChange[][] = [[], []];
    const mark = vi.fn();
    const one = openOutbox('/v1/shared', (change) => first?.push(change), mark);
    const two = openOutbox('/v1/shared', (change) => second?.push(change), mark);
    one.start();
    two.start();
    const data = { locale: 'en', page: '/' };
    const options = { source: 'https://shop.example/#help' };
    await one.enqueue(createEvent('attune.conversation.started.v1', 'c1', data, options));
    await vi.waitFor(
      () => expect(first?.map(({ state }) => state)).toEqual(['queued', 'sent']),
      patience,
    );
    expect(second).toEqual(first);
    expect(fetch).toHaveBeenCalledTimes(1);
    expect(mark.mock.calls.flat()).toEqual([true, true, false]);
    one.stop();
    two.stop();
  });

  it('is what the chat uses of itself, and the customer learns how it goes', async () => {
    receive();
    const page = new Page({ attributes: { endpoint: '/v1/events' } });
    await page.open();
    await page.send('human');
    await vi.waitFor(
      () => expect(page.text('.request')).toContain('Passed on to the team.'),
      patience,
    );
    expect(localStorage).toHaveLength(0);
  });

  it('is marked as long as something waits, and such a page goes on sending', async () => {
    let isDown = true;
    const fetch = receive(() => isDown);
    const page = new Page({ attributes: { endpoint: '/v1/later' } });
    await page.open();
    await page.send('human');
    await vi.waitFor(
      () => expect(page.text('.request')).toContain('Waiting for connection'),
      patience,
    );
    expect(localStorage).toHaveLength(1);
    page.element.remove();

    isDown = false;
    fetch.mockClear();
    new Page({ attributes: { endpoint: '/v1/later' } });
    await vi.waitFor(() => expect(localStorage).toHaveLength(0), patience);
    expect(fetch).toHaveBeenCalled();
  });

  it('is left alone by a page for which nothing waits', async () => {
    vi.useFakeTimers();
    const fetch = receive();
    new Page({ attributes: { endpoint: '/v1/events' } });
    await vi.advanceTimersByTimeAsync(5_000);
    expect(fetch).not.toHaveBeenCalled();
  });
});
