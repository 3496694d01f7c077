import fc from 'fast-check';

/** What a client may read as its own: markdown, dates, entities, templates. */
const oddities = [
  '{{DATE(2017-02-14T06:08:39Z,SHORT)}}',
  '{{TIME(2017-02-14T06:08:39Z)}}',
  '{{{DATE(2017-02-14T06:08:39Z)}}}',
  '**fed**',
  '*a*b*',
  '_skrå_',
  '[her](https://x.dk)',
  '[a]: https://x.dk',
  '![x](y)',
  '`kode`',
  '~~væk~~',
  '<b>fed</b>',
  '<https://x.dk>',
  '&amp; &#42;',
  '\\*a\\*',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a template language is what it looks like.
  '${x} {x}',
  '1. et',
  '1) et',
  '- en',
  '+ en',
  '# en',
  '> en',
  '--- en',
  '=== en',
  '| a | b |',
  '$& $1',
  'æ\u0301 👩‍👩‍👧 漢',
] as const;

/** As many oddities as a name has room for, or any signs at all. */
export const oddWords = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...oddities) },
      { weight: 1, arbitrary: fc.string({ minLength: 1, maxLength: 8, unit: 'grapheme-ascii' }) },
    ),
    { minLength: 1, maxLength: 2 },
  )
  // A sentence of one: where it ends decides what a card has room for, and that is another test.
  .map((parts) =>
    parts
      .join(' ')
      .replace(/[.!?:;,]+(?=\s|$)/g, '')
      .trim(),
  )
  .filter((text) => /\p{L}/u.test(text));

export const everyOddity: readonly string[] = oddities;

const signs = '*_`~\\[]<>&{}$#+-|=()!\'"%/^@0123456789';
/** Letters that mean nothing, and have no capitals. */
const firstInert = 0x4e00;

/** The same text with a letter for each sign that could mean something. */
export const inertFor = (text: string): string =>
  [...text]
    .map((sign) =>
      signs.includes(sign) ? String.fromCodePoint(firstInert + signs.indexOf(sign)) : sign,
    )
    .join('');

/** The signs put back. */
export const asWritten = (text: string): string =>
  [...text].map((sign) => signs[(sign.codePointAt(0) ?? 0) - firstInert] ?? sign).join('');
