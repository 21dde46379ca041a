import { html, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Announcement } from '../controllers/announcer.ts';

export interface PanelProps {
  readonly open: boolean;
  readonly label: string;
  readonly register: string;
  readonly announcements: readonly Announcement[];
  readonly header: unknown;
  readonly messages: unknown;
  /** Between the messages and the composer: the offer of a person, or what became of it. */
  readonly dock: unknown;
  readonly composer: unknown;
  readonly onKey: (event: KeyboardEvent) => void;
}

/** The open chat. A dialog that is not modal: the page behind it stays in use. */
export function panelView(props: PanelProps): TemplateResult {
  return html`
    <div
      class="panel"
      part="panel"
      id="panel"
      role="dialog"
      aria-label=${props.label}
      aria-describedby="disclosure"
      tabindex="-1"
      data-register=${props.register}
      ?hidden=${!props.open}
      @keydown=${props.onKey}
    >
      ${props.header}
      <div class="body">
        ${props.messages}
        <div class="dock">${props.dock}</div>
      </div>
      ${props.composer}
      <div class="sr" role="status" aria-live="polite" aria-relevant="additions" aria-atomic="false">
        ${repeat(
          props.announcements,
          ({ key }) => key,
          ({ text }) => html`<p>${text}</p>`,
        )}
      </div>
    </div>
  `;
}
