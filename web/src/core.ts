/**
 * The boundary to WebAssembly: the only file that reads or writes the module's memory.
 * `wasm/attune_abi.h` states the rules that it keeps.
 */
import { AttuneError, type AttuneErrorCode } from './errors.ts';

/** The ABI that this file speaks: `ATTUNE_ABI_VERSION` of `wasm/attune_abi.h`. */
export const ABI_VERSION = 2;

/** The functions that this file calls, all of them those of `wasm/exports.txt`. */
export const ABI_FUNCTIONS = [
  'attune_abi_version',
  'attune_alloc',
  'attune_analyzer_assess',
  'attune_analyzer_create',
  'attune_analyzer_destroy',
  'attune_analyzer_result',
  'attune_analyzer_result_size',
  'attune_conversation_bot_turn',
  'attune_conversation_configure',
  'attune_conversation_create',
  'attune_conversation_customer_turn',
  'attune_conversation_destroy',
  'attune_conversation_event',
  'attune_conversation_restore',
  'attune_conversation_result',
  'attune_conversation_result_size',
  'attune_conversation_save',
  'attune_conversation_set_attributes',
  'attune_free',
  'attune_version',
] as const;

export type AbiFunction = (typeof ABI_FUNCTIONS)[number];
type AbiExports = Record<AbiFunction, (...args: number[]) => number> & {
  memory: WebAssembly.Memory;
};

/** `attune_status`, as far as a caller can bring it about. */
const STATUS_OK = 0;
const STATUS_ERRORS: Record<number, AttuneErrorCode> = {
  2: 'invalid_config',
  3: 'invalid_turn',
  4: 'invalid_state',
};

/** What an error without a pointer is about; of turns the message tells it. */
const WHOLES: Partial<Record<AttuneErrorCode, string>> = {
  invalid_config: 'The configuration',
  invalid_state: 'The saved conversation',
};

/** A wasm32 memory is addressed with 32 bits; no buffer in it comes near half of that. */
const MAX_BUFFER_BYTES = 0x7fff_ffff;

/** An object of the module that keeps the result of its last call. */
export interface Handle {
  readonly noun: 'attune_analyzer' | 'attune_conversation';
  readonly address: number;
}

/** Calls into one instance, text in and JSON out. */
export class Machine {
  readonly #encoder = new TextEncoder();
  readonly #decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  /** Let go at the end, so that the memory can be collected while a stale object is still held. */
  #exports: AbiExports | undefined;
  #end: { code: AttuneErrorCode; message: string; cause?: unknown } | undefined;

  constructor(exports: AbiExports) {
    this.#exports = exports;
  }

  get ended(): boolean {
    return this.#end !== undefined;
  }

  /** Makes every later call throw. The first reason stays. */
  end(code: AttuneErrorCode, message: string, cause?: unknown): void {
    this.#end ??= { code, message, cause };
    this.#exports = undefined;
  }

  /** Calls one function. Addresses and sizes come back unsigned. */
  call(name: AbiFunction, ...args: number[]): number {
    const exports = this.#exports;
    if (!exports) throw this.#endError();
    try {
      return exports[name](...args) >>> 0;
    } catch (cause) {
      // A trap leaves the module's data half changed: nothing it says afterwards can be trusted.
      if (canGrow(exports.memory)) {
        this.end(
          'core_failed',
          `The core stopped in ${name} (${String(cause)}); load it anew.`,
          cause,
        );
      } else {
        this.end('out_of_memory', `The core ran out of memory in ${name}; load it anew.`, cause);
      }
      throw this.#endError();
    }
  }

