import { mergeClasses } from '@fluentui/react-components';
import { ChevronDownRegular, ChevronRightRegular } from '@fluentui/react-icons';
import { memo, useMemo, useRef, useState } from 'react';
import type { PlanReply } from '#shared/contract/plan.ts';
import { monthNo } from '#shared/domain/plan/month.ts';
import { type PlanRow, suggestedPlan } from '#shared/domain/plan/plan.ts';
import { movedBy, type Planned, stretchedBy } from '#shared/domain/plan/planned.ts';
import { planWords } from '#shared/words/plan/page.ts';
import { useStanding } from '../board/slots.ts';
import { AreaMark } from '../drawing/marks.tsx';
import { go, projectHash } from '../shell/route.ts';
import { useStable } from '../shell/useStable.ts';
import { Bar, type Sight } from './Bar.tsx';
import { headHeight, useChartStyles } from './chartStyles.ts';
import { type ChartRow, chartRows, type PlanGroup } from './shapePlan.ts';
import { type OnChart, rowHeight, useChart } from './useChart.ts';
import { type OnDrag, useDrag } from './useDrag.ts';
import type { OnTrial } from './useTrial.ts';

export const quartersIn = ({ first, months }: Sight): readonly number[] =>
  Array.from({ length: Math.ceil(months / 3) }, (_, at) => Math.floor(first / 3) + at);

/** Where in a hundred a moment stands. */
export const placeIn = (sight: Sight, at: number): number =>
  ((at - sight.first) / sight.months) * 100;

const nowIn = (sight: Sight, today: string): number =>
  placeIn(sight, monthNo(today) + (Number(today.slice(8, 10)) - 1) / 31);

const isInSight = (place: number): boolean => place >= 0 && place <= 100;

const meetingIn = (days: readonly string[], quarter: number): string | undefined =>
  days.find((day) => Math.floor(monthNo(day) / 3) === quarter);

type HeadProps = { readonly sight: Sight; readonly plan: PlanReply };

const Scale = ({ sight, plan }: HeadProps) => {
  const styles = useChartStyles();
  const quarters = quartersIn(sight);
  const today = nowIn(sight, plan.today);
  const width = 100 / quarters.length;
  return (
    <div className={styles.head} role="presentation">
      <div className={styles.corner} />
      <div className={styles.scale}>
        {quarters.map((quarter, at) => {
          const isYear = quarter % 4 === 0 || at === 0;
          const meeting = meetingIn(plan.quarterDays, quarter);
          return (
            <span
              key={quarter}
              className={styles.quarter}
              style={{ left: `${at * width}%`, width: `${width}%` }}
            >
              {isYear && <span className={styles.year}>{Math.floor(quarter / 4)} </span>}
              {planWords.quarterHead(quarter)}
              {meeting !== undefined && width > 8 && (
                <span className={styles.meeting}>{planWords.meeting(meeting)}</span>
              )}
            </span>
          );
        })}
        {isInSight(today) && (
          <span className={styles.today} style={{ left: `${Math.max(2, today)}%` }}>
            {planWords.today}
          </span>
        )}
      </div>
    </div>
  );
};

const Lines = ({ sight, today }: { sight: Sight; today: string }) => {
  const styles = useChartStyles();
  const now = nowIn(sight, today);
  return (
    <div className={styles.grid} aria-hidden="true">
      {quartersIn(sight).map((quarter) => (
        <span
          key={quarter}
          className={mergeClasses(
            styles.line,
            quarter % 4 === 0 ? styles.yearLine : styles.quarterLine,
          )}
          style={{ left: `${placeIn(sight, quarter * 3)}%` }}
        />
      ))}
      {isInSight(now) && (
        <span className={mergeClasses(styles.line, styles.todayLine)} style={{ left: `${now}%` }} />
      )}
    </div>
  );
};

/* Plain elements that say which part of a tree of rows they are: only some are mounted. */
const rowPart = (level: 1 | 2, index: number) => ({
  role: 'row',
  'aria-level': level,
  'aria-rowindex': index + 1,
  tabIndex: -1,
});
const headPart = { role: 'rowheader' };
const cellPart = { role: 'gridcell' };
const groupPart = { role: 'rowgroup' };

type GroupProps = {
  readonly row: Extract<ChartRow, { type: 'group' }>;
  readonly top: number;
  readonly index: number;
  readonly focusable: boolean;
};

