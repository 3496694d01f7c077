import type { AreaId } from '../area.ts';
import { dayOf } from '../day.ts';
import type { PersonId } from '../person.ts';
import type { ProjectId } from '../project.ts';
import { type BenefitEvent, type BenefitId, type BenefitTerms, gainOf } from './benefit.ts';
import type { BenefitStanding } from './followUp.ts';
import {
  type Amount,
  adds,
  amountIn,
  type BenefitMeasure,
  benefitMeasures,
  sumOf,
  uncertaintyOf,
} from './measure.ts';

/* Benefits beside each other: each a row, and what rows of one measure come to together. */

/** What was measured, as the benefit is promised now. */
export type Measurement<M extends BenefitMeasure> = {
  readonly value: number;
  readonly gain: Amount<M>;
  readonly uncertainty: Amount<M> | null;
  readonly at: string;
  readonly month: number | null;
  readonly byName: string;
  readonly comment: string;
  /** What was promised when it was asked. */
  readonly promisedThen: Amount<M>;
};

export type BenefitRowOf<M extends BenefitMeasure> = {
  readonly measure: M;
  /** How much better it is to become; with a minus, what is to become worse. */
  readonly promised: Amount<M>;
  /** Oldest first. */
  readonly measurements: readonly Measurement<M>[];
};

type About = Omit<BenefitTerms, 'measure'> & {
  readonly id: BenefitId;
  /** The newest event; the one that said what is promised; the one that asks, 0 when nothing is asked. */
  readonly revision: number;
  readonly written: number;
  readonly ask: number;
  readonly askedAt: string | null;
  readonly projectId: ProjectId;
  readonly projectTitle: string;
  readonly leadArea: AreaId | null;
  readonly areas: readonly AreaId[];
  readonly standing: BenefitStanding;
  /** The day the months are counted from; null before operation. */
  readonly start: string | null;
  /** An answer is waited for. */
  readonly isWaiting: boolean;
  readonly isOwnerless: boolean;
  /** The project's lead, for whoever looks for an owner. */
  readonly leadId: PersonId | null;
  /** Why it was withdrawn, or cannot be measured; '' else. */
  readonly why: string;
};

type RowOf<M extends BenefitMeasure> = M extends BenefitMeasure ? About & BenefitRowOf<M> : never;
/** A benefit beside others: its amounts are of its own measure. */
export type BenefitRow = RowOf<BenefitMeasure>;

const measurementIn = <M extends BenefitMeasure>(
  measure: M,
  terms: BenefitTerms,
  event: BenefitEvent,
): readonly Measurement<M>[] =>
  event.value === null || event.measure !== measure
    ? []
    : [
        {
          value: event.value,
          gain: amountIn(measure, gainOf(terms, event.value)),
          uncertainty: event.uncertainty === null ? null : amountIn(measure, event.uncertainty),
          ...{ at: event.at, month: event.month, byName: event.byName, comment: event.comment },
          promisedThen: amountIn(measure, gainOf(event, event.target)),
        },
      ];

const amountsOf = <M extends BenefitMeasure>(
  measure: M,
  terms: BenefitTerms,
  answers: readonly BenefitEvent[],
): BenefitRowOf<M> => ({
  measure,
  promised: amountIn(measure, gainOf(terms, terms.target)),
  measurements: answers.flatMap((event) => measurementIn(measure, terms, event)),
});

/** A benefit as a row. */
export const benefitRowOf = (
  about: About,
  terms: BenefitTerms,
  answers: readonly BenefitEvent[],
): BenefitRow => {
  // Each measure for itself, so that the row is of exactly one.
  const measure = terms.measure;
  const made: Record<BenefitMeasure, () => BenefitRow> = {
    hoursAYear: () => ({ ...about, ...amountsOf('hoursAYear', terms, answers) }),
    hours: () => ({ ...about, ...amountsOf('hours', terms, answers) }),
    krAYear: () => ({ ...about, ...amountsOf('krAYear', terms, answers) }),
    kr: () => ({ ...about, ...amountsOf('kr', terms, answers) }),
    percent: () => ({ ...about, ...amountsOf('percent', terms, answers) }),
    countAYear: () => ({ ...about, ...amountsOf('countAYear', terms, answers) }),
    count: () => ({ ...about, ...amountsOf('count', terms, answers) }),
    daysAYear: () => ({ ...about, ...amountsOf('daysAYear', terms, answers) }),
    days: () => ({ ...about, ...amountsOf('days', terms, answers) }),
  };
  return made[measure]();
};

/** The newest measurement, of the row's own measure; null where nobody has measured. */
export const measuredIn = <R extends { readonly measurements: readonly unknown[] }>(
  row: R,
): R['measurements'][number] | null => row.measurements[row.measurements.length - 1] ?? null;