  /** Gives `text` to a function of a handle; answers with the JSON that the call leaves there. */
  ask(handle: Handle, name: AbiFunction, text: string, ...rest: number[]): unknown {
    const status = this.#withText(text, (address, size) =>
      this.call(name, handle.address, address, size, ...rest),
    );
    return this.#readResult(handle, name, status).json;
  }

  /** Has a handle write itself down; answers with the text of the JSON that the call leaves there. */
  write(handle: Handle, name: AbiFunction): string {
    return this.#readResult(handle, name, this.call(name, handle.address)).text;
  }

  /** Reads a NUL-terminated ASCII string. */
  readCString(address: number): string {
    const bytes = this.#bytes(address);
    return this.#decoder.decode(bytes.subarray(0, bytes.indexOf(0)));
  }

  #withText(text: string, use: (address: number, size: number) => number): number {
    if (text === '') return use(0, 0);
    // One UTF-16 unit becomes at most 3 bytes. A lone surrogate becomes U+FFFD, one unit as well,
    // so the offsets in a result hold for the text as it was given.
    const capacity = text.length * 3;
    const address = capacity > MAX_BUFFER_BYTES ? 0 : this.call('attune_alloc', capacity);
    if (address === 0) {
      throw new AttuneError('out_of_memory', `No memory for a text of ${text.length} characters.`);
    }
    try {
      const { written } = this.#encoder.encodeInto(text, this.#bytes(address, capacity));
      return use(address, written);
    } finally {
      if (!this.ended) this.call('attune_free', address);
    }
  }

  #readResult(handle: Handle, name: string, status: number): { text: string; json: unknown } {
    const address = this.call(`${handle.noun}_result`, handle.address);
    const size = this.call(`${handle.noun}_result_size`, handle.address);
    const result = this.#parse(this.#bytes(address, size));
    if (status !== STATUS_OK) throw statusError(name, status, result.json);
    return result;
  }

  #parse(bytes: Uint8Array): { text: string; json: unknown } {
    try {
      const text = this.#decoder.decode(bytes);
      return { text, json: JSON.parse(text) };
    } catch (cause) {
      this.end('core_failed', 'The core answered with something that is not JSON.', cause);
      throw this.#endError();
    }
  }

  /** A new view each time: a memory that has grown has another buffer. */
  #bytes(address: number, size?: number): Uint8Array {
    if (!this.#exports) throw this.#endError();
    return new Uint8Array(this.#exports.memory.buffer, address, size);
  }

  #endError(): AttuneError {
    const { code, message, cause } = this.#end ?? { code: 'disposed', message: 'Disposed.' };
    return new AttuneError(code, message, { cause });
  }
}

/**
 * Checks that an instance is a core and of this loader's release.
 *
 * @param instance of `attune.wasm`; from now on it belongs to the machine.
 * @throws AttuneError `wasm_invalid` when it is not a core, `version_mismatch` when it is one of
 *   another release.
 */
export function openMachine(instance: WebAssembly.Instance): Machine {
  const exports = instance.exports as unknown as Partial<AbiExports> & { _initialize?: () => void };
  requireExport(exports, 'attune_abi_version');
  try {
    exports._initialize?.();
  } catch (cause) {
    throw new AttuneError('wasm_invalid', 'The module failed to initialise itself.', { cause });
  }
  const version = exports.attune_abi_version?.();
  if (version !== ABI_VERSION) {
    throw new AttuneError(
      'version_mismatch',
      `attune.wasm speaks ABI ${version}, its loader ABI ${ABI_VERSION}: ` +
        'serve both files from the same release.',
    );
  }
  if (!exports.memory) throw missingExport('memory');
  for (const name of ABI_FUNCTIONS) requireExport(exports, name);
  return new Machine(exports as AbiExports);
}

function requireExport(exports: Partial<AbiExports>, name: AbiFunction): void {
  if (typeof exports[name] !== 'function') throw missingExport(name);
}

function missingExport(name: string): AttuneError {
  return new AttuneError(
    'wasm_invalid',
    `The module is not an Attune core: it exports no ${name}.`,
  );
}

function statusError(name: string, status: number, json: unknown): AttuneError {
  const code = STATUS_ERRORS[status] ?? 'core_failed';
  const { error } = json as { error?: Record<'message' | 'pointer' | 'expected', string> };
  if (!error) return new AttuneError(code, `${name} failed with status ${status}.`);
  const { message, pointer, expected } = error;
  const whole = WHOLES[code];
  const what = whole === undefined ? message : `${pointer === '' ? whole : pointer}: ${message}`;
  const wanted = expected === '' ? '' : `; expected ${expected}`;
  return new AttuneError(code, `${what}${wanted}.`, { pointer, expected });
}

/** A trap names no cause; whether it was the memory shows when one asks for as much again. */
function canGrow(memory: WebAssembly.Memory): boolean {
  const pages = memory.buffer.byteLength / 65_536;
  try {
    memory.grow(pages);
    return true;
  } catch {
    return false;
  }
}
