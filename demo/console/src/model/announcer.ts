import type { Escalation } from '../types.ts';
import { headline, priorityText } from './wording.ts';

/** Several that come at about the same time are told in one sentence. */
const GATHER_MS = 800;
/** Said text is taken away, so that nobody meets it when reading on through the page. */
const CLEAR_MS = 8000;

/** Tells screen readers what is new: `say` gets the text of a polite live region. */
export class Announcer {
  private readonly say: (text: string) => void;
  private news: Escalation[] = [];
  private waiting = 0;
  private gatherTimer: ReturnType<typeof setTimeout> | undefined;
  private clearTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(say: (text: string) => void) {
    this.say = say;
  }

  /** `waiting` is how many wait now, these included. */
  arrived(escalations: readonly Escalation[], waiting: number): void {
    if (escalations.length === 0) return;
    this.news.push(...escalations);
    this.waiting = waiting;
    this.gatherTimer ??= setTimeout(() => {
      this.announce(newsText(this.news, this.waiting));
      this.news = [];
      this.gatherTimer = undefined;
    }, GATHER_MS);
  }

  announce(text: string): void {
    clearTimeout(this.clearTimer);
    this.say(text);
    this.clearTimer = setTimeout(() => this.say(''), CLEAR_MS);
  }

  stop(): void {
    clearTimeout(this.gatherTimer);
    clearTimeout(this.clearTimer);
  }
}

/** "New: urgent, possible fraud or theft. 4 waiting." */
export function newsText(news: readonly Escalation[], waiting: number): string {
  const [first] = news;
  if (first && news.length === 1) {
    return `New: ${priorityText(first.priority)}. ${headline(first)}. ${waiting} waiting.`;
  }
  const urgent = news.filter(({ priority }) => priority === 'urgent').length;
  const pressing = urgent > 0 ? `, ${urgent} urgent` : '';
  return `${news.length} new requests${pressing}. ${waiting} waiting.`;
}
