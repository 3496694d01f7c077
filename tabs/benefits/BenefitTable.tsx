import { Button, mergeClasses } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import type { BenefitsReply } from '#shared/contract/benefits.ts';
import { type BenefitRow, measuredIn } from '#shared/domain/benefits/sums.ts';
import { plusMinus, roughly } from '#shared/words/benefits/numbers.ts';
import {
  afterText,
  areaText,
  benefitsWords,
  rowStatus,
  rowUnder,
} from '#shared/words/benefits/page.ts';
import { AreaMark, Sits } from '../drawing/marks.tsx';
import { projectHash } from '../shell/route.ts';
import { Bar } from './Bar.tsx';
import { barOfRow, dash, gainText, longestFor, nameText, sectionsOf } from './benefitLines.ts';
import { useBenefitStyles } from './benefitStyles.ts';
import { ChooseOwner } from './ChooseOwner.tsx';

export const Heads = ({ first, middle }: { readonly first: string; readonly middle: boolean }) => {
  const styles = useBenefitStyles();
  const head = styles.headCell;
  return (
    <>
      <colgroup className={styles.onlyWide}>
        <col style={{ width: middle ? '26%' : '28%' }} />
        {middle && <col style={{ width: '9%' }} />}
        {middle && <col style={{ width: '5%' }} />}
        <col style={{ width: '17%' }} />
        <col style={{ width: '9%' }} />
        <col style={{ width: '9%' }} />
        <col style={{ width: '8%' }} />
        <col />
      </colgroup>
      <thead className={styles.heads}>
        <tr>
          <th scope="col" className={head}>
            {first}
          </th>
          {middle && (
            <th scope="col" className={head}>
              {benefitsWords.area}
            </th>
          )}
          {middle && (
            <th scope="col" className={head}>
              {benefitsWords.after}
            </th>
          )}
          <td className={head} />
          <th scope="col" className={mergeClasses(head, styles.right)}>
            {benefitsWords.promised}
          </th>
          <th scope="col" className={mergeClasses(head, styles.right)}>
            {benefitsWords.measured}
          </th>
          <th scope="col" className={head}>
            {benefitsWords.uncertainty}
          </th>
          <th scope="col" className={head}>
            {benefitsWords.status}
          </th>
        </tr>
      </thead>
    </>
  );
};

type FigureProps = {
  readonly promised: string;
  readonly measured: string;
  readonly uncertainty: number | null;
  /** Of several: nobody knows its last figures. */
  readonly isSum?: boolean;
};

/** The three figures of a row; on a phone they are one. */
export const Figures = ({ promised, measured, uncertainty, isSum = false }: FigureProps) => {
  const styles = useBenefitStyles();
  const number = mergeClasses(styles.cell, styles.number);
  return (
    <>
      <td className={mergeClasses(number, styles.onlyWide)}>{promised}</td>
      <td className={mergeClasses(number, styles.measured)}>
        {measured}
        <span className={styles.onlyPhone}>{benefitsWords.ofPromised(promised)}</span>
      </td>
      <td className={mergeClasses(styles.cell, styles.small, styles.onlyWide)}>
        {uncertainty !== null && (isSum ? roughly : plusMinus)(uncertainty)}
      </td>
    </>
  );
};

type RowProps = {
  readonly row: BenefitRow;
  readonly areas: BenefitsReply['areas'];
  readonly longest: number;
  readonly mayWrite: boolean;
  readonly onChanged: () => void;
};

const Status = ({ row, onChoose }: { readonly row: BenefitRow; readonly onChoose: ReactNode }) => {
  const styles = useBenefitStyles();
  const isMissing = row.standing.type === 'missing';
  const under = rowUnder(row);
  return (
    <td className={mergeClasses(styles.cell, styles.status)}>
      <span className={isMissing ? styles.missing : styles.small}>
        {isMissing && <Sits size={14} />}
        {rowStatus(row)}
      </span>
      {under !== '' && <span className={mergeClasses(styles.under, styles.onlyWide)}>{under}</span>}
      {isMissing && row.isOwnerless && (
        <span className={styles.under}>
          {row.ownerId === null ? benefitsWords.noOwner : benefitsWords.ownerGone} {onChoose}
        </span>
      )}
    </td>
  );
};

const Row = ({ row, areas, longest, mayWrite, onChanged }: RowProps) => {
  const styles = useBenefitStyles();
  const [isChoosing, setChoosing] = useState(false);
  const last = measuredIn(row);
  const choose = mayWrite && (
    <Button
      size="small"
      aria-label={benefitsWords.chooseOwnerOf(row.title)}
      aria-expanded={isChoosing}
      onClick={() => setChoosing(!isChoosing)}
    >
      {benefitsWords.chooseOwner}
    </Button>
  );
  return (
    <>
      <tr className={styles.row}>
        <th scope="row" className={mergeClasses(styles.cell, styles.first)}>
          <a className={styles.name} href={projectHash(row.projectId, 'gevinster')}>
            {row.projectTitle}
          </a>
          <span className={mergeClasses(styles.under, styles.onlyWide)}>{nameText(row)}</span>
        </th>
        <td className={mergeClasses(styles.cell, styles.onlyWide)}>
          <span className={styles.area}>
            <AreaMark areas={areas} area={row.leadArea} />
            {areaText(areas, row.leadArea)}
          </span>
        </td>
        <td className={styles.short}>{afterText(row)}</td>
        <td className={mergeClasses(styles.cell, styles.onlyWide)}>
          <Bar bar={barOfRow(row)} longest={longest} />
        </td>
        <Figures
          promised={gainText(row, row.promised)}
          measured={last === null ? dash : gainText(row, last.gain)}
          uncertainty={last?.uncertainty ?? null}
        />
        <td className={mergeClasses(styles.cell, styles.under, styles.onlyPhone)}>
          {nameText(row)}
        </td>
        <Status row={row} onChoose={choose} />
      </tr>
      {isChoosing && (
        <tr className={styles.formRow}>
          <td colSpan={8} className={styles.formCell}>
            <ChooseOwner
              row={row}
              onCancel={() => setChoosing(false)}
              onDone={() => {
                setChoosing(false);
                onChanged();
              }}
            />
          </td>
        </tr>
      )}
    </>
  );
};

type Props = Pick<BenefitsReply, 'rows' | 'areas' | 'mayWrite'> & {
  readonly onChanged: () => void;
};

/** Every benefit, the measures apart. */
export const BenefitTable = ({ rows, areas, mayWrite, onChanged }: Props) => {
  const styles = useBenefitStyles();
  return (
    <table className={styles.table}>
      <Heads first={benefitsWords.project} middle />
      {sectionsOf(rows).map(
        (section) =>
          section.rows.length > 0 && (
            <tbody key={section.name} className={styles.body}>
              <tr className={styles.groupRow}>
                <th scope="rowgroup" colSpan={8} className={styles.group}>
                  {section.name}
                </th>
              </tr>
              {section.rows.map((row) => (
                <Row
                  key={row.id}
                  row={row}
                  areas={areas}
                  longest={longestFor(row, section)}
                  mayWrite={mayWrite.includes(row.projectId)}
                  onChanged={onChanged}
                />
              ))}
            </tbody>
          ),
      )}
    </table>
  );
};
