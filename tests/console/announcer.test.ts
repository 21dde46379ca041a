import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Announcer, newsText } from '../../demo/console/src/model/announcer.ts';
import { escalation } from './support.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('announcements', () => {
  it('tell who came, how pressing it is and how many wait', () => {
    const news = [escalation({ priority: 'urgent' })];
    expect(newsText(news, 4)).toBe('New: Urgent. The bot had no answer. 4 waiting.');
  });

  it('tell several in one sentence', () => {
    const said: string[] = [];
    const announcer = new Announcer((text) => said.push(text));
    announcer.arrived([escalation()], 1);
    announcer.arrived([escalation({ id: 2, priority: 'urgent' }), escalation({ id: 3 })], 3);
    announcer.arrived([], 3);
    vi.advanceTimersByTime(1000);
    expect(said).toEqual(['3 new requests, 1 urgent. 3 waiting.']);
  });

  it('go away after a while', () => {
    const said: string[] = [];
    new Announcer((text) => said.push(text)).announce('Marked as handled.');
    vi.advanceTimersByTime(10_000);
    expect(said).toEqual(['Marked as handled.', '']);
  });
});
