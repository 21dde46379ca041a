import { type Outbox, openOutbox as open } from '@attune/web/delivery';
import type { OutboxChange, OutboxPort } from './ports.ts';

type Listener = (change: OutboxChange) => void;

interface Shared {
  readonly outbox: Outbox;
  readonly listeners: Set<Listener>;
}

/** One outbox for each endpoint: chats on one page must not send the same events side by side. */
const outboxes = new Map<string, Shared>();

export function openOutbox(endpoint: string, onChange: Listener): OutboxPort {
  const { outbox, listeners } = sharedOutbox(endpoint);
  return {
    enqueue: (event) => outbox.enqueue(event),
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

function sharedOutbox(endpoint: string): Shared {
  const url = new URL(endpoint, document.baseURI).href;
  let shared = outboxes.get(url);
  if (!shared) {
    const listeners = new Set<Listener>();
    const outbox = open({
      endpoint: url,
      onChange: (change) => {
        for (const listener of listeners) listener(change);
      },
    });
    shared = { outbox, listeners };
    outboxes.set(url, shared);
  }
  return shared;
}
