/**
 * Builds the static site into demo/site/dist: pages from content/ and templates/, styles, scripts,
 * the search index, and a copy of the widget.
 *
 *   node demo/site/build.mjs [--require-widget]
 *
 * --require-widget: fail when widget/dist has not been built. Otherwise the pages come without chat.
 * SOURCE_DATE_EPOCH: seconds since 1970; the day the invented orders are counted from (today).
 */
import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { articlePage } from './templates/article.mjs';
import { readPages, searchRecords } from './templates/content.mjs';
import { homePage } from './templates/home.mjs';
import { raw } from './templates/html.mjs';
import { notFoundPage } from './templates/not-found.mjs';
import { ordersPage } from './templates/orders.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const dist = path.join(here, 'dist');
const widget = path.join(here, '../../widget/dist');

const readJson = async (file) =>
  JSON.parse(await readFile(path.join(here, 'content', file), 'utf8'));

/** The files of svg/ by name, to be put into pages where the style sheet can colour them. */
async function readIllustrations() {
  const folder = path.join(here, 'svg');
  const files = await readdir(folder);
  const entries = files.map(async (file) => [
    path.basename(file, '.svg'),
    (await readFile(path.join(folder, file), 'utf8')).trim().replace(/\n\s*/g, ''),
  ]);
  const illustrations = new Map(await Promise.all(entries));
  return (name) => {
    const svg = illustrations.get(name);
    if (svg === undefined) throw new Error(`svg/${name}.svg does not exist`);
    return raw(svg);
  };
}

async function writePages() {
  const [site, orders, articles, pages, svg] = await Promise.all([
    readJson('site.json'),
    readJson('orders.json'),
    readPages(path.join(here, 'content/articles')),
    readPages(path.join(here, 'content/pages')),
    readIllustrations(),
  ]);
  const epoch = process.env.SOURCE_DATE_EPOCH;
  const today = epoch ? new Date(Number(epoch) * 1000) : new Date();
  const context = { site, articles, pages, svg, today };
  const texts = [...articles.values(), ...pages.values()];
  const files = new Map([
    ['index.html', homePage(context)],
    ['orders.html', ordersPage(context, orders)],
    ['404.html', notFoundPage(context)],
    ...texts.map((page) => [`${page.slug}.html`, articlePage(context, page)]),
    ['search.json', JSON.stringify(texts.flatMap(searchRecords))],
  ]);
  for (const [file, text] of files) await writeFile(path.join(dist, file), String(text));
  return files.size - 1;
}

function bundle() {
  const shared = {
    absWorkingDir: here,
    outdir: dist,
    bundle: true,
    minify: true,
    target: 'es2022',
  };
  return Promise.all([
    // Loaded by a classic script before the first paint, so it cannot be a module.
    build({ ...shared, entryPoints: { theme: 'src/theme-early.ts' }, format: 'iife' }),
    build({
      ...shared,
      entryPoints: { site: 'src/site.ts' },
      format: 'esm',
      splitting: true,
      chunkNames: 'assets/[name]-[hash]',
    }),
    build({
      ...shared,
      entryPoints: { site: 'styles/site.css', inspector: 'styles/inspector.css' },
    }),
  ]);
}

async function copyWidget() {
  if (existsSync(path.join(widget, 'attune-chat.js'))) {
    await cp(widget, path.join(dist, 'attune'), { recursive: true });
    return;
  }
  const message = `no widget in ${path.relative(process.cwd(), widget)}; run "npm run build" first`;
  if (process.argv.includes('--require-widget')) throw new Error(message);
  console.warn(`demo/site: ${message}. The pages are built without chat.`);
}

try {
  await rm(dist, { recursive: true, force: true });
  await mkdir(dist, { recursive: true });
  await cp(path.join(here, 'public'), dist, { recursive: true });
  const [count] = await Promise.all([writePages(), bundle(), copyWidget()]);
  console.log(`demo/site: ${count} pages in ${path.relative(process.cwd(), dist)}`);
} catch (error) {
  console.error(`demo/site: ${error.message}`);
  process.exitCode = 1;
}
