import { loadCore } from '@attune/web';
import type { Core } from '@attune/web/types';
import { openOutbox } from './outbox.ts';
import type { Ports } from './ports.ts';
import { markUnsent } from './unsent.ts';

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
  openOutbox: async (endpoint, onChange) => openOutbox(endpoint, onChange, markUnsent),
  now: Date.now,
  typingMs: 350,
};
