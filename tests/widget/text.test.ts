import { describe, expect, it } from 'vitest';
import { safeLink } from '../../widget/src/links.ts';
import { languageOf } from '../../widget/src/locales/index.ts';
import { asButtonLabel, displayText, isLong } from '../../widget/src/text.ts';

const base = 'https://shop.example/help/index.html?x=1';

describe('safeLink', () => {
  it.each([
    ['orders.html', 'https://shop.example/help/orders.html', true],
    ['/a?b=c#d', 'https://shop.example/a?b=c#d', true],
    ['http://other.example/', 'http://other.example/', true],
    ['HTTPS://OTHER.example', 'https://other.example/', true],
    ['mailto:help@shop.example', 'mailto:help@shop.example', false],
    ['tel:+441234', 'tel:+441234', false],
    ['#returns', `${base}#returns`, false],
  ])('takes %s', (href, expected, newTab) => {
    expect(safeLink(href, base)).toEqual({ href: expected, newTab });
  });

  it.each([
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    '\u0001javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'blob:https://shop.example/1',
    'file:///etc/passwd',
    'https://',
    '',
    undefined,
  ])('refuses %j', (href) => {
    expect(safeLink(href, base)).toBeUndefined();
  });
});

describe('displayText', () => {
  it('shows control characters and keeps lines and tabs', () => {
    expect(displayText('a\u0000b\u001bc\u007fd\u0085e\tf\r\ng\rh\ni')).toBe(
      'a\u2400b\u241bc\u2421d\ufffde\tf\ng\nh\ni',
    );
  });
});

describe('isLong', () => {
  it('counts characters and lines', () => {
    expect(isLong('x'.repeat(1_200))).toBe(false);
    expect(isLong('x'.repeat(1_201))).toBe(true);
    expect(isLong('\n'.repeat(17))).toBe(false);
    expect(isLong('\n'.repeat(18))).toBe(true);
  });
});

describe('asButtonLabel', () => {
  it('begins with a capital, by the rules of the language', () => {
    expect(asButtonLabel('a delivery', 'en')).toBe('A delivery');
    expect(asButtonLabel('iade', 'tr')).toBe('\u0130ade');
    expect(asButtonLabel('', 'en')).toBe('');
  });
});

describe('languageOf', () => {
  it('takes the first candidate that is a language tag', () => {
    expect(languageOf('en-gb', 'de')).toMatchObject({ wanted: 'en-GB', tag: 'en-GB' });
    expect(languageOf(undefined, 'de-AT')).toMatchObject({ wanted: 'de-AT', tag: 'en' });
    expect(languageOf('not a tag', '')).toMatchObject({ wanted: 'en', tag: 'en' });
  });
});
