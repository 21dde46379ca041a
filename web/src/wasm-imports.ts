import { AttuneError } from './errors.ts';

/** WASI's "function not supported". */
const ENOSYS = 52;

type ImportedFunction = (...args: number[]) => number | undefined;

/**
 * What the module may ask of its host. The core prints nothing and opens no file: the WASI calls
 * are only linked in by the C library, so they answer with an error or end the call.
 */
const provided: Record<string, Record<string, ImportedFunction>> = {
  env: {
    // Nothing to do: core.ts takes a new view of the memory for each access.
    emscripten_notify_memory_growth: () => undefined,
  },
  wasi_snapshot_preview1: {
    fd_close: () => ENOSYS,
    fd_seek: () => ENOSYS,
    fd_write: () => ENOSYS,
    proc_exit: (code) => {
      throw new Error(`the core asked to exit with code ${code}`);
    },
  },
};

/**
 * Chooses the imports of a compiled core.
 *
 * @param module any WebAssembly module.
 * @returns exactly what `module` imports.
 * @throws AttuneError `wasm_invalid`, naming the first import that a core never has.
 */
export function importsFor(module: WebAssembly.Module): WebAssembly.Imports {
  const imports: Record<string, Record<string, ImportedFunction>> = {};
  for (const { module: space, name } of WebAssembly.Module.imports(module)) {
    const known = Object.hasOwn(provided, space) ? provided[space] : undefined;
    const implementation = known && Object.hasOwn(known, name) ? known[name] : undefined;
    if (!implementation) {
      throw new AttuneError(
        'wasm_invalid',
        `The module imports ${space}.${name}, which an Attune core never does: ` +
          'serve the attune.wasm that belongs to this release.',
      );
    }
    imports[space] = { ...imports[space], [name]: implementation };
  }
  return imports;
}
