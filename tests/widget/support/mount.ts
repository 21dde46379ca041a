import '@attune/widget';
// Loaded by the element when it is opened; here ahead of time, so that opening takes no time.
import '../../../widget/src/chat.ts';
import type { CloudEvent } from '@attune/web/delivery';
import type { AttuneChat, AttuneDetail, AttuneEventName } from '@attune/widget';
import { vi } from 'vitest';
import type { OutboxChange, Ports } from '../../../widget/src/ports.ts';
import { FakeCore } from './fake-core.ts';

export interface MountOptions {
  core?: FakeCore;
  ports?: Partial<Ports>;
  attributes?: Record<string, string>;
}

/** A chat on the page, with a core that does what the test says. */
export class Page {
  readonly core: FakeCore;
  readonly element: AttuneChat;
  /** Every event of the element, in order. */
  readonly events: AttuneDetail<AttuneEventName>[] = [];

  constructor({ core = new FakeCore(), ports = {}, attributes = {} }: MountOptions = {}) {
    this.core = core;
    this.element = document.createElement('attune-chat');
    this.element.ports = { loadCore: async () => core, typingMs: 0, ...ports };
    for (const [name, value] of Object.entries(attributes)) this.element.setAttribute(name, value);
    for (const name of eventNames) {
      this.element.addEventListener(name, ({ detail }) => this.events.push(detail));
    }
    document.body.append(this.element);
  }

  async open(): Promise<void> {
    await this.element.open();
    await settle();
  }

  /** Types a message and presses Enter. */
  async send(text: string): Promise<void> {
    this.type(text);
    this.press('Enter');
    await settle();
  }

  type(text: string): void {
    this.input.value = text;
    this.input.dispatchEvent(new Event('input', { bubbles: true }));
  }

  press(key: string, init: KeyboardEventInit = {}): KeyboardEvent {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init });
    this.input.dispatchEvent(event);
    return event;
  }

  /** Presses the button or link of that name, of those that are there. */
  async click(name: string): Promise<void> {
    const found = this.buttons().find((button) => nameOf(button) === name);
    if (!found) throw new Error(`No button "${name}", only: ${this.buttons().map(nameOf)}`);
    found.click();
    await settle();
  }

  buttons(): HTMLElement[] {
    const all = this.all<HTMLElement>('button, a');
    return all.filter((button) => !button.closest('[hidden]'));
  }

  buttonNames(): string[] {
    return this.buttons().map(nameOf);
  }

  all<Found extends Element = HTMLElement>(selector: string): Found[] {
    return [...this.element.renderRoot.querySelectorAll<Found>(selector)];
  }

  one<Found extends Element = HTMLElement>(selector: string): Found | null {
    return this.element.renderRoot.querySelector<Found>(selector);
  }

  text(selector: string): string {
    return this.all(selector)
      .map(({ textContent }) => textContent?.trim().replace(/\s+/g, ' '))
      .join(' | ');
  }

  messages(): string {
    return this.text('.text');
  }

  spoken(): string[] {
    return this.all('[aria-live="polite"] p').map(({ textContent }) => textContent ?? '');
  }

  detail<Name extends AttuneEventName>(name: Name): AttuneDetail<Name>[] {
    return this.events.filter((event): event is AttuneDetail<Name> => event.type === name);
  }

  get input(): HTMLTextAreaElement {
    const input = this.one<HTMLTextAreaElement>('textarea');
    if (!input) throw new Error('The chat is not open.');
    return input;
  }

  get focused(): Element | null {
    return this.element.shadowRoot?.activeElement ?? null;
  }
}

const eventNames: readonly AttuneEventName[] = [
  'attune-ready',
  'attune-open',
  'attune-close',
  'attune-message',
  'attune-assessment',
  'attune-decision',
  'attune-escalation',
  'attune-event',
  'attune-error',
];

/** An outbox that takes everything and reports what the test tells it to. */
export class FakeOutbox {
  readonly stored: CloudEvent[] = [];
  started = 0;
  #onChange: (change: OutboxChange) => void = () => {};

  readonly open: Ports['openOutbox'] = async (_endpoint, onChange) => {
    this.#onChange = onChange;
    return {
      enqueue: async (event) => {
        this.stored.push(event);
        onChange({ event, state: 'queued' });
      },
      start: () => {
        this.started++;
      },
      stop: () => {
        this.started--;
      },
    };
  };

  of(type: string): CloudEvent[] {
    return this.stored.filter((event) => event.type === type);
  }

  /** Reports a state for every event that was stored. */
  async report(state: OutboxChange['state']): Promise<void> {
    for (const event of this.stored) this.#onChange({ event, state });
    await settle();
  }
}

/** How long to wait for what takes real time, on a machine that is busy with other things. */
export const patience = { timeout: 15_000 };

/** Lets promises, timers of no length and renderings run. */
export async function settle(): Promise<void> {
  for (let i = 0; i < 8; i++) await new Promise((resolve) => setTimeout(resolve));
}

/** The page's address, which events report in part. */
export function goTo(url: string): void {
  (window as unknown as { happyDOM: { setURL(url: string): void } }).happyDOM.setURL(url);
}

/** Serves JSON files, by address; anything else is not found. */
export function serve(files: Record<string, string>) {
  const fetch = vi.fn(async (url: string) => {
    const body = files[url];
    return new Response(body ?? 'Not found', { status: body === undefined ? 404 : 200 });
  });
  vi.stubGlobal('fetch', fetch);
  return fetch;
}

function nameOf(button: HTMLElement): string {
  const name = button.getAttribute('aria-label') ?? button.textContent ?? '';
  return name.trim().replace(/\s+/g, ' ');
}
