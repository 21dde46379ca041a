import { css, html, LitElement, nothing } from 'lit';
import { fetchEscalation } from '../live/api.ts';
import { sectionStyles } from '../styles/section.ts';
import { shared } from '../styles/shared.ts';
import type { Escalation, TranscriptTurn } from '../types.ts';

/** What was written, where the customer agreed to share it. Loaded when shown. */
export class ConversationText extends LitElement {
  static override properties = {
    escalation: { attribute: false },
    turns: { state: true },
    error: { state: true },
  };

  declare escalation: Escalation;
  declare turns: TranscriptTurn[] | undefined;
  declare error: string;

  private loading: AbortController | undefined;
  /** The request whose text is shown: a conversation can ask again with more. */
  private shown: string | undefined;

  static override styles = [
    shared,
    sectionStyles,
    css`
      ol {
        display: grid;
        gap: 0.625rem;
        max-width: 42rem;
      }
      li {
        display: grid;
        grid-template-columns: 5.5rem 1fr;
        gap: 0.75rem;
      }
      .from {
        color: var(--text-soft);
        font-size: 0.8125rem;
        padding-block-start: 0.0625rem;
      }
      .customer .text {
        font-weight: 500;
      }
      .text {
        white-space: pre-wrap;
        overflow-wrap: anywhere;
        min-width: 0;
      }
      @media (max-width: 40rem) {
        li {
          grid-template-columns: 1fr;
          gap: 0;
        }
      }
    `,
  ];

  override willUpdate(): void {
    const { id, transcript_turns: count } = this.escalation;
    const wanted = `${id}/${count}`;
    if (wanted === this.shown) return;
    this.shown = wanted;
    this.loading?.abort();
    this.turns = undefined;
    this.error = '';
    if (count > 0) void this.load(id);
  }

  override disconnectedCallback(): void {
    this.loading?.abort();
    super.disconnectedCallback();
  }

  override render() {
    return html`<section>
      <h3>Conversation</h3>
      ${this.renderText()}
    </section>`;
  }

  private renderText() {
    if (this.escalation.transcript_turns === 0) {
      return html`<p class="soft">No text was shared, only what was read from it.</p>`;
    }
    if (this.error) {
      return html`<p role="alert">
        ${this.error} <button @click=${() => this.load(this.escalation.id)}>Try again</button>
      </p>`;
    }
    if (this.turns === undefined) return html`<p class="soft">Loading the conversation</p>`;
    const { locale } = this.escalation;
    return html`<ol>
      ${this.turns.map(
        ({ from, text }) => html`<li class=${from}>
          <span class="from">${from === 'customer' ? 'Customer' : 'Assistant'}</span>
          <span class="text" lang=${locale || nothing} dir="auto">${text}</span>
        </li>`,
      )}
    </ol>`;
  }

  private async load(id: number): Promise<void> {
    const loading = new AbortController();
    this.loading = loading;
    this.error = '';
    try {
      const { transcript } = await fetchEscalation(id, loading.signal);
      if (!loading.signal.aborted) this.turns = transcript;
    } catch (error) {
      if (!loading.signal.aborted) this.error = (error as Error).message;
    }
  }
}
