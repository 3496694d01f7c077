import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import {
  ArrowLeftRegular,
  ArrowRightRegular,
  ChevronLeftRegular,
  ChevronRightRegular,
} from '@fluentui/react-icons';
import { useState } from 'react';
import { hoursIn } from '#shared/domain/plan/load.ts';
import { quarterNo } from '#shared/domain/plan/month.ts';
import type { PlanRow } from '#shared/domain/plan/plan.ts';
import { movedBy, type Planned } from '#shared/domain/plan/planned.ts';
import { addedRow, quarterLoad } from '#shared/domain/plan/whatIf.ts';
import { milestoneText, moveText, planWords, quarterName } from '#shared/words/plan/page.ts';
import { hoursNumber, hoursText, spanText } from '#shared/words/plan/words.ts';
import { AreaMark, Sits } from '../drawing/marks.tsx';
import { projectHash } from '../shell/route.ts';
import { useStepTemplates } from '../shell/stepNames.ts';
import type { PlanLook } from './planAddress.ts';
import { passesLook } from './shapePlan.ts';
import type { OnTrial } from './useTrial.ts';

const useStyles = makeStyles({
  head: {
    position: 'sticky',
    top: 0,
    zIndex: 1,
    display: 'flex',
    alignItems: 'center',
    gap: '6px',
    padding: '6px 0',
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  quarter: { flexGrow: 1, textAlign: 'center' },
  name: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    '::first-letter': { textTransform: 'uppercase' },
  },
  hours: { fontVariantNumeric: 'tabular-nums' },
  over: { color: tokens.colorStatusWarningForeground1, fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  below: {
    display: 'block',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
  },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  line: {
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    minHeight: '56px',
    padding: '4px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  text: { flexGrow: 1, minWidth: 0 },
  title: {
    display: 'block',
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    textDecorationLine: 'none',
    overflowWrap: 'anywhere',
  },
  press: { minWidth: '44px', height: '44px' },
});

type Shown = { readonly row: PlanRow; readonly planned: Planned | null; readonly hours: number };

/** What is worked on in a quarter, now or before the trial, the most hours first. */
const shownIn = (on: OnTrial, look: PlanLook, quarter: number): readonly Shown[] => {
  const passes = passesLook(look);
  const all = [...on.plan.rows, ...on.trial.added.map((one) => addedRow(one, on.plan.today))];
  return all
    .filter(passes)
    .flatMap((row): Shown[] => {
      const planned = on.planOf(row);
      const [hours, before] = [planned, row.plan ?? null].map((one) =>
        one === null || quarterNo(one.start) > quarter || quarterNo(one.end) < quarter
          ? null
          : hoursIn(one, quarter),
      );
      return hours == null && before == null ? [] : [{ row, planned, hours: hours ?? 0 }];
    })
    .sort((a, b) => b.hours - a.hours || a.row.title.localeCompare(b.row.title, 'da'));
};

const Line = ({ on, shown }: { readonly on: OnTrial; readonly shown: Shown }) => {
  const styles = useStyles();
  const { row, planned, hours } = shown;
  const made = useStepTemplates();
  const next = row.milestones?.find(({ done }) => !done);
  const move = on.result.moves.find((one) => one.row.id === row.id);
  const shift = (by: number) => () => {
    if (planned) on.edit(row, movedBy(planned, by));
  };
  return (
    <li className={styles.line}>
      <AreaMark areas={on.plan.areas} area={row.area} />
      <div className={styles.text}>
        {row.id.startsWith('new:') ? (
          <span className={styles.title}>{row.title}</span>
        ) : (
          <a className={styles.title} href={projectHash(row.id)}>
            {row.title}
          </a>
        )}
        <span className={styles.quiet}>
          {planned === null ? moveText({ from: row.plan ?? null, to: null }) : spanText(planned)},{' '}
          {hoursText(hours)}
          {move && `, ${planWords.phone.stood(move.from)}`}
        </span>
        {next && <span className={styles.below}>{milestoneText(next, made, on.plan.today)}</span>}
      </div>
      <Button
        className={styles.press}
        appearance="subtle"
        icon={<ArrowLeftRegular />}
        aria-label={planWords.phone.backLabel(row.title)}
        onClick={shift(-1)}
      />
      <Button
        className={styles.press}
        appearance="subtle"
        icon={<ArrowRightRegular />}
        aria-label={planWords.phone.onLabel(row.title)}
        onClick={shift(1)}
      />
    </li>
  );
};

const Hours = ({ on, quarter }: { readonly on: OnTrial; readonly quarter: number }) => {
  const styles = useStyles();
  const { settings } = on.plan;
  const load = quarterLoad(on.result, quarter, settings);
  const free = settings.hoursAQuarter - load.after;
  return (
    <span className={mergeClasses(styles.hours, load.over > 0 && styles.over)}>
      {load.over > 0 && <Sits size={13} />}{' '}
      {load.before === load.after ? '' : `${hoursNumber(load.before)} → `}
      {hoursText(load.after)}, {load.over > 0 ? planWords.tooMany(load.over) : planWords.free(free)}
    </span>
  );
};

/** One quarter at a time, as a list: before → after. */
export const PhonePlan = ({ on, look }: { readonly on: OnTrial; readonly look: PlanLook }) => {
  const styles = useStyles();
  const [quarter, setQuarter] = useState(quarterNo(on.plan.today));
  const shown = shownIn(on, look, quarter);
  return (
    <section aria-label={planWords.phone.list(quarter)}>
      <div className={styles.head}>
        <Button
          className={styles.press}
          appearance="subtle"
          icon={<ChevronLeftRegular />}
          aria-label={planWords.earlier}
          onClick={() => setQuarter(quarter - 1)}
        />
        <div className={styles.quarter} aria-live="polite">
          <h2 className={styles.name}>{quarterName(quarter)}</h2>
          <Hours on={on} quarter={quarter} />
        </div>
        <Button
          className={styles.press}
          appearance="subtle"
          icon={<ChevronRightRegular />}
          aria-label={planWords.later}
          onClick={() => setQuarter(quarter + 1)}
        />
      </div>
      {shown.length === 0 && <p className={styles.quiet}>{planWords.phone.nothing}</p>}
      <ul className={styles.list}>
        {shown.map((one) => (
          <Line key={one.row.id} on={on} shown={one} />
        ))}
      </ul>
    </section>
  );
};
