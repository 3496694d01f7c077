import type { ImportWordsReply } from '#shared/contract/api.ts';
import {
  type ImportWords,
  meaningsOf,
  taught,
  type WordKind,
  wordKinds,
  wordTwice,
} from '#shared/domain/importWords.ts';
import { may } from '#shared/domain/permissions.ts';
import type { Actor } from '#shared/domain/person.ts';
import { done, type Result, refused } from '#shared/domain/result.ts';
import type { Deps } from '../ports.ts';
import { putSetting, revisionOf } from './editCommunication.ts';
import { settingsOf } from './settingsOf.ts';

export type ImportWordsRefusal =
  | { readonly type: 'notAllowed' | 'tooMany' }
  | { readonly type: 'wordTwice'; readonly word: string }
  | { readonly type: 'wordTooLong'; readonly word: string; readonly longest: number }
  | { readonly type: 'changed'; readonly current: ImportWordsReply };

type Given = { readonly revision: string; readonly words: ImportWords };

const longestWord = 80;
/** What a long text in a list holds, less some air. */
const mostSigns = 60_000;

/** The words lists are read with, and the revision a change of them is made on. */
export const importWordsOf = (deps: Deps): ImportWordsReply => {
  const { areas, importWords } = settingsOf(deps.stores);
  const revision = revisionOf(deps.stores.settings.get('importWords')?.etag);
  return { revision, words: importWords, areas };
};

const tidied = (list: readonly string[] | undefined): readonly string[] => [
  ...new Set((list ?? []).map((word) => word.replace(/\s+/g, ' ').trim()).filter(Boolean)),
];

/** Only meanings there are; a word for an area that is gone goes with it. */
const tidiedAll = (deps: Deps, words: ImportWords): ImportWords => {
  const { areas } = settingsOf(deps.stores);
  const kinds = wordKinds.map((kind) => {
    const lists = meaningsOf(kind, areas).map((means) => [means, tidied(words[kind][means])]);
    return [kind, Object.fromEntries(lists)] as const;
  });
  return Object.fromEntries(kinds) as ImportWords;
};

const refusalOf = (words: ImportWords): ImportWordsRefusal | null => {
  const all = wordKinds.flatMap((kind) => Object.values(words[kind]).flat());
  const long = all.find((word) => word.length > longestWord);
  if (long !== undefined) return { type: 'wordTooLong', word: long, longest: longestWord };
  const twice = wordTwice(words);
  if (twice !== null) return { type: 'wordTwice', word: twice };
  return JSON.stringify(words).length > mostSigns ? { type: 'tooMany' } : null;
};

/** Sets the words, all of them, on the revision that was read. */
export const editImportWords = async (
  deps: Deps,
  actor: Actor,
  { revision, words }: Given,
): Promise<Result<ImportWordsReply, ImportWordsRefusal>> => {
  if (!may(actor, 'changeSettings')) return refused({ type: 'notAllowed' });
  const tidy = tidiedAll(deps, words);
  const refusal = refusalOf(tidy);
  if (refusal) return refused(refusal);
  const write = { id: 'importWords', value: JSON.stringify(tidy), revision } as const;
  return (await putSetting(deps, actor, write))
    ? done(importWordsOf(deps))
    : refused({ type: 'changed', current: importWordsOf(deps) });
};

/** One word more, on whatever stands there now. */
export const teachWord = async (
  deps: Deps,
  actor: Actor,
  lesson: { readonly kind: WordKind; readonly word: string; readonly meaning: string },
): Promise<Result<ImportWordsReply, ImportWordsRefusal>> => {
  await deps.stores.settings.read('importWords');
  const { revision, words } = importWordsOf(deps);
  const more = taught(words, lesson.kind, lesson.word, lesson.meaning);
  return editImportWords(deps, actor, { revision, words: more });
};
