/** Markdown of content/ to the HTML of an article. */
import { Marked } from 'marked';
import { escapeHtml } from './html.mjs';

/** The anchor of a heading: "I was charged twice" -> "i-was-charged-twice". */
export const anchorOf = (heading) =>
  heading
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/** Straight quotes and apostrophes of running text, as a printer would set them. */
export const typeset = (text) =>
  text
    .replace(/(^|[\s(])"/g, '$1\u201c')
    .replace(/"/g, '\u201d')
    .replace(/'/g, '\u2019');

function table(token, parser) {
  const cell = ({ tokens }, tag, attributes = '') =>
    `<${tag}${attributes}>${parser.parseInline(tokens)}</${tag}>`;
  const head = token.header.map((item) => cell(item, 'th', ' scope="col"')).join('');
  const rows = token.rows.map((row) => `<tr>${row.map((item) => cell(item, 'td')).join('')}</tr>`);
  const name = escapeHtml(`Table: ${token.header.map((item) => item.text).join(', ')}`);
  // A table wider than the screen scrolls by itself, so a keyboard must be able to get there.
  return `<div class="table" role="region" aria-label="${name}" tabindex="0">
<table><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table></div>\n`;
}

const marked = new Marked({
  renderer: {
    heading({ tokens, depth, text }) {
      return `<h${depth} id="${anchorOf(text)}">${this.parser.parseInline(tokens)}</h${depth}>\n`;
    },
    blockquote({ tokens }) {
      return `<div class="note" role="note">${this.parser.parse(tokens)}</div>\n`;
    },
    table(token) {
      return table(token, this.parser);
    },
    text({ tokens, text }) {
      return tokens ? this.parser.parseInline(tokens) : escapeHtml(typeset(text));
    },
  },
});

export const renderMarkdown = (source) => marked.parse(source);

/** The words of a Markdown text, for the search. */
export const plainText = (source) =>
  typeset(source)
    .replace(/\[([^\]]+)\]\([^)]+\)/g, '$1')
    .replace(/^\|[\s|-]+\|$/gm, ' ')
    .replace(/[*>|]|^\d+\. |^- /gm, ' ')
    .replace(/\s+/g, ' ')
    .trim();
