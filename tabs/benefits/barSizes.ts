import type { BarMark } from '#shared/domain/picture/bars.ts';

/** What a bar shows: sizes of one measure, none of them less than nothing. */
export type BarSizes = {
  readonly promised: number;
  readonly measured: number | null;
  readonly uncertainty: number | null;
};

/** The longest of several bars that stand over each other. */
export const longestOf = (bars: readonly BarSizes[]): number =>
  Math.max(
    1,
    ...bars.map(({ promised, measured, uncertainty }) =>
      Math.max(promised, (measured ?? 0) + (uncertainty ?? 0)),
    ),
  );

/** The same bar in a picture: promised as an outline with its edge, measured filled, a bracket over it. */
export const marksOf = (
  { promised, measured, uncertainty }: BarSizes,
  longest: number,
): readonly BarMark[] => {
  const share = (size: number): number => Math.min(1, Math.max(0, size / longest));
  const edge: BarMark = { look: 'line', from: share(promised), to: share(promised) };
  const whole = { from: 0, to: share(promised) };
  if (measured === null) return [{ look: 'hatched', ...whole }, edge];
  const unsure = uncertainty ?? 0;
  return [
    { look: 'outline', ...whole },
    { look: 'filled', from: 0, to: share(measured) },
    ...(uncertainty === null
      ? []
      : [
          {
            look: 'bracket' as const,
            from: share(measured - unsure),
            to: share(measured + unsure),
          },
        ]),
    edge,
  ];
};
