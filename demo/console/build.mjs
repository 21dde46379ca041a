// Builds the console into dist/: one script, one style sheet, one page.
import { cp, mkdir, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));

await rm(at('dist'), { recursive: true, force: true });
await mkdir(at('dist'));
await build({
  entryPoints: [at('src/main.ts')],
  outfile: at('dist/console.js'),
  bundle: true,
  format: 'esm',
  target: 'es2022',
  minify: true,
  sourcemap: true,
  logLevel: 'warning',
});
await cp(at('public'), at('dist'), { recursive: true });
