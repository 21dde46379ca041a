import { afterEach, describe, expect, it, vi } from 'vitest';
import { compileCore, loadCore } from '../../web/src/index.ts';
import { wasmBytes, wasmUrl } from './support/core.ts';
import { deadAddress, serve } from './support/http.ts';
import { emptyModule, moduleImporting, moduleOfAbi } from './support/tiny-modules.ts';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const failure = (code: string, message: RegExp) =>
  expect.objectContaining({
    name: 'AttuneError',
    code,
    message: expect.stringMatching(message),
  });

const serveModule = async (type?: string, content?: Uint8Array | string): Promise<string> => {
  const body = content ?? (await wasmBytes());
  const origin = await serve((_, response) => {
    response.writeHead(200, type === undefined ? {} : { 'Content-Type': type }).end(body);
  });
  return `${origin}/attune.wasm`;
};

describe('loading', () => {
  it('compiles while it downloads', async () => {
    const streaming = vi.spyOn(WebAssembly, 'compileStreaming');
    const onWarning = vi.fn();
    const core = await loadCore({ url: await serveModule('application/wasm'), onWarning });
    expect(core.assess('hello')).toBeDefined();
    expect(streaming).toHaveBeenCalledOnce();
    expect(onWarning).not.toHaveBeenCalled();
  });

  it.each([
    'application/octet-stream',
    'application/wasm; charset=utf-8',
    'Application/WASM',
    undefined,
  ])('works when the server says %s, and tells that it should not', async (type) => {
    const onWarning = vi.fn();
    const core = await loadCore({ url: await serveModule(type), onWarning });
    expect(core.assess('hello')).toBeDefined();
    expect(onWarning).toHaveBeenCalledExactlyOnceWith(
      expect.stringContaining('serve it as application/wasm'),
    );
  });

  it('reads a file in Node', async () => {
    const core = await loadCore({ url: wasmUrl });
    expect(core.assess('hello')).toBeDefined();
  });

  it('starts from bytes, from a view into a larger buffer, and from a compiled module', async () => {
    const bytes = await wasmBytes();
    const larger = new Uint8Array(bytes.length + 20);
    larger.set(bytes, 10);
    const module = await compileCore({ bytes });
    const cores = await Promise.all([
      loadCore({ bytes: bytes.buffer }),
      loadCore({ bytes: larger.subarray(10, 10 + bytes.length) }),
      loadCore({ module }),
      loadCore({ module }),
    ]);
    const [first, ...others] = cores.map((core) => core.assess('WHERE IS IT???'));
    for (const other of others) expect(other).toEqual(first);
    cores[2]?.dispose();
    expect(cores[3]?.assess('hello')).toBeDefined();
  });

  it('downloads with the fetch that it is given', async () => {
    const body = await wasmBytes();
    const fetch = vi.fn(async () => new Response(body));
    await loadCore({ url: '/assets/attune.wasm', fetch });
    expect(fetch).toHaveBeenCalledExactlyOnceWith('/assets/attune.wasm');
  });
});

describe('a module that cannot be had', () => {
  it('names the address and the status', async () => {
    const origin = await serve((_, response) => response.writeHead(404).end('nothing here'));
    const url = `${origin}/attune.wasm`;
    await expect(loadCore({ url })).rejects.toThrow(
      failure('wasm_fetch_failed', new RegExp(`${url} answered 404 Not Found`)),
    );
  });

  it('names the address when nothing listens there', async () => {
    const url = `${await deadAddress()}/attune.wasm`;
    await expect(loadCore({ url })).rejects.toThrow(failure('wasm_fetch_failed', new RegExp(url)));
  });

  it('names the file that is missing', async () => {
    const url = new URL('./missing.wasm', wasmUrl);
    await expect(loadCore({ url })).rejects.toThrow(failure('wasm_fetch_failed', /missing\.wasm/));
  });

  it('by default looks beside the script', async () => {
    await expect(loadCore()).rejects.toThrow(
      failure('wasm_fetch_failed', /web\/src\/attune\.wasm/),
    );
  });

  it.each(['application/wasm', 'text/plain'])(
    'takes a download of %s that breaks off for a failed one',
    async (type) => {
      const body = await wasmBytes();
      const origin = await serve((_, response) => {
        response.writeHead(200, { 'Content-Type': type, 'Content-Length': body.length });
        response.write(body.subarray(0, 1_000), () => response.destroy());
      });
      await expect(loadCore({ url: `${origin}/attune.wasm` })).rejects.toThrow(
        failure('wasm_fetch_failed', /attune\.wasm/),
      );
    },
  );
});

