import { html, LitElement, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { headline, percentText, priorityText, topicText } from '../model/wording.ts';
import { queueListStyles } from '../styles/queue-list.ts';
import { shared } from '../styles/shared.ts';
import type { Escalation } from '../types.ts';

/** Those who wait, the most pressing first. Each row is a link to its details. */
export class QueueList extends LitElement {
  static override properties = {
    escalations: { attribute: false },
    selectedId: { type: Number },
  };

  declare escalations: Escalation[];
  declare selectedId: number | undefined;

  /** The row that has the focus: moving its element in the page would drop it. */
  private focusedId: string | undefined;

  static override styles = [shared, queueListStyles];

  constructor() {
    super();
    this.escalations = [];
  }

  override render() {
    return html`<ol @keydown=${this.onKeydown}>
      ${repeat(
        this.escalations,
        ({ id }) => id,
        (escalation) => html`<li>${this.renderRow(escalation)}</li>`,
      )}
    </ol>`;
  }

  private renderRow(escalation: Escalation) {
    const { id, priority, mood, topics, page, requested_at } = escalation;
    const about = [...topics.slice(0, 2).map((topic) => topicText(topic.id)), page];
    return html`<a
      href="#/${id}"
      data-id=${id}
      data-priority=${priority}
      aria-current=${id === this.selectedId ? 'true' : nothing}
    >
      <span class="line">
        <span class="headline">${headline(escalation)}</span>
        <span class="wait"
          ><span class="for-ear">Waiting </span><waiting-time .since=${requested_at}></waiting-time
        ></span>
      </span>
      <span class="line">
        <span class="about"
          ><span class="tone">${priorityText(priority)}</span>${about.map(
            (text) => html`<span class="item">${text}</span>`,
          )}</span
        >
        ${
          mood &&
          html`<span class="mood">
            <mood-meter
              label="Frustration"
              .value=${mood.frustration}
              .peak=${mood.peak}
            ></mood-meter>
            <span class="figure" aria-hidden="true">${percentText(mood.frustration)}</span>
          </span>`
        }
      </span>
    </a>`;
  }

  override willUpdate(): void {
    this.focusedId = (this.shadowRoot?.activeElement as HTMLElement | null)?.dataset.id;
  }

  override updated(): void {
    if (this.focusedId === undefined || this.shadowRoot?.activeElement) return;
    this.link(this.focusedId)?.focus({ preventScroll: true });
  }

  /** Puts the focus on the row of `id`; false when it is not there. */
  focusRow(id: number): boolean {
    const link = this.link(String(id));
    link?.focus();
    return link !== null && link !== undefined;
  }

  private link(id: string) {
    return this.shadowRoot?.querySelector<HTMLElement>(`a[data-id="${id}"]`);
  }

  /** Up, down, Home and End go through the rows; Tab and Enter do as for any link. */
  private onKeydown(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const links = [...(this.shadowRoot?.querySelectorAll('a') ?? [])];
    const current = links.indexOf(this.shadowRoot?.activeElement as HTMLAnchorElement);
    const targets: Record<string, number> = {
      ArrowDown: current + 1,
      ArrowUp: current - 1,
      Home: 0,
      End: links.length - 1,
    };
    const target = links[targets[event.key] ?? -1];
    if (!target) return;
    event.preventDefault();
    target.focus();
  }
}
