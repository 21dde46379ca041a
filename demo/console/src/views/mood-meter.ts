import { css, html, LitElement, svg } from 'lit';
import { percentText } from '../model/wording.ts';

/**
 * A share of 0..1 as a bar whose colour runs from calm to upset, with a tick at the peak. The
 * figures are its accessible value.
 */
export class MoodMeter extends LitElement {
  static override properties = {
    label: {},
    value: { type: Number },
    peak: { type: Number },
  };

  /** What is measured, for screen readers. */
  declare label: string;
  declare value: number;
  declare peak: number | undefined;

  static override styles = css`
    :host {
      display: block;
      height: 0.5rem;
      border-radius: 0.25rem;
      overflow: hidden;
      background: linear-gradient(
        to right,
        var(--meter-calm) 10%,
        var(--meter-middle) 50%,
        var(--meter-upset) 90%
      );
    }
    svg {
      display: block;
      width: 100%;
      height: 100%;
    }
    .rest {
      fill: var(--meter-rest, var(--line));
    }
    .peak {
      stroke: var(--text);
      stroke-width: 2px;
      vector-effect: non-scaling-stroke;
    }
    @media (forced-colors: active) {
      :host {
        background: Highlight;
        border: 1px solid CanvasText;
      }
      .rest {
        fill: Canvas;
      }
      .peak {
        stroke: CanvasText;
      }
    }
  `;

  override render() {
    const now = clampPercent(this.value);
    const peak = this.peak === undefined ? undefined : clampPercent(this.peak);
    const text = percentText(this.value) + (peak === undefined ? '' : `, at most ${peak}%`);
    return html`<svg
      role="meter"
      aria-label=${this.label}
      aria-valuemin="0"
      aria-valuemax="100"
      aria-valuenow=${now}
      aria-valuetext=${text}
      viewBox="0 0 100 8"
      preserveAspectRatio="none"
    >
      <rect class="rest" x=${now} y="0" width=${100 - now} height="8"></rect>
      ${peak === undefined ? '' : svg`<line class="peak" x1=${peak} x2=${peak} y1="0" y2="8"></line>`}
    </svg>`;
  }
}

function clampPercent(share: number): number {
  return Math.round(Math.min(1, Math.max(0, share)) * 100);
}
