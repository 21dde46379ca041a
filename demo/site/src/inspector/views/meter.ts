import { html, svg, type TemplateResult } from 'lit/html.js';
import { decimal } from '../labels.ts';

interface MeterOptions {
  /** -1 for a scale that runs both ways from the middle; 0 otherwise. */
  min?: -1 | 0;
  /** What the number means in words, for example "very negative". */
  meaning?: string;
  tone?: string;
}

/** The bar in units of a hundredth of its width; SVG attributes, since styles may not be inline. */
function bar(value: number, min: number) {
  const zero = min === 0 ? 0 : 50;
  const end = ((value - min) / (1 - min)) * 100;
  return svg`
    <rect class="track" width="100" height="8" />
    <rect class="value" x=${Math.min(zero, end)} width=${Math.abs(end - zero)} height="8" />
    ${min === 0 ? '' : svg`<rect class="zero" x="49.7" width="0.6" height="8" />`}`;
}

/** A row of name, bar and number. */
export function meter(name: string, value: number, options: MeterOptions = {}): TemplateResult {
  const { min = 0, meaning = '', tone = '' } = options;
  const number = decimal(value, { sign: min < 0 });
  return html`
    <div class="meter ${tone}" role="meter" aria-label=${name} aria-valuemin=${min} aria-valuemax="1"
      aria-valuenow=${value} aria-valuetext=${meaning ? `${number}, ${meaning}` : number}>
      <span class="meter-name">${name}</span>
      <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">${bar(value, min)}</svg>
      <span class="meter-number">${number}</span>
      ${meaning ? html`<span class="meter-meaning">${meaning}</span>` : ''}
    </div>`;
}
