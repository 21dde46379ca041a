import { describe, expect, it } from 'vitest';
import { fresh, openServer, post, queue } from './support.ts';

const NOW = Date.parse('2026-03-02T12:00:00Z');
const now = () => NOW;
const at = (minutesAgo: number) => new Date(NOW - minutesAgo * 60_000).toISOString();

function request(name: string, priority: string, frustration: number, minutesAgo: number) {
  return fresh('escalation.requested.v1', {
    '/id': name,
    '/subject': name,
    '/time': at(minutesAgo),
    '/data/decision/priority': priority,
    '/data/mood/frustration': frustration,
  });
}

describe('the queue', () => {
  it('orders by priority, then frustration, then waiting time', async () => {
    const app = await openServer({ now });
    await post(app, [
      request('low', 'low', 1, 60),
      request('high-calm', 'high', 0.2, 60),
      request('high-upset-new', 'high', 0.9, 1),
      request('urgent', 'urgent', 0, 0),
      request('high-upset-old', 'high', 0.9, 30),
      request('normal', 'normal', 0.5, 5),
    ]);
    expect((await queue(app)).map(({ event_id }) => event_id)).toEqual([
      'urgent',
      'high-upset-old',
      'high-upset-new',
      'high-calm',
      'normal',
      'low',
    ]);
  });

  it('holds what the team needs, and no transcript', async () => {
    const app = await openServer({ now });
    const event = fresh('escalation.requested.v1', { '/time': at(3) });
    await post(app, event);
    const { transcript, ...data } = event.data;
    const [entry] = await queue(app);
    expect(entry).toEqual({
      id: 1,
      event_id: event.id,
      source: event.source,
      conversation: event.subject,
      state: 'waiting',
      priority: 'high',
      requested_at: '2026-03-02T11:57:00.000Z',
      resolved_at: null,
      transcript_turns: transcript.length,
      ...data,
    });
    expect((await app.inject('/v1/escalations/1')).json().transcript).toEqual(transcript);
  });

  it('takes a request before any decision as normal', async () => {
    const app = await openServer({ now });
    const nothing = { '/data/decision': null, '/data/mood': null, '/data/transcript': undefined };
    await post(app, fresh('escalation.requested.v1', nothing));
    const goOn = { '/data/decision/action': 'continue', '/data/decision/priority': 'low' };
    await post(app, fresh('escalation.requested.v1', goOn));
    expect((await queue(app)).map(({ priority }) => priority)).toEqual(['normal', 'normal']);
  });

  it.each([
    ['ahead', '2026-03-02T12:00:01Z'],
    ['weeks behind', '2026-02-02T12:00:00Z'],
    ['in a leap second', '2016-12-31T23:59:60Z'],
  ])('counts from the receipt when the clock of the device is %s', async (_case, time) => {
    const app = await openServer({ now });
    await post(app, fresh('escalation.requested.v1', { '/time': time }));
    expect((await queue(app))[0]?.requested_at).toBe('2026-03-02T12:00:00.000Z');
  });

  it('follows the mood of a conversation that waits', async () => {
    const app = await openServer({ now });
    await post(app, [request('a', 'high', 0.6, 9), request('b', 'high', 0.5, 8)]);
    const worse = { '/subject': 'b', '/time': at(2), '/data/mood/frustration': 0.95 };
    await post(app, fresh('mood.changed.v1', worse));
    const [first] = await queue(app);
    expect(first).toMatchObject({ conversation: 'b', mood: { frustration: 0.95 } });
  });

  it('is not set back by a mood that arrives late', async () => {
    const app = await openServer({ now });
    await post(app, request('a', 'high', 0.6, 5));
    await post(app, fresh('mood.changed.v1', { '/subject': 'a', '/time': at(7) }));
    expect((await queue(app))[0]?.mood?.frustration).toBe(0.6);
  });

  it('has one entry a conversation, with its first time and highest priority', async () => {
    const app = await openServer({ now });
    await post(app, request('a', 'urgent', 0.6, 20));
    const second = fresh('escalation.requested.v1', {
      '/subject': 'a',
      '/time': at(1),
      '/data/reason': 'asked',
      '/data/decision/priority': 'normal',
    });
    await post(app, second);
    expect(await queue(app)).toMatchObject([
      { id: 1, event_id: second.id, reason: 'asked', priority: 'urgent', requested_at: at(20) },
    ]);
  });
});

describe('handling an escalation', () => {
  const resolve = (id: number | string) => ({
    method: 'POST' as const,
    url: `/v1/escalations/${id}/resolve`,
  });

  it('takes it off the queue, once, and keeps it among the handled', async () => {
    const app = await openServer({ now });
    await post(app, fresh('escalation.requested.v1'));
    const first = await app.inject(resolve(1));
    expect(first.json()).toMatchObject({ id: 1, state: 'resolved', resolved_at: at(0) });
    expect((await app.inject(resolve(1))).json()).toEqual(first.json());
    expect(await queue(app)).toEqual([]);
    const handled = (await app.inject('/v1/escalations?state=resolved')).json();
    expect(handled.escalations).toEqual([first.json()]);
  });

  it('lets the conversation ask again', async () => {
    const app = await openServer({ now });
    await post(app, request('a', 'high', 0.6, 5));
    await app.inject(resolve(1));
    await post(app, fresh('escalation.requested.v1', { '/subject': 'a' }));
    expect((await queue(app)).map(({ id }) => id)).toEqual([2]);
  });

  it.each([
    [404, 7, 'unknown-escalation'],
    [400, 'seven', 'bad-parameter'],
    [400, '-1', 'bad-parameter'],
    [400, '1e99', 'bad-parameter'],
  ])('answers %i for %s', async (status, id, slug) => {
    const answer = (await (await openServer()).inject(resolve(id))).json();
    expect(answer).toMatchObject({ status, type: `urn:attune:problem:${slug}` });
  });
});
