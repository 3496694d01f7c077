import type { Area } from '#shared/domain/area.ts';
import { meaningsOf, type WordKind, wordKey, wordKinds } from '#shared/domain/importWords.ts';
import { teachWord } from '#shared/useCases/settings/editImportWords.ts';
import { settingsOf } from '#shared/useCases/settings/settingsOf.ts';
import { importWords as words } from '#shared/words/server/import.ts';
import type { Wired } from '../../bot/wiring.ts';
import { importer } from './apply.ts';
import { meaningNames } from './linesOf.ts';

type Lesson = { readonly kind: WordKind; readonly word: string; readonly meaning: string };

type Understood =
  | { readonly ok: true; readonly lesson: Lesson }
  | { readonly ok: false; readonly problem: string };

/** "område:Ældre og omsorg=omsorg" as what is to be learnt. */
export const lessonIn = (given: string, areas: readonly Area[]): Understood => {
  const [, before = '', word = '', after = ''] = /^([^:]+):(.+)=([^=]*)$/.exec(given) ?? [];
  const kind = wordKinds.find((one) => wordKey(words.wordKinds[one]) === wordKey(before));
  if (!kind || wordKey(word) === '')
    return { ok: false, problem: words.badTeach(given, Object.values(words.wordKinds)) };
  const names = meaningNames(kind, areas);
  const meaning = meaningsOf(kind, areas).find((one, at) =>
    [one, names[at] ?? '', areas.find((area) => area.id === one)?.name ?? ''].some(
      (name) => name !== '' && wordKey(name) === wordKey(after),
    ),
  );
  return meaning === undefined
    ? { ok: false, problem: words.badMeaning(kind, after, names) }
    : { ok: true, lesson: { kind, word: word.trim(), meaning } };
};

export type Taught =
  | { readonly ok: true; readonly said: string }
  | { readonly ok: false; readonly problem: string };

/** Writes a word to the settings, for this list and every one after it. */
export const teach = async (wired: Wired, given: string): Promise<Taught> => {
  const understood = lessonIn(given, settingsOf(wired.stores).areas);
  if (!understood.ok) return understood;
  const { lesson } = understood;
  const actor = { ...importer(wired.deps.clock.now()), roles: ['consultant'] as const };
  const taught = await teachWord(wired.deps, actor, lesson);
  const meaning = words.meanings[lesson.kind][lesson.meaning] ?? lesson.meaning;
  return taught.ok
    ? { ok: true, said: words.taught(lesson.kind, lesson.word, meaning) }
    : { ok: false, problem: words.tooManyWords };
};
