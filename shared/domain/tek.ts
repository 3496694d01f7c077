import type { TekValue } from './project.ts';

export type Tek = {
  readonly efficiency: TekValue | null;
  readonly quality: TekValue | null;
  readonly wellbeing: TekValue | null;
};

/** Remarks, not refusals: people decide (domain.md, Priority, TEK and risk). */
export type TekRemark = 'efficiencyMissing' | 'efficiencyAlone' | 'legMissing';

export const isAssessed = (
  tek: Tek,
): tek is { efficiency: TekValue; quality: TekValue; wellbeing: TekValue } =>
  tek.efficiency !== null && tek.quality !== null && tek.wellbeing !== null;

/** What the rules of the triangle say about the three values; empty when not assessed. */
export const tekRemarksOf = (tek: Tek): readonly TekRemark[] => {
  if (!isAssessed(tek)) return [];
  const { efficiency, quality, wellbeing } = tek;
  if (efficiency === 0) return ['efficiencyMissing'];
  if (quality === 0 && wellbeing === 0) return ['efficiencyAlone'];
  return quality === 0 || wellbeing === 0 ? ['legMissing'] : [];
};

/** Inside the shaded field: efficiency at least a third of the sum, and no leg 0. */
export const isInShadedField = (tek: Tek): boolean => {
  if (!isAssessed(tek)) return false;
  const { efficiency, quality, wellbeing } = tek;
  const sum = efficiency + quality + wellbeing;
  return efficiency > 0 && quality > 0 && wellbeing > 0 && efficiency * 3 >= sum;
};

/** The point in the triangle as weights that add to 1; null when there is nothing to weigh. */
export const tekPointOf = (
  tek: Tek,
): { readonly efficiency: number; readonly quality: number; readonly wellbeing: number } | null => {
  if (!isAssessed(tek)) return null;
  const sum = tek.efficiency + tek.quality + tek.wellbeing;
  if (sum === 0) return null;
  return {
    efficiency: tek.efficiency / sum,
    quality: tek.quality / sum,
    wellbeing: tek.wellbeing / sum,
  };
};

type Assessed = Readonly<Record<keyof Tek, TekValue>>;

const values = [0, 1, 2, 3] as const satisfies readonly TekValue[];
/** Every assessment there is a point for. */
const assessments: readonly Assessed[] = values.flatMap((efficiency) =>
  values.flatMap((quality) =>
    values.flatMap((wellbeing) =>
      efficiency + quality + wellbeing > 0 ? [{ efficiency, quality, wellbeing }] : [],
    ),
  ),
);

const legs = ['efficiency', 'quality', 'wellbeing'] as const;

const distance = (a: Readonly<Record<keyof Tek, number>>, b: typeof a): number =>
  legs.reduce((sum, leg) => sum + (a[leg] - b[leg]) ** 2, 0);

/** An unassessed leg is as near to all; so of equally near points the middle one is taken. */
const middle = 2;

/**
 * The assessment whose point is nearest to where somebody drags it; of those with the same point the
 * one that changes least.
 */
export const tekNear = (weights: Readonly<Record<keyof Tek, number>>, before: Tek): Assessed => {
  const { efficiency, quality, wellbeing } = before;
  const from = {
    ...{ efficiency: efficiency ?? middle, quality: quality ?? middle },
    wellbeing: wellbeing ?? middle,
  };
  const cost = (one: Assessed): number => {
    const point = tekPointOf(one) ?? weights;
    // Thousandths of a place part those that have the same point, and no others.
    return distance(point, weights) + distance(one, from) / 1e6;
  };
  return assessments.reduce((best, one) => (cost(one) < cost(best) ? one : best));
};
