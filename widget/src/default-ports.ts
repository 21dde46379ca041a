import { loadCore } from '@attune/web';
import type { Core } from '@attune/web/types';
import type { Ports } from './ports.ts';

/** Chats on one page that use the same module share one core. */
const cores = new Map<string, Promise<Core>>();

function sharedCore({ url }: { url: string }): Promise<Core> {
  const known = cores.get(url);
  if (known) return known;
  const onWarning = (message: string) => console.warn(`attune-chat: ${message}`);
  const core = loadCore({ url, onWarning });
  cores.set(url, core);
  // A download that failed may work when the chat is opened the next time.
  core.catch(() => cores.delete(url));
  return core;
}

export const defaultPorts: Ports = {
  loadCore: sharedCore,
  openOutbox: async (endpoint, onChange) => {
    const { openOutbox } = await import('./outbox.ts');
    return openOutbox(endpoint, onChange);
  },
  now: Date.now,
  typingMs: 350,
};
