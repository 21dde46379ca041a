/** Cuts a message at the borders of its cues. */
import type { Cue } from '@attune/web/types';

export interface Segment {
  text: string;
  /** The cues that cover this piece, the heaviest first; none for plain text. */
  cues: Cue[];
}

export type Effect = 'raises' | 'lowers' | 'marks';

/** What a cue does to frustration; `marks` when it only raises a flag or a topic. */
export function effectOf({ weight }: Cue): Effect {
  if (weight === 0) return 'marks';
  return weight > 0 ? 'raises' : 'lowers';
}

export const byWeight = (a: Cue, b: Cue) => Math.abs(b.weight) - Math.abs(a.weight);

/** The pieces of `text`, in order; joined they are `text`. Cues may overlap. */
export function segments(text: string, cues: readonly Cue[]): Segment[] {
  const inside = (at: number) => Math.min(Math.max(at, 0), text.length);
  const borders = new Set([
    0,
    text.length,
    ...cues.flatMap((c) => [inside(c.start), inside(c.end)]),
  ]);
  const cuts = [...borders].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((start, index) => {
    const end = cuts[index + 1] as number;
    const covering = cues.filter((cue) => cue.start <= start && cue.end >= end);
    return { text: text.slice(start, end), cues: covering.sort(byWeight) };
  });
}
