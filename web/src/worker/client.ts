import { AttuneError } from '../errors.ts';
import type { LoadOptions } from '../load.ts';
import type { AsyncConversation, AsyncCore } from '../types.ts';
import { type Answer, type CallName, type Calls, fromWire, type Port } from './protocol.ts';
import { scriptUrl } from './script-url.ts';

export interface WorkerLoadOptions extends Pick<LoadOptions, 'module' | 'bytes' | 'url'> {
  /**
   * Address of the bundled `@attune/web/worker-script`, of the page's origin, or a module worker
   * that already runs it.
   */
  worker: string | URL | Worker;
}

/**
 * Loads the core in a worker, for pages that assess many messages at once.
 *
 * @param options where the worker's script is, and where `attune.wasm` is: by default beside that
 *   script.
 * @returns the core; `dispose()` ends the worker.
 * @throws AttuneError as `loadCore` does, and `worker_failed` when the script does not start.
 */
export async function loadCoreInWorker(options: WorkerLoadOptions): Promise<AsyncCore> {
  const given = options.worker;
  const worker = typeof given === 'object' && 'postMessage' in given ? given : startWorker(given);
  const client = new Client(worker, () => worker.terminate());
  const failed = (event: Event): void => client.end('worker_failed', failure(event));
  worker.addEventListener('error', failed);
  worker.addEventListener('messageerror', failed);
  return connect(client, options);
}

/**
 * Loads the core behind a message port whose other end is given to `serveCore`.
 *
 * @throws AttuneError as `loadCore` does.
 */
export function connectCore(
  port: Port & { close(): void },
  options: Omit<WorkerLoadOptions, 'worker'> = {},
): Promise<AsyncCore> {
  return connect(new Client(port, () => port.close()), options);
}

async function connect(
  client: Client,
  { module, bytes, url }: Omit<WorkerLoadOptions, 'worker'>,
): Promise<AsyncCore> {
  try {
    const params: Calls['load']['params'] = {};
    if (module) params.module = module;
    if (bytes) params.bytes = bytes;
    // A relative address means the page's, not the worker's.
    const base = globalThis.document?.baseURI ?? globalThis.location?.href;
    if (url) params.url = new URL(url, base).href;
    const { version } = await client.request('load', params);
    return new WorkerCore(client, version);
  } catch (error) {
    client.end('disposed', 'The core could not be loaded.');
    throw error;
  }
}

function startWorker(url: string | URL): Worker {
  try {
    return new Worker(scriptUrl(url), { type: 'module', name: 'attune' });
  } catch (cause) {
    throw new AttuneError('worker_failed', `${url} is refused as a worker: ${String(cause)}`, {
      cause,
    });
  }
}

function failure(event: Event): string {
  const said = (event as ErrorEvent).message;
  if (said) return `The worker failed: ${said}`;
  return (
    "The worker could not start: is its script served as JavaScript from the page's origin, and " +
    "does the policy allow worker-src 'self'?"
  );
}

/** Pairs answers with requests. */
class Client {
  readonly #port: Port;
  readonly #close: () => void;
  readonly #waiting = new Map<
    number,
    { resolve: (result: never) => void; reject: (error: Error) => void }
  >();
  #requests = 0;
  #end: { code: 'disposed' | 'worker_failed'; message: string } | undefined;

  constructor(port: Port, close: () => void) {
    this.#port = port;
    this.#close = close;
    port.addEventListener('message', ({ data }) => this.#settle(data as Answer));
    port.start?.();
  }

  get ended(): boolean {
    return this.#end !== undefined;
  }

  request<Name extends CallName>(
    call: Name,
    params: Calls[Name]['params'],
  ): Promise<Calls[Name]['result']> {
    return new Promise((resolve, reject) => {
      if (this.#end) throw new AttuneError(this.#end.code, this.#end.message);
      this.#requests += 1;
      // What cannot be cloned throws here, which rejects the promise.
      this.#port.postMessage({ id: this.#requests, call, params });
      this.#waiting.set(this.#requests, { resolve, reject });
    });
  }

  /** Closes the connection; whatever still waits for an answer is rejected. */
  end(code: 'disposed' | 'worker_failed', message: string): void {
    if (this.#end) return;
    this.#end = { code, message };
    this.#close();
    for (const { reject } of this.#waiting.values()) reject(new AttuneError(code, message));
    this.#waiting.clear();
  }

  #settle(answer: Answer): void {
    const waiting = this.#waiting.get(answer.id);
    this.#waiting.delete(answer.id);
    if ('error' in answer) waiting?.reject(fromWire(answer.error));
    else waiting?.resolve(answer.result as never);
  }
}

class WorkerCore implements AsyncCore {
  readonly version: string;
  readonly #client: Client;
  /** Frees conversations that were dropped without `dispose()`. */
  readonly #dropped = new FinalizationRegistry<number>((id) => this.#close(id));

  constructor(client: Client, version: string) {
    this.#client = client;
    this.version = version;
  }

  assess(text: string): ReturnType<AsyncCore['assess']> {
    return this.#client.request('assess', { text });
  }

  async conversation(
    config?: Parameters<AsyncCore['conversation']>[0],
  ): Promise<AsyncConversation> {
    const id = await this.#client.request('open', { config });
    const conversation = new WorkerConversation(this.#client, id, () => {
      this.#dropped.unregister(conversation);
      this.#close(id);
    });
    this.#dropped.register(conversation, id, conversation);
    return conversation;
  }

  dispose(): void {
    this.#client.end('disposed', 'This core was disposed; load another.');
  }

  #close(conversation: number): void {
    if (!this.#client.ended) void this.#client.request('close', { conversation }).catch(() => {});
  }
}

class WorkerConversation implements AsyncConversation {
  readonly #client: Client;
  readonly #id: number;
  #close: (() => void) | undefined;

  constructor(client: Client, id: number, close: () => void) {
    this.#client = client;
    this.#id = id;
    this.#close = close;
  }

  customerTurn(text: string, at: number): ReturnType<AsyncConversation['customerTurn']> {
    return this.#client.request('customerTurn', { conversation: this.#id, text, at });
  }

  async botTurn(text: string, at: number, options: { unanswered?: boolean } = {}): Promise<void> {
    const unanswered = options.unanswered ?? false;
    await this.#client.request('botTurn', { conversation: this.#id, text, at, unanswered });
  }

  async event(name: Parameters<AsyncConversation['event']>[0], at: number): Promise<void> {
    await this.#client.request('event', { conversation: this.#id, name, at });
  }

  async setAttributes(
    attributes: Parameters<AsyncConversation['setAttributes']>[0],
    at: number,
  ): Promise<void> {
    await this.#client.request('setAttributes', { conversation: this.#id, attributes, at });
  }

  save(): Promise<string> {
    return this.#client.request('save', { conversation: this.#id });
  }

  async restore(saved: string): Promise<void> {
    await this.#client.request('restore', { conversation: this.#id, saved });
  }

  dispose(): void {
    this.#close?.();
    this.#close = undefined;
  }
}
