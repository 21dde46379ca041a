import { html, LitElement, nothing, type TemplateResult } from 'lit';
import type { Chat } from './chat.ts';
import { createAttuneEvent, type Emit } from './events.ts';
import { enLauncher } from './locales/en.launcher.ts';
import type { OutboxPort, Ports } from './ports.ts';
import { launcherStyles } from './styles/launcher.ts';
import { hasUnsent, markUnsent } from './unsent.ts';
import { type LauncherState, launcherView } from './views/launcher.ts';

/** The page itself comes first. */
const leftoversAfterMs = 1_000;

/**
 * A chat that answers from the company's playbook, hears how upset the customer is, and brings in
 * a person in time. Attributes, events, parts and custom properties: see `widget/README.md`.
 *
 * Until the chat is opened it is one button: everything else is loaded then, and nothing is stored
 * or sent before the customer's first message.
 */
export class AttuneChat extends LitElement {
  /** Address of the module that defined the element; the core is looked for beside it. */
  static moduleUrl = '';

  static override styles = launcherStyles;

  static override properties = {
    playbook: {},
    policy: {},
    lexicon: {},
    core: {},
    endpoint: {},
    locale: {},
    share: {},
    widgetId: { attribute: 'widget-id' },
    colorScheme: { attribute: 'color-scheme', reflect: true },
    contactHref: { attribute: 'contact-href' },
    ports: { attribute: false },
  };

  /** Address of the playbook, the company's answers (JSON). */
  declare playbook: string | undefined;
  /** Address of the policy: when to bring in a person (JSON). */
  declare policy: string | undefined;
  /** Address of the lexicon, the company's own words (JSON). */
  declare lexicon: string | undefined;
  /** Address of `attune.wasm`; default: beside the script. */
  declare core: string | undefined;
  /** Address that takes the events; without one they are only dispatched to the page. */
  declare endpoint: string | undefined;
  /** BCP 47 tag; default: the page's language. */
  declare locale: string | undefined;
  /** What may leave the page; this release sends signals only, never text. */
  declare share: string;
  /** Tells the chats of one site apart in the events. */
  declare widgetId: string;
  declare colorScheme: 'auto' | 'light' | 'dark' | undefined;
  /** Another way to reach the company, shown when a request could not be passed on. */
  declare contactHref: string | undefined;
  /** Replaces parts of the world outside the widget, before the first opening. */
  declare ports: Partial<Ports>;

  #chat: Promise<Chat> | undefined;
  #loaded: Chat | undefined;
  #state: LauncherState = 'idle';
  #leftovers: OutboxPort | undefined;

  constructor() {
    super();
    this.share = 'signals';
    this.widgetId = 'attune-chat';
    this.ports = {};
  }

  get isOpen(): boolean {
    return this.#state === 'open';
  }

  /** Where the core is loaded from. */
  get coreUrl(): string {
    return this.core ?? new URL('attune.wasm', AttuneChat.moduleUrl).href;
  }

  /** Opens the chat and moves the focus into it. Resolves when it is open, or could not be loaded. */
  async open(): Promise<void> {
    if (this.isOpen || this.#isOpening) return;
    this.#setState('opening');
    const chat = await this.#load();
    if (!this.#isOpening) return;
    this.#setState(chat ? 'open' : 'failed');
    await this.updateComplete;
    if (!chat) return;
    chat.opened();
    this.emit('attune-open', {});
  }

  /** Closes the chat; the conversation goes on when it is opened again. */
  close(): void {
    const wasOpen = this.isOpen;
    const hadFocus = this.shadowRoot?.activeElement != null;
    this.#setState('idle');
    if (!wasOpen) return;
    if (hadFocus) void this.updateComplete.then(() => this.#launcher?.focus());
    this.emit('attune-close', {});
  }

  toggle(): Promise<void> {
    if (!this.isOpen) return this.open();
    this.close();
    return Promise.resolve();
  }

  /**
   * Sends a message as if the customer had written it.
   *
   * @throws RangeError when it is longer than a message can be.
   */
  async say(text: string): Promise<void> {
    const chat = await this.#load();
    chat?.say(text);
  }

  /** Ends the conversation and removes its messages. */
  clear(): void {
    this.#loaded?.clear();
  }

  /** @internal Dispatches an event of the element. Returns false when a listener prevented it. */
  readonly emit: Emit = (name, data) => this.dispatchEvent(createAttuneEvent(name, data));

  override connectedCallback(): void {
    super.connectedCallback();
    this.#loaded?.connectionChanged(true);
    setTimeout(() => void this.#sendLeftovers().catch(() => {}), leftoversAfterMs);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // An element that is moved comes back within the same task.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#loaded?.connectionChanged(false);
      this.#leftovers?.stop();
    });
  }

  protected override firstUpdated(): void {
    this.emit('attune-ready', {});
  }

  protected override render(): TemplateResult {
    return html`
      <div class="root" lang=${enLauncher.tag}>
        ${launcherView(this.#state, enLauncher, () => void this.open())}
        ${this.#loaded?.render(this.isOpen) ?? nothing}
      </div>
    `;
  }

  get #isOpening(): boolean {
    return this.#state === 'opening';
  }

  get #launcher(): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>('.launcher');
  }

  #load(): Promise<Chat | undefined> {
    this.#chat ??= import('./chat.ts').then(({ Chat }) => {
      this.#loaded = new Chat(this);
      return this.#loaded;
    });
    return this.#chat.catch((error) => {
      this.#chat = undefined;
      console.error(`attune-chat: the chat could not be loaded: ${error.message}`);
      this.emit('attune-error', { error });
      return undefined;
    });
  }

  /** Sends what an earlier page could not. */
  async #sendLeftovers(): Promise<void> {
    const { endpoint } = this;
    if (!endpoint || !this.isConnected || !hasUnsent()) return;
    const { openOutbox } = await import('./outbox.ts');
    this.#leftovers ??= openOutbox(endpoint, () => {}, markUnsent);
    this.#leftovers.start();
  }

  #setState(state: LauncherState): void {
    this.#state = state;
    this.requestUpdate();
  }
}
