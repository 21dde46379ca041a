/** Calls `wake` when a try is likely to succeed or is the last chance; returns how to stop it. */
export type WakeSignals = (wake: () => void) => () => void;

/**
 * The page's signals: the network is back, the customer has come back to the page, or is leaving
 * it. Does nothing where there is no page.
 */
export const pageSignals: WakeSignals = (wake) => {
  const { window, document } = globalThis;
  window?.addEventListener('online', wake);
  document?.addEventListener('visibilitychange', wake);
  return () => {
    window?.removeEventListener('online', wake);
    document?.removeEventListener('visibilitychange', wake);
  };
};
