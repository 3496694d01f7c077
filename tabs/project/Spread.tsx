import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { ProjectReply } from '#shared/contract/api.ts';
import { dayOf } from '#shared/domain/day.ts';
import { isLate, spreadCountsOf } from '#shared/domain/spread/spreadUnit.ts';
import {
  shortMonth,
  spreadHeadline,
  spreadLate,
  spreadRest,
  spreadWords,
  unitText,
} from '#shared/words/spread/words.ts';
import { useMe } from '../shell/Looking.tsx';
import { isTyped } from '../typed/useTyped.ts';
import { useProject } from './editing.tsx';
import { Section } from './Section.tsx';
import { monthsOf, placeOn } from './spreadMonths.ts';
import { NewUnitForm, newUnitPlace, UnitForm, unitPlace } from './UnitForm.tsx';
import { UnitLine } from './UnitLine.tsx';

const phone = '@media (max-width: 860px)';

const useStyles = makeStyles({
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    gap: '4px 16px',
    marginBottom: '8px',
  },
  figure: { fontWeight: tokens.fontWeightSemibold },
  late: { color: tokens.colorStatusWarningForeground1 },
  table: { width: '100%', borderCollapse: 'collapse', textAlign: 'left' },
  row: {
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    [phone]: { display: 'flex', flexDirection: 'column', padding: '6px 0' },
  },
  cell: { padding: '0 12px 0 0', fontWeight: tokens.fontWeightRegular, [phone]: { padding: 0 } },
  wide: { width: '60%', height: '1px', padding: 0, [phone]: { display: 'none' } },
  heads: { [phone]: { display: 'none' } },
  small: {
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground3,
  },
  months: { position: 'relative', height: '20px', minWidth: '360px', overflow: 'hidden' },
  month: { position: 'absolute', top: 0, paddingLeft: '4px', whiteSpace: 'nowrap' },
  present: { color: tokens.colorBrandForeground1, fontWeight: tokens.fontWeightSemibold },
  how: { padding: '0 0 0 12px', overflowWrap: 'anywhere', [phone]: { padding: 0 } },
  why: {
    display: 'block',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
  name: {
    minWidth: 0,
    padding: 0,
    justifyContent: 'flex-start',
    textAlign: 'left',
    fontWeight: tokens.fontWeightRegular,
  },
  under: { marginTop: '8px' },
  /** What the heads of the months are, to whoever hears the table. */
  heard: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
  },
});

type Unit = ProjectReply['units'][number];

const MonthsHead = ({
  months,
  today,
}: {
  readonly months: readonly string[];
  readonly today: string;
}) => {
  const styles = useStyles();
  return (
    <div className={styles.months} aria-hidden="true">
      {months.map((month, at) => (
        <span
          key={month}
          className={mergeClasses(
            styles.month,
            month.slice(0, 7) === today.slice(0, 7) && styles.present,
          )}
          style={{ left: `${placeOn(months, month)}%` }}
        >
          {at === 0 || month.slice(5, 7) === '01'
            ? `${shortMonth(month)} ${month.slice(2, 4)}`
            : shortMonth(month)}
        </span>
      ))}
    </div>
  );
};

type RowProps = {
  readonly unit: Unit;
  readonly months: readonly string[];
  readonly today: string;
  readonly isOpen: boolean;
  readonly onOpen: (() => void) | null;
  readonly onDone: () => void;
};

const UnitRow = ({ unit, months, today, isOpen, onOpen, onDone }: RowProps) => {
  const styles = useStyles();
  return (
    <>
      <tr className={styles.row}>
        <th scope="row" className={styles.cell}>
          {onOpen ? (
            <Button
              appearance="transparent"
              className={styles.name}
              aria-expanded={isOpen}
              aria-label={spreadWords.edit(unit.name)}
              onClick={onOpen}
            >
              {unit.name}
            </Button>
          ) : (
            unit.name
          )}
        </th>
        <td className={styles.wide}>
          <UnitLine unit={unit} months={months} today={today} />
        </td>
        <td className={mergeClasses(styles.how, isLate(unit, today) && styles.late)}>
          {unitText(unit, today)}
          {unit.reason !== '' && <span className={styles.why}>»{unit.reason}«</span>}
        </td>
      </tr>
      {isOpen && (
        <tr>
          <td colSpan={3}>
            <UnitForm unit={unit} today={today} onDone={onDone} />
          </td>
        </tr>
      )}
    </>
  );
};

/** Which unit's form is open: one at a time; '' = the new one's, null = none. */
const useOpen = ({ project, units }: ProjectReply) => {
  const { id } = useMe();
  const [open, setOpen] = useState(() => {
    if (isTyped(id, newUnitPlace(project.id))) return '';
    return units.find((unit) => isTyped(id, unitPlace(unit.id)))?.id ?? null;
  });
  return { open, setOpen, close: () => setOpen(null) };
};

const Units = ({ reply, today }: { readonly reply: ProjectReply; readonly today: string }) => {
  const styles = useStyles();
  const { open, setOpen, close } = useOpen(reply);
  const { units, maySpread } = reply;
  const months = monthsOf(units, today);
  return (
    <>
      {units.length === 0 ? (
        <p className={styles.small}>{spreadWords.none}</p>
      ) : (
        <table className={styles.table}>
          <thead className={styles.heads}>
            <tr>
              <th scope="col" className={mergeClasses(styles.cell, styles.small)}>
                {spreadWords.unit}
              </th>
              <th scope="col" className={mergeClasses(styles.wide, styles.small)}>
                <span className={styles.heard}>{spreadWords.months}</span>
                <MonthsHead months={months} today={today} />
              </th>
              <th scope="col" className={mergeClasses(styles.how, styles.small)}>
                {spreadWords.how}
              </th>
            </tr>
          </thead>
          <tbody>
            {units.map((unit) => (
              <UnitRow
                key={unit.id}
                unit={unit}
                months={months}
                today={today}
                isOpen={maySpread && open === unit.id}
                onOpen={maySpread ? () => setOpen(open === unit.id ? null : unit.id) : null}
                onDone={close}
              />
            ))}
          </tbody>
        </table>
      )}
      {maySpread && open !== '' && (
        <Button className={styles.under} icon={<AddRegular />} onClick={() => setOpen('')}>
          {spreadWords.add}
        </Button>
      )}
      {maySpread && open === '' && <NewUnitForm month={today} onDone={close} />}
    </>
  );
};

/** The units the project is being spread to: how far it has come, month by month and in words. */
export const Spread = () => {
  const styles = useStyles();
  const { reply } = useProject();
  const { units, maySpread } = reply;
  if (units.length === 0 && !maySpread) return null;
  const today = dayOf(reply.asOf);
  const counts = spreadCountsOf(units, today);
  return (
    <Section id="spredning" title={spreadWords.section}>
      {units.length > 0 && (
        <p className={styles.head}>
          <span className={styles.figure}>{spreadHeadline(counts)}</span>
          {spreadRest(counts).map((one) => (
            <span key={one}>{one}</span>
          ))}
          {counts.late > 0 && <span className={styles.late}>{spreadLate(counts.late)}</span>}
        </p>
      )}
      <Units reply={reply} today={today} />
      {counts.planned > 0 && <p className={styles.small}>{spreadWords.all}</p>}
    </Section>
  );
};
