import { en } from './en.ts';
import type { Locale } from './locale.ts';

const locales: readonly Locale[] = [en];

export interface ChatLanguage {
  /** The language that was asked for, as a BCP 47 tag. */
  readonly wanted: string;
  /** The language that the chat has for it; with the region, when the language is the same. */
  readonly tag: string;
  readonly texts: Locale;
}

/** The chat's language: of the first of `candidates` that is a language tag, else English. */
export function languageOf(...candidates: readonly (string | undefined)[]): ChatLanguage {
  const wanted = candidates.map(canonicalTag).find((tag) => tag !== undefined) ?? en.tag;
  const language = wanted.split('-')[0];
  const texts = locales.find(({ tag }) => tag === language) ?? en;
  return { wanted, tag: texts.tag === language ? wanted : texts.tag, texts };
}

function canonicalTag(tag: string | undefined): string | undefined {
  try {
    return tag ? Intl.getCanonicalLocales(tag)[0] : undefined;
  } catch {
    return undefined;
  }
}
