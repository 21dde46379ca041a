import type { CloudEvent } from './events.ts';
import type { DeliveryResult, Problem, Transport } from './types.ts';

export interface HttpTransportOptions {
  /** Replaces the global `fetch`. */
  fetch?: typeof globalThis.fetch;
  /** Milliseconds since the Unix epoch, for a `Retry-After` that names a date. */
  now?: () => number;
  /** How long one request may take; default 15,000. */
  timeoutMs?: number;
}

/** Browsers let requests of up to 64 KiB in total outlive their page (Fetch, `keepalive`). */
const KEEPALIVE_BYTES = 61_440;

/** An answer, or why there was none. */
interface Answer {
  /** 0 without an answer. */
  status: number;
  body: unknown;
  retryAfterMs?: number;
  problem: Problem;
}

/**
 * Posts events to an HTTP endpoint as a CloudEvents batch.
 *
 * An event is accepted when the answer is a success whose JSON body names its id under `accepted`
 * or `duplicates`; a success of any other kind (a captive portal, a proxy's page) acknowledges
 * nothing. 408, 425, 429, 5xx and a missing answer mean `retry`, any other 4xx `refused`. When the
 * endpoint refuses a batch for some of its events, the others are sent again without them.
 *
 * @param endpoint address of the receiver, absolute or relative to the page.
 */
export function httpTransport(
  endpoint: string | URL,
  options: HttpTransportOptions = {},
): Transport {
  const post = createPost(endpoint, options);

  return async function deliver(events: CloudEvent[]): Promise<DeliveryResult[]> {
    const answer = await post(events);
    if (isRetryable(answer.status)) return events.map((event) => retry(event, answer));
    if (answer.status < 300) return events.map((event) => acknowledged(event, answer));
    const refused = events.flatMap((event) => refusal(event, answer) ?? []);
    if (refused.length > 0) {
      const named = new Set(refused.map(({ id }) => id));
      const others = events.filter(({ id }) => !named.has(id));
      return others.length > 0 ? [...refused, ...(await deliver(others))] : refused;
    }
    if (events.length > 1 && concernsContent(answer.status)) {
      // Something in here is wrong, and the answer does not say what: halve until it shows.
      const half = events.length >> 1;
      const first = await deliver(events.slice(0, half));
      const failed = first.find(({ status }) => status === 'retry');
      // What comes later must not arrive before it.
      if (failed) return [...first, ...events.slice(half).map(({ id }) => ({ ...failed, id }))];
      return [...first, ...(await deliver(events.slice(half)))];
    }
    return events.map(({ id }) => ({ id, status: 'refused', problem: answer.problem }));
  };
}

function createPost(
  endpoint: string | URL,
  { fetch = globalThis.fetch, now = Date.now, timeoutMs = 15_000 }: HttpTransportOptions,
): (events: CloudEvent[]) => Promise<Answer> {
  let keepalive = true;
  return async (events) => {
    const body = new TextEncoder().encode(JSON.stringify(events));
    const small = body.byteLength <= KEEPALIVE_BYTES;
    const signal = AbortSignal.timeout?.(timeoutMs); // missing before Safari 16 and Chrome 103
    try {
      const response = await fetch(endpoint, {
        method: 'POST',
        headers: { 'Content-Type': 'application/cloudevents-batch+json' },
        body,
        keepalive: small && keepalive,
        credentials: 'omit',
        ...(signal && { signal }),
      });
      const answer = await readAnswer(response, now());
      keepalive = true;
      return answer;
    } catch (cause) {
      // The page shares its keepalive allowance with other scripts, and using it up looks like a
      // network error: the next try does without.
      keepalive = !keepalive;
      return { status: 0, body: undefined, problem: unreachable(endpoint, cause) };
    }
  };
}

async function readAnswer(response: Response, now: number): Promise<Answer> {
  const text = await response.text();
  const body = parseJson(text);
  const { status } = response;
  const problem: Problem = { title: titleOf(body) ?? `HTTP status ${status}`, status };
  const detail = member(body, 'detail');
  if (typeof detail === 'string') problem.detail = detail;
  const retryAfterMs = parseRetryAfter(response.headers.get('Retry-After'), now);
  return { status, body, problem, ...(retryAfterMs !== undefined && { retryAfterMs }) };
}

/** Reads seconds or an HTTP date (RFC 9110, section 10.2.3). */
export function parseRetryAfter(value: string | null, now: number): number | undefined {
  if (value === null) return undefined;
  if (/^\d+$/.test(value.trim())) return Number(value) * 1_000;
  const date = Date.parse(value);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

/** Redirects are followed by `fetch`; what remains of 1xx and 3xx tells nothing about events. */
function isRetryable(status: number): boolean {
  const refusedForGood = status >= 400 && status < 500 && ![408, 425, 429].includes(status);
  return !refusedForGood && !(status >= 200 && status < 300);
}

/** 400, 413 and 422 are about what was sent; 401 or 404 would be said about any event. */
function concernsContent(status: number): boolean {
  return [400, 413, 422].includes(status);
}

function retry({ id }: CloudEvent, { retryAfterMs, problem }: Answer): DeliveryResult {
  const result: DeliveryResult = { id, status: 'retry', problem };
  if (retryAfterMs !== undefined) result.retryAfterMs = retryAfterMs;
  return result;
}

function acknowledged({ id }: CloudEvent, { body, problem }: Answer): DeliveryResult {
  const ids = ['accepted', 'duplicates'].flatMap((name) => member(body, name) ?? []);
  if (ids.includes(id)) return { id, status: 'accepted' };
  const title = 'The answer does not acknowledge the event: is this a receiver of Attune events?';
  return { id, status: 'retry', problem: { ...problem, title } };
}

/** What a refusal says about one event, when it names it. */
function refusal({ id }: CloudEvent, { body, problem }: Answer): DeliveryResult | undefined {
  const all = member(body, 'errors');
  const errors = (Array.isArray(all) ? all : []).filter(
    (error) => member(error, 'event_id') === id,
  );
  if (errors.length === 0) return undefined;
  const found = errors.map((error) => ({
    pointer: String(member(error, 'pointer') ?? ''),
    detail: String(member(error, 'detail') ?? ''),
  }));
  return { id, status: 'refused', problem: { ...problem, errors: found } };
}

function unreachable(endpoint: string | URL, cause: unknown): Problem {
  const detail = cause instanceof Error ? cause.message : String(cause);
  return { title: `${endpoint} gave no answer.`, detail };
}

function titleOf(body: unknown): string | undefined {
  const title = member(body, 'title');
  return typeof title === 'string' ? title : undefined;
}

function member(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
  return (value as Record<string, unknown>)[name];
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
