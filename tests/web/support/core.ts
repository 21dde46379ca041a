import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { startCore } from '../../../web/src/api.ts';
import type { Core } from '../../../web/src/types.ts';
import { importsFor } from '../../../web/src/wasm-imports.ts';

export const repository = resolve(import.meta.dirname, '../../..');

/** The module under test; ATTUNE_WASM names another build of it. */
export const wasmPath = resolve(repository, process.env.ATTUNE_WASM ?? 'build/wasm/attune.wasm');
if (!existsSync(wasmPath)) {
  throw new Error(`${wasmPath} is missing: build it with "npm run build" and run the tests again.`);
}
export const wasmUrl = pathToFileURL(wasmPath);

export const wasmBytes = async (): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await readFile(wasmPath));

/** Starts a core of its own whose exports are partly replaced, to bring about what is rare. */
export async function startCoreWith(
  replace: (exports: Record<string, unknown>) => Record<string, unknown> = () => ({}),
): Promise<{ core: Core; memory: WebAssembly.Memory }> {
  const module = await WebAssembly.compile(await wasmBytes());
  const { exports } = await WebAssembly.instantiate(module, importsFor(module));
  const instance = { exports: { ...exports, ...replace(exports) } } as WebAssembly.Instance;
  return { core: startCore(instance), memory: exports.memory as WebAssembly.Memory };
}

/** Asks the engine to collect garbage and to run finalizers. */
export async function collectGarbage(): Promise<void> {
  const { setFlagsFromString } = await import('node:v8');
  const { runInNewContext } = await import('node:vm');
  setFlagsFromString('--expose-gc');
  const gc = runInNewContext('gc') as () => void;
  for (let round = 0; round < 3; round += 1) {
    await new Promise((done) => setTimeout(done, 0));
    gc();
  }
  await new Promise((done) => setTimeout(done, 0));
}
