import type { ReplyAction } from '@attune/web/types';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Entry } from '../controllers/transcript.ts';
import type { Locale } from '../locales/locale.ts';
import { displayText, isLong } from '../text.ts';
import { actionsView } from './actions.ts';
import { downIcon } from './icons.ts';

/** A pause after which a message shows its time; without one, only the last does. */
const pauseMs = 5 * 60 * 1000;

export interface MessageListProps {
  readonly texts: Locale;
  readonly assistant: string;
  readonly entries: readonly Entry[];
  readonly isTyping: boolean;
  readonly hasNewer: boolean;
  /** Whether an answer shows a button that asks for a person. */
  readonly offersPerson: boolean;
  readonly formatTime: (at: number) => string;
  readonly onScroll: (event: Event) => void;
  readonly onNewest: () => void;
  readonly onToggle: (key: number) => void;
  readonly onAction: (action: ReplyAction) => void;
}

/**
 * The messages. Not a live region, although it is a log: new messages are spoken by the status
 * region of the panel, so that opening the chat does not read out the history.
 */
export function messageListView(props: MessageListProps): TemplateResult {
  const { texts, entries, isTyping, hasNewer, onScroll, onNewest } = props;
  return html`
    <div class="log-frame">
      <div
        class="log"
        part="log"
        role="log"
        aria-live="off"
        aria-label=${texts.messages}
        tabindex="0"
        @scroll=${onScroll}
      >
        <ol class="list" role="list">
          ${repeat(
            entries,
            ({ key }) => key,
            (entry, index) => entryView(entry, entries[index - 1], entries[index + 1], props),
          )}
          ${isTyping ? typingView(props) : nothing}
        </ol>
      </div>
      <button class="newest" type="button" ?hidden=${!hasNewer} @click=${onNewest}>
        ${downIcon}${texts.newest}
      </button>
    </div>
  `;
}

function entryView(
  entry: Entry,
  before: Entry | undefined,
  after: Entry | undefined,
  props: MessageListProps,
): TemplateResult {
  if (entry.from === 'notice')
    return html`<li class="notice-line" part="notice-line" dir="auto">${entry.text}</li>`;
  const { texts, assistant, offersPerson, formatTime, onAction } = props;
  const isLast = after === undefined;
  const showsTime = isLast || after.at - entry.at >= pauseMs;
  return html`
    <li
      class="message ${entry.from}"
      part="message message-${entry.from}"
      ?data-follows=${before?.from === entry.from}
    >
      <span class="sr">${entry.from === 'customer' ? texts.you : assistant}:</span>
      ${bubbleView(entry, props)}
      ${entry.from === 'bot' ? actionsView(entry.actions, { texts, isLast, offersPerson, onAction }) : nothing}
      ${showsTime ? html`<time class="time" dir="auto" datetime=${isoTime(entry.at)}>${formatTime(entry.at)}</time>` : nothing}
    </li>
  `;
}

function bubbleView({ key, text, expanded }: Entry, { texts, onToggle }: MessageListProps) {
  const long = isLong(text);
  return html`
    <div class="bubble" part="bubble">
      <p class="text" dir="auto" ?data-shortened=${long && !expanded}>${displayText(text)}</p>
      ${
        long
          ? html`
        <button class="more" type="button" aria-expanded=${expanded ? 'true' : 'false'} @click=${() => onToggle(key)}>
          ${expanded ? texts.showLess : texts.showAll}
        </button>
      `
          : nothing
      }
    </div>
  `;
}

function typingView({ texts, assistant }: MessageListProps): TemplateResult {
  return html`
    <li class="message bot typing">
      <span class="sr">${texts.typing(assistant)}</span>
      <div class="bubble" part="bubble" aria-hidden="true"><i></i><i></i><i></i></div>
    </li>
  `;
}

/** Empty when the device's clock is outside of what a date can say. */
function isoTime(at: number): string {
  const date = new Date(at);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString();
}
