import { type Hindrance, isPlaced } from '#shared/domain/stories/hindrances.ts';
import type { Remark } from '#shared/domain/stories/plainLanguage.ts';

export type Mark = 'gap' | 'blocked' | 'remark';
type Piece = {
  readonly text: string;
  readonly at: number;
  readonly mark: Mark | null;
  /** LinkedIn cuts before this piece. */
  readonly fold: boolean;
};

type Range = { readonly at: number; readonly length: number; readonly mark: Mark };

const rangesOf = (
  hindrances: readonly Hindrance[],
  remarks: readonly Remark[],
): readonly Range[] => [
  ...hindrances.flatMap((one): Range[] => {
    if (one.type === 'gap') return [{ ...one.found, mark: 'gap' }];
    return isPlaced(one) && one.place.type === 'text' ? [{ ...one.found, mark: 'blocked' }] : [];
  }),
  ...remarks.flatMap((one): Range[] => ('at' in one ? [{ ...one, mark: 'remark' }] : [])),
];

/** The text in pieces that have one look each; what stops the sending goes before what is advice. */
export const piecesOf = (
  text: string,
  hindrances: readonly Hindrance[],
  remarks: readonly Remark[],
  fold: number | null,
): readonly Piece[] => {
  const ranges = rangesOf(hindrances, remarks);
  const cuts = new Set([0, text.length, ...(fold === null ? [] : [fold])]);
  for (const { at, length } of ranges) cuts.add(at).add(at + length);
  const ordered = [...cuts].filter((at) => at <= text.length).sort((a, b) => a - b);
  return ordered.slice(0, -1).map((at, place) => ({
    text: text.slice(at, ordered[place + 1]),
    at,
    mark: ranges.find((range) => range.at <= at && at < range.at + range.length)?.mark ?? null,
    fold: at === fold,
  }));
};
