import { css, html, LitElement } from 'lit';
import { clock } from '../live/clock.ts';
import { shortDuration, spokenDuration } from '../model/duration.ts';
import { shared } from '../styles/shared.ts';

/** How long ago `since` (RFC 3339) is, ticking. */
export class WaitingTime extends LitElement {
  static override properties = { since: {} };

  declare since: string;

  private stopTicking: (() => void) | undefined;

  // Figures of equal width, so that nothing beside them moves each second.
  static override styles = [
    shared,
    css`
      :host {
        display: inline-block;
        font-variant-numeric: tabular-nums;
        white-space: nowrap;
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    this.stopTicking = clock.onTick(() => this.requestUpdate());
  }

  override disconnectedCallback(): void {
    this.stopTicking?.();
    super.disconnectedCallback();
  }

  override render() {
    const ms = clock.now() - Date.parse(this.since);
    return html`<span aria-hidden="true">${shortDuration(ms)}</span
      ><span class="for-ear">${spokenDuration(ms)}</span>`;
  }
}
