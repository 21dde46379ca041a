import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ABI_FUNCTIONS, ABI_VERSION } from '../../web/src/core.ts';
import type { ConversationConfig } from '../../web/src/types.ts';
import { repository, startCoreWith } from './support/core.ts';

const upset = 'I have contacted you 3 times. WHERE IS MY REFUND???';
const at = Date.UTC(2026, 2, 2, 9);

describe('the agreement with the C ABI', () => {
  it('names the version of the header', async () => {
    const header = await readFile(resolve(repository, 'wasm/attune_abi.h'), 'utf8');
    expect(header).toContain(`#define ATTUNE_ABI_VERSION ${ABI_VERSION}\n`);
  });

  it('uses exactly the functions that the module exports', async () => {
    const list = await readFile(resolve(repository, 'wasm/exports.txt'), 'utf8');
    expect([...ABI_FUNCTIONS].sort()).toEqual(list.trim().split(/\s+/).sort());
  });

  it('refuses a module of another version and names both', async () => {
    const starting = startCoreWith(() => ({ attune_abi_version: () => ABI_VERSION + 1 }));
    await expect(starting).rejects.toMatchObject({
      code: 'version_mismatch',
      message: expect.stringMatching(`ABI ${ABI_VERSION + 1}.*ABI ${ABI_VERSION}`),
    });
  });

  it('names an export that is missing', async () => {
    const starting = startCoreWith(() => ({ attune_conversation_event: undefined }));
    await expect(starting).rejects.toMatchObject({
      code: 'wasm_invalid',
      message: expect.stringContaining('attune_conversation_event'),
    });
  });
});

describe('text on its way in and out', () => {
  it('assesses a message', async () => {
    const { core } = await startCoreWith();
    expect(core.version).toMatch(/^\d+\.\d+\.\d+$/);
    expect(core.assess(upset)).toMatchObject({
      sentiment: { score: expect.any(Number) },
      frustration: expect.any(Number),
      cues: expect.any(Array),
    });
  });

  it.each([
    ['umlauts and sharp s', '\u00dcBERFL\u00dcSSIG, WHERE IS MY REFUND???'],
    ['characters outside the BMP', '\u{1f92c}\u{1f92c} WHERE IS MY REFUND??? \u{1f621}'],
    ['a byte order mark', '\ufeffWHERE IS MY REFUND???'],
    ['NUL bytes', 'WHERE\0IS MY REFUND???'],
    ['a lone high surrogate', 'ab\ud800 WHERE IS MY REFUND???'],
    ['a lone low surrogate', 'ab\udc00cd WHERE IS MY REFUND???'],
    ['surrogates the wrong way round', '\udc00\ud800 WHERE IS MY REFUND???'],
  ])('gives offsets that hold in JavaScript: %s', async (_, text) => {
    const { core } = await startCoreWith();
    const { cues } = core.assess(text);
    expect(cues.length).toBeGreaterThan(0);
    const wellFormed = Buffer.from(text, 'utf8').toString('utf8');
    for (const cue of cues) expect(wellFormed.slice(cue.start, cue.end)).toBe(cue.text);
  });

  it('passes the longest encoding there is in full', async () => {
    const { core } = await startCoreWith();
    const text = `${'\u20ac\u20ac\u20ac '.repeat(100)}WHERE IS MY REFUND???`;
    expect(Math.max(...core.assess(text).cues.map(({ end }) => end))).toBe(text.length);
  });

  it.each(['', ' ', '\0', '\ud800'])('takes %j for a message like any other', async (text) => {
    const { core } = await startCoreWith();
    expect(core.assess(text).confidence).toBe('low');
  });

  it('goes on after the memory has grown', async () => {
    const { core, memory } = await startCoreWith();
    const conversation = core.conversation();
    const before = memory.buffer.byteLength;
    const first = core.assess(upset);
    core.assess('e\u0301'.repeat(250_000));
    expect(memory.buffer.byteLength).toBeGreaterThan(before);
    expect(core.assess(upset)).toEqual(first);
    expect(conversation.customerTurn(upset, at).assessment).toEqual(first);
  });

  it('gives back the memory that texts take', async () => {
    const { core, memory } = await startCoreWith();
    const text = 'e\u0301'.repeat(2_000); // 12,000 bytes set aside each time
    for (let i = 0; i < 10; i += 1) core.assess(text);
    const before = memory.buffer.byteLength;
    for (let i = 0; i < 300; i += 1) core.assess(text);
    expect(memory.buffer.byteLength).toBe(before);
  });

  it('says so when a JavaScript caller passes something else than text', async () => {
    const { core } = await startCoreWith();
    expect(() => core.assess(undefined as unknown as string)).toThrow(
      new TypeError('assess() needs a string, not undefined.'),
    );
  });
});

