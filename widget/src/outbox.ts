import { type Outbox, openOutbox as open } from '@attune/web/delivery';
import type { OutboxChange, OutboxPort } from './ports.ts';

type Listener = (change: OutboxChange) => void;

interface Shared {
  readonly outbox: Outbox;
  readonly listeners: Set<Listener>;
}

/** One outbox for each endpoint: chats on one page must not send the same events side by side. */
const outboxes = new Map<string, Shared>();

/**
 * @param endpoint address of the receiver.
 * @param onChange told, between `start` and `stop`, what becomes of the events of this page and of
 *   those that an earlier one left behind.
 * @param markUnsent told whether events wait to be sent.
 */
export function openOutbox(
  endpoint: string,
  onChange: Listener,
  markUnsent: (unsent: boolean) => void,
): OutboxPort {
  const { outbox, listeners } = sharedOutbox(endpoint, markUnsent);
  return {
    enqueue(event) {
      // Before it is stored: a page that ends in between leaves a mark too many, not one too few.
      markUnsent(true);
      return outbox.enqueue(event);
    },
    start() {
      listeners.add(onChange);
      outbox.start();
    },
    stop() {
      listeners.delete(onChange);
      if (listeners.size === 0) outbox.stop();
    },
  };
}

function sharedOutbox(endpoint: string, markUnsent: (unsent: boolean) => void): Shared {
  const url = new URL(endpoint, document.baseURI).href;
  const known = outboxes.get(url);
  if (known) return known;
  const listeners = new Set<Listener>();
  const unsent = new Set<string>();
  const outbox = open({
    endpoint: url,
    onChange: (change) => {
      const { event, state } = change;
      if (state === 'queued' || state === 'waiting') unsent.add(event.id);
      else unsent.delete(event.id);
      markUnsent(unsent.size > 0);
      for (const listener of listeners) listener(change);
    },
  });
  const shared = { outbox, listeners };
  outboxes.set(url, shared);
  return shared;
}
