import { html, type TemplateResult } from 'lit';
import type { Locale } from '../locales/locale.ts';
import { personIcon } from './icons.ts';

export interface PersonPromptProps {
  readonly texts: Locale;
  /** The core's reason for the offer, in the customer's language. */
  readonly explanation: string;
  readonly onAccept: () => void;
  readonly onDecline: () => void;
}

/** The offer of a person. It stands beside the composer and never in its way. */
export function personPromptView(props: PersonPromptProps): TemplateResult {
  const { texts, explanation, onAccept, onDecline } = props;
  return html`
    <section class="card prompt" part="prompt" aria-labelledby="offer-reason">
      <div class="card-text">
        <p class="card-title" id="offer-reason" dir="auto">${explanation || texts.offer}</p>
        ${explanation ? html`<p class="card-hint" dir="auto">${texts.offer}</p>` : ''}
      </div>
      <div class="card-buttons">
        <button class="button primary" part="prompt-accept" type="button" @click=${onAccept}>
          ${personIcon}${texts.talkToPerson}
        </button>
        <button class="button" part="prompt-decline" type="button" @click=${onDecline}>
          ${texts.keepChatting}
        </button>
      </div>
    </section>
  `;
}
