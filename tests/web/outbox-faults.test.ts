import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Simulation, type Step } from './support/simulation.ts';

const page = fc.integer({ min: 0, max: 1 });
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('enqueue' as const),
      page,
      kind: fc.integer({ min: 0, max: 2 }),
      conversation: fc.constantFrom('c1', 'c2'),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('proceed' as const),
      picks: fc.array(fc.nat({ max: 5 }), { minLength: 1, maxLength: 12 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('fail' as const),
      how: fc.array(fc.constantFrom('lose request', 'lose answer', 'retry', 'accept'), {
        maxLength: 6,
      }),
      retryAfterMs: fc.option(fc.integer({ min: 0, max: 120_000 }), { nil: undefined }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('wait' as const),
      ms: fc.integer({ min: 0, max: 120_000 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('set clock' as const),
      ms: fc.integer({ min: -86_400_000, max: 86_400_000 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('crash' as const), page }) },
);

it('loses nothing, repeats nothing and keeps the order, whatever happens when', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (steps) => {
      const simulation = new Simulation();
      await simulation.run(steps);
      await simulation.recover();
      const { accepted, lies, receiver } = simulation;
      expect([...receiver.effects].sort()).toEqual(accepted.map(({ id }) => id).sort());
      for (const conversation of ['c1', 'c2']) {
        const inOrder = accepted.filter(({ subject }) => subject === conversation);
        const ids = inOrder.map(({ id }) => id);
        expect(receiver.effects.filter((id) => ids.includes(id))).toEqual(ids);
      }
      expect(lies).toEqual([]);
    }),
    { numRuns: 150 },
  );
}, 120_000);
