import type { Escalation } from '../types.ts';

/** `lost` is being mended; `offline` waits for the network of this computer. */
export type ConnectionState = 'connecting' | 'live' | 'lost' | 'offline';

export interface ConnectionHandlers {
  onState(state: ConnectionState): void;
  /** The server's time, at intervals. */
  onTime(serverTime: string): void;
  onSnapshot(escalations: Escalation[]): void;
  /** An escalation as it is now. */
  onChange(escalation: Escalation): void;
}

/** The server sends a heartbeat every 15 seconds: two missed and one late is a dead line. */
const SILENCE_MS = 40_000;
const FIRST_RETRY_MS = 1000;
const MAX_RETRY_MS = 30_000;

/**
 * The live stream of the queue. A browser's EventSource connects again by itself after most
 * failures and says what it saw last; this starts it anew where it gives up (an error status)
 * or does not notice (a line that went dead, a computer that slept).
 */
export class Connection {
  private readonly url: string;
  private readonly handlers: ConnectionHandlers;
  private source: EventSource | undefined;
  private retryMs = FIRST_RETRY_MS;
  private retryTimer: ReturnType<typeof setTimeout> | undefined;
  private silenceTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(url: string, handlers: ConnectionHandlers) {
    this.url = url;
    this.handlers = handlers;
  }

  start(): void {
    addEventListener('online', this.connect);
    addEventListener('offline', this.goOffline);
    this.handlers.onState('connecting');
    if (navigator.onLine) this.connect();
    else this.goOffline();
  }

  stop(): void {
    removeEventListener('online', this.connect);
    removeEventListener('offline', this.goOffline);
    this.close();
  }

  /** Connects now, whatever the state. */
  readonly connect = (): void => {
    this.close();
    const source = new EventSource(this.url);
    this.source = source;
    source.onerror = () => this.failed(source);
    this.listen('heartbeat', ({ now }: { now: string }) => this.handlers.onTime(now));
    this.listen('snapshot', ({ escalations }: { escalations: Escalation[] }) =>
      this.handlers.onSnapshot(escalations),
    );
    for (const kind of ['escalation', 'mood', 'resolved']) {
      this.listen(kind, (escalation: Escalation) => this.handlers.onChange(escalation));
    }
    this.expectNews();
  };

  private listen<Data>(kind: string, handle: (data: Data) => void): void {
    this.source?.addEventListener(kind, (event: MessageEvent<string>) => {
      this.retryMs = FIRST_RETRY_MS;
      this.expectNews();
      this.handlers.onState('live');
      handle(JSON.parse(event.data));
    });
  }

  private failed(source: EventSource): void {
    if (source !== this.source) return;
    this.handlers.onState('lost');
    if (source.readyState !== EventSource.CLOSED) return;
    this.close();
    this.retryTimer = setTimeout(this.connect, this.retryMs * (0.75 + Math.random() / 2));
    this.retryMs = Math.min(this.retryMs * 2, MAX_RETRY_MS);
  }

  private readonly goOffline = (): void => {
    this.close();
    this.handlers.onState('offline');
  };

  private expectNews(): void {
    clearTimeout(this.silenceTimer);
    this.silenceTimer = setTimeout(() => {
      this.handlers.onState('lost');
      this.connect();
    }, SILENCE_MS);
  }

  private close(): void {
    clearTimeout(this.retryTimer);
    clearTimeout(this.silenceTimer);
    this.source?.close();
    this.source = undefined;
  }
}
