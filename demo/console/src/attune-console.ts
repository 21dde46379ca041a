import { html, LitElement, nothing } from 'lit';
import { fetchEscalation, resolveEscalation } from './live/api.ts';
import { QueueController } from './live/queue-controller.ts';
import { Announcer } from './model/announcer.ts';
import { attuneConsoleStyles } from './styles/attune-console.ts';
import { shared } from './styles/shared.ts';
import type { Escalation } from './types.ts';
import type { EscalationDetailView } from './views/escalation-detail.ts';
import type { QueueList } from './views/queue-list.ts';
import { renderConnection, renderNotice, renderQueueState } from './views/states.ts';

const TITLE = 'Waiting for a person';

/** The page: who waits, live, and the one that is looked at, which the address names: `#/12`. */
export class AttuneConsole extends LitElement {
  static override properties = {
    selected: { state: true },
    announcement: { state: true },
    busy: { state: true },
    error: { state: true },
  };

  /** Stays when it is handled elsewhere, so that nothing vanishes under the reader. */
  declare selected: Escalation | undefined;
  declare announcement: string;
  declare busy: boolean;
  /** Why the last action failed. */
  declare error: string;

  static override styles = [shared, attuneConsoleStyles];

  private readonly announcer = new Announcer((text) => {
    this.announcement = text;
  });
  private readonly queue = new QueueController(this, {
    onArrived: (escalations) => this.announcer.arrived(escalations, this.queue.waiting.length),
    onChanged: (escalation) => this.refreshSelected(escalation),
  });
  /** Queue and details side by side; the same width is in the styles. */
  private readonly wide = matchMedia('(min-width: 56rem)');

  constructor() {
    super();
    this.announcement = '';
    this.busy = false;
    this.error = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('hashchange', this.onAddress);
    void this.onAddress();
  }

  override disconnectedCallback(): void {
    removeEventListener('hashchange', this.onAddress);
    this.announcer.stop();
    super.disconnectedCallback();
  }

  override render() {
    const { waiting } = this.queue;
    const hasDetail = this.selected !== undefined || this.error !== '';
    return html`
      <header>
        <h1 tabindex="-1">${TITLE}</h1>
        ${waiting.length > 0 ? html`<p class="count">${countText(waiting)}</p>` : nothing}
        ${renderConnection(this.queue.state)}
      </header>
      <main class=${hasDetail ? 'with-detail' : waiting.length === 0 ? 'nobody' : ''}>
        <nav aria-label="Queue">
          ${renderNotice(this.queue)} ${renderQueueState(this.queue)}
          <queue-list .escalations=${waiting} .selectedId=${this.selected?.id}></queue-list>
        </nav>
        <section aria-label="Selected request">${this.renderSelected()}</section>
      </main>
      <p class="for-ear" role="status">${this.announcement}</p>
    `;
  }

  override updated(): void {
    const count = this.queue.waiting.length;
    document.title = count > 0 ? `(${count}) ${TITLE}` : TITLE;
  }

  private renderSelected() {
    const back = html`<a class="back" href="#/">Back to the queue</a>`;
    if (this.selected) {
      return html`${back}<escalation-detail
          .escalation=${this.selected}
          .busy=${this.busy}
          .error=${this.error}
          @handle=${this.onHandle}
        ></escalation-detail>`;
    }
    if (this.error) return html`${back}<p role="alert">${this.error}</p>`;
    return nothing;
  }

  private readonly onAddress = async (): Promise<void> => {
    const id = addressedId();
    const before = this.selected?.id;
    this.error = '';
    this.selected = id === undefined ? undefined : (this.queue.get(id) ?? this.selected);
    if (id !== undefined && this.selected?.id !== id) await this.select(id);
    await this.updateComplete;
    if (this.wide.matches || id === before) return;
    if (id === undefined && before !== undefined) this.list?.focusRow(before);
    else this.detail?.focusHeading();
  };

  /** One that is not in the queue: handled, or the queue is not loaded yet. */
  private async select(id: number): Promise<void> {
    this.selected = undefined;
    try {
      const escalation = await fetchEscalation(id, AbortSignal.timeout(10_000));
      if (addressedId() === id) this.selected = escalation;
    } catch (error) {
      if (addressedId() === id) this.error = (error as Error).message;
    }
  }

  private refreshSelected(changed: Escalation | undefined): void {
    const { selected, queue } = this;
    if (selected === undefined) {
      const [first] = queue.waiting;
      if (first && this.wide.matches && addressedId() === undefined) goTo(first.id);
    } else if (changed?.id === selected.id) {
      this.selected = changed;
    } else {
      this.selected = queue.get(selected.id) ?? { ...selected, state: 'resolved' };
    }
  }

  private async onHandle({ detail: id }: CustomEvent<number>): Promise<void> {
    const before = this.queue.waiting;
    const after = before.slice(before.findIndex((escalation) => escalation.id === id) + 1);
    this.busy = true;
    this.error = '';
    try {
      this.queue.apply(await resolveEscalation(id));
      if (addressedId() === id) await this.moveOn(after);
      this.announcer.announce(`Marked as handled. ${countText(this.queue.waiting)}`);
    } catch (error) {
      const message = `Not marked as handled. ${(error as Error).message}`;
      if (addressedId() === id) this.error = message;
      else this.announcer.announce(message);
    } finally {
      this.busy = false;
    }
  }

  /** To the next in the queue where there is room to show it, else back to the queue. */
  private async moveOn(after: Escalation[]): Promise<void> {
    const next = after.find(({ id }) => this.queue.get(id)) ?? this.queue.waiting.at(-1);
    goTo(this.wide.matches ? next?.id : undefined);
    await this.onAddress();
    await this.list?.updateComplete;
    if (next) this.list?.focusRow(next.id);
    else this.shadowRoot?.querySelector('h1')?.focus();
  }

  private get list() {
    return this.shadowRoot?.querySelector<QueueList>('queue-list');
  }

  private get detail() {
    return this.shadowRoot?.querySelector<EscalationDetailView>('escalation-detail');
  }
}

function countText(waiting: Escalation[]): string {
  const urgent = waiting.filter(({ priority }) => priority === 'urgent').length;
  const count = waiting.length === 0 ? 'Nobody is waiting' : `${waiting.length} waiting`;
  return urgent === 0 ? count : `${count}, ${urgent} urgent`;
}

function addressedId(): number | undefined {
  const id = /^#\/(\d{1,15})$/.exec(location.hash)?.[1];
  return id === undefined ? undefined : Number(id);
}

/** Without an entry in the browser's history: that is for where the reader went. */
function goTo(id: number | undefined): void {
  location.replace(`#/${id ?? ''}`);
}
