/**
 * A point in the history of a queue. `revision` counts its changes; `epoch` names the database,
 * so that a console that was connected to another one is not told half the story.
 */
export interface Position {
  epoch: string;
  revision: number;
}

/** As the `id` of a server-sent event. */
export function formatPosition({ epoch, revision }: Position): string {
  return `${epoch}-${revision}`;
}

/** Undefined for what `formatPosition` did not write: the header comes from outside. */
export function parsePosition(text: string | undefined): Position | undefined {
  const match = /^([0-9a-f]{1,32})-(\d{1,15})$/.exec(text ?? '');
  return match?.[1] && match[2] ? { epoch: match[1], revision: Number(match[2]) } : undefined;
}
