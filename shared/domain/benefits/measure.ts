/* What a benefit is counted in. What is counted in one measure is never added to what is counted in another. */

/** Hours a year and hours once are two measures: a sum of them would be neither. */
export const benefitMeasures = [
  'hoursAYear',
  'hours',
  'krAYear',
  'kr',
  'percent',
  'countAYear',
  'count',
  'daysAYear',
  'days',
] as const;
export type BenefitMeasure = (typeof benefitMeasures)[number];

/** What stands above others when benefits are shown. */
export const freedHours = 'hoursAYear' satisfies BenefitMeasure;

/**
 * Whether two benefits of the measure can be added at all. Hours and kroner are the same wherever
 * they are freed; per cent, a number and days count each their own thing.
 */
export const adds: Readonly<Record<BenefitMeasure, boolean>> = {
  hoursAYear: true,
  hours: true,
  krAYear: true,
  kr: true,
  percent: false,
  countAYear: false,
  count: false,
  daysAYear: false,
  days: false,
};

declare const measured: unique symbol;

/** Whole hundredths of one measure. Invariant: what is of another measure is of another type. */
export type Amount<M extends BenefitMeasure> = number & {
  readonly [measured]: (measure: M) => M;
};

/** A number as an amount of its measure: the only door in. */
export const amountIn = <M extends BenefitMeasure>(_measure: M, hundredths: number): Amount<M> =>
  hundredths as Amount<M>;

/** The only way to add amounts; those of two measures do not compile. */
export const sumOf = <M extends BenefitMeasure>(
  measure: M,
  amounts: readonly Amount<M>[],
): Amount<M> =>
  amountIn(
    measure,
    amounts.reduce((sum: number, one) => sum + one, 0),
  );

/**
 * The uncertainty of a sum of what is uncertain each for itself: the root of the squares. The
 * squares are added exactly, so that the order says nothing; rounded to whole hundredths.
 */
export const uncertaintyOf = <M extends BenefitMeasure>(
  measure: M,
  each: readonly Amount<M>[],
): Amount<M> => {
  const squares = each.reduce((sum, one) => sum + BigInt(one) * BigInt(one), 0n);
  return amountIn(measure, Math.round(Math.sqrt(Number(squares))));
};

/** The largest number there is room for, in hundredths: a milliard. */
export const largestAmount = 100_000_000_000;

/** Why something that somebody typed is no number. */
export const numberProblems = ['empty', 'notANumber', 'twoWays', 'tooFine', 'tooLarge'] as const;
export type NumberProblem = (typeof numberProblems)[number];

/** A number as it was read, in hundredths, or why it could not be. */
export type TypedNumber = number | NumberProblem;
