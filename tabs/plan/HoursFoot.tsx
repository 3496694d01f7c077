import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import { loadOf, studyHoursIn } from '#shared/domain/plan/load.ts';
import { type PlanRow, suggestedPlan } from '#shared/domain/plan/plan.ts';
import type { PlanSettings } from '#shared/domain/plan/planned.ts';
import { type QuarterLoad, quarterLoad } from '#shared/domain/plan/whatIf.ts';
import { planWords, quarterName } from '#shared/words/plan/page.ts';
import { hoursNumber } from '#shared/words/plan/words.ts';
import { Sits } from '../drawing/marks.tsx';
import type { Sight } from './Bar.tsx';
import { quartersIn } from './Chart.tsx';
import { labelWidth } from './chartStyles.ts';
import type { OnTrial } from './useTrial.ts';

const barHeight = 76;

const hatch = (color: string): string =>
  `repeating-linear-gradient(135deg, ${color} 0 1.5px, transparent 1.5px 5px)`;

const useStyles = makeStyles({
  foot: {
    display: 'flex',
    flexShrink: 0,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
    scrollbarGutter: 'stable',
    overflowY: 'hidden',
    overflowX: 'hidden',
  },
  legend: {
    boxSizing: 'border-box',
    width: `${labelWidth}px`,
    flexShrink: 0,
    padding: '8px 12px 8px 14px',
  },
  head: { margin: '0 0 4px', fontSize: tokens.fontSizeBase300 },
  mark: {
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    fontSize: tokens.fontSizeBase200,
    lineHeight: '18px',
    color: tokens.colorNeutralForeground2,
  },
  swatch: {
    boxSizing: 'border-box',
    width: '22px',
    height: '10px',
    borderRadius: tokens.borderRadiusSmall,
    border: `1px solid ${tokens.colorTransparentStroke}`,
  },
  quarters: {
    position: 'relative',
    display: 'flex',
    flexGrow: 1,
    minWidth: 0,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  quarter: { flex: '1 1 0', minWidth: 0, padding: '6px 6px 4px' },
  figures: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    columnGap: '6px',
    height: '52px',
    alignContent: 'flex-start',
    fontVariantNumeric: 'tabular-nums',
  },
  used: { fontWeight: tokens.fontWeightSemibold },
  small: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: '17px',
    color: tokens.colorNeutralForeground3,
    whiteSpace: 'nowrap',
  },
  over: { color: tokens.colorStatusWarningForeground1 },
  bars: { position: 'relative', height: `${barHeight}px`, marginTop: '2px' },
  part: {
    position: 'absolute',
    left: 0,
    right: 0,
    boxSizing: 'border-box',
    border: `1px solid ${tokens.colorTransparentStroke}`,
  },
  projects: { backgroundColor: 'var(--soft-bar)' },
  study: { backgroundColor: tokens.colorBrandBackground },
  sudden: {
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundImage: hatch(tokens.colorNeutralForeground3),
  },
  tooMany: {
    border: `1px solid ${tokens.colorStatusWarningForeground1}`,
    backgroundColor: tokens.colorNeutralBackground2,
    backgroundImage: hatch(tokens.colorStatusWarningForeground1),
  },
  suggested: { border: `1px dashed ${tokens.colorNeutralStrokeAccessible}` },
  before: {
    position: 'absolute',
    left: '-4px',
    right: '-4px',
    height: 0,
    borderTop: `2px dashed ${tokens.colorNeutralForeground1}`,
  },
  capacity: {
    position: 'absolute',
    left: 0,
    right: 0,
    height: 0,
    borderTop: `2px solid ${tokens.colorNeutralForeground1}`,
  },
  line: {
    height: 0,
    border: 'none',
    borderTop: `2px solid ${tokens.colorNeutralForeground1}`,
    borderRadius: 0,
  },
});

/** What is under way without a plan would take, by quarter: said beside, and never added in. */
export const useSuggestedLoad = (
  rows: readonly PlanRow[],
  settings: PlanSettings,
  today: string,
): ReadonlyMap<number, number> =>
  useMemo(
    () =>
      loadOf(
        rows
          .filter((row) => row.plan === undefined && row.status === 'active')
          .map((row) => suggestedPlan(row, settings, today)),
      ),
    [rows, settings, today],
  );

const Mark = ({ className, text }: { className: string; text: string }) => {
  const styles = useStyles();
  return (
    <span className={styles.mark}>
      <span className={mergeClasses(styles.swatch, className)} aria-hidden="true" />
      {text}
    </span>
  );
};

