/** How long to stay away after a failed try. Pure: chance and time come in as arguments. */
export interface RetryPolicy {
  /** Upper limit of the wait after the first failure; it doubles with each further one. */
  baseDelayMs: number;
  /** Upper limit of every wait of our own. */
  maxDelayMs: number;
  /** Upper limit of what a server may ask for: a wrong header must not hold events for days. */
  maxRetryAfterMs: number;
}

export const defaultRetryPolicy: RetryPolicy = {
  baseDelayMs: 1_000,
  maxDelayMs: 60_000,
  maxRetryAfterMs: 600_000,
};

/**
 * Exponential back-off with full jitter, which spreads the clients of a server that comes back
 * over the whole interval (M. Brooker, "Exponential Backoff And Jitter", 2015).
 *
 * @param failures failed tries in a row, 1 or more.
 * @param random 0 <= random < 1.
 * @returns milliseconds, at least 0 and below `maxDelayMs`.
 */
export function backOffMs(failures: number, random: number, policy: RetryPolicy): number {
  const ceiling = Math.min(policy.maxDelayMs, policy.baseDelayMs * 2 ** (failures - 1));
  return random * ceiling;
}

/** How long a server's `Retry-After` holds, within the policy's limit. */
export function holdMs(retryAfterMs: number, policy: RetryPolicy): number {
  return Math.min(Math.max(retryAfterMs, 0), policy.maxRetryAfterMs);
}

/**
 * Milliseconds from `now` until a stored time. A time further away than any wait we ever set was
 * stored under another clock, and means now.
 */
export function remainingMs(until: number, now: number, policy: RetryPolicy): number {
  const longest = Math.max(policy.maxDelayMs, policy.maxRetryAfterMs);
  const remaining = until - now;
  return remaining > 0 && remaining <= longest ? remaining : 0;
}
