const protocols: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:', 'tel:']);

export interface SafeLink {
  readonly href: string;
  /** Opens beside the chat, so that following it does not end the conversation. */
  readonly newTab: boolean;
}

/**
 * The link when `href` is relative, http, https, mailto or tel; otherwise undefined, and what
 * would have been a link is shown as text. The URL parser decides, so that white space and
 * control characters inside "java\nscript:" don't hide the scheme.
 */
export function safeLink(href: string | undefined, base: string): SafeLink | undefined {
  const url = href ? parse(href, base) : undefined;
  if (!url || !protocols.has(url.protocol)) return undefined;
  const isWeb = url.protocol.startsWith('http');
  return { href: url.href, newTab: isWeb && !isPartOf(url, base) };
}

/** Whether `url` is a place on the page itself ("#returns"). */
function isPartOf(url: URL, base: string): boolean {
  const page = new URL(base);
  return url.hash !== '' && url.href.split('#')[0] === page.href.split('#')[0];
}

function parse(href: string, base: string): URL | undefined {
  try {
    return new URL(href, base);
  } catch {
    return undefined;
  }
}
