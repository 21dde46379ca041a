import { afterEach, expect, it, vi } from 'vitest';
import { senderLock } from '../../web/src/delivery/sender-lock.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

const work = async (): Promise<string> => 'done';

it('holds the lock of its name while the work is under way', async () => {
  const held: string[] = [];
  const request = async (name: string, granted: () => Promise<unknown>) => {
    held.push(`${name} taken`);
    const result = await granted();
    held.push(`${name} released`);
    return result;
  };
  vi.stubGlobal('navigator', { locks: { request } });
  expect(await senderLock('outbox')(work)).toBe('done');
  expect(held).toEqual(['outbox taken', 'outbox released']);
});

it.each([
  ['where there are no locks', {}],
  ['where there is no navigator', undefined],
  [
    'where they are refused',
    { locks: { request: () => Promise.reject(new DOMException('sandboxed', 'SecurityError')) } },
  ],
])('works without a lock %s', async (_, navigator) => {
  vi.stubGlobal('navigator', navigator);
  const counted = vi.fn(work);
  expect(await senderLock('outbox')(counted)).toBe('done');
  expect(counted).toHaveBeenCalledOnce();
});

it('does not repeat work that failed under the lock', async () => {
  const request = (_: string, granted: () => Promise<unknown>) => granted();
  vi.stubGlobal('navigator', { locks: { request } });
  const failing = vi.fn(() => Promise.reject(new Error('disk')));
  await expect(senderLock('outbox')(failing)).rejects.toThrow('disk');
  expect(failing).toHaveBeenCalledOnce();
});
