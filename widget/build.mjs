/**
 * Bundles the element: `node widget/build.mjs` writes widget/dist/.
 *
 * attune-chat.js is what a page loads; chunks/ holds what it imports, at once (Lit) or when the
 * chat is opened (the rest); attune.wasm is the core, copied from build/wasm.
 */
import { copyFile, mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { build } from 'esbuild';

const widget = fileURLToPath(new URL('.', import.meta.url));
const out = join(widget, 'dist');
const wasm = join(widget, '../build/wasm/attune.wasm');

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
const { metafile } = await build({
  entryPoints: [join(widget, 'src/attune-chat.ts')],
  outdir: out,
  chunkNames: 'chunks/[name]-[hash]',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'browser',
  // The loader reads files when it runs in Node; a browser never gets there.
  external: ['node:*'],
  target: 'es2022',
  minify: true,
  sourcemap: 'external',
  legalComments: 'external',
  metafile: true,
  absWorkingDir: widget,
  plugins: [compactStyles()],
});
const hasCore = await copyCore();
await printSizes();

async function copyCore() {
  try {
    await copyFile(wasm, join(out, 'attune.wasm'));
    return true;
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
    console.warn(
      'widget: build/wasm/attune.wasm is missing, so the chat runs in plain mode. ' +
        'Build it first: cmake --preset wasm && cmake --build --preset wasm',
    );
    return false;
  }
}

/** Takes the white space out of css`` templates, which a minifier of JavaScript leaves alone. */
function compactStyles() {
  return {
    name: 'compact-styles',
    setup({ onLoad }) {
      onLoad({ filter: /widget\/src\/styles\/.*\.ts$/ }, async ({ path }) => {
        const source = await readFile(path, 'utf8');
        const contents = source.replace(/css`([^`]*)`/g, (_, text) => `css\`${compactCss(text)}\``);
        return { contents, loader: 'ts' };
      });
    },
  };
}

function compactCss(text) {
  return text
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};]) ?/g, '$1')
    .replace(/([:,]) /g, '$1')
    .trim();
}

/** What a page pays, in bytes after Brotli: with its tag, with the first opening, and the core. */
async function printSizes() {
  const entry = 'dist/attune-chat.js';
  const launcher = staticImports(entry);
  const scripts = Object.keys(metafile.outputs).filter((name) => name.endsWith('.js'));
  const rest = scripts.filter((name) => !launcher.has(name));
  const rows = [
    ['launcher', [...launcher]],
    ['on first opening', rest],
    ...(hasCore ? [['core', ['dist/attune.wasm']]] : []),
  ];
  for (const [name, files] of rows) {
    const bytes = await Promise.all(files.map((file) => brotliSize(join(widget, file))));
    const total = bytes.reduce((sum, size) => sum + size, 0);
    console.log(`widget: ${name}: ${total} bytes Brotli in ${files.length} files`);
  }
}

function staticImports(name, found = new Set()) {
  if (found.has(name)) return found;
  found.add(name);
  for (const { path, kind } of metafile.outputs[name].imports) {
    if (kind === 'import-statement') staticImports(path, found);
  }
  return found;
}

async function brotliSize(file) {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11 };
  return brotliCompressSync(await readFile(file), { params }).length;
}