const GroupRow = memo(({ row, top, index, focusable }: GroupProps) => {
  const styles = useChartStyles();
  const Chevron = row.open ? ChevronDownRegular : ChevronRightRegular;
  return (
    <div
      {...rowPart(1, index)}
      {...{ 'aria-expanded': row.open }}
      className={styles.row}
      style={{ top }}
    >
      <div {...headPart} style={{ width: '100%' }}>
        <button
          type="button"
          className={styles.group}
          data-stop={row.key}
          data-group
          tabIndex={focusable ? 0 : -1}
        >
          <Chevron fontSize={14} aria-hidden="true" />
          {row.group.name}
          <span className={styles.count}>{row.group.rows.length}</span>
        </button>
      </div>
    </div>
  );
});

type BarRowProps = {
  readonly row: PlanRow;
  readonly rowKey: string;
  readonly top: number;
  readonly index: number;
  readonly focusable: boolean;
  readonly isChosen: boolean;
  readonly planned: Planned | null;
  readonly from: Planned | null | undefined;
  readonly stood: Planned | null | undefined;
  readonly sight: Sight;
  readonly plan: PlanReply;
  readonly drag: OnDrag;
};

const BarRow = memo((props: BarRowProps) => {
  const styles = useChartStyles();
  const { row, top, index, plan, from, ...bar } = props;
  const isAdded = row.id.startsWith('new:');
  const title = mergeClasses(styles.title, from !== undefined && styles.moved);
  return (
    <div
      {...rowPart(2, index)}
      className={mergeClasses(styles.row, isAdded && styles.added)}
      style={{ top }}
    >
      <div {...headPart} className={styles.label}>
        <AreaMark areas={plan.areas} area={row.area} />
        {isAdded ? (
          <span className={title}>{row.title}</span>
        ) : (
          <a className={title} href={projectHash(row.id)} tabIndex={-1} title={row.title}>
            {row.title}
          </a>
        )}
        {row.proposal && (
          <span className={styles.proposed} title={planWords.proposalBy(row.proposal.byName)} />
        )}
      </div>
      <div {...cellPart} className={styles.track} data-track>
        <Bar {...{ row, from, ...bar }} settings={plan.settings} today={plan.today} />
      </div>
    </div>
  );
});

/** What a key makes of a bar; null when it is another's to take. */
const editedBy = (key: string, withShift: boolean, planned: Planned): Planned | null => {
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return null;
  const by = key === 'ArrowLeft' ? -1 : 1;
  return withShift ? stretchedBy(planned, by) : movedBy(planned, by);
};

/** To another row, as in any list. */
const goneTo = (key: string, at: number, rows: number): number | null => {
  const to: Readonly<Record<string, number>> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + 12,
    PageUp: at - 12,
    Home: 0,
    End: rows - 1,
  };
  return to[key] ?? null;
};

export type ChartProps = {
  readonly on: OnTrial;
  readonly groups: readonly PlanGroup[];
  readonly sight: Sight;
  readonly stoodThen: Readonly<Record<string, Planned | null>> | null;
  readonly chosen: string | null;
  readonly onChoose: (row: PlanRow | null) => void;
  /** What has been done to a bar, for who listens. */
  readonly onSay: (row: PlanRow, to: Planned | null) => void;
};

const useFolded = () => {
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const fold = (key: string): void =>
    setFolded((before) => {
      const next = new Set(before);
      if (!next.delete(key)) next.add(key);
      return next;
    });
  return [folded, fold] as const;
};

type Acting = ChartProps & {
  readonly rows: readonly ChartRow[];
  readonly chart: OnChart;
  readonly drag: OnDrag;
  readonly fold: (key: string) => void;
  /** What the pointer did is tried from now on. */
  readonly settle: () => Planned | null;
  readonly discard: () => void;
};

const standing = ({ on }: ChartProps, row: PlanRow): Planned | null =>
  on.planOf(row) ?? suggestedPlan(row, on.plan.settings, on.plan.today);

const rowOf = ({ rows, chart }: Acting, target: EventTarget): ChartRow | undefined => {
  const stop = target instanceof Element ? target.closest<HTMLElement>('[data-stop]') : null;
  const key = stop?.dataset['stop'];
  return key === undefined ? undefined : rows[chart.placeOf(key)];
};

/** Back where it is saved, or where the pointer took it from. */
const giveUp = ({ drag, on, discard, onSay }: Acting, row: PlanRow): true => {
  if (drag.cancel()) discard();
  else on.undo(row);
  onSay(row, row.plan ?? null);
  return true;
};

const onBarKey = (acting: Acting, row: PlanRow, event: React.KeyboardEvent): boolean => {
  if (event.key === 'Escape') return giveUp(acting, row);
  if (event.key === 'Enter') {
    if (!row.id.startsWith('new:')) go(projectHash(row.id));
    return true;
  }
  const planned = standing(acting, row);
  const to = planned && editedBy(event.key, event.shiftKey, planned);
  if (!to) return false;
  acting.on.edit(row, to);
  acting.onSay(row, to);
  return true;
};