describe('a conversation', () => {
  it('answers each customer turn', async () => {
    const { core } = await startCoreWith();
    const conversation = core.conversation({ policy: { cooldown_turns: 5 } });
    const turn = conversation.customerTurn('Get me a real person.', at);
    expect(turn.decision.action).toBe('connect_person');
    expect(turn.mood.turns).toBe(1);
    conversation.botTurn('I pass you on.', at + 1, { unanswered: true });
    conversation.event('escalated', at + 2);
    conversation.event('resolved', at + 3);
  });

  it('follows the rules of the company about what the page has learnt', async () => {
    const { core } = await startCoreWith();
    const conversation = core.conversation({
      attributes: { plan: 'silver', orders: 3 },
      policy: {
        rules: [
          {
            id: 'gold',
            when: { attributes: { plan: ['gold'] }, topics: ['delivery'] },
            takeover: { action: 'connect_person', priority: 'high' },
            explanation: { en: 'gold customers talk to a person' },
          },
        ],
      },
    });
    const text = 'How long does delivery to Spain take?';
    expect(conversation.customerTurn(text, at).decision).not.toHaveProperty('team');
    conversation.setAttributes({ plan: 'gold', orders: null }, at + 1);
    expect(conversation.customerTurn(text, at + 2).decision).toMatchObject({
      action: 'connect_person',
      priority: 'high',
      explanation: expect.stringMatching(/^Gold customers talk to a person\b/),
      team: { rules: ['gold'], trend: 'steady', amount: null, words: [] },
    });
    conversation.event('handoff_failed', at + 3);
    expect(conversation.customerTurn('Get me a person.', at + 4).decision.action).toBe(
      'offer_person',
    );
    conversation.event('handed_back', at + 5);
  });

  it('names an attribute that it does not take', async () => {
    const { core } = await startCoreWith();
    const conversation = core.conversation();
    const attributes = { plan: ['gold'] } as unknown as Parameters<
      typeof conversation.setAttributes
    >[0];
    expect(() => conversation.setAttributes(attributes, at)).toThrow(
      expect.objectContaining({ code: 'invalid_turn', pointer: '/plan' }),
    );
    const big = { orders: 1n } as unknown as typeof attributes;
    expect(() => conversation.setAttributes(big, at)).toThrow(
      expect.objectContaining({ code: 'invalid_turn' }),
    );
  });

  it('says which value of a configuration is wrong and what would be right', async () => {
    const { core } = await startCoreWith();
    const config = { policy: { cooldown_turns: 'three' } } as unknown as ConversationConfig;
    expect(() => core.conversation(config)).toThrow(
      expect.objectContaining({
        name: 'AttuneError',
        code: 'invalid_config',
        pointer: '/policy/cooldown_turns',
        expected: expect.stringMatching(/./),
        message: expect.stringMatching(/^\/policy\/cooldown_turns: .+; expected .+\.$/),
      }),
    );
  });

  it('refuses a configuration that is not JSON', async () => {
    const { core } = await startCoreWith();
    const circular: Record<string, unknown> = {};
    circular.policy = circular;
    expect(() => core.conversation(circular)).toThrow(
      expect.objectContaining({ code: 'invalid_config' }),
    );
  });

  it.each([
    ['a turn back in time', at - 1],
    ['no time at all', Number.NaN],
    ['a date', new Date(at) as unknown as number],
  ])('refuses %s', async (_, time) => {
    const { core } = await startCoreWith();
    const conversation = core.conversation();
    conversation.customerTurn('Hello', at);
    expect(() => conversation.customerTurn('Hello again', time)).toThrow(
      expect.objectContaining({ code: 'invalid_turn' }),
    );
  });

  it('refuses an event that it does not know', async () => {
    const { core } = await startCoreWith();
    expect(() => core.conversation().event('won' as 'resolved', at)).toThrow(
      expect.objectContaining({ code: 'invalid_turn' }),
    );
  });
});

