/** Signs that a TextBlock would read as markdown, and ones that look the same and are not. */
const lookalikes: Readonly<Record<string, string>> = {
  '*': '∗',
  _: '＿',
  '[': '(',
  ']': ')',
  '`': '´',
  '~': '∼',
  '<': '‹',
  '>': '›',
};

/**
 * What people have written, where only a TextBlock will do (a heading). Escaping would show its
 * backslashes in clients that read no markdown, so the signs are exchanged instead.
 */
export const plain = (text: string): string =>
  text
    .replace(/[*_[\]`~<>]/g, (sign) => lookalikes[sign] ?? sign)
    .replace(/\{\{/g, '{ {')
    .replace(/^(\s*)(?=(?:\d+[.)]|[-+#])\s)/, '$1\u200b');

/** The first words of a text; the rest stands on the project's page. */
export const clipped = (
  text: string,
  mostWords: number,
  mostCharacters = mostWords * 12,
): string => {
  if (mostWords === 0) return '';
  const words = text.trim().split(/\s+/);
  const short = words.slice(0, mostWords).join(' ');
  const cut = short.length > mostCharacters ? short.slice(0, mostCharacters).trimEnd() : short;
  return cut.length < words.join(' ').length ? `${cut.replace(/[.,;:]$/, '')} …` : cut;
};

export const isClipped = (text: string, mostWords: number): boolean =>
  clipped(text, mostWords).endsWith(' …');

/** »…« around somebody's own words. */
export const quoted = (text: string, mostWords: number): string => `»${clipped(text, mostWords)}«`;