const Legend = ({ isTrying, capacity }: { isTrying: boolean; capacity: number }) => {
  const styles = useStyles();
  return (
    <div className={styles.legend}>
      <h2 className={styles.head}>{planWords.hours}</h2>
      <Mark className={styles.line} text={planWords.capacity(capacity)} />
      <Mark className={styles.projects} text={planWords.hoursProjects} />
      <Mark className={styles.study} text={planWords.hoursStudy} />
      <Mark className={styles.sudden} text={planWords.hoursSudden} />
      <Mark
        className={styles.suggested}
        text={isTrying ? planWords.stoodHere : planWords.hoursSuggested}
      />
    </div>
  );
};

type QuarterProps = {
  readonly load: QuarterLoad;
  readonly projects: number;
  readonly suggested: number;
  readonly settings: PlanSettings;
  readonly isTrying: boolean;
  readonly scale: (hours: number) => number;
};

const Figures = ({ load, suggested, settings, isTrying }: QuarterProps) => {
  const styles = useStyles();
  const free = settings.hoursAQuarter - load.after;
  return (
    <div className={styles.figures}>
      <span className={mergeClasses(styles.used, load.over > 0 && styles.over)}>
        {load.over > 0 && <Sits size={13} />} {hoursNumber(load.after)}
      </span>
      <span className={mergeClasses(styles.small, load.over > 0 && styles.over)}>
        {load.over > 0 ? planWords.tooMany(load.over) : planWords.free(free)}
      </span>
      {isTrying && load.before !== load.after && (
        <span className={styles.small}>{planWords.before(load.before)}</span>
      )}
      {suggested > 0 && !isTrying && (
        <span className={styles.small}>{planWords.besides(suggested)}</span>
      )}
    </div>
  );
};

/** One upon the other: projects, the study, the room that is kept; and what is too much. */
const Bars = ({ load, projects, suggested, settings, isTrying, scale }: QuarterProps) => {
  const styles = useStyles();
  const { suddenHours, hoursAQuarter } = settings;
  const studyHours = studyHoursIn(load.quarter, settings);
  const parts = [
    { name: styles.projects, from: 0, to: projects },
    { name: styles.study, from: projects, to: projects + studyHours },
    {
      name: styles.sudden,
      from: projects + studyHours,
      to: projects + studyHours + suddenHours,
    },
    ...(load.over > 0 ? [{ name: styles.tooMany, from: hoursAQuarter, to: load.after }] : []),
    ...(isTrying || suggested === 0
      ? []
      : [{ name: styles.suggested, from: load.after, to: load.after + suggested }]),
  ];
  return (
    <div className={styles.bars} aria-hidden="true">
      {parts.map(({ name, from, to }) => (
        <span
          key={name}
          className={mergeClasses(styles.part, name)}
          style={{ bottom: scale(from), height: Math.max(0, scale(to) - scale(from)) }}
        />
      ))}
      {isTrying && load.before !== load.after && (
        <span className={styles.before} style={{ bottom: scale(load.before) }} />
      )}
    </div>
  );
};

/** DigiTek's hours a quarter, under the very columns of the chart. */
export const HoursFoot = ({ on, sight }: { readonly on: OnTrial; readonly sight: Sight }) => {
  const styles = useStyles();
  const { settings, rows, today } = on.plan;
  const suggested = useSuggestedLoad(rows, settings, today);
  const quarters = quartersIn(sight).map((quarter) => quarterLoad(on.result, quarter, settings));
  const most = Math.max(
    settings.hoursAQuarter * 1.12,
    ...quarters.map(({ before, after }) => Math.max(before, after)),
  );
  const scale = (hours: number): number => (Math.min(hours, most) / most) * barHeight;
  return (
    <section className={styles.foot} aria-label={planWords.hours}>
      <Legend isTrying={on.isTrying} capacity={settings.hoursAQuarter} />
      <ul className={styles.quarters}>
        {quarters.map((load) => {
          const props = {
            ...{ load, settings, scale, isTrying: on.isTrying },
            projects: on.result.load.get(load.quarter) ?? 0,
            suggested: suggested.get(load.quarter) ?? 0,
          };
          return (
            <li
              key={load.quarter}
              className={styles.quarter}
              aria-label={quarterName(load.quarter)}
            >
              <Figures {...props} />
              <Bars {...props} />
            </li>
          );
        })}
        <li aria-hidden="true" style={{ display: 'contents' }}>
          <span className={styles.capacity} style={{ bottom: scale(settings.hoursAQuarter) + 4 }} />
        </li>
      </ul>
    </section>
  );
};
