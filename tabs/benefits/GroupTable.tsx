import { mergeClasses } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { BenefitsReply } from '#shared/contract/benefits.ts';
import type { AreaId } from '#shared/domain/area.ts';
import { adds, type BenefitMeasure, benefitMeasures } from '#shared/domain/benefits/measure.ts';
import {
  type BenefitRow,
  type BenefitSum,
  benefitSum,
  inYear,
  isOf,
  yearsOf,
} from '#shared/domain/benefits/sums.ts';
import { measureNames, numberText } from '#shared/words/benefits/numbers.ts';
import { areaText, benefitsWords, groupText, yearText } from '#shared/words/benefits/page.ts';
import { AreaMark, Sits } from '../drawing/marks.tsx';
import { Bar, type BarSizes, longestOf } from './Bar.tsx';
import { Figures, Heads } from './BenefitTable.tsx';
import { useBenefitStyles } from './benefitStyles.ts';

/* The same rows added up by area or by year; one measure at a time. */

type Plain = {
  readonly promised: number;
  readonly realised: number;
  readonly uncertainty: number | null;
};

/** A line of a measure's section: what its rows come to. */
type Line = {
  readonly key: string;
  readonly name: ReactNode;
  readonly measured: number;
  /** A month has come that nobody has measured for. */
  readonly isMissing: boolean;
  readonly status: string;
  readonly total: Plain | null;
};

const lineOf = <M extends BenefitMeasure>(
  key: string,
  name: ReactNode,
  sum: BenefitSum<M>,
  said: Pick<Line, 'isMissing' | 'status'>,
): Line => ({ key, name, measured: sum.measured, total: sum.total, ...said });

const barOf = ({ total, measured }: Line): BarSizes => ({
  promised: Math.max(0, total?.promised ?? 0),
  measured: total === null || measured === 0 ? null : Math.max(0, total.realised),
  uncertainty: total?.uncertainty ?? null,
});

const GroupLine = ({ line, longest }: { readonly line: Line; readonly longest: number }) => {
  const styles = useBenefitStyles();
  const { total, measured, isMissing, status } = line;
  return (
    <tr className={styles.row}>
      <th scope="row" className={mergeClasses(styles.cell, styles.first, styles.strong)}>
        {line.name}
      </th>
      <td className={mergeClasses(styles.cell, styles.onlyWide)}>
        {total !== null && <Bar bar={barOf(line)} longest={longest} />}
      </td>
      <Figures
        promised={total === null ? '' : numberText(total.promised)}
        measured={total === null || measured === 0 ? '\u2013' : numberText(total.realised)}
        uncertainty={total?.uncertainty ?? null}
        isSum
      />
      <td className={mergeClasses(styles.cell, styles.status)}>
        <span className={isMissing ? styles.missing : styles.small}>
          {isMissing && <Sits size={14} />}
          {status}
        </span>
      </td>
    </tr>
  );
};

type SectionProps = { readonly measure: BenefitMeasure; readonly lines: readonly Line[] };

const Section = ({ measure, lines }: SectionProps) => {
  const styles = useBenefitStyles();
  const longest = longestOf(lines.map(barOf));
  return (
    <tbody className={styles.body}>
      <tr className={styles.groupRow}>
        <th scope="rowgroup" colSpan={6} className={styles.group}>
          {measureNames[measure]}
        </th>
      </tr>
      {lines.map((line) => (
        <GroupLine key={line.key} line={line} longest={longest} />
      ))}
    </tbody>
  );
};

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
    const name = (
      <span key="name">
        <AreaMark areas={areas} area={area} /> {areaText(areas, area)}
      </span>
    );
    const status = groupText(sum.count, sum.missing);
    return lineOf(area ?? '', name, sum, { status, isMissing: sum.missing > 0 });
  });

const byYear = <M extends BenefitMeasure>(
  measure: M,
  { rows, today }: Pick<BenefitsReply, 'rows' | 'today'>,
): readonly Line[] => {
  const own = rows.filter(isOf(measure));
  return yearsOf(own, today).map((year) => {
    const sum = benefitSum(measure, inYear(own, year));
    const status = yearText(sum.count, sum.measured);
    return lineOf(String(year), String(year), sum, { status, isMissing: false });
  });
};

type Props = Pick<BenefitsReply, 'rows' | 'areas' | 'today'> & {
  readonly by: 'areas' | 'years';
};

/** What the benefits come to by area, or by year. */
export const GroupTable = ({ by, ...reply }: Props) => {
  const styles = useBenefitStyles();
  const measures = benefitMeasures.filter(
    (measure) => adds[measure] && reply.rows.some((row) => row.measure === measure),
  );
  return (
    <table className={styles.table}>
      <Heads first={by === 'areas' ? benefitsWords.area : benefitsWords.year} middle={false} />
      {measures.map((measure) => (
        <Section
          key={measure}
          measure={measure}
          lines={by === 'areas' ? byArea(measure, reply) : byYear(measure, reply)}
        />
      ))}
    </table>
  );
};
