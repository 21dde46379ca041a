import type { AttuneError } from '@attune/web';
import type { Emit } from './events.ts';

/** Tells the page and its developers what went wrong, and what the chat does about it. */
export type Report = (error: Error, consequence: string) => void;

export function createReport(emit: Emit): Report {
  return (error, consequence) => {
    // The message of an AttuneError already names the place and what was expected.
    const { code } = error as Partial<AttuneError>;
    console.error(
      `attune-chat: ${code ? `${code}: ` : ''}${withStop(error.message)} ${consequence}`,
    );
    emit('attune-error', { error });
  };
}

/** Text may only leave when personal data in it is masked, which needs a core that masks. */
export function warnAboutSharing(share: string): void {
  if (share === 'signals') return;
  console.warn(
    `attune-chat: share="${share}" is not supported by this release, which can't mask personal ` +
      'data in texts: only signals are sent, and no text.',
  );
}

function withStop(sentence: string): string {
  return /[.?!]$/.test(sentence) ? sentence : `${sentence}.`;
}
