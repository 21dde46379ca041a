import { startCore } from './api.ts';
import { AttuneError } from './errors.ts';
import type { Core } from './types.ts';
import { importsFor } from './wasm-imports.ts';

/** Where the module comes from: the first of `module`, `bytes` and `url` that is given. */
export interface LoadOptions {
  /** A compiled module, for example one that a page compiled for its workers. */
  module?: WebAssembly.Module;
  /** The content of `attune.wasm`. */
  bytes?: BufferSource;
  /** Address of `attune.wasm`; default: beside the script that this code ends up in. */
  url?: string | URL;
  /** Replaces the global `fetch`, for example to add credentials. */
  fetch?: typeof globalThis.fetch;
  /** Told in one sentence what works but should be set up better, such as a wrong MIME type. */
  onWarning?: (message: string) => void;
}

/**
 * Loads the core into this thread: a page, a worker or Node.
 *
 * Nothing is downloaded before the call. Every call starts an independent core with a memory of
 * its own; `compileCore` lets several share one compiled module.
 *
 * @returns the core; `dispose()` it when it is no longer needed.
 * @throws AttuneError with one of the codes `wasm_unavailable`, `wasm_blocked`,
 *   `wasm_fetch_failed`, `wasm_invalid`, `version_mismatch` and `out_of_memory`.
 */
export async function loadCore(options: LoadOptions = {}): Promise<Core> {
  const module = await compileCore(options);
  const imports = importsFor(module);
  let instance: WebAssembly.Instance;
  try {
    instance = await WebAssembly.instantiate(module, imports);
  } catch (cause) {
    throw compileError(cause, 'The module');
  }
  return startCore(instance);
}

/**
 * Downloads and compiles the module without starting a core.
 *
 * @returns a module for `loadCore({ module })`, here or in a worker.
 * @throws AttuneError `wasm_unavailable`, `wasm_blocked`, `wasm_fetch_failed` or `wasm_invalid`.
 */
export async function compileCore(options: LoadOptions = {}): Promise<WebAssembly.Module> {
  if (typeof WebAssembly !== 'object') {
    throw new AttuneError(
      'wasm_unavailable',
      'This browser has no WebAssembly, or it is switched off (lockdown mode, jitless).',
    );
  }
  if (options.module) return options.module;
  if (options.bytes) return compileBytes(options.bytes, 'The given content');
  const url = options.url ?? new URL('./attune.wasm', import.meta.url);
  const file = options.fetch ? undefined : await readFileUrl(url);
  if (file) return compileBytes(file, String(url));
  return compileResponse(await download(url, options.fetch), url, options.onWarning);
}

async function download(
  url: string | URL,
  fetch: typeof globalThis.fetch = globalThis.fetch,
): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(url);
  } catch (cause) {
    throw fetchError(url, cause);
  }
  if (response.ok) return response;
  const status = `${response.status} ${response.statusText}`.trim();
  throw new AttuneError(
    'wasm_fetch_failed',
    `${url} answered ${status}: copy attune.wasm there, or pass its address as \`url\`.`,
  );
}

async function compileResponse(
  response: Response,
  url: string | URL,
  onWarning: LoadOptions['onWarning'],
): Promise<WebAssembly.Module> {
  const type = response.headers.get('Content-Type')?.trim() ?? '';
  // Anything else is refused by compileStreaming, by Node even other letter case.
  if (type === 'application/wasm') {
    try {
      return await WebAssembly.compileStreaming(response);
    } catch (cause) {
      const compiled = cause instanceof WebAssembly.CompileError || isPolicyBlock(cause);
      throw compiled ? compileError(cause, String(url)) : fetchError(url, cause);
    }
  }
  let bytes: ArrayBuffer;
  try {
    bytes = await response.arrayBuffer();
  } catch (cause) {
    throw fetchError(url, cause);
  }
  const module = await compileBytes(bytes, `${url} (${type || 'no content type'})`);
  onWarning?.(
    `${url} came as ${type || 'no type at all'}: serve it as application/wasm, ` +
      'so that it compiles while it downloads.',
  );
  return module;
}

async function compileBytes(bytes: BufferSource, where: string): Promise<WebAssembly.Module> {
  const head = ArrayBuffer.isView(bytes)
    ? new Uint8Array(bytes.buffer, bytes.byteOffset, Math.min(4, bytes.byteLength))
    : new Uint8Array(bytes, 0, Math.min(4, bytes.byteLength));
  const start = String.fromCharCode(...head);
  if (start !== '\0asm') {
    throw new AttuneError(
      'wasm_invalid',
      `${where} is not a WebAssembly module: it begins with ${JSON.stringify(start)}. ` +
        'A page in its place (a single-page fallback, a login) is the usual reason.',
    );
  }
  try {
    return await WebAssembly.compile(bytes);
  } catch (cause) {
    throw compileError(cause, where);
  }
}

/**
 * Reads a `file:` address in Node, whose `fetch` refuses them. The module is asked for at run
 * time, so that no bundler takes it along.
 */
async function readFileUrl(url: string | URL): Promise<BufferSource | undefined> {
  if (!String(url).startsWith('file:')) return undefined;
  const fs = globalThis.process?.getBuiltinModule?.('node:fs/promises');
  if (!fs) return undefined;
  try {
    return await fs.readFile(new URL(url));
  } catch (cause) {
    throw fetchError(url, cause);
  }
}

function fetchError(url: string | URL, cause: unknown): AttuneError {
  return new AttuneError(
    'wasm_fetch_failed',
    `${url} could not be loaded (${reason(cause)}): is it there, and does the page's ` +
      'connect-src allow it?',
    { cause },
  );
}

function compileError(cause: unknown, where: string): AttuneError {
  if (isPolicyBlock(cause)) {
    return new AttuneError(
      'wasm_blocked',
      "The page's content security policy forbids WebAssembly: " +
        "add 'wasm-unsafe-eval' to its script-src.",
      { cause },
    );
  }
  if (cause instanceof RangeError) {
    return new AttuneError('out_of_memory', 'There is no memory to start the core in.', { cause });
  }
  return new AttuneError('wasm_invalid', `${where} could not be started (${reason(cause)}).`, {
    cause,
  });
}

/**
 * Browsers give a blocked module no error of its own. Chromium: CompileError, "... violates the
 * following Content Security policy directive ... 'unsafe-eval' ..." (before 97: "Wasm code
 * generation disallowed by embedder"); Firefox: CompileError, "... blocked by CSP"; Safari:
 * EvalError or CompileError, "Refused to create a WebAssembly object because 'unsafe-eval' ...".
 */
function isPolicyBlock(cause: unknown): boolean {
  return /content security policy|\bCSP\b|unsafe-eval|disallowed by embedder/i.test(reason(cause));
}

function reason(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