describe('a module that is none', () => {
  it('shows how a page in its place begins', async () => {
    const url = await serveModule('text/html', '<!doctype html><title>Log in</title>');
    await expect(loadCore({ url })).rejects.toThrow(
      failure('wasm_invalid', new RegExp(`${url} \\(text/html\\).*begins with "<!do"`)),
    );
  });

  it.each([
    ['nothing', new Uint8Array()],
    ['three bytes', new Uint8Array([0, 0x61, 0x73])],
    ['a header and noise', new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 99, 99, 99])],
    ['another module', emptyModule],
  ])('refuses %s', async (_, bytes) => {
    await expect(loadCore({ bytes })).rejects.toThrow(failure('wasm_invalid', /./));
  });

  it('refuses garbage that is declared to be a module', async () => {
    const url = await serveModule('application/wasm', 'garbage');
    await expect(loadCore({ url })).rejects.toThrow(failure('wasm_invalid', new RegExp(url)));
  });

  it('names both versions of the ABI', async () => {
    await expect(loadCore({ bytes: moduleOfAbi(7) })).rejects.toThrow(
      failure('version_mismatch', /ABI 7.*ABI 2/),
    );
  });

  it.each([
    ['env', 'launch'],
    ['wasi_snapshot_preview1', 'path_open'],
    ['constructor', 'name'],
    ['env', 'toString'],
  ])('names an import that a core never has: %s.%s', async (space, field) => {
    await expect(loadCore({ bytes: moduleImporting(space, field) })).rejects.toThrow(
      failure('wasm_invalid', new RegExp(`${space}\\.${field}`)),
    );
  });
});

describe('a browser that does not run it', () => {
  it('says that there is no WebAssembly', async () => {
    vi.stubGlobal('WebAssembly', undefined);
    await expect(loadCore()).rejects.toThrow(failure('wasm_unavailable', /no WebAssembly/));
  });

  it.each([
    // As Chromium, Firefox and Safari word it; the real Chromium is asked in browser.test.ts.
    "WebAssembly.compile(): Compiling or instantiating WebAssembly module violates the following Content Security policy directive because neither 'wasm-eval' nor 'unsafe-eval' is an allowed source of script",
    'WebAssembly.compile(): Wasm code generation disallowed by embedder',
    'call to WebAssembly.compile() blocked by CSP',
    "Refused to create a WebAssembly object because 'unsafe-eval' or 'wasm-unsafe-eval' is not an allowed source of script in the following Content Security Policy directive: \"script-src 'self'\".",
  ])('knows a policy that forbids it: %s', async (wording) => {
    vi.spyOn(WebAssembly, 'compile').mockRejectedValue(new WebAssembly.CompileError(wording));
    await expect(loadCore({ bytes: await wasmBytes() })).rejects.toThrow(
      failure('wasm_blocked', /wasm-unsafe-eval/),
    );
  });

  it('knows a policy that is applied only when the module starts', async () => {
    const refused = new EvalError("Refused to create a WebAssembly object because 'unsafe-eval'");
    vi.spyOn(WebAssembly, 'instantiate').mockRejectedValue(refused);
    await expect(loadCore({ bytes: await wasmBytes() })).rejects.toThrow(
      failure('wasm_blocked', /wasm-unsafe-eval/),
    );
  });

  it('says that there is no memory to start in', async () => {
    const full = new RangeError('WebAssembly.instantiate(): Out of memory: Cannot allocate');
    vi.spyOn(WebAssembly, 'instantiate').mockRejectedValue(full);
    await expect(loadCore({ bytes: await wasmBytes() })).rejects.toThrow(
      failure('out_of_memory', /no memory/),
    );
  });
});
