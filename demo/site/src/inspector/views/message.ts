import type { Cue } from '@attune/web/types';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { byWeight, effectOf, segments } from '../highlight.ts';
import { capitalised, decimal, words } from '../labels.ts';
import type { Turn } from '../recording.ts';

/** Longer messages are cut: this is a panel, not an editor. */
const MAX_SHOWN = 3000;

// A sign beside the colour, so that nothing is said by colour alone.
const SIGNS = { raises: '\u25b2', lowers: '\u25bc', marks: '\u25c6' };

const effectWords = (cue: Cue): string =>
  ({
    raises: `raises frustration by ${decimal(cue.weight)}`,
    lowers: `lowers frustration by ${decimal(-cue.weight)}`,
    marks: 'leaves frustration as it is',
  })[effectOf(cue)];

const cueWords = (cue: Cue): string => `${words(cue.kind)}, ${effectWords(cue)}`;

type PointAt = (cue: number | null) => void;

function mark(text: string, cues: Cue[], all: Cue[], active: number | null, pointAt: PointAt) {
  const strongest = cues[0] as Cue;
  const index = all.indexOf(strongest);
  const isActive = active !== null && cues.includes(all[active] as Cue);
  return html`<mark
    class="cue ${effectOf(strongest)} ${isActive ? 'active' : ''}"
    tabindex="0"
    @mouseenter=${() => pointAt(index)}
    @mouseleave=${() => pointAt(null)}
    @focus=${() => pointAt(index)}
    @blur=${() => pointAt(null)}
    >${text}<span class="visually-hidden"> (${cues.map(cueWords).join('; ')}) </span></mark>`;
}

function cueItem(cue: Cue, isActive: boolean, point: () => void, leave: () => void) {
  const effect = effectOf(cue);
  return html`
    <li class="${effect} ${isActive ? 'active' : ''}" @mouseenter=${point} @mouseleave=${leave}>
      <span class="sign" aria-hidden="true">${SIGNS[effect]}</span>
      <span class="kind">${words(cue.kind)}</span>
      <q>${cue.text}</q>
      <span class="weight">${effect === 'marks' ? nothing : decimal(cue.weight, { sign: true })}</span>
    </li>`;
}

/** The customer's words with what moved the reading, and the same as a list. */
export function messageView(turn: Turn, active: number | null, pointAt: PointAt): TemplateResult {
  const { cues } = turn.result.assessment;
  const shown = turn.text.slice(0, MAX_SHOWN);
  const activeCue = active === null ? undefined : cues[active];
  return html`
    <section class="message" aria-labelledby="message-title">
      <h3 id="message-title">What the customer wrote</h3>
      <p class="marked-text" dir="auto">${segments(shown, cues).map((segment) =>
        segment.cues.length > 0
          ? mark(segment.text, segment.cues, cues, active, pointAt)
          : segment.text,
      )}${shown.length < turn.text.length ? ' \u2026' : nothing}</p>
      <p class="cue-detail" aria-hidden="true">${
        activeCue
          ? html`<strong>${capitalised(words(activeCue.kind))}</strong> ${effectWords(activeCue)}`
          : cues.length > 0
            ? 'Point at a marked part to see what it does.'
            : 'No part of it stands out.'
      }</p>
      ${
        cues.length > 0
          ? html`
            <details class="cue-list" open>
              <summary>${cues.length} ${cues.length === 1 ? 'mark' : 'marks'}, by weight</summary>
              <ul class="plain" role="list">
                ${cues.toSorted(byWeight).map((cue) => {
                  const index = cues.indexOf(cue);
                  return cueItem(
                    cue,
                    index === active,
                    () => pointAt(index),
                    () => pointAt(null),
                  );
                })}
              </ul>
            </details>`
          : nothing
      }
    </section>`;
}
