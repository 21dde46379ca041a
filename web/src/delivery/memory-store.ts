import type { OutboxStore, StoredEvent } from './types.ts';

/** A store that lives as long as the page. */
export function memoryStore(): OutboxStore {
  const events = new Map<string, StoredEvent>();
  return {
    put: async (stored) => {
      events.set(stored.event.id, structuredClone(stored));
    },
    list: async () => Array.from(events.values(), (stored) => structuredClone(stored)),
    remove: async (id) => {
      events.delete(id);
    },
  };
}
