import { AttuneError } from '@attune/web';
import { afterEach, beforeEach, describe, expect, it, type MockInstance, vi } from 'vitest';
import { FakeCore } from './support/fake-core.ts';
import { Page, serve, settle } from './support/mount.ts';

let error: MockInstance<typeof console.error>;
beforeEach(() => {
  error = vi.spyOn(console, 'error').mockReturnValue();
});
afterEach(() => {
  document.body.replaceChildren();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const attributes = { playbook: 'playbook.json', policy: 'policy.json', lexicon: 'lexicon.json' };
const lexicon = '[{"phrase":"lumpy","valence":-2}]';
const playbook = JSON.stringify({
  assistant: 'Pip',
  greeting: 'Hello from Pip.',
  topics: [
    { topic: 'delivery', label: 'a delivery', solutions: [{ id: 'x', title: 'T', text: 'X' }] },
  ],
});

function refusing(member: 'playbook' | 'policy' | 'lexicon'): FakeCore {
  const core = new FakeCore();
  core.check = (config) =>
    config[member] === undefined
      ? undefined
      : new AttuneError(
          'invalid_config',
          `/${member}/frustration/high: is 7; expected a number from 0 to 1.`,
          { pointer: `/${member}/frustration/high` },
        );
  return core;
}

describe('settings', () => {
  it('are loaded when the chat is opened, and shape it', async () => {
    const policy = '{"cooldown_turns":1}';
    const fetch = serve({
      'playbook.json': playbook,
      'policy.json': policy,
      'lexicon.json': lexicon,
    });
    const page = new Page({ attributes: { ...attributes, locale: 'en-GB' } });
    await page.open();
    expect(fetch.mock.calls).toEqual([['playbook.json'], ['policy.json'], ['lexicon.json']]);
    expect(page.core.configs).toMatchObject([
      {
        locale: 'en-GB',
        policy: { cooldown_turns: 1 },
        playbook: { assistant: 'Pip' },
        lexicon: [{ phrase: 'lumpy', valence: -2 }],
      },
    ]);
    expect(page.text('.name')).toBe('Pip');
    expect(page.messages()).toBe('Hello from Pip.');
    expect(error).not.toHaveBeenCalled();
  });

  it.each(['playbook', 'policy', 'lexicon'] as const)('go on without a bad %s', async (member) => {
    const policy = '{"frustration":{"high":7}}';
    serve({ 'playbook.json': playbook, 'policy.json': policy, 'lexicon.json': lexicon });
    const page = new Page({ core: refusing(member), attributes });
    await page.open();
    await page.send('Hello');
    expect(page.messages()).toContain('I heard: Hello');
    expect(page.core.configs.at(-1)).not.toHaveProperty(member);
    expect(Object.keys(page.core.configs.at(-1) ?? {})).toHaveLength(3);
    expect(error).toHaveBeenCalledTimes(1);
    const [line] = error.mock.calls[0] ?? [];
    expect(line).toContain(`invalid_config: /${member}/frustration/high: is 7; expected a number`);
    expect(line).toContain('from 0 to 1. The chat goes on');
    expect(line).not.toContain('\n');
    expect(page.detail('attune-error')[0]?.error).toMatchObject({ code: 'invalid_config' });
  });

  it('are not refused a second time in the next conversation', async () => {
    serve({ 'playbook.json': playbook, 'policy.json': '{}', 'lexicon.json': '[]' });
    const page = new Page({ core: refusing('policy'), attributes });
    await page.open();
    page.element.clear();
    await page.send('Hello');
    expect(error).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['is not there', {}],
    ['is not JSON', { 'playbook.json': '<!doctype html>' }],
  ])('go on when the playbook %s', async (_, files) => {
    serve(files);
    const page = new Page({ attributes: { playbook: 'playbook.json' } });
    await page.open();
    await page.send('Hello');
    expect(page.messages()).toContain('I heard: Hello');
    expect(error).toHaveBeenCalledTimes(1);
    expect(error.mock.calls[0]?.[0]).toContain('playbook.json');
  });
});

describe('plain mode', () => {
  const loadCore = () =>
    Promise.reject(new AttuneError('wasm_blocked', 'The policy of the page forbids it.'));
  const topics = [
    {
      topic: 'delivery',
      label: 'a delivery',
      solutions: [
        {
          id: 'late',
          title: 'Late',
          text: 'Parcels take 3 days.',
          actions: [
            { id: 'track', label: 'Track', href: 'orders.html' },
            { id: 'again', label: 'Again', message: 'Again' },
          ],
        },
      ],
    },
    {
      topic: 'returns_refunds',
      solutions: [
        { id: 'a', title: 'Return a kettle', text: 'Within 30 days.' },
        { id: 'b', title: 'Where is my refund', text: 'It takes 5 days.' },
      ],
    },
  ];

  async function openPlain(json: unknown = { topics }): Promise<Page> {
    serve({ 'playbook.json': JSON.stringify(json) });
    const page = new Page({ ports: { loadCore }, attributes: { playbook: 'playbook.json' } });
    await page.open();
    return page;
  }

  it('says why in one line on the console, and to the page', async () => {
    const page = await openPlain();
    expect(error).toHaveBeenCalledTimes(1);
    expect(error.mock.calls[0]?.[0]).toContain('wasm_blocked');
    expect(page.detail('attune-error')[0]?.error).toMatchObject({ code: 'wasm_blocked' });
  });

  it('answers the topics of the playbook, and always shows the way to a person', async () => {
    const page = await openPlain();
    expect(page.buttonNames()).toEqual(
      expect.arrayContaining(['A delivery', 'Return a kettle', 'Talk to a person']),
    );
    await page.click('A delivery');
    expect(page.messages()).toContain('Parcels take 3 days.');
    expect(page.text('a')).toContain('Track');
    expect(page.buttonNames()).not.toContain('Again');
    await page.click('Something else');
    await page.click('Return a kettle');
    await page.click('Where is my refund');
    expect(page.messages()).toContain('It takes 5 days.');
    expect(page.buttonNames()).toContain('Talk to a person');
  });

  it('gives typed text an honest answer and scores nothing', async () => {
    const page = await openPlain();
    await page.send('This is a disgrace!!!');
    expect(page.messages()).toMatch(/I can't read messages at the moment.*disgrace.*I can't read/s);
    expect(page.detail('attune-assessment')).toEqual([]);
    expect(page.detail('attune-decision')).toEqual([]);
  });

  it('asks for a person without a decision', async () => {
    const page = await openPlain();
    await page.click('Talk to a person');
    const [event] = page.detail('attune-event');
    expect(event?.event).toMatchObject({ data: { reason: 'asked', decision: null, mood: null } });
  });

  it.each([null, 7, { topics: 'none' }, { topics: [null, {}, { label: 1, solutions: [{}] }] }])(
    'survives the playbook %j',
    async (json) => {
      const page = await openPlain(json);
      await page.send('Hello');
      expect(page.messages()).toContain('You can talk to a person instead.');
    },
  );

  it('takes over when the core fails in the middle', async () => {
    serve({ 'playbook.json': JSON.stringify({ topics }) });
    const core = new FakeCore((text) => {
      if (text === 'fail') throw new AttuneError('core_failed', 'The core stopped.');
      return {};
    });
    const page = new Page({ core, attributes: { playbook: 'playbook.json' } });
    await page.open();
    await page.send('Hello');
    await page.send('fail');
    await settle();
    expect(page.messages()).toContain("I can't read messages at the moment.");
    await page.click('A delivery');
    expect(page.messages()).toContain('Parcels take 3 days.');
  });
});
