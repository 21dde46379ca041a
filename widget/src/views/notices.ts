import { html, nothing, type TemplateResult } from 'lit';
import type { Requested } from '../controllers/escalation.ts';
import { safeLink } from '../links.ts';
import type { Locale } from '../locales/locale.ts';
import { alertIcon, clockIcon, doneIcon, personIcon } from './icons.ts';

export interface RequestNoticeProps {
  readonly texts: Locale;
  readonly request: Requested;
  readonly status: string;
  readonly contactHref: string | undefined;
  readonly onRetry: () => void;
}

/** What became of the request for a person. */
export function requestNoticeView(props: RequestNoticeProps): TemplateResult {
  const { texts, request, status, contactHref, onRetry } = props;
  const { state, reason, decision } = request;
  const isStuck = state === 'refused' || state === 'shown';
  const explanation = reason === 'connected' ? decision?.explanation : undefined;
  return html`
    <section class="card request" part="request" data-state=${state}>
      ${stateIcon(state)}
      <div class="card-text">
        ${explanation ? html`<p class="card-hint" dir="auto">${explanation}</p>` : nothing}
        <p class="card-title" dir="auto">${status}</p>
        ${state === 'sent' ? html`<p class="card-hint" dir="auto">${texts.passedHint}</p>` : nothing}
        ${isStuck ? waysOutView(state === 'refused', texts, contactHref, onRetry) : nothing}
      </div>
    </section>
  `;
}

function waysOutView(
  canRetry: boolean,
  texts: Locale,
  contactHref: string | undefined,
  onRetry: () => void,
): TemplateResult {
  return html`
    <div class="card-buttons">
      ${contactLinkView(contactHref, texts)}
      ${canRetry ? html`<button class="button" type="button" @click=${onRetry}>${texts.tryAgain}</button>` : nothing}
    </div>
  `;
}

function contactLinkView(href: string | undefined, texts: Locale) {
  const link = safeLink(href, document.baseURI);
  if (!link) return nothing;
  const target = link.newTab ? '_blank' : nothing;
  return html`<a class="button primary" part="contact" href=${link.href} target=${target} rel="noopener"
    >${texts.contact}</a
  >`;
}

function stateIcon(state: Requested['state']): TemplateResult {
  if (state === 'queued') return html`<span class="spinner" aria-hidden="true"></span>`;
  if (state === 'waiting') return clockIcon;
  return state === 'sent' ? doneIcon : alertIcon;
}

/** The way to a person, always in view as long as there is no core to notice who needs one. */
export function plainModeView(texts: Locale, onTalkToPerson: () => void): TemplateResult {
  return html`
    <div class="card plain" part="plain-mode">
      <button class="button" type="button" @click=${onTalkToPerson}>
        ${personIcon}${texts.talkToPerson}
      </button>
    </div>
  `;
}
