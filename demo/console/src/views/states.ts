import { html, nothing } from 'lit';
import type { ConnectionState } from '../live/connection.ts';
import type { QueueController } from '../live/queue-controller.ts';

const CONNECTION: Record<ConnectionState, string> = {
  connecting: 'Connecting',
  live: 'Live',
  lost: 'Connection lost',
  offline: 'Offline',
};

/** The state of the connection, at a glance. */
export function renderConnection(state: ConnectionState) {
  return html`<p class="connection" data-state=${state}>
    <span class="dot" aria-hidden="true"></span>${CONNECTION[state]}
  </p>`;
}

/** What is wrong with a queue that is shown all the same. */
export function renderNotice(queue: QueueController) {
  const stale = queue.loaded && (queue.state === 'lost' || queue.state === 'offline');
  return html`<div role="status">
    ${stale ? html`<p class="notice">${noticeText(queue)}</p>` : nothing}
  </div>`;
}

function noticeText({ state, heardAt }: QueueController): string {
  const time = heardAt?.toLocaleTimeString(undefined, { timeStyle: 'short' });
  const age = time ? `This is the queue of ${time}. ` : '';
  return state === 'offline'
    ? `${age}You are offline; it goes on when you are back.`
    : `${age}The connection is lost; trying again.`;
}

/** In place of a list that cannot be shown or has nobody in it. */
export function renderQueueState(queue: QueueController) {
  if (!queue.loaded && queue.state === 'connecting') {
    return html`<div class="state"><p class="soft">Loading the queue</p></div>`;
  }
  if (!queue.loaded) {
    return html`<div class="state" role="alert">
      <h2>The queue cannot be loaded</h2>
      <p class="soft">
        ${
          queue.state === 'offline'
            ? 'This computer is offline.'
            : 'The server does not answer. The console keeps trying.'
        }
      </p>
      <button @click=${() => queue.reconnect()}>Try now</button>
    </div>`;
  }
  if (queue.waiting.length > 0) return nothing;
  return html`<div class="state">
    <h2>Nobody is waiting</h2>
    <p class="soft">Whoever asks for a person appears here at once.</p>
  </div>`;
}
