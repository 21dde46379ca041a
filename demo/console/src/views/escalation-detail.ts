import { html, LitElement, nothing, type TemplateResult } from 'lit';
import {
  contactText,
  flagText,
  headline,
  languageText,
  levelText,
  originText,
  percentText,
  priorityText,
  reasonText,
  topicText,
  trendText,
} from '../model/wording.ts';
import { escalationDetailStyles } from '../styles/escalation-detail.ts';
import { sectionStyles } from '../styles/section.ts';
import { shared } from '../styles/shared.ts';
import type { Escalation } from '../types.ts';

/** All that is known of one escalation. Asks with `handle` to take it off the queue. */
export class EscalationDetailView extends LitElement {
  static override properties = {
    escalation: { attribute: false },
    busy: { type: Boolean },
    error: {},
  };

  declare escalation: Escalation;
  /** While the server is asked. */
  declare busy: boolean;
  /** Why it could not be done, for the team; empty when all is well. */
  declare error: string;

  static override styles = [shared, sectionStyles, escalationDetailStyles];

  override render() {
    const { escalation } = this;
    return html`<article data-priority=${escalation.priority}>
      ${this.renderHead(escalation)}
      ${this.error && html`<p class="error" role="alert">${this.error}</p>`}
      ${renderExplanation(escalation)} ${renderMood(escalation)} ${renderFacts(escalation)}
      <reading-list .readings=${escalation.assessments}></reading-list>
      <conversation-text .escalation=${escalation}></conversation-text>
    </article>`;
  }

  /** Where reading begins, for the focus. */
  focusHeading(): void {
    this.shadowRoot?.querySelector('h2')?.focus();
  }

  private renderHead(escalation: Escalation) {
    const { priority, state } = escalation;
    return html`<header>
      <div class="title">
        <p class="status">
          <span class="priority">${priorityText(priority)}</span>
          ${renderStatus(escalation)}
        </p>
        <h2 tabindex="-1">${headline(escalation)}</h2>
      </div>
      ${
        state === 'waiting'
          ? html`<button
              class="primary"
              aria-disabled=${this.busy ? 'true' : 'false'}
              @click=${this.onHandle}
            >
              Mark as handled
            </button>`
          : nothing
      }
    </header>`;
  }

  private onHandle(): void {
    if (!this.busy) this.dispatchEvent(new CustomEvent('handle', { detail: this.escalation.id }));
  }
}

function renderStatus({ state, requested_at, resolved_at }: Escalation) {
  if (state === 'resolved') {
    return html`<span class="soft">Handled ${resolved_at && renderTime(resolved_at)}</span>`;
  }
  return html`<span
    >Waiting <strong><waiting-time .since=${requested_at}></waiting-time></strong>
    <span class="soft">since ${renderTime(requested_at)}</span></span
  >`;
}

function renderTime(time: string) {
  const date = new Date(time);
  const today = date.toDateString() === new Date().toDateString();
  const format = new Intl.DateTimeFormat(undefined, {
    timeStyle: 'short',
    ...(today ? {} : { dateStyle: 'medium' }),
  });
  return html`<time datetime=${time}>${format.format(date)}</time>`;
}

function renderExplanation({ decision, locale }: Escalation) {
  if (!decision?.explanation) return nothing;
  return html`<figure>
    <figcaption class="soft">What the customer was told</figcaption>
    <blockquote lang=${locale} dir="auto">${decision.explanation}</blockquote>
  </figure>`;
}

function renderMood({ mood }: Escalation) {
  if (mood === null) {
    return html`<section>
      <h3>Mood</h3>
      <p class="soft">Nothing was read before they asked.</p>
    </section>`;
  }
  return html`<section>
    <h3>Mood</h3>
    <div class="mood">
      <p class="figure" aria-hidden="true">
        ${percentText(mood.frustration)}<span>frustration</span>
      </p>
      <div class="bar">
        <mood-meter label="Frustration" .value=${mood.frustration} .peak=${mood.peak}></mood-meter>
        <p class="soft">
          Peak ${percentText(mood.peak)}. ${levelText(mood.level)}, ${trendText(mood.trend)}, after
          ${mood.turns} ${mood.turns === 1 ? 'message' : 'messages'}.
        </p>
      </div>
    </div>
  </section>`;
}

function renderFacts(escalation: Escalation) {
  const { decision, topics, flags, contact, page, source, locale, reason } = escalation;
  const reasons = decision?.reasons ?? [];
  return html`<section>
    <h3>About this request</h3>
    <dl>
      ${fact('How it came', originText(reason))}
      ${reasons.length > 0 ? fact('Reasons', dotted(reasons.map(reasonText))) : nothing}
      ${topics.length > 0 ? fact('Topics', tags(topics.map(({ id }) => topicText(id)))) : nothing}
      ${flags.length > 0 ? fact('Signs', tags(flags.map(flagText))) : nothing}
      ${contactText(contact) ? fact('Contact so far', contactText(contact)) : nothing}
      ${fact('Page', html`<span class="path">${page}</span> <span class="soft">${source}</span>`)}
      ${fact('Language', languageText(locale))}
    </dl>
  </section>`;
}

function fact(name: string, value: string | TemplateResult) {
  return html`<div><dt>${name}</dt><dd>${value}</dd></div>`;
}

function dotted(texts: string[]): TemplateResult {
  return html`<ul class="dotted">
    ${texts.map((text) => html`<li>${text}</li>`)}
  </ul>`;
}

function tags(texts: string[]): TemplateResult {
  return html`<ul class="tags">
    ${texts.map((text) => html`<li class="tag">${text}</li>`)}
  </ul>`;
}
