import { repeat } from 'lit/directives/repeat.js';
import { html, type TemplateResult } from 'lit/html.js';
import { eventName } from '../labels.ts';
import type { EventState, LeftEvent } from '../recording.ts';

const STATES: Record<EventState, string> = {
  queued: 'kept, about to be sent',
  sent: 'sent',
  waiting: 'waiting to be sent again',
  refused: 'refused',
  shown: 'shown only',
};

interface Logged {
  event: LeftEvent;
  state: EventState;
}

const clock = (time: string) =>
  new Date(time).toLocaleTimeString('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });

function row({ event, state }: Logged): TemplateResult {
  return html`
    <li>
      <details>
        <summary>
          <span class="event-name">${eventName(event.type)}</span>
          <time datetime=${event.time}>${clock(event.time)}</time>
          <span class="event-state ${state}">${STATES[state] ?? state}</span>
        </summary>
        <pre tabindex="0" aria-label="Event as JSON">${JSON.stringify(event, null, 2)}</pre>
      </details>
    </li>`;
}

/** Everything that left the page, the newest first. */
export function eventsView(events: Logged[], hasServer: boolean): TemplateResult {
  return html`
    <section class="events" aria-labelledby="events-title">
      <h3 id="events-title">What left this page</h3>
      <p>${
        hasServer
          ? 'Signals for the team, without the words of the message unless the customer agrees.'
          : 'There is no server here, so these events are shown and sent nowhere.'
      }</p>
      ${
        events.length > 0
          ? html`<ul class="plain" role="list">${repeat(events, ({ event }) => event.id, row)}</ul>`
          : html`<p class="empty">Nothing so far.</p>`
      }
    </section>`;
}
