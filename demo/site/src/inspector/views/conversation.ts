import { html, nothing, svg, type TemplateResult } from 'lit/html.js';
import { decimal, levelName } from '../labels.ts';
import type { Turn } from '../recording.ts';

const WIDTH = 320;
const HEIGHT = 64;
const MARGIN = 8;

/** The mood after each turn, from -1 at the bottom to 1 at the top. */
function sparkline(scores: number[]): TemplateResult {
  const step = (WIDTH - 2 * MARGIN) / Math.max(scores.length - 1, 1);
  const x = (index: number) => MARGIN + index * step;
  const y = (score: number) => HEIGHT / 2 - score * (HEIGHT / 2 - MARGIN);
  const points = scores.map((score, index) => `${x(index)},${y(score)}`).join(' ');
  const last = scores.length - 1;
  return html`
    <svg class="sparkline" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img"
      aria-label="Mood after each message: ${scores.map((score) => decimal(score)).join(', ')}">
      <line class="zero" x1="0" x2=${WIDTH} y1=${HEIGHT / 2} y2=${HEIGHT / 2} />
      <polyline points=${points} />
      ${scores.map((score, index) => svg`<circle class=${index === last ? 'now' : ''} cx=${x(index)} cy=${y(score)} r=${index === last ? 5 : 3} />`)}
    </svg>`;
}

/** How the conversation has gone up to the turn on show. */
export function conversationView(turns: Turn[]): TemplateResult {
  const mood = turns.at(-1)?.result.mood;
  if (!mood) return html`${nothing}`;
  return html`
    <section aria-labelledby="mood-title">
      <h3 id="mood-title">Mood of the conversation</h3>
      ${sparkline(turns.map(({ result }) => result.mood.score))}
      <dl class="facts">
        <div><dt>Mood</dt><dd>${levelName(mood.level)} (${decimal(mood.score, { sign: true })}), ${mood.trend}</dd></div>
        <div><dt>Frustration</dt><dd>${decimal(mood.frustration)} now, ${decimal(mood.peak)} at its peak</dd></div>
      </dl>
    </section>`;
}
