import type { ImportWordsReply } from '#shared/contract/api.ts';
import type { Area } from '#shared/domain/area.ts';
import {
  type ImportWords,
  meaningsOf,
  type WordKind,
  wordKinds,
} from '#shared/domain/importWords.ts';

/** The words as they stand in the fields: one a line, a field for each meaning. */
export type WordsDraft = Readonly<Record<WordKind, Readonly<Record<string, string>>>>;

export const wordsDraftOf = ({ words, areas }: ImportWordsReply): WordsDraft =>
  Object.fromEntries(
    wordKinds.map((kind) => [
      kind,
      Object.fromEntries(
        meaningsOf(kind, areas).map((meaning) => [
          meaning,
          (words[kind][meaning] ?? []).join('\n'),
        ]),
      ),
    ]),
  ) as WordsDraft;

const linesIn = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

export const wordsIn = (draft: WordsDraft): ImportWords =>
  Object.fromEntries(
    wordKinds.map((kind) => [
      kind,
      Object.fromEntries(
        Object.entries(draft[kind]).map(([meaning, text]) => [meaning, linesIn(text)]),
      ),
    ]),
  ) as ImportWords;

/** What the words of a kind can mean, as people call it. */
export const meaningRows = (
  kind: WordKind,
  areas: readonly Area[],
  names: Readonly<Record<string, string>>,
): readonly { readonly meaning: string; readonly name: string }[] =>
  meaningsOf(kind, areas).map((meaning) => ({
    meaning,
    name: names[meaning] ?? areas.find((area) => area.id === meaning)?.name ?? meaning,
  }));
