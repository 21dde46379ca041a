import { css, html, LitElement, nothing } from 'lit';
import { flagText, levelText, percentText, topicText } from '../model/wording.ts';
import { sectionStyles } from '../styles/section.ts';
import { shared } from '../styles/shared.ts';
import type { Reading } from '../types.ts';

/** How the customer's last messages were read, the latest first. */
export class ReadingList extends LitElement {
  static override properties = { readings: { attribute: false } };

  declare readings: Reading[];

  static override styles = [
    shared,
    sectionStyles,
    css`
      li {
        display: grid;
        grid-template-columns: 7rem 8rem 1fr;
        gap: 0.25rem 1rem;
        align-items: center;
        padding-block: 0.375rem;
      }
      li + li {
        border-top: 1px solid var(--line);
      }
      .mood {
        display: flex;
        align-items: center;
        gap: 0.5rem;
        font-variant-numeric: tabular-nums;
      }
      mood-meter {
        flex: 1;
      }
      .says {
        overflow-wrap: anywhere;
        min-width: 0;
      }
      @media (max-width: 40rem) {
        li {
          grid-template-columns: 7rem 1fr;
        }
        .says {
          grid-column: 1 / -1;
        }
      }
    `,
  ];

  override render() {
    if (this.readings.length === 0) return nothing;
    return html`<section>
      <h3>How their last messages were read, latest first</h3>
      <ol>
        ${this.readings.toReversed().map((reading, index) => renderReading(reading, index))}
      </ol>
    </section>`;
  }
}

function renderReading(reading: Reading, index: number) {
  const { frustration, sentiment, flags, topics } = reading;
  const says = [...flags.map(flagText), ...topics.map(({ id }) => topicText(id))];
  const which = index === 0 ? 'Latest message' : `${index + 1} messages back`;
  return html`<li>
    <span class="mood">
      <mood-meter label="Frustration, ${which}" .value=${frustration}></mood-meter>
      <span aria-hidden="true">${percentText(frustration)}</span>
    </span>
    <span>${levelText(sentiment.level)}</span>
    <span class="says soft">${says.join(', ') || 'No sign, no topic'}</span>
  </li>`;
}
