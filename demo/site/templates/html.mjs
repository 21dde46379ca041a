/** HTML as tagged templates. Every value is escaped, except what is HTML already. */

class Html {
  constructor(text) {
    this.text = text;
  }
  toString() {
    return this.text;
  }
}

const ESCAPES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export const escapeHtml = (text) => String(text).replace(/[&<>"']/g, (char) => ESCAPES[char]);

/** Marks text that is HTML already: a file of this folder or the output of the Markdown renderer. */
export const raw = (text) => new Html(text);

function insert(value) {
  if (value === undefined || value === null || value === false) return '';
  if (Array.isArray(value)) return value.map(insert).join('');
  return value instanceof Html ? value.text : escapeHtml(value);
}

export function html(strings, ...values) {
  return new Html(strings.reduce((text, part, index) => text + insert(values[index - 1]) + part));
}
