/** Runs `work` while no other page sends from the same store. */
export type SenderLock = <T>(work: () => Promise<T>) => Promise<T>;

/**
 * One sender at a time across the tabs of an origin, by Web Locks: the browser passes the lock on
 * when its holder is closed or crashes. Where they are missing or refused (pages that are not
 * secure, sandboxed frames) two tabs may send the same event, which the receiver takes as one.
 *
 * @param name the same for every page that shares a store.
 */
export function senderLock(name: string): SenderLock {
  return async (work) => {
    const locks = globalThis.navigator?.locks;
    let granted = false;
    try {
      if (locks) {
        return await locks.request(name, () => {
          granted = true;
          return work();
        });
      }
    } catch (error) {
      if (granted) throw error;
    }
    return work();
  };
}
