/**
 * The form in which words are compared, wherever they are: searching, naming, reading a list.
 * Composed and decomposed letters are the same, any run of white space is one space, case and
 * accents do not count, and å is aa, as in Åbenrå/Aabenraa. Invisible signs (soft hyphen, joiners,
 * byte-order mark) are dropped. Never shown to anybody. Source: domain.md, and Dansk Sprognævn on å.
 */
export const wordForm = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .toLowerCase()
    .replaceAll('å', 'aa')
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
