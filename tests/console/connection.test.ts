import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Connection, type ConnectionState } from '../../demo/console/src/live/connection.ts';
import type { Escalation } from '../../demo/console/src/types.ts';
import { escalation } from './support.ts';

/** A browser's EventSource, driven by the test. */
class FakeEventSource extends EventTarget {
  static readonly CLOSED = 2;
  static readonly all: FakeEventSource[] = [];
  readyState = 0;
  onerror: (() => void) | null = null;

  constructor() {
    super();
    FakeEventSource.all.push(this);
  }

  close(): void {
    this.readyState = FakeEventSource.CLOSED;
  }

  send(kind: string, data: unknown): void {
    this.dispatchEvent(new MessageEvent(kind, { data: JSON.stringify(data) }));
  }

  fail(readyState: number): void {
    this.readyState = readyState;
    this.onerror?.();
  }
}

let states: ConnectionState[];
let seen: unknown[];
let connection: Connection;
const sources = FakeEventSource.all;
const latest = () => sources.at(-1) as FakeEventSource;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('EventSource', FakeEventSource);
  vi.stubGlobal('navigator', { onLine: true });
  vi.spyOn(Math, 'random').mockReturnValue(0.5);
  sources.length = 0;
  states = [];
  seen = [];
  connection = new Connection('/stream', {
    onState: (state) => states.at(-1) !== state && states.push(state),
    onTime: (time) => seen.push(time),
    onSnapshot: (escalations: Escalation[]) => seen.push(escalations.length),
    onChange: ({ id }) => seen.push(id),
  });
  connection.start();
});
afterEach(() => {
  connection.stop();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe('the live connection', () => {
  it('is live with the first message, and hands on what comes', () => {
    expect(states).toEqual(['connecting']);
    latest().send('heartbeat', { now: '2026-03-02T12:00:00Z' });
    latest().send('snapshot', { escalations: [escalation(), escalation({ id: 2 })] });
    latest().send('escalation', escalation({ id: 3 }));
    latest().send('mood', escalation({ id: 3 }));
    latest().send('resolved', escalation({ id: 3, state: 'resolved' }));
    expect(states).toEqual(['connecting', 'live']);
    expect(seen).toEqual(['2026-03-02T12:00:00Z', 2, 3, 3, 3]);
  });

  it('leaves it to the browser to connect again after a cut', () => {
    latest().fail(0);
    vi.advanceTimersByTime(30_000);
    expect(states).toEqual(['connecting', 'lost']);
    expect(sources).toHaveLength(1);
  });

  it('connects again itself where the browser gives up, at growing intervals', () => {
    const waits: number[] = [];
    for (let count = 1; count <= 7; count += 1) {
      latest().fail(FakeEventSource.CLOSED);
      const start = Date.now();
      while (sources.length === count) vi.advanceTimersByTime(500);
      waits.push(Date.now() - start);
    }
    expect(waits).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
    latest().send('heartbeat', { now: '' });
    latest().fail(FakeEventSource.CLOSED);
    vi.advanceTimersByTime(1000);
    expect(sources).toHaveLength(9);
  });

  it('notices a line that went silent', () => {
    latest().send('heartbeat', { now: '' });
    vi.advanceTimersByTime(39_000);
    expect(sources).toHaveLength(1);
    vi.advanceTimersByTime(2000);
    expect(states).toEqual(['connecting', 'live', 'lost']);
    expect(sources).toHaveLength(2);
  });

  it('rests while the computer is offline', () => {
    dispatchEvent(new Event('offline'));
    vi.advanceTimersByTime(120_000);
    expect(sources).toHaveLength(1);
    expect(latest().readyState).toBe(FakeEventSource.CLOSED);
    dispatchEvent(new Event('online'));
    expect(sources).toHaveLength(2);
    latest().send('snapshot', { escalations: [] });
    expect(states).toEqual(['connecting', 'offline', 'live']);
  });

  it('ends for good when stopped', () => {
    connection.stop();
    dispatchEvent(new Event('online'));
    vi.advanceTimersByTime(120_000);
    expect(sources).toHaveLength(1);
    expect(latest().readyState).toBe(FakeEventSource.CLOSED);
  });
});
