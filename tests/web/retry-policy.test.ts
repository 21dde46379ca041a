import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  backOffMs,
  defaultRetryPolicy,
  holdMs,
  type RetryPolicy,
  remainingMs,
} from '../../web/src/delivery/retry-policy.ts';

const policies: fc.Arbitrary<RetryPolicy> = fc.record({
  baseDelayMs: fc.integer({ min: 1, max: 60_000 }),
  maxDelayMs: fc.integer({ min: 1, max: 3_600_000 }),
  maxRetryAfterMs: fc.integer({ min: 0, max: 86_400_000 }),
});
const failures = fc.integer({ min: 1, max: 100_000 });
const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

it('never waits longer than the policy allows, however often it has failed', () => {
  fc.assert(
    fc.property(failures, random, policies, (count, chance, policy) => {
      const waitMs = backOffMs(count, chance, policy);
      expect(waitMs).toBeGreaterThanOrEqual(0);
      expect(waitMs).toBeLessThan(policy.maxDelayMs);
    }),
  );
});

it('doubles the range with each failure until the limit', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 }), random, policies, (count, chance, policy) => {
      const [one, next] = [backOffMs(count, chance, policy), backOffMs(count + 1, chance, policy)];
      const limit = chance * policy.maxDelayMs;
      expect(next).toBeCloseTo(Math.min(2 * one, limit), 3);
    }),
  );
});

it('uses the whole range from nothing to the ceiling', () => {
  expect(backOffMs(3, 0, defaultRetryPolicy)).toBe(0);
  expect(backOffMs(3, 0.5, defaultRetryPolicy)).toBe(2_000);
  expect(backOffMs(3, 1 - 1e-9, defaultRetryPolicy)).toBeCloseTo(4_000, 3);
});

it('obeys Retry-After within the limit of the policy', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true }), policies, (askedMs, policy) => {
      const hold = holdMs(askedMs, policy);
      expect(hold).toBeGreaterThanOrEqual(0);
      expect(hold).toBeLessThanOrEqual(policy.maxRetryAfterMs);
      if (askedMs >= 0 && askedMs <= policy.maxRetryAfterMs) expect(hold - askedMs).toBe(0);
    }),
  );
});

it('waits for a stored time, unless no wait of ours can be that long', () => {
  const time = fc.integer({ min: 0, max: 4_102_444_800_000 });
  fc.assert(
    fc.property(time, time, policies, (until, now, policy) => {
      const longest = Math.max(policy.maxDelayMs, policy.maxRetryAfterMs);
      const expected = until > now && until - now <= longest ? until - now : 0;
      expect(remainingMs(until, now, policy)).toBe(expected);
    }),
  );
  fc.assert(
    fc.property(time, fc.integer({ min: 0, max: 600_000 }), (now, waitMs) => {
      expect(remainingMs(now + waitMs, now, defaultRetryPolicy)).toBe(waitMs);
    }),
  );
});
