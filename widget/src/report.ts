import type { AttuneError } from '@attune/web';
import type { Emit } from './events.ts';

/** Tells the page and its developers what went wrong, and what the chat does about it. */
export type Report = (error: Error, consequence: string) => void;

export function createReport(emit: Emit): Report {
  return (error, consequence) => {
    const { code, pointer, expected } = error as Partial<AttuneError>;
    const where = pointer ? ` at ${pointer}` : '';
    const wanted = expected ? ` Expected: ${expected}.` : '';
    const what = code ? `${code}${where}: ${error.message}` : error.message;
    console.error(`attune-chat: ${what}${wanted} ${consequence}`);
    emit('attune-error', { error });
  };
}
