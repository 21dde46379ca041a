/** How far a figure might have come out otherwise, had other cases been drawn. */

export interface Interval {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

const seed = 20260301;
const tail = 0.025;

/** Numbers from 0 to 1, the same ones each time (mulberry32, Tommy Ettinger, public domain). */
function draws(): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function percentiles(values: number[]): [number, number] {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))] ?? Number.NaN;
  return [at(tail), at(1 - tail)];
}

/**
 * Each statistic of all cases with its 95 % percentile interval: cases are drawn with replacement,
 * all statistics see the same draws. Draws for which a statistic is NaN are left out.
 */
export function bootstrap<Case, Name extends string>(
  cases: readonly Case[],
  statistics: (cases: readonly Case[]) => Readonly<Record<Name, number>>,
  resamples = 1000,
): Record<Name, Interval> {
  const whole = statistics(cases);
  const names = Object.keys(whole) as Name[];
  const values = new Map(names.map((name) => [name, [] as number[]]));
  const next = draws();
  for (let round = 0; round < resamples; round += 1) {
    const drawn = cases.map(() => cases[Math.floor(next() * cases.length)] as Case);
    const figures = statistics(drawn);
    for (const name of names) values.get(name)?.push(figures[name]);
  }
  const intervals = names.map((name) => {
    const [low, high] = percentiles(values.get(name) ?? []);
    return [name, { value: whole[name], low, high }] as const;
  });
  return Object.fromEntries(intervals) as Record<Name, Interval>;
}

/** "0.912 [0.880, 0.941]"; "-" for what can't be said. */
export function shownInterval({ value, low, high }: Interval, decimals = 3): string {
  if (Number.isNaN(value)) return '-';
  return `${value.toFixed(decimals)} [${low.toFixed(decimals)}, ${high.toFixed(decimals)}]`;
}
