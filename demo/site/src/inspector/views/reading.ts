import type { Assessment } from '@attune/web/types';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { capitalised, contactWords, decimal, levelName, words } from '../labels.ts';
import { meter } from './meter.ts';

/** Fainter emotions are left out of the list. */
const MIN_EMOTION = 0.05;

function emotions(assessment: Assessment): TemplateResult {
  const shown = Object.entries(assessment.emotions)
    .filter(([, probability]) => probability >= MIN_EMOTION)
    .sort(([, a], [, b]) => b - a);
  return html`
    <h4>Emotions a reader would name</h4>
    ${
      shown.length > 0
        ? shown.map(([name, probability]) =>
            meter(capitalised(name), probability, { tone: 'small' }),
          )
        : html`<p>None to speak of.</p>`
    }`;
}

const fact = (name: string, value: TemplateResult | string | null) =>
  value ? html`<div><dt>${name}</dt><dd>${value}</dd></div>` : nothing;

function facts(assessment: Assessment): TemplateResult {
  const { topics, flags, contact, language, confidence } = assessment;
  return html`
    <dl class="facts">
      ${fact('Confidence', confidence)}
      ${fact('Topics', topics.map(({ id, score }) => `${words(id)} (${decimal(score)})`).join(', ') || 'none in particular')}
      ${fact('Flags', flags.length > 0 ? html`${flags.map((flag) => html`<span class="flag">${words(flag)}</span> `)}` : null)}
      ${fact('Has been in touch', contactWords(contact))}
      ${fact('Language', `${language.tag} (${decimal(language.confidence)})`)}
    </dl>`;
}

/** What the last message says. */
export function readingView(assessment: Assessment): TemplateResult {
  const { frustration, urgency, sentiment } = assessment;
  const level = levelName(sentiment.level);
  return html`
    <section aria-labelledby="reading-title">
      <h3 id="reading-title">Reading of this message</h3>
      ${meter('Frustration', frustration, { tone: 'warm' })}
      ${meter('Urgency', urgency)}
      ${meter('Sentiment', sentiment.score, { min: -1, meaning: level, tone: sentiment.score < 0 ? 'warm' : 'cool' })}
      ${emotions(assessment)}
      ${facts(assessment)}
    </section>`;
}
