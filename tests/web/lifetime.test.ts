import { expect, it } from 'vitest';
import { collectGarbage, startCoreWith } from './support/core.ts';

const at = Date.UTC(2026, 2, 2, 9);
const disposed = expect.objectContaining({ name: 'AttuneError', code: 'disposed' });

type Destroy = (address: number) => void;

/** A core whose calls of a `*_destroy` function are noted. */
async function startObservedCore() {
  const destroyed: string[] = [];
  const observed = (exports: Record<string, unknown>, name: string) => ({
    [name]: (address: number) => {
      destroyed.push(name);
      (exports[name] as Destroy)(address);
    },
  });
  const { core, memory } = await startCoreWith((exports) => ({
    ...observed(exports, 'attune_analyzer_destroy'),
    ...observed(exports, 'attune_conversation_destroy'),
  }));
  return { core, memory, destroyed };
}

it('takes no call after dispose', async () => {
  const { core } = await startCoreWith();
  core.dispose();
  expect(() => core.assess('hello')).toThrow(disposed);
  expect(() => core.conversation()).toThrow(disposed);
});

it('disposes once, however often it is asked', async () => {
  const { core, destroyed } = await startObservedCore();
  const conversation = core.conversation();
  conversation.dispose();
  conversation.dispose();
  core.dispose();
  core.dispose();
  conversation.dispose();
  expect(destroyed).toEqual(['attune_conversation_destroy', 'attune_analyzer_destroy']);
});

it('disposes the conversations of a core before what they borrow from it', async () => {
  const { core, destroyed } = await startObservedCore();
  const conversations = [core.conversation(), core.conversation()];
  core.dispose();
  expect(destroyed).toEqual([
    'attune_conversation_destroy',
    'attune_conversation_destroy',
    'attune_analyzer_destroy',
  ]);
  for (const conversation of conversations) {
    expect(() => conversation.customerTurn('hello', at)).toThrow(disposed);
    expect(() => conversation.save()).toThrow(disposed);
    conversation.dispose();
  }
});

it('leaves the other conversations alone', async () => {
  const { core } = await startCoreWith();
  const [first, second] = [core.conversation(), core.conversation()];
  first.dispose();
  expect(() => first.event('resolved', at)).toThrow(disposed);
  expect(second.customerTurn('hello', at).mood.turns).toBe(1);
});

it('does not mistake a later conversation in the same memory for an earlier one', async () => {
  const { core } = await startCoreWith();
  const first = core.conversation();
  first.dispose();
  const second = core.conversation();
  first.dispose();
  expect(second.customerTurn('hello', at).mood.turns).toBe(1);
});

it('frees a conversation whose configuration is refused', async () => {
  const { core, destroyed } = await startObservedCore();
  expect(() =>
    core.conversation({ policy: { cooldown_turns: 'x' as unknown as number } }),
  ).toThrow();
  expect(destroyed).toEqual(['attune_conversation_destroy']);
});

it('frees a conversation that was dropped without dispose', async () => {
  const { core, destroyed } = await startObservedCore();
  const drop = () => void core.conversation().customerTurn('hello', at);
  drop();
  await expect
    .poll(async () => {
      await collectGarbage();
      return destroyed;
    })
    .toEqual(['attune_conversation_destroy']);
  core.dispose();
  expect(destroyed).toEqual(['attune_conversation_destroy', 'attune_analyzer_destroy']);
});

it('does not free a disposed conversation again when it is collected', async () => {
  const { core, destroyed } = await startObservedCore();
  const disposeAndDrop = () => core.conversation().dispose();
  disposeAndDrop();
  for (let round = 0; round < 5; round += 1) await collectGarbage();
  expect(destroyed).toEqual(['attune_conversation_destroy']);
  expect(core.assess('hello')).toBeDefined();
});

it('lets a dropped core go with its memory', async () => {
  let collected = false;
  const registry = new FinalizationRegistry(() => {
    collected = true;
  });
  const drop = async () => {
    const { core, memory } = await startCoreWith();
    core.conversation().customerTurn('hello', at);
    registry.register(memory, 'memory');
  };
  await drop();
  await expect
    .poll(async () => {
      await collectGarbage();
      return collected;
    })
    .toBe(true);
});

it('uses no more memory for many conversations, one after the other', async () => {
  const { core, memory } = await startCoreWith();
  const talk = () => {
    const conversation = core.conversation({ playbook: { greeting: 'Hello. '.repeat(500) } });
    conversation.customerTurn('hello', at);
    conversation.dispose();
  };
  for (let i = 0; i < 10; i += 1) talk();
  const before = memory.buffer.byteLength;
  for (let i = 0; i < 500; i += 1) talk();
  expect(memory.buffer.byteLength).toBe(before);
});
