import { mergeClasses } from '@fluentui/react-components';
import type { BenefitsReply } from '#shared/contract/benefits.ts';
import { measureNames, numberText } from '#shared/words/benefits/numbers.ts';
import { benefitsWords } from '#shared/words/benefits/page.ts';
import { AreaMark, Sits } from '../drawing/marks.tsx';
import { Bar } from './Bar.tsx';
import { Figures, Heads } from './BenefitTable.tsx';
import { longestOf } from './barSizes.ts';
import {
  barOfLine,
  dash,
  type Group,
  type GroupView,
  groupsOf,
  type Line,
} from './benefitLines.ts';
import { useBenefitStyles } from './benefitStyles.ts';

/* The same rows added up by area or by year; one measure at a time. */

type LineProps = {
  readonly line: Line;
  readonly longest: number;
  readonly areas: BenefitsReply['areas'];
};

const GroupLine = ({ line, longest, areas }: LineProps) => {
  const styles = useBenefitStyles();
  const { total, measured, isMissing, status } = line;
  return (
    <tr className={styles.row}>
      <th scope="row" className={mergeClasses(styles.cell, styles.first, styles.strong)}>
        {line.area !== undefined && <AreaMark areas={areas} area={line.area} />} {line.name}
      </th>
      <td className={mergeClasses(styles.cell, styles.onlyWide)}>
        {total !== null && <Bar bar={barOfLine(line)} longest={longest} />}
      </td>
      <Figures
        promised={total === null ? '' : numberText(total.promised)}
        measured={total === null || measured === 0 ? dash : numberText(total.realised)}
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

type SectionProps = { readonly group: Group; readonly areas: BenefitsReply['areas'] };

const Section = ({ group: { measure, lines }, areas }: SectionProps) => {
  const styles = useBenefitStyles();
  const longest = longestOf(lines.map(barOfLine));
  return (
    <tbody className={styles.body}>
      <tr className={styles.groupRow}>
        <th scope="rowgroup" colSpan={6} className={styles.group}>
          {measureNames[measure]}
        </th>
      </tr>
      {lines.map((line) => (
        <GroupLine key={line.key} {...{ line, longest, areas }} />
      ))}
    </tbody>
  );
};

type Props = Pick<BenefitsReply, 'rows' | 'areas' | 'today'> & { readonly by: GroupView };

/** What the benefits come to by area, or by year. */
export const GroupTable = ({ by, ...reply }: Props) => {
  const styles = useBenefitStyles();
  return (
    <table className={styles.table}>
      <Heads first={by === 'areas' ? benefitsWords.area : benefitsWords.year} middle={false} />
      {groupsOf(by, reply).map((group) => (
        <Section key={group.measure} group={group} areas={reply.areas} />
      ))}
    </table>
  );
};
