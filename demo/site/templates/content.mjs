/** Reads content/: Markdown files that begin with JSON between two lines of `---`. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { anchorOf, plainText, renderMarkdown, typeset } from './markdown.mjs';

const FRONT_MATTER = /^---\n([\s\S]+?)\n---\n([\s\S]+)$/;

async function readPage(file) {
  const match = FRONT_MATTER.exec(await readFile(file, 'utf8'));
  if (!match) {
    throw new Error(`${file}: expected JSON between two lines of "---", and Markdown after it`);
  }
  const body = match[2].trim();
  try {
    const { title, summary, ...rest } = JSON.parse(match[1]);
    return {
      ...rest,
      slug: path.basename(file, '.md'),
      title: typeset(title),
      summary: typeset(summary),
      body,
      html: renderMarkdown(body),
    };
  } catch (error) {
    throw new Error(`${file}: ${error.message}`, { cause: error });
  }
}

/** All pages of a folder, by slug. */
export async function readPages(folder) {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.md')).sort();
  const pages = await Promise.all(names.map((name) => readPage(path.join(folder, name))));
  return new Map(pages.map((page) => [page.slug, page]));
}

/** What the search reads: one record for the head of a page and one for each of its sections. */
export function searchRecords({ slug, title, summary, keywords, body }) {
  const [intro, ...sections] = body.split(/^## /m);
  const url = `${slug}.html`;
  return [
    { id: url, url, title, summary, keywords, text: plainText(intro) },
    ...sections.map((source) => {
      const [heading, ...lines] = source.split('\n');
      const id = `${url}#${anchorOf(heading)}`;
      return { id, url, section: typeset(heading), text: plainText(lines.join('\n')) };
    }),
  ];
}
