import { type AbiFunction, type Handle, type Machine, openMachine } from './core.ts';
import { AttuneError, type AttuneErrorCode } from './errors.ts';
import type {
  Assessment,
  AttributeChanges,
  Conversation,
  ConversationConfig,
  ConversationEventName,
  Core,
  TurnResult,
} from './types.ts';

/**
 * Starts a core in an instantiated module.
 *
 * @param instance of `attune.wasm`; from now on it belongs to the core.
 * @returns the core; `dispose()` it when it is no longer needed.
 * @throws AttuneError `wasm_invalid` when the module is not a core, `version_mismatch` when it is
 *   one of another release, `out_of_memory` when it cannot set itself up.
 */
export function startCore(instance: WebAssembly.Instance): Core {
  return new WasmCore(openMachine(instance));
}

class WasmConversation implements Conversation {
  readonly #machine: Machine;
  readonly #handle: Handle;
  readonly #release: (conversation: WasmConversation, address: number) => void;
  #disposed = false;

  constructor(
    machine: Machine,
    address: number,
    release: (conversation: WasmConversation, address: number) => void,
  ) {
    this.#machine = machine;
    this.#handle = { noun: 'attune_conversation', address };
    this.#release = release;
  }

  customerTurn(text: string, at: number): TurnResult {
    requireString('customerTurn', text);
    return this.#ask('attune_conversation_customer_turn', text, requireTime(at)) as TurnResult;
  }

  botTurn(text: string, at: number, options: { unanswered?: boolean } = {}): void {
    requireString('botTurn', text);
    const unanswered = options.unanswered ? 1 : 0;
    this.#ask('attune_conversation_bot_turn', text, requireTime(at), unanswered);
  }

  event(name: ConversationEventName, at: number): void {
    requireString('event', name);
    this.#ask('attune_conversation_event', name, requireTime(at));
  }

  setAttributes(attributes: AttributeChanges, at: number): void {
    const json = toJson('invalid_turn', 'The attributes are', attributes);
    this.#ask('attune_conversation_set_attributes', json, requireTime(at));
  }

  save(): string {
    return this.#machine.write(this.#alive(), 'attune_conversation_save');
  }

  restore(saved: string): void {
    requireString('restore', saved);
    this.#ask('attune_conversation_restore', saved);
  }

  /** Not part of the public interface: a conversation is configured once, when it is made. */
  configure(config: ConversationConfig): void {
    const json = toJson('invalid_config', 'The configuration is', config);
    this.#ask('attune_conversation_configure', json);
  }

  dispose(): void {
    if (this.#disposed) return;
    this.#disposed = true;
    this.#release(this, this.#handle.address);
  }

  #ask(name: AbiFunction, text: string, ...rest: number[]): unknown {
    return this.#machine.ask(this.#alive(), name, text, ...rest);
  }

  #alive(): Handle {
    if (!this.#disposed) return this.#handle;
    throw new AttuneError('disposed', 'This conversation was disposed; start another.');
  }
}

class WasmCore implements Core {
  readonly version: string;
  readonly #machine: Machine;
  readonly #analyzer: Handle;
  readonly #conversations = new Set<number>();
  /**
   * Frees conversations that were dropped without `dispose()`. The core needs no such net: its
   * memory belongs to its instance and goes with it.
   */
  readonly #dropped = new FinalizationRegistry<number>((address) => {
    this.#destroyConversation(address);
  });

  constructor(machine: Machine) {
    this.#machine = machine;
    this.version = machine.readCString(machine.call('attune_version'));
    const address = machine.call('attune_analyzer_create');
    if (address === 0) {
      throw new AttuneError('out_of_memory', 'The core could not set itself up: no memory left.');
    }
    this.#analyzer = { noun: 'attune_analyzer', address };
  }

  assess(text: string): Assessment {
    requireString('assess', text);
    return this.#machine.ask(this.#analyzer, 'attune_analyzer_assess', text) as Assessment;
  }

  conversation(config?: ConversationConfig): Conversation {
    const address = this.#machine.call('attune_conversation_create', this.#analyzer.address);
    if (address === 0) {
      throw new AttuneError('out_of_memory', 'No memory for another conversation; dispose some.');
    }
    this.#conversations.add(address);
    const conversation = new WasmConversation(this.#machine, address, this.#release);
    this.#dropped.register(conversation, address, conversation);
    try {
      if (config !== undefined) conversation.configure(config);
    } catch (error) {
      conversation.dispose();
      throw error;
    }
    return conversation;
  }

  dispose(): void {
    // Conversations borrow the analyzer, so they go first.
    for (const address of this.#conversations) this.#destroyConversation(address);
    this.#destroy('attune_analyzer_destroy', this.#analyzer.address);
    this.#machine.end('disposed', 'This core was disposed; load another.');
  }

  readonly #release = (conversation: WasmConversation, address: number): void => {
    this.#dropped.unregister(conversation);
    this.#destroyConversation(address);
  };

  #destroyConversation(address: number): void {
    this.#conversations.delete(address);
    this.#destroy('attune_conversation_destroy', address);
  }

  /** Never throws: should the core stop in here, then the machine has noted it for later calls. */
  #destroy(name: AbiFunction, address: number): void {
    try {
      if (!this.#machine.ended) this.#machine.call(name, address);
    } catch {}
  }
}

function toJson(code: AttuneErrorCode, what: string, value: unknown): string {
  try {
    return JSON.stringify(value) ?? 'null';
  } catch (cause) {
    throw new AttuneError(code, `${what} not JSON: ${String(cause)}`, {
      pointer: '',
      expected: 'plain objects, arrays, strings, numbers and booleans',
      cause,
    });
  }
}

function requireString(method: string, value: unknown): void {
  if (typeof value !== 'string') {
    throw new TypeError(
      `${method}() needs a string, not ${value === null ? 'null' : typeof value}.`,
    );
  }
}

function requireTime(at: number): number {
  if (Number.isFinite(at)) return at;
  throw new AttuneError(
    'invalid_turn',
    `\`at\` is ${String(at)}: it needs milliseconds since the Unix epoch, as of Date.now().`,
  );
}
