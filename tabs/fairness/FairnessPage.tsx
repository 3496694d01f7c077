import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { at } from '#shared/contract/at.ts';
import type { FairnessReply } from '#shared/contract/fairness.ts';
import { hashOf } from '#shared/contract/tabAddress.ts';
import type { Area } from '#shared/domain/area.ts';
import { dayOf } from '#shared/domain/day.ts';
import type { FairTable } from '#shared/domain/fairness.ts';
import {
  fairNames,
  fairNone,
  fairnessWords,
  fairText,
  shareText,
  yearHead,
} from '#shared/words/screens/fairness.ts';
import { placeNames } from '#shared/words/screens/places.ts';
import { areaName } from '#shared/words/words.ts';
import { AreaMark } from '../drawing/marks.tsx';
import { useLive } from '../remote/RemoteContext.tsx';
import { CannotFetch } from '../shell/CannotFetch.tsx';
import { GreyPage, GreyPageWaiting } from '../shell/GreyPage.tsx';
import { PictureButton } from '../shell/PictureButton.tsx';
import { StaleNotice } from '../shell/StaleNotice.tsx';
import { Panel, UnderHead } from '../shell/UnderPage.tsx';
import { fairnessPicture } from './fairnessPicture.ts';

const phone = '@media (max-width: 719px)';

const useStyles = makeStyles({
  none: { margin: '6px 0 0', color: tokens.colorNeutralForeground2 },
  table: { width: '100%', marginTop: '6px', borderCollapse: 'collapse' },
  cell: {
    padding: '8px 12px 8px 0',
    textAlign: 'right',
    fontVariantNumeric: 'tabular-nums',
    whiteSpace: 'nowrap',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  headCell: {
    fontWeight: tokens.fontWeightRegular,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
  area: { textAlign: 'left', whiteSpace: 'normal', fontWeight: tokens.fontWeightSemibold },
  mark: { display: 'inline-block', width: '16px' },
  strong: { fontWeight: tokens.fontWeightSemibold },
  /** The years are on a wide screen; a phone has the sum and the share. */
  wide: { [phone]: { display: 'none' } },
  share: { width: '220px', [phone]: { width: '96px' } },
  shared: { display: 'flex', alignItems: 'center', gap: '8px' },
  room: { flexGrow: 1 },
  bar: {
    display: 'block',
    height: '8px',
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: tokens.colorBrandBackground,
  },
  percent: {
    width: '5ch',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
});

type Row = FairTable['rows'][number];

type RowProps = {
  readonly row: Row;
  readonly table: FairTable;
  readonly areas: readonly Area[];
};

const AreaRow = ({ row, table, areas }: RowProps) => {
  const styles = useStyles();
  const { measure, total } = table;
  return (
    <tr>
      <th scope="row" className={mergeClasses(styles.cell, styles.area)}>
        <span className={styles.mark}>
          <AreaMark areas={areas} area={row.area} />
        </span>
        {areaName(areas, row.area)}
      </th>
      {row.byYear.map((amount, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a year's place is what it is.
        <td key={place} className={mergeClasses(styles.cell, styles.wide)}>
          {fairText(measure, amount)}
        </td>
      ))}
      <td className={mergeClasses(styles.cell, styles.strong)}>{fairText(measure, row.total)}</td>
      <td className={mergeClasses(styles.cell, styles.share)}>
        <span className={styles.shared}>
          <span className={styles.room} aria-hidden="true">
            {row.total > 0 && (
              <span className={styles.bar} style={{ width: `${(100 * row.total) / total}%` }} />
            )}
          </span>
          <span className={styles.percent}>{shareText(row.total, total)}</span>
        </span>
      </td>
    </tr>
  );
};

const Heads = ({ years, hasEarlier }: Pick<FairnessReply, 'years' | 'hasEarlier'>) => {
  const styles = useStyles();
  const cell = mergeClasses(styles.cell, styles.headCell);
  return (
    <thead>
      <tr>
        <th scope="col" className={mergeClasses(cell, styles.area)}>
          {fairnessWords.area}
        </th>
        {years.map((year, place) => (
          <th key={year} scope="col" className={mergeClasses(cell, styles.wide)}>
            {yearHead(year, hasEarlier && place === 0)}
          </th>
        ))}
        <th scope="col" className={cell}>
          {fairnessWords.total}
        </th>
        <th scope="col" className={cell}>
          {fairnessWords.share}
        </th>
      </tr>
    </thead>
  );
};

const Measure = ({
  table,
  reply,
}: {
  readonly table: FairTable;
  readonly reply: FairnessReply;
}) => {
  const styles = useStyles();
  const { measure, rows, byYear, total } = table;
  if (total === 0)
    return (
      <Panel name={fairNames[measure]}>
        <p className={styles.none}>{fairNone[measure]}</p>
      </Panel>
    );
  return (
    <Panel name={fairNames[measure]}>
      <table className={styles.table} aria-label={fairNames[measure]}>
        <Heads years={reply.years} hasEarlier={reply.hasEarlier} />
        <tbody>
          {rows.map((row) => (
            <AreaRow key={row.area ?? ''} row={row} table={table} areas={reply.areas} />
          ))}
          <tr>
            <th scope="row" className={mergeClasses(styles.cell, styles.area)}>
              {fairnessWords.all}
            </th>
            {byYear.map((amount, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a year's place is what it is.
              <td key={place} className={mergeClasses(styles.cell, styles.wide)}>
                {fairText(measure, amount)}
              </td>
            ))}
            <td className={mergeClasses(styles.cell, styles.strong)}>{fairText(measure, total)}</td>
            <td className={styles.cell} />
          </tr>
        </tbody>
      </table>
    </Panel>
  );
};

/** Fordeling: what each area has had of money, hours, visits and stories, year by year. */
export const FairnessPage = () => {
  const { state, live } = useLive(at('GET /api/fairness'));
  if (state.type === 'loading')
    return <GreyPageWaiting label={placeNames.fairness} blanks={[{ height: '240px' }]} />;
  if (state.type === 'failed')
    return <CannotFetch failure={state.failure} onAgain={live.refresh} />;
  const reply = state.value;
  return (
    <GreyPage>
      {state.trouble !== null && <StaleNotice since={reply.asOf} />}
      <UnderHead
        {...{ title: placeNames.fairness, intro: fairnessWords.intro }}
        back={{ href: hashOf({ type: 'money', query: '' }), text: fairnessWords.back }}
      >
        {reply.tables.some(({ total }) => total > 0) && (
          <PictureButton
            picture={() => fairnessPicture(reply)}
            name={`fordeling-${dayOf(reply.asOf)}`}
          />
        )}
      </UnderHead>
      {reply.tables.map((table) => (
        <Measure key={table.measure} table={table} reply={reply} />
      ))}
    </GreyPage>
  );
};
