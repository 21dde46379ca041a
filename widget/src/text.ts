/** The longest message that can be sent, in UTF-16 code units. */
export const maxMessageLength = 20_000;

/**
 * The longest text that the composer holds, so that a message that is too long can be shortened
 * there. Browsers need seconds to lay out a megabyte in a text field.
 */
export const maxDraftLength = 2 * maxMessageLength;

/** From here on a message is shown shortened, with a button that shows all of it. */
const longMessage = { characters: 1_200, lines: 18 };

const carriageReturns = /\r\n?/g;
// Line feed and tab lay text out; every other control character is made visible.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;
const firstControlPicture = 0x2400;
const deleteCode = 0x7f;

/**
 * A message as it is shown: control characters become their pictures (NUL becomes U+2400), so
 * that nothing in a message is invisible by accident. The core is given the original.
 */
export function displayText(text: string): string {
  return text.replace(carriageReturns, '\n').replace(controls, (control) => {
    const code = control.charCodeAt(0);
    if (code < 0x20) return String.fromCharCode(firstControlPicture + code);
    return code === deleteCode ? '\u2421' : '\ufffd';
  });
}

export function isLong(text: string): boolean {
  if (text.length > longMessage.characters) return true;
  let lines = 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++;
  return lines > longMessage.lines;
}

/** A topic's label is written to stand inside a sentence; on a button it starts one. */
export function asButtonLabel(label: string, localeTag: string): string {
  const [first = ''] = label;
  return first.toLocaleUpperCase(localeTag) + label.slice(first.length);
}