export const isOf =
  <M extends BenefitMeasure>(measure: M) =>
  <R extends { readonly measure: BenefitMeasure }>(row: R): row is R & BenefitRowOf<M> =>
    row.measure === measure;

export type BenefitTotal<M extends BenefitMeasure> = {
  readonly promised: Amount<M>;
  readonly realised: Amount<M>;
  /** The root of the squares of those that say how uncertain they are; null when none does. */
  readonly uncertainty: Amount<M> | null;
  /** What was promised by those that nobody has ever measured. */
  readonly unmeasured: Amount<M>;
};

/** What the rows of one measure come to. */
export type BenefitSum<M extends BenefitMeasure> = {
  readonly measure: M;
  readonly count: number;
  readonly measured: number;
  /** A month has come that nobody has measured for. */
  readonly missing: number;
  /** Null where benefits of the measure are not added (`adds`). */
  readonly total: BenefitTotal<M> | null;
};
type SumOf<M extends BenefitMeasure> = M extends BenefitMeasure ? BenefitSum<M> : never;
export type AnyBenefitSum = SumOf<BenefitMeasure>;

const totalOf = <M extends BenefitMeasure>(
  measure: M,
  rows: readonly BenefitRowOf<M>[],
): BenefitTotal<M> => {
  const measured = rows.map((row) => measuredIn(row)).filter((one) => one !== null);
  const uncertain = measured.map(({ uncertainty }) => uncertainty).filter((one) => one !== null);
  return {
    promised: sumOf(
      measure,
      rows.map(({ promised }) => promised),
    ),
    realised: sumOf(
      measure,
      measured.map(({ gain }) => gain),
    ),
    uncertainty: uncertain.length === 0 ? null : uncertaintyOf(measure, uncertain),
    unmeasured: sumOf(
      measure,
      rows.filter((row) => measuredIn(row) === null).map(({ promised }) => promised),
    ),
  };
};

/** What counts among rows: of one measure, and how each stands. */
type Countable = { readonly standing: BenefitStanding };

export const benefitSum = <M extends BenefitMeasure>(
  measure: M,
  rows: readonly (Countable & BenefitRowOf<M>)[],
): BenefitSum<M> => ({
  measure,
  count: rows.length,
  measured: rows.filter((row) => measuredIn(row) !== null).length,
  missing: rows.filter(({ standing }) => standing.type === 'missing').length,
  total: adds[measure] ? totalOf(measure, rows) : null,
});

/** A sum for each measure there is something of, in the order of the measures. */
export const benefitSums = (rows: readonly BenefitRow[]): readonly AnyBenefitSum[] => {
  const of = <M extends BenefitMeasure>(measure: M): BenefitSum<M> =>
    benefitSum(measure, rows.filter(isOf(measure)));
  const all: readonly AnyBenefitSum[] = [
    ...[of('hoursAYear'), of('hours'), of('krAYear'), of('kr'), of('percent')],
    ...[of('countAYear'), of('count'), of('daysAYear'), of('days')],
  ];
  return benefitMeasures.flatMap((measure) =>
    all.filter((sum) => sum.measure === measure && sum.count > 0),
  );
};

/** Counted on the page: promised by a project that is, or was, in operation. */
export const isCounted = ({ standing }: Countable): boolean =>
  standing.type !== 'withdrawn' && standing.type !== 'notStarted';

/** Lacks a measurement, and nobody has said a day: whom the team can ask once more, once a day. */
export const isAskable = (
  row: Countable & Pick<About, 'isWaiting' | 'isOwnerless' | 'askedAt'>,
  today: string,
): boolean =>
  row.standing.type === 'missing' &&
  row.standing.promised === null &&
  row.isWaiting &&
  !row.isOwnerless &&
  row.askedAt !== null &&
  dayOf(row.askedAt) !== today;

/** The rows of a measure as one year saw them: those that had begun, with what was measured in it. */
export const inYear = <M extends BenefitMeasure>(
  rows: readonly (Countable & Pick<About, 'start'> & BenefitRowOf<M>)[],
  year: number,
): readonly (Countable & BenefitRowOf<M>)[] =>
  rows
    .filter(({ start }) => start !== null && Number(start.slice(0, 4)) <= year)
    .map((row) => ({
      ...row,
      measurements: row.measurements.filter(({ at }) => Number(dayOf(at).slice(0, 4)) === year),
    }));

/** The years from the first that something began, to this one, the newest first. */
export const yearsOf = (
  rows: readonly Pick<About, 'start'>[],
  today: string,
): readonly number[] => {
  const first = Math.min(
    ...rows.flatMap(({ start }) => (start === null ? [] : [Number(start.slice(0, 4))])),
  );
  const now = Number(today.slice(0, 4));
  if (!Number.isFinite(first)) return [];
  return Array.from({ length: Math.max(0, now - first) + 1 }, (_, at) => now - at);
};
