import { html, type SVGTemplateResult, svg, type TemplateResult } from 'lit';

/** Drawn on a grid of 24, in the colour of the text. Decoration: buttons carry their own names. */
export function icon(paths: SVGTemplateResult): TemplateResult {
  return html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">${paths}</svg>`;
}

export const chatIcon = icon(
  svg`<path d="M20 11.5a7.5 7.5 0 0 1-7.5 7.5H5.2a.7.7 0 0 1-.5-1.2l1.2-1.3A7.5 7.5 0 1 1 20 11.5Z"/><path d="M9 10h7M9 13.5h4.5"/>`,
);
