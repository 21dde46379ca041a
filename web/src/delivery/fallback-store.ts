import type { OutboxStore, StoredEvent } from './types.ts';

/** What this page knows of an event. */
interface Entry {
  stored: StoredEvent;
  /** The durable store holds it. */
  safe: boolean;
  /** The durable store holds this very version of it. */
  current: boolean;
}

/**
 * Keeps events in memory whenever the durable store fails: private modes, sandboxed frames, a full
 * disk. Such events are delivered as long as the page lives.
 *
 * @param durable the store to use while it works.
 * @param onFallback told once, with the error, when it fails for the first time.
 */
export function withMemoryFallback(
  durable: OutboxStore,
  onFallback: (cause: unknown) => void,
): OutboxStore {
  /** Every event this page has stored or seen, so that a store which stops working loses none. */
  const known = new Map<string, Entry>();
  let told = false;

  const fallBack = (cause: unknown): void => {
    if (told) return;
    told = true;
    onFallback(cause);
  };

  /** Takes in what the durable store says. What it held before and lacks now was delivered. */
  const merge = (listed: StoredEvent[], safeBefore: string[]): void => {
    const present = new Set(listed.map(({ event }) => event.id));
    for (const id of safeBefore) if (!present.has(id)) known.delete(id);
    for (const stored of listed) {
      const entry = known.get(stored.event.id);
      if (!entry || entry.current) {
        known.set(stored.event.id, { stored, safe: true, current: true });
      }
    }
  };

  return {
    async put(stored) {
      const safe = known.get(stored.event.id)?.safe ?? false;
      const entry: Entry = { stored, safe, current: false };
      known.set(stored.event.id, entry);
      try {
        await durable.put(stored);
        entry.safe = true;
        entry.current = true;
      } catch (cause) {
        fallBack(cause);
      }
    },

    async list() {
      const safeBefore = Array.from(known).flatMap(([id, { safe }]) => (safe ? [id] : []));
      try {
        merge(await durable.list(), safeBefore);
      } catch (cause) {
        fallBack(cause);
      }
      return Array.from(known.values(), ({ stored }) => stored);
    },

    async remove(id) {
      try {
        await durable.remove(id);
      } catch (cause) {
        fallBack(cause);
        // What never got there needs no removal; for the rest the caller tries again.
        if (known.get(id)?.safe) throw cause;
      }
      known.delete(id);
    },
  };
}
