import type { BenefitsReply } from '#shared/contract/benefits.ts';
import type { AreaId } from '#shared/domain/area.ts';
import { adds, type BenefitMeasure, benefitMeasures } from '#shared/domain/benefits/measure.ts';
import {
  type BenefitRow,
  type BenefitSum,
  benefitSum,
  inYear,
  isOf,
  measuredIn,
  yearsOf,
} from '#shared/domain/benefits/sums.ts';
import { amountText, measureNames, numberText, unitText } from '#shared/words/benefits/numbers.ts';
import { areaText, benefitsWords, groupText, yearText } from '#shared/words/benefits/page.ts';
import { type BarSizes, longestOf } from './barSizes.ts';

/* What the tables of benefits show, and what the picture of them does. */

export const dash = '\u2013';

/** Of what becomes worse the size is drawn; the figures have the sign. */
export const barOfRow = (row: BenefitRow): BarSizes => {
  const last = measuredIn(row);
  const sign = row.promised < 0 ? -1 : 1;
  return {
    promised: Math.abs(row.promised),
    measured: last === null ? null : Math.max(0, sign * last.gain),
    uncertainty: last?.uncertainty ?? null,
  };
};

/** Hours and kroner stand under their head; what counts its own thing says it under its name. */
export const gainText = ({ measure }: BenefitRow, hundredths: number): string =>
  measure === 'percent'
    ? amountText({ measure, unitName: '' }, hundredths)
    : numberText(hundredths);

export const nameText = (row: BenefitRow): string =>
  adds[row.measure] || row.measure === 'percent'
    ? row.title
    : benefitsWords.inUnit(row.title, unitText(row.measure, row.unitName));

export type Section = { readonly name: string; readonly rows: readonly BenefitRow[] };

/** One section for each measure that is added; what counts each its own thing stands together. */
export const sectionsOf = (rows: readonly BenefitRow[]): readonly Section[] => [
  ...benefitMeasures
    .filter((measure) => adds[measure])
    .map((measure) => ({
      name: measureNames[measure],
      rows: rows.filter((row) => row.measure === measure),
    })),
  { name: benefitsWords.other, rows: rows.filter((row) => !adds[row.measure]) },
];

/** Bars stand over each other only where they are of one measure. */
export const longestFor = (row: BenefitRow, section: Section): number =>
  adds[row.measure] ? longestOf(section.rows.map(barOfRow)) : longestOf([barOfRow(row)]);

/** The views that add rows up. */
export type GroupView = 'areas' | 'years';

type Plain = {
  readonly promised: number;
  readonly realised: number;
  readonly uncertainty: number | null;
};

/** A line of a measure's section: what its rows come to. */
export type Line = {
  readonly key: string;
  readonly name: string;
  /** Its mark stands before it; undefined where it is no area's. */
  readonly area: AreaId | null | undefined;
  readonly measured: number;
  /** A month has come that nobody has measured for. */
  readonly isMissing: boolean;
  readonly status: string;
  readonly total: Plain | null;
};

const lineOf = <M extends BenefitMeasure>(
  of: Pick<Line, 'key' | 'name' | 'area'>,
  sum: BenefitSum<M>,
  said: Pick<Line, 'isMissing' | 'status'>,
): Line => ({ ...of, measured: sum.measured, total: sum.total, ...said });

export const barOfLine = ({ total, measured }: Line): BarSizes => ({
  promised: Math.max(0, total?.promised ?? 0),
  measured: total === null || measured === 0 ? null : Math.max(0, total.realised),
  uncertainty: total?.uncertainty ?? null,
});

const areasIn = (
  rows: readonly BenefitRow[],
  areas: BenefitsReply['areas'],
): readonly (AreaId | null)[] =>
  [...areas.map(({ id }) => id), null].filter((area) => rows.some((row) => row.leadArea === area));

const byArea = <M extends BenefitMeasure>(
  measure: M,
  { rows, areas }: Pick<BenefitsReply, 'rows' | 'areas'>,
): readonly Line[] =>
  areasIn(
    rows.filter((row) => row.measure === measure),
    areas,
  ).map((area) => {
    const own = rows.filter(isOf(measure)).filter(({ leadArea }) => leadArea === area);
    const sum = benefitSum(measure, own);
    const status = groupText(sum.count, sum.missing);
    const of = { key: area ?? '', name: areaText(areas, area), area };
    return lineOf(of, sum, { status, isMissing: sum.missing > 0 });
  });

const byYear = <M extends BenefitMeasure>(
  measure: M,
  { rows, today }: Pick<BenefitsReply, 'rows' | 'today'>,
): readonly Line[] => {
  const own = rows.filter(isOf(measure));
  return yearsOf(own, today).map((year) => {
    const sum = benefitSum(measure, inYear(own, year));
    const status = yearText(sum.count, sum.measured);
    const of = { key: String(year), name: String(year), area: undefined };
    return lineOf(of, sum, { status, isMissing: false });
  });
};

export type Group = { readonly measure: BenefitMeasure; readonly lines: readonly Line[] };

/** The same rows added up by area or by year; one measure at a time. */
export const groupsOf = (
  by: GroupView,
  reply: Pick<BenefitsReply, 'rows' | 'areas' | 'today'>,
): readonly Group[] =>
  benefitMeasures
    .filter((measure) => adds[measure] && reply.rows.some((row) => row.measure === measure))
    .map((measure) => ({
      measure,
      lines: by === 'areas' ? byArea(measure, reply) : byYear(measure, reply),
    }));
