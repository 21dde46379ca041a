import { AttuneError } from '@attune/web';
import type { Conversation, ConversationConfig, Core } from '@attune/web/types';
import type { Locale } from '../locales/locale.ts';
import { type Menu, readMenu } from '../playbook.ts';
import type { CoreLoader } from '../ports.ts';
import type { Report } from '../report.ts';
import { PlainMode } from './plain-mode.ts';
import { CoreResponder, type Responder } from './responder.ts';

/** The parts of the configuration that a company gives as files of their own. */
type Part = 'playbook' | 'policy' | 'lexicon';

export interface Settings extends Readonly<Record<Part, string | undefined>> {
  readonly core: string;
  readonly locale: string;
}

/**
 * What the answers are made of: the core and the company's files, each loaded once. None of
 * them can keep the chat from working: what is missing or wrong is reported and left out.
 */
export class Knowledge {
  /** Resolves before the core is there. */
  readonly menu: Promise<Menu>;
  readonly #core: Promise<Core | undefined>;
  readonly #texts: Locale;
  readonly #report: Report;
  #config: Promise<ConversationConfig>;

  constructor(settings: Settings, loadCore: CoreLoader, texts: Locale, report: Report) {
    this.#texts = texts;
    this.#report = report;
    this.#core = this.#load(loadCore, settings.core);
    const playbook = this.#fetch('playbook', settings.playbook);
    const policy = this.#fetch('policy', settings.policy);
    const lexicon = this.#fetch('lexicon', settings.lexicon);
    this.menu = playbook.then(readMenu);
    this.#config = this.#combine(settings.locale, { playbook, policy, lexicon });
  }

  /** The core checks the parts; until then their types are a promise of the company's. */
  async #combine(
    locale: string,
    parts: Record<Part, Promise<unknown>>,
  ): Promise<ConversationConfig> {
    const config: Record<string, unknown> = { locale };
    for (const [name, part] of Object.entries(parts)) {
      const json = await part;
      if (json !== undefined) config[name] = json;
    }
    return config;
  }

  /** Starts a conversation with the core, or in plain mode when there is none. Never fails. */
  async startConversation(): Promise<Responder> {
    const core = await this.#core;
    if (!core) return this.plainMode();
    try {
      return new CoreResponder(await this.#configured(core));
    } catch (error) {
      this.#withoutCore(error);
      return this.plainMode();
    }
  }

  async plainMode(): Promise<PlainMode> {
    return new PlainMode(await this.menu, this.#texts);
  }

  /** Leaves out the part of the configuration that the core refuses, until it takes the rest. */
  async #configured(core: Core): Promise<Conversation> {
    const config = await this.#config;
    try {
      return core.conversation(config);
    } catch (error) {
      const isRefusal = error instanceof AttuneError && error.code === 'invalid_config';
      if (!isRefusal || Object.keys(config).length === 0) throw error;
      const part = error.pointer?.split('/')[1] ?? '';
      const { [part as keyof ConversationConfig]: refused, ...rest } = config;
      this.#config = Promise.resolve(refused === undefined ? {} : rest);
      this.#report(error, `The chat goes on without ${refused === undefined ? 'settings' : part}.`);
      return this.#configured(core);
    }
  }

  async #load(loadCore: CoreLoader, url: string): Promise<Core | undefined> {
    try {
      return await loadCore({ url });
    } catch (error) {
      return this.#withoutCore(error);
    }
  }

  async #fetch(part: Part, url: string | undefined): Promise<unknown> {
    if (!url) return undefined;
    try {
      const response = await fetch(url);
      if (!response.ok) throw new Error(`the server answered ${response.status}`);
      return await response.json();
    } catch (cause) {
      const why = cause instanceof Error ? cause.message : String(cause);
      const details = { pointer: `/${part}`, expected: 'the address of a JSON file', cause };
      const message = `The ${part} could not be loaded from ${url}: ${why}.`;
      const error = new AttuneError('invalid_config', message, details);
      this.#report(error, `The chat goes on without ${part}.`);
      return undefined;
    }
  }

  #withoutCore(cause: unknown): undefined {
    const error = cause instanceof Error ? cause : new Error(String(cause));
    this.#report(error, 'The chat goes on with set answers and without reading messages.');
  }
}
