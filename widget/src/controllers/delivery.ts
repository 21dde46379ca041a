import { type CloudEvent, createEvent, type EventData, type EventType } from '@attune/web/delivery';
import type { Emit } from '../events.ts';
import type { OutboxChange, OutboxPort, Ports } from '../ports.ts';
import type { Report } from '../report.ts';

export interface DeliveryOptions {
  /** Address that takes the events; without one they are only shown to the page. */
  readonly endpoint: string | undefined;
  readonly source: string;
  readonly ports: Pick<Ports, 'openOutbox' | 'now'>;
  readonly emit: Emit;
  readonly report: Report;
  readonly onChange: (change: OutboxChange) => void;
}

/** Sends what happened. The outbox, and with it the storage, is opened by the first event. */
export class Delivery {
  readonly #options: DeliveryOptions;
  #outbox: Promise<OutboxPort> | undefined;

  constructor(options: DeliveryOptions) {
    this.#options = options;
  }

  /** Returns the event at once; what becomes of it is told later, by `onChange`. */
  publish<Type extends EventType>(
    type: Type,
    conversationId: string,
    data: EventData[Type],
  ): CloudEvent {
    const { endpoint, source, ports } = this.#options;
    const options = { source, now: ports.now };
    const event = createEvent(type, conversationId, data, options) as CloudEvent;
    if (endpoint) void this.#enqueue(endpoint, event);
    else queueMicrotask(() => this.#tell({ event, state: 'shown' }));
    return event;
  }

  resume(): void {
    void this.#outbox?.then((outbox) => outbox.start());
  }

  pause(): void {
    void this.#outbox?.then((outbox) => outbox.stop());
  }

  async #enqueue(endpoint: string, event: CloudEvent): Promise<void> {
    try {
      this.#outbox ??= this.#open(endpoint);
      const outbox = await this.#outbox;
      await outbox.enqueue(event);
    } catch (error) {
      this.#outbox = undefined;
      this.#options.report(error as Error, 'What happened in the chat could not be sent.');
      this.#tell({ event, state: 'refused' });
    }
  }

  async #open(endpoint: string): Promise<OutboxPort> {
    const outbox = await this.#options.ports.openOutbox(endpoint, (change) => this.#tell(change));
    outbox.start();
    return outbox;
  }

  #tell(change: OutboxChange): void {
    // Chats on one page may share an outbox; each speaks of its own events.
    if (change.event.source !== this.#options.source) return;
    this.#options.emit('attune-event', change);
    this.#options.onChange(change);
  }
}
