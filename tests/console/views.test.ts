import type { LitElement } from 'lit';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { EscalationDetailView } from '../../demo/console/src/views/escalation-detail.ts';
import { MoodMeter } from '../../demo/console/src/views/mood-meter.ts';
import { QueueList } from '../../demo/console/src/views/queue-list.ts';
import { escalation, mood } from './support.ts';

beforeAll(() => {
  customElements.define('mood-meter', MoodMeter);
  customElements.define('queue-list', QueueList);
  customElements.define('escalation-detail', EscalationDetailView);
});
afterEach(() => document.body.replaceChildren());

async function show<View extends LitElement>(view: View, properties: Partial<View>): Promise<View> {
  Object.assign(view, properties);
  document.body.append(view);
  await view.updateComplete;
  return view;
}

const text = (view: LitElement, selector: string) =>
  view.shadowRoot?.querySelector(selector)?.textContent?.replaceAll(/\s+/g, ' ').trim();

const MARKUP = '<img src=x onerror=alert(1)>';

describe('the list', () => {
  const rows = (list: QueueList) => [...(list.shadowRoot?.querySelectorAll('a') ?? [])];

  it('is an ordered list of links to the details', async () => {
    const list = await show(new QueueList(), {
      escalations: [escalation({ id: 4 }), escalation({ id: 7 })],
      selectedId: 7,
    });
    expect(list.shadowRoot?.querySelectorAll('ol > li > a')).toHaveLength(2);
    expect(rows(list).map((row) => row.getAttribute('href'))).toEqual(['#/4', '#/7']);
    expect(rows(list).map((row) => row.getAttribute('aria-current'))).toEqual([null, 'true']);
  });

  it('is walked with the arrow keys, Home and End', async () => {
    const list = await show(new QueueList(), {
      escalations: [1, 2, 3].map((id) => escalation({ id })),
    });
    const press = (key: string) =>
      list.shadowRoot?.activeElement?.dispatchEvent(
        new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
      );
    const focused = () => list.shadowRoot?.activeElement?.getAttribute('data-id');
    list.focusRow(1);
    press('ArrowDown');
    expect(focused()).toBe('2');
    press('End');
    expect(focused()).toBe('3');
    press('ArrowDown');
    expect(focused()).toBe('3');
    press('Home');
    expect(focused()).toBe('1');
  });

  it('keeps the focus on its row when the order changes', async () => {
    const [a, b, c] = [1, 2, 3].map((id) => escalation({ id }));
    const list = await show(new QueueList(), { escalations: [a, b, c] as never });
    list.focusRow(3);
    list.escalations = [c, a, b] as never;
    await list.updateComplete;
    expect(list.shadowRoot?.activeElement?.getAttribute('data-id')).toBe('3');
  });

  it('shows markup as text', async () => {
    const list = await show(new QueueList(), {
      escalations: [escalation({ page: `/${MARKUP}`, topics: [{ id: MARKUP, score: 1 }] })],
    });
    expect(list.shadowRoot?.querySelector('img')).toBeNull();
    expect(text(list, '.about')).toContain(MARKUP);
  });
});

describe('the meter', () => {
  it('says its value and peak', async () => {
    const meter = await show(new MoodMeter(), { label: 'Frustration', value: 0.81, peak: 0.94 });
    const svg = meter.shadowRoot?.querySelector('svg');
    expect(svg?.getAttribute('role')).toBe('meter');
    expect(svg?.getAttribute('aria-valuenow')).toBe('81');
    expect(svg?.getAttribute('aria-valuetext')).toBe('81%, at most 94%');
  });
});

describe('the details', () => {
  it('tell what was decided, read and said', async () => {
    const view = await show(new EscalationDetailView(), {
      escalation: escalation({ mood: mood(0.81), contact: { times: 3, waiting_days: 21 } }),
      error: '',
    });
    expect(text(view, 'h2')).toBe('The bot had no answer');
    expect(text(view, 'blockquote')).toBe('I had no answer twice.');
    expect(text(view, 'dl')).toContain('Has written 3 times, waiting for 21 days');
    expect(text(view, '.bar p')).toBe('Peak 81%. Negative, getting worse, after 2 messages.');
  });

  it('are honest when nothing was read', async () => {
    const view = await show(new EscalationDetailView(), {
      escalation: escalation({ decision: null, mood: null, topics: [], reason: 'asked' }),
      error: '',
    });
    expect(text(view, 'section')).toContain('Nothing was read before they asked.');
    expect(view.shadowRoot?.querySelector('blockquote')).toBeNull();
  });

  it('ask once to take it off the queue, not while that is under way', async () => {
    const asked: number[] = [];
    const view = await show(new EscalationDetailView(), { escalation: escalation(), error: '' });
    view.addEventListener('handle', (event) => asked.push((event as CustomEvent).detail));
    const button = view.shadowRoot?.querySelector('button');
    button?.click();
    view.busy = true;
    await view.updateComplete;
    button?.click();
    expect(asked).toEqual([1]);
  });

  it('of one that was handled have no button', async () => {
    const view = await show(new EscalationDetailView(), {
      escalation: escalation({ state: 'resolved', resolved_at: '2026-03-02T12:30:00Z' }),
      error: '',
    });
    expect(view.shadowRoot?.querySelector('button')).toBeNull();
    expect(text(view, '.status')).toContain('Handled');
  });
});