const onRowKey = (acting: Acting, row: ChartRow, event: React.KeyboardEvent): boolean => {
  const { chart, rows, fold } = acting;
  const to = goneTo(event.key, chart.placeOf(row.key), rows.length);
  if (to !== null) {
    chart.focusRow(to);
    return true;
  }
  if (row.type === 'bar') return onBarKey(acting, row.row, event);
  if (event.key !== (row.open ? 'ArrowLeft' : 'ArrowRight')) return false;
  fold(row.key);
  return true;
};

const withModifier = ({ ctrlKey, altKey, metaKey }: React.KeyboardEvent): boolean =>
  ctrlKey || altKey || metaKey;

const actsOf = (acting: Acting) => {
  const { on, drag, fold, onChoose, onSay } = acting;
  return {
    onKeyDown: (event: React.KeyboardEvent): void => {
      const row = withModifier(event) ? undefined : rowOf(acting, event.target);
      if (row && onRowKey(acting, row, event)) event.preventDefault();
    },
    onPointerUp: (event: React.PointerEvent): void => {
      const row = rowOf(acting, event.target);
      if (!drag.drop()) return;
      const to = acting.settle();
      if (row?.type === 'bar') onSay(row.row, to ?? on.planOf(row.row));
    },
    onPointerCancel: (): void => {
      drag.cancel();
      acting.discard();
    },
    onClick: (event: React.MouseEvent): void => {
      const row = rowOf(acting, event.target);
      if (row?.type === 'group') fold(row.key);
      else if (row) onChoose(row.row);
    },
  };
};

type Preview = { readonly row: PlanRow; readonly to: Planned };

/**
 * The first drag begins the trial when it ends: the rail that comes then would move the chart under
 * the pointer.
 */
const usePreview = (on: OnTrial) => {
  // What was drawn last may be behind the pointer; what is tried is never.
  const latest = useRef<Preview | null>(null);
  const [preview, setPreview] = useState<Preview | null>(null);
  const put = (next: Preview | null): void => {
    latest.current = next;
    setPreview(next);
  };
  const edit = useStable((row: PlanRow, to: Planned): void => {
    if (on.isTrying) on.edit(row, to);
    else put({ row, to });
  });
  const settle = (): Planned | null => {
    const was = latest.current;
    put(null);
    if (was) on.edit(was.row, was.to);
    return was?.to ?? null;
  };
  return { preview, edit, settle, discard: () => put(null) };
};

const planAtOf = ({ on, stoodThen }: ChartProps, preview: Preview | null) => {
  const byId = new Map(on.result.moves.map((move) => [move.row.id, move]));
  return (row: PlanRow) => {
    const held = preview?.row.id === row.id ? preview.to : null;
    return {
      planned: held ?? on.planOf(row),
      from: held ? (row.plan ?? null) : byId.get(row.id)?.from,
      stood: stoodThen === null ? undefined : stoodThen[row.id],
    };
  };
};

/** The plan: a row a project, however many there are; one stop for Tab. */
export const Chart = (props: ChartProps) => {
  const { on, groups, sight, chosen } = props;
  const styles = useChartStyles();
  const [folded, fold] = useFolded();
  const rows = useMemo(() => chartRows(groups, folded), [groups, folded]);
  const chart = useChart(rows, headHeight);
  const { preview, edit, settle, discard } = usePreview(on);
  const drag = useDrag(sight.months, edit);
  const acts = actsOf({ ...props, rows, chart, drag, fold, settle, discard });
  const planAt = planAtOf(props, preview);
  const mounted = useStanding(chart.mounted.flatMap((at) => rows[at]?.key ?? []));
  return (
    <div
      ref={chart.scroller}
      className={styles.scroller}
      role="treegrid"
      aria-label={planWords.chart}
      aria-rowcount={rows.length}
      aria-describedby="plan-keys"
      tabIndex={-1}
      data-list
      onScroll={chart.look}
      onFocus={(event) => chart.onFocus(event.target)}
      {...acts}
    >
      <Scale sight={sight} plan={on.plan} />
      <div {...groupPart} className={styles.body} style={{ height: rows.length * rowHeight }}>
        <Lines sight={sight} today={on.plan.today} />
        {mounted.map(([key, slot]) => {
          const at = chart.placeOf(key);
          const row = rows[at];
          if (!row) return null;
          const place = { top: at * rowHeight, index: at, focusable: at === chart.stop };
          return row.type === 'group' ? (
            <GroupRow key={slot} row={row} {...place} />
          ) : (
            <BarRow
              key={slot}
              {...place}
              {...planAt(row.row)}
              row={row.row}
              rowKey={row.key}
              isChosen={chosen === row.row.id}
              {...{ sight, drag }}
              plan={on.plan}
            />
          );
        })}
      </div>
    </div>
  );
};
