import { afterEach, expect, it, vi } from 'vitest';
import { pageSignals } from '../../web/src/delivery/wake-signals.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

it('wakes when the network is back, and when the customer comes or goes', () => {
  const [window, document] = [new EventTarget(), new EventTarget()];
  vi.stubGlobal('window', window);
  vi.stubGlobal('document', document);
  const wake = vi.fn();
  const stop = pageSignals(wake);
  window.dispatchEvent(new Event('online'));
  document.dispatchEvent(new Event('visibilitychange'));
  expect(wake).toHaveBeenCalledTimes(2);
  stop();
  window.dispatchEvent(new Event('online'));
  document.dispatchEvent(new Event('visibilitychange'));
  expect(wake).toHaveBeenCalledTimes(2);
});

it('does nothing where there is no page', () => {
  expect(() => pageSignals(() => {})()).not.toThrow();
});
