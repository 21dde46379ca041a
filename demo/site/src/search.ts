/** The search of the help articles. The library and the index are loaded at the first key. */
import type MiniSearch from 'minisearch';

/** The head of an article (with `title` and `summary`) or one of its sections. */
interface SearchRecord {
  id: string;
  url: string;
  title?: string;
  summary?: string;
  keywords?: string;
  section?: string;
  text: string;
}

/** An article that fits, with its section whose heading fits best. */
interface Found {
  url: string;
  title: string;
  summary: string;
  section: { url: string; title: string } | null;
}

interface SearchIndex {
  engine: MiniSearch<SearchRecord>;
  /** Heads of the articles, by address. */
  heads: Map<string, SearchRecord>;
}

const MAX_SHOWN = 6;

async function loadIndex(): Promise<SearchIndex> {
  const [{ default: Engine }, response] = await Promise.all([
    import('minisearch'),
    fetch('search.json'),
  ]);
  const records = (await response.json()) as SearchRecord[];
  const engine = new Engine<SearchRecord>({
    fields: ['title', 'section', 'keywords', 'summary', 'text'],
    storeFields: ['url', 'section'],
    searchOptions: {
      boost: { title: 4, section: 3, keywords: 3, summary: 2 },
      prefix: true,
      // One wrong letter in a word of five, two in one of ten.
      fuzzy: (term) => (term.length > 4 ? 0.2 : false),
      combineWith: 'AND',
    },
  });
  engine.addAll(records);
  const heads = new Map(records.filter(({ title }) => title).map((head) => [head.url, head]));
  return { engine, heads };
}

/** All articles that fit, in the order of their best part. */
function findArticles({ engine, heads }: SearchIndex, query: string): Found[] {
  const strict = engine.search(query);
  const hits = strict.length > 0 ? strict : engine.search(query, { combineWith: 'OR' });
  const found = new Map<string, Found>();
  for (const { id, url, section, match } of hits) {
    const { title = '', summary = '' } = heads.get(url) ?? {};
    const article = found.get(url) ?? { url, title, summary, section: null };
    found.set(url, article);
    const inHeading = Object.values(match).flat().includes('section');
    if (inHeading) article.section ??= { url: String(id), title: section };
  }
  return [...found.values()];
}

function link(href: string, text: string): HTMLAnchorElement {
  const anchor = document.createElement('a');
  anchor.href = href;
  anchor.textContent = text;
  return anchor;
}

function resultItem({ url, title, summary, section }: Found): HTMLLIElement {
  const item = document.createElement('li');
  const text = document.createElement('p');
  text.textContent = summary;
  item.append(link(url, title), text);
  if (section) item.append(link(section.url, section.title));
  return item;
}

function countText(count: number, query: string): string {
  const quoted = `\u201c${query}\u201d`;
  if (count === 0) return `Nothing found for ${quoted}. Try one word, or ask in the chat.`;
  if (count > MAX_SHOWN) return `The best ${MAX_SHOWN} of ${count} articles for ${quoted}`;
  return `${count} ${count === 1 ? 'article' : 'articles'} for ${quoted}`;
}

/** Makes the search form of the home page answer while the visitor types. */
export function initSearch(form: HTMLFormElement, results: HTMLElement): void {
  const input = form.querySelector('input') as HTMLInputElement;
  const status = results.querySelector('[role="status"]') as HTMLElement;
  const list = results.querySelector('ul') as HTMLUListElement;
  let index: Promise<SearchIndex> | undefined;

  const update = async () => {
    const query = input.value.trim();
    results.hidden = query === '';
    if (query === '') return;
    index ??= loadIndex();
    const found = findArticles(await index, query);
    if (query !== input.value.trim()) return; // typed on while the index was loading
    status.textContent = countText(found.length, query);
    list.replaceChildren(...found.slice(0, MAX_SHOWN).map(resultItem));
  };

  const show = () => {
    update().catch((error) => {
      index = undefined; // the next key tries again
      status.textContent = 'The search could not be loaded. All articles are listed below.';
      console.error(error);
    });
  };

  input.addEventListener('input', show);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    list.querySelector('a')?.focus();
  });
  input.value = new URLSearchParams(location.search).get('q') ?? input.value;
  show();
}
