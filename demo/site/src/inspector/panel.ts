/** The "under the hood" panel: draws the recording each time it changes. */
import { html, nothing, render, type TemplateResult } from 'lit/html.js';
import { findChat } from '../chat.ts';
import type { Recording, Turn } from './recording.ts';
import { conversationView } from './views/conversation.ts';
import { decisionView } from './views/decision.ts';
import { eventsView } from './views/events.ts';
import { examplesView } from './views/examples.ts';
import { messageView } from './views/message.ts';
import { readingView } from './views/reading.ts';

interface View {
  /** Index of the turn on show; `null` follows the newest. */
  pinned: number | null;
  /** Index of the cue pointed at, within the turn's cues. */
  cue: number | null;
}

function turnNavigation(count: number, shown: number, go: (turn: number) => void): TemplateResult {
  return html`
    <p class="turn-nav">
      <button type="button" aria-label="Earlier message" ?disabled=${shown === 0}
        @click=${() => go(shown - 1)}>&larr;</button>
      <span>Message ${shown + 1} of ${count}</span>
      <button type="button" aria-label="Later message" ?disabled=${shown === count - 1}
        @click=${() => go(shown + 1)}>&rarr;</button>
    </p>`;
}

function emptyView(error: string | null): TemplateResult {
  if (!findChat()?.matches(':defined')) {
    return html`<p class="empty">The chat is not part of this build, so there is nothing to read.</p>`;
  }
  if (error) {
    return html`<p class="empty">The chat works without its core: <q>${error}</q></p>`;
  }
  return html`<p class="empty">Nothing has been read yet. Choose an example, or write in the chat.</p>`;
}

/**
 * Draws into `root`. Returns the function that draws again after the recording has changed.
 * `close` is called when the visitor closes the panel.
 */
export function mountPanel(root: HTMLElement, recording: Recording, close: () => void): () => void {
  const view: View = { pinned: null, cue: null };
  let newest: Turn | undefined;

  const draw = () => {
    const { turns, events, error } = recording;
    if (turns.at(-1) !== newest) Object.assign(view, { pinned: null, cue: null });
    newest = turns.at(-1);
    const shown = view.pinned ?? turns.length - 1;
    const turn = turns[shown];
    const go = (pinned: number) => {
      Object.assign(view, { pinned, cue: null });
      draw();
    };
    const pointAt = (cue: number | null) => {
      view.cue = cue;
      draw();
    };
    render(
      html`
        <header class="inspector-head">
          <h2 tabindex="-1">Under the hood</h2>
          <button type="button" class="inspector-close" @click=${close}>Close</button>
          <p>Read on this device, by the chat itself. This panel only shows what the chat tells its page.</p>
        </header>
        ${examplesView(turn !== undefined)}
        ${
          turn
            ? html`
              ${turns.length > 1 ? turnNavigation(turns.length, shown, go) : nothing}
              ${messageView(turn, view.cue, pointAt)}
              ${readingView(turn.result.assessment)}
              ${decisionView(turn.result)}
              ${conversationView(turns.slice(0, shown + 1))}`
            : emptyView(error)
        }
        ${eventsView([...events.values()].reverse(), findChat()?.hasAttribute('endpoint') ?? false)}
      `,
      root,
    );
  };
  return draw;
}
