import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { Queue } from '../model/queue.ts';
import type { Escalation } from '../types.ts';
import { STREAM_URL } from './api.ts';
import { clock } from './clock.ts';
import { Connection, type ConnectionState } from './connection.ts';

/** What the page does about news beyond showing them. */
export interface QueueListener {
  /** More wait than were known; not called for the first load. */
  onArrived(escalations: Escalation[]): void;
  /** `escalation` is as it is now; without it, the whole queue was loaded anew. */
  onChanged(escalation?: Escalation): void;
}

/** Keeps the queue of a component live, and says how far it can be trusted. */
export class QueueController implements ReactiveController {
  /** False until the queue was loaded once. */
  loaded = false;
  state: ConnectionState = 'connecting';
  /** When the server was last heard of, by this computer's clock. */
  heardAt: Date | undefined;
  private readonly host: ReactiveControllerHost;
  private readonly listener: QueueListener;
  private readonly queue = new Queue();
  private readonly connection: Connection;

  constructor(host: ReactiveControllerHost, listener: QueueListener) {
    this.host = host;
    this.listener = listener;
    host.addController(this);
    this.connection = new Connection(STREAM_URL, {
      onState: (state) => this.onState(state),
      onTime: (serverTime) => clock.synchronise(serverTime),
      onSnapshot: (escalations) => this.onSnapshot(escalations),
      onChange: (escalation) => this.apply(escalation),
    });
  }

  /** In order. */
  get waiting(): Escalation[] {
    return this.queue.list();
  }

  get(id: number): Escalation | undefined {
    return this.queue.get(id);
  }

  hostConnected(): void {
    this.connection.start();
  }

  hostDisconnected(): void {
    this.connection.stop();
  }

  reconnect(): void {
    this.connection.connect();
  }

  /** Takes an escalation as it is now, from the stream or from an answer. */
  apply(escalation: Escalation): void {
    const isNew = this.queue.apply(escalation);
    if (isNew) this.listener.onArrived([escalation]);
    this.listener.onChanged(escalation);
    this.host.requestUpdate();
  }

  private onState(state: ConnectionState): void {
    if (state === 'live') this.heardAt = new Date();
    if (state === this.state) return;
    this.state = state;
    this.host.requestUpdate();
  }

  private onSnapshot(escalations: Escalation[]): void {
    const added = this.queue.replaceAll(escalations);
    if (this.loaded) this.listener.onArrived(added);
    this.loaded = true;
    this.listener.onChanged();
    this.host.requestUpdate();
  }
}
