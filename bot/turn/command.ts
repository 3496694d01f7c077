import { searchForm } from '#shared/domain/wordForm.ts';
import { commands, manners, takenAlong, thanks } from '#shared/words/server/chat.ts';

export type Command =
  | { readonly type: 'help' }
  | { readonly type: 'mine' }
  | { readonly type: 'tasks' }
  | { readonly type: 'pools' }
  | { readonly type: 'status'; readonly words: string }
  | { readonly type: 'press'; readonly words: string }
  | { readonly type: 'newIdea'; readonly words: string }
  | { readonly type: 'whereIsMyIdea' }
  | { readonly type: 'absence' }
  /** A gate to somebody else; without a name, what nobody can answer. */
  | { readonly type: 'handOn'; readonly words: string }
  | { readonly type: 'unknown' };

/** Words as they are compared in chat: signs between them say nothing. */
export const chatForm = (text: string): string =>
  searchForm(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** What was written to the bot, without the mention of it. */
const bare = (text: string): string =>
  text
    .replace(/<at\b[^>]*>.*?<\/at>/gis, ' ')
    .replace(/&nbsp;/g, ' ')
    .replace(/<\/?(?:p|div|br|span)\b[^>]*>/gi, ' ')
    .replace(/\s+/g, ' ')
    .trim();

const isOne = (form: string, words: readonly string[]): boolean =>
  words.some((word) => chatForm(word) === form);

/** Without the signs before it: quotation marks, a dash, a slash. */
const fromLetter = (text: string): string => text.replace(/^[^\p{L}\p{N}]+/u, '');

/** Without the signs after it; a bracket may belong to a name. */
const toLetter = (text: string): string => text.replace(/[^\p{L}\p{N})]+$/u, '');

const withoutFirst = (text: string, words: readonly string[]): string => {
  const [first = ''] = text.split(' ', 1);
  const rest = fromLetter(text.slice(first.length));
  return rest !== '' && isOne(chatForm(first), words) ? withoutFirst(rest, words) : text;
};

const withoutLast = (text: string, words: readonly string[]): string => {
  const at = text.lastIndexOf(' ');
  return at > 0 && isOne(chatForm(text.slice(at)), words)
    ? withoutLast(toLetter(text.slice(0, at)), words)
    : text;
};

const simple = (form: string): Command | null => {
  if (form === '' || isOne(form, commands.help)) return { type: 'help' };
  if (isOne(form, commands.mine)) return { type: 'mine' };
  if (isOne(form, commands.tasks)) return { type: 'tasks' };
  if (isOne(form, commands.whereIsMyIdea)) return { type: 'whereIsMyIdea' };
  if (isOne(form, commands.absence)) return { type: 'absence' };
  if (isOne(form, commands.handOn)) return { type: 'handOn', words: '' };
  if (isOne(form, commands.newIdea)) return { type: 'newIdea', words: '' };
  return isOne(form, commands.pools) ? { type: 'pools' } : null;
};

/** The first word, and what follows it and its colon, as it was written. */
const parted = (text: string): readonly [string, string] => {
  const [, first = '', rest = ''] =
    /^([\p{L}\p{M}]+)[\s:,;.\u2013\u2014-]*(.*)$/su.exec(text) ?? [];
  return [chatForm(first), rest];
};

/** What follows "ny idé", as it was written; null when it does not begin so. */
const ideaIn = (text: string): string | null => {
  const [, two = '', rest = ''] =
    /^([\p{L}\p{M}]+\s+[\p{L}\p{M}]+)[\s:,;.\u2013\u2014-]+(.+)$/su.exec(text) ?? [];
  const [first] = commands.newIdea;
  return chatForm(two) === chatForm(first) ? rest.trim().slice(0, 255) : null;
};

/**
 * Reads a message as a command; case, accents, signs, manners and the mention do not matter: "Hej,
 * vil du vise mig puljerne, tak?" asks for what "pulje" asks for.
 */
export const commandIn = (text: string): Command => {
  const said = bare(text);
  const asked = withoutFirst(fromLetter(said), manners);
  const plain = withoutLast(toLetter(asked), thanks);
  const found = simple(chatForm(said)) ?? simple(chatForm(plain));
  if (found) return found;
  const [first, name] = parted(plain);
  if (isOne(first, commands.status))
    return { type: 'status', words: withoutFirst(fromLetter(name), takenAlong).slice(0, 200) };
  if (isOne(first, commands.handOn))
    return { type: 'handOn', words: withoutFirst(fromLetter(name), takenAlong).slice(0, 200) };
  const idea = ideaIn(asked);
  if (idea !== null) return { type: 'newIdea', words: idea };
  // A question keeps its own signs, and its own thanks.
  const [, question] = parted(asked);
  return isOne(first, commands.press)
    ? { type: 'press', words: question.trim().slice(0, 3_000) }
    : { type: 'unknown' };
};

type Titled = { readonly id: string; readonly title: string };

/** What is named exactly: by its number, which nobody shares, or by its whole name. */
const exactly = <T extends Titled>(projects: readonly T[], wanted: string): readonly T[] => {
  const numbered = projects.filter(
    ({ id, title }) => chatForm(id) === wanted || chatForm(`${title} ${id}`) === wanted,
  );
  return numbered.length > 0 ? numbered : projects.filter((one) => chatForm(one.title) === wanted);
};

/** Projects whose name has all the words; those whose name is exactly this come without the rest. */
export const projectsLike = <T extends Titled>(
  projects: readonly T[],
  words: string,
): readonly T[] => {
  const wanted = chatForm(words);
  if (wanted === '') return [];
  const exact = exactly(projects, wanted);
  if (exact.length > 0) return exact;
  const parts = wanted.split(' ');
  const found = projects
    .map((project) => ({ project, form: chatForm(project.title) }))
    .filter(({ form }) => parts.every((part) => form.includes(part)));
  const rank = ({ form }: { readonly form: string }): number => (form.startsWith(wanted) ? 0 : 1);
  return found
    .sort((a, b) => rank(a) - rank(b) || a.project.title.localeCompare(b.project.title, 'da'))
    .map(({ project }) => project);
};
