/**
 * A mark in the browser that events wait to be sent. It lets a later page send them before its
 * chat is opened, and a page for which nothing waits load nothing but the launcher.
 */
const key = 'attune-unsent';

export function hasUnsent(): boolean {
  try {
    return localStorage.getItem(key) !== null;
  } catch {
    // Storage is forbidden here: nothing can have been left behind.
    return false;
  }
}

export function markUnsent(unsent: boolean): void {
  try {
    if (unsent) localStorage.setItem(key, '1');
    else localStorage.removeItem(key);
  } catch {
    // What waits is sent when the chat is used the next time.
  }
}