describe('a saved conversation', () => {
  const config: ConversationConfig = {
    playbook: {
      topics: [
        {
          topic: 'returns_refunds',
          solutions: [{ id: 'refund', title: 'Refunds', text: 'They take 3 days.' }],
        },
      ],
    },
  };

  it('goes on in another core as if it had not been interrupted', async () => {
    const [{ core }, { core: other }] = [await startCoreWith(), await startCoreWith()];
    const conversation = core.conversation(config);
    const turn = conversation.customerTurn(upset, at);
    conversation.botTurn(turn.reply.text, at + 1);
    conversation.event('offer_declined', at + 2);

    const reloaded = other.conversation(config);
    expect(reloaded.restore(conversation.save())).toBeUndefined();
    expect(reloaded.save()).toBe(conversation.save());
    expect(() => reloaded.customerTurn(upset, at)).toThrow(
      expect.objectContaining({ code: 'invalid_turn' }),
    );
    const calm = 'It was order 12-34.';
    expect(reloaded.customerTurn(calm, at + 3)).toEqual(conversation.customerTurn(calm, at + 3));
  });

  it('is small, is JSON and holds no message', async () => {
    const { core } = await startCoreWith();
    const conversation = core.conversation(config);
    conversation.customerTurn(upset, at);
    const saved = conversation.save();
    expect(JSON.parse(saved)).toMatchObject({
      attune_conversation: 1,
      core: expect.stringContaining(core.version),
    });
    expect(saved.length).toBeLessThan(4_000);
    for (const words of ['have contacted', 'WHERE', 'REFUND']) expect(saved).not.toContain(words);
  });

  it.each([
    ['cut short', '', (saved: string) => saved.slice(0, -9)],
    ['empty', '', () => ''],
    ['no object', '', () => 'null'],
    ['of another version', '/core', (saved: string) => saved.replace(/"core":"[^"]*/, '"core":"x')],
    ['of another playbook', '/config', () => ''],
    [
      'out of range',
      '/state/mood/turns',
      (saved: string) => saved.replace(/"turns":1/, '"turns":-1'),
    ],
    ['of wrong kinds', '/state', (saved: string) => saved.replace(/"state":.*/, '"state":"{"}')],
    ['far too long', '', (saved: string) => saved + ' '.repeat(2_000_000)],
  ])('is refused when it is %s, and changes nothing', async (what, pointer, damage) => {
    const { core } = await startCoreWith();
    const conversation = core.conversation(config);
    conversation.customerTurn(upset, at);
    const saved = conversation.save();
    const other = core.conversation();
    const damaged = what === 'of another playbook' ? other.save() : damage(saved);
    expect(() => conversation.restore(damaged)).toThrow(
      expect.objectContaining({
        name: 'AttuneError',
        code: 'invalid_state',
        pointer,
        expected: expect.stringContaining("play the conversation's turns again"),
        message: expect.stringMatching(
          new RegExp(
            `^${pointer === '' ? 'The saved conversation' : pointer}: .+; expected .+\\.$`,
          ),
        ),
      }),
    );
    expect(conversation.save()).toBe(saved);
  });

  it('is a string', async () => {
    const { core } = await startCoreWith();
    const conversation = core.conversation();
    const parsed = JSON.parse(conversation.save()) as string;
    expect(() => conversation.restore(parsed)).toThrow(
      new TypeError('restore() needs a string, not object.'),
    );
  });
});

describe('a core in trouble', () => {
  const trap = (): never => {
    throw new WebAssembly.RuntimeError('unreachable');
  };

  it('says that there is no memory for a text, and goes on', async () => {
    let full = true;
    const { core } = await startCoreWith((exports) => ({
      attune_alloc: (size: number) => (full ? 0 : (exports.attune_alloc as typeof Number)(size)),
    }));
    expect(() => core.assess('hello')).toThrow(expect.objectContaining({ code: 'out_of_memory' }));
    full = false;
    expect(core.assess('hello').confidence).toBeDefined();
  });

  it.each(['attune_analyzer_create', 'attune_conversation_create'])(
    'says that there is no memory when %s gives none',
    async (name) => {
      const starting = startCoreWith(() => ({ [name]: () => 0 }));
      await expect(starting.then(({ core }) => core.conversation())).rejects.toMatchObject({
        code: 'out_of_memory',
      });
    },
  );

  it('takes no further call after a trap', async () => {
    const { core } = await startCoreWith(() => ({ attune_analyzer_assess: trap }));
    const conversation = core.conversation();
    const stopped = expect.objectContaining({
      code: 'core_failed',
      message: expect.stringContaining('attune_analyzer_assess'),
    });
    expect(() => core.assess('hello')).toThrow(stopped);
    expect(() => core.assess('hello')).toThrow(stopped);
    expect(() => conversation.customerTurn('hello', at)).toThrow(stopped);
    conversation.dispose();
    core.dispose();
  });

  it('tells a trap for want of memory from another', async () => {
    const { core } = await startCoreWith((exports) => ({
      attune_analyzer_assess: trap,
      memory: {
        // Read anew each time: the memory grows while the core starts.
        get buffer() {
          return (exports.memory as WebAssembly.Memory).buffer;
        },
        grow: () => {
          throw new RangeError('no more');
        },
      },
    }));
    expect(() => core.assess('hello')).toThrow(expect.objectContaining({ code: 'out_of_memory' }));
  });

  it('does not pass on a result that is not JSON', async () => {
    const { core } = await startCoreWith(() => ({ attune_analyzer_result_size: () => 3 }));
    expect(() => core.assess('hello')).toThrow(expect.objectContaining({ code: 'core_failed' }));
  });
});
