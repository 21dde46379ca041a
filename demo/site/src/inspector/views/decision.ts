import type { TurnResult } from '@attune/web/types';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { ACTION_NAMES, toneWords, words } from '../labels.ts';

/** What the chat does about it, and why. */
export function decisionView({ decision, tone, loops }: TurnResult): TemplateResult {
  const { action, priority, reasons, explanation, team } = decision;
  const loopWords = [
    loops.customer_repeats > 0 ? `customer repeated: ${loops.customer_repeats}` : null,
    loops.bot_repeats > 0 ? `bot repeated: ${loops.bot_repeats}` : null,
    loops.unanswered > 0 ? `unanswered: ${loops.unanswered}` : null,
  ].filter((part) => part !== null);
  return html`
    <section aria-labelledby="decision-title">
      <h3 id="decision-title">Decision</h3>
      <p class="decision ${action}">
        <strong>${ACTION_NAMES[action]}</strong>
        ${action === 'continue' ? nothing : html`<span class="priority">${priority} priority</span>`}
      </p>
      ${explanation ? html`<p class="explanation"><q>${explanation}</q></p>` : nothing}
      <dl class="facts">
        ${reasons.length > 0 ? html`<div><dt>Because of</dt><dd>${reasons.map(words).join(', ')}</dd></div>` : nothing}
        ${team ? html`<div><dt>For the team</dt><dd>${team.text}</dd></div>` : nothing}
        <div><dt>Tone</dt><dd>${toneWords(tone)}</dd></div>
        ${loopWords.length > 0 ? html`<div><dt>Loops</dt><dd>${loopWords.join(', ')}</dd></div>` : nothing}
      </dl>
    </section>`;
}
