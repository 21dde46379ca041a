import { withMemoryFallback } from './fallback-store.ts';
import { httpTransport } from './http-transport.ts';
import { indexedDbStore } from './indexeddb-store.ts';
import { Outbox, type OutboxOptions } from './outbox.ts';
import { senderLock } from './sender-lock.ts';
import { pageSignals } from './wake-signals.ts';

export interface OpenOutboxOptions extends Pick<OutboxOptions, 'onChange' | 'onError'> {
  /** Address of the receiver, absolute or relative to the page. */
  endpoint: string | URL;
  /** Told once when events survive only as long as the page: IndexedDB is missing or refused. */
  onMemoryOnly?: (cause: unknown) => void;
  /** Replaces the global `fetch`. */
  fetch?: typeof globalThis.fetch;
}

/**
 * The outbox of a page: IndexedDB, HTTP, one sender across tabs, tries at once when the network or
 * the customer is back. Stores nothing before the first event; pages of one origin that deliver to
 * the same endpoint share a queue.
 *
 * @returns an outbox that is yet to be started.
 */
export function openOutbox(options: OpenOutboxOptions): Outbox {
  const { endpoint, fetch, onChange, onError, onMemoryOnly = () => {} } = options;
  const base = globalThis.document?.baseURI ?? globalThis.location?.href;
  const name = `attune-outbox ${new URL(endpoint, base)}`;
  return new Outbox({
    store: withMemoryFallback(indexedDbStore(name), onMemoryOnly),
    transport: httpTransport(endpoint, fetch ? { fetch } : {}),
    lock: senderLock(name),
    wakeSignals: pageSignals,
    onChange,
    ...(onError && { onError }),
  });
}
