import { formatPosition, type Position } from '../store/position.ts';
import type { Change, Store } from '../store/store.ts';

/** Where server-sent events go: a response, or a list in a test. */
export interface Sink {
  write(chunk: string): void;
  end(): void;
}

interface Subscriber {
  sink: Sink;
  /** Changes that happen while the subscriber is being told of earlier ones. */
  backlog: Change[] | undefined;
}

/** How long a browser waits before it connects again. */
const RETRY_MS = 2000;

/**
 * Tells every console what happens to the queue, as server-sent events: `snapshot` (the whole
 * queue), then `escalation`, `mood` and `resolved` with the escalation as it is now, and
 * `heartbeat` at intervals, so that a console can tell a quiet queue from a dead connection.
 */
export class LiveFeed {
  private readonly store: Store;
  private readonly now: () => number;
  private readonly subscribers = new Set<Subscriber>();
  private readonly heartbeat: NodeJS.Timeout;

  constructor(store: Store, now: () => number, heartbeatMs: number) {
    this.store = store;
    this.now = now;
    this.heartbeat = setInterval(() => this.beat(), heartbeatMs);
    this.heartbeat.unref();
  }

  /**
   * Brings `sink` up to date, from `since` when the store can tell what changed after it, and
   * keeps it so until the function that is returned is called.
   */
  async subscribe(sink: Sink, since: Position | undefined): Promise<() => void> {
    const subscriber: Subscriber = { sink, backlog: [] };
    this.subscribers.add(subscriber);
    const leave = () => void this.subscribers.delete(subscriber);
    try {
      sink.write(`retry: ${RETRY_MS}\n\n${this.heartbeatMessage()}`);
      const told = await this.catchUp(sink, since);
      // What happened meanwhile may already be part of what was told.
      for (const change of subscriber.backlog ?? []) {
        if (change.position.revision > told.revision) sink.write(changeMessage(change));
      }
      subscriber.backlog = undefined;
      return leave;
    } catch (error) {
      leave();
      throw error;
    }
  }

  publish(changes: readonly Change[]): void {
    for (const change of changes) {
      const text = changeMessage(change);
      for (const { sink, backlog } of this.subscribers) {
        if (backlog) backlog.push(change);
        else sink.write(text);
      }
    }
  }

  /** Ends every stream; browsers connect again by themselves. */
  close(): void {
    clearInterval(this.heartbeat);
    for (const { sink } of this.subscribers) sink.end();
    this.subscribers.clear();
  }

  /** Returns the position that the sink knows of afterwards. */
  private async catchUp(sink: Sink, since: Position | undefined): Promise<Position> {
    const missed = since && (await this.store.changesSince(since));
    if (since && missed) {
      for (const change of missed) sink.write(changeMessage(change));
      return missed.at(-1)?.position ?? since;
    }
    const { position, escalations } = await this.store.waiting();
    sink.write(message('snapshot', { now: this.nowText(), escalations }, position));
    return position;
  }

  private beat(): void {
    const text = this.heartbeatMessage();
    for (const { sink } of this.subscribers) sink.write(text);
  }

  private heartbeatMessage(): string {
    return message('heartbeat', { now: this.nowText() });
  }

  private nowText(): string {
    return new Date(this.now()).toISOString();
  }
}

function changeMessage({ kind, escalation, position }: Change): string {
  return message(kind, escalation, position);
}

/** JSON has no raw line breaks, so that one `data:` line holds it. */
function message(event: string, data: unknown, position?: Position): string {
  const id = position ? `id: ${formatPosition(position)}\n` : '';
  return `${id}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
}
