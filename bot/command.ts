import { commands } from '#shared/messages/chat.ts';

export type Command =
  | { readonly type: 'help' }
  | { readonly type: 'mine' }
  | { readonly type: 'pools' }
  | { readonly type: 'status'; readonly words: string }
  | { readonly type: 'press'; readonly words: string }
  | { readonly type: 'unknown' };

const danish: Readonly<Record<string, string>> = { æ: 'ae', ø: 'oe', å: 'aa' };

/** The same for everybody's keyboard: small letters, no accents, æ as ae. */
export const folded = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[æøå]/g, (letter) => danish[letter] ?? letter)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/\s+/g, ' ')
    .trim();

/** What was written to the bot, without the mention of it. */
const bare = (text: string): string =>
  text
    .replace(/<at\b[^>]*>.*?<\/at>/gis, ' ')
    .replace(/&nbsp;/g, ' ')
    .replace(/<\/?(?:p|div|br|span)\b[^>]*>/gi, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^\//, '')
    .replace(/[.!]+$/, '')
    .trim();

const isOne = (said: string, words: readonly string[]): boolean =>
  words.some((word) => folded(word) === said);

/** Reads a message as a command; case, accents and the mention do not matter. */
export const commandIn = (text: string): Command => {
  const said = bare(text);
  const simple = folded(said);
  if (simple === '' || isOne(simple, commands.help)) return { type: 'help' };
  if (isOne(simple, commands.mine)) return { type: 'mine' };
  if (isOne(simple, commands.pools)) return { type: 'pools' };
  const [first = '', ...rest] = said.split(' ');
  const words = rest.join(' ');
  if (isOne(folded(first), commands.status)) return { type: 'status', words: words.slice(0, 200) };
  return isOne(folded(first), commands.press)
    ? { type: 'press', words: words.slice(0, 3_000) }
    : { type: 'unknown' };
};

type Titled = { readonly id: string; readonly title: string };

/** Projects whose name has all the words; one whose name is exactly this comes alone. */
export const projectsLike = <T extends Titled>(
  projects: readonly T[],
  words: string,
): readonly T[] => {
  const wanted = folded(words);
  if (wanted === '') return [];
  const exact = projects.filter((one) => folded(one.title) === wanted || one.id === wanted);
  if (exact.length > 0) return exact.slice(0, 1);
  const parts = wanted.split(' ');
  const found = projects.filter((one) => {
    const title = folded(one.title);
    return parts.every((part) => title.includes(part));
  });
  const rank = (one: T): number => (folded(one.title).startsWith(wanted) ? 0 : 1);
  return found.sort((a, b) => rank(a) - rank(b) || a.title.localeCompare(b.title, 'da'));
};
