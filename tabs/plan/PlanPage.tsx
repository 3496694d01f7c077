import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { BeakerRegular } from '@fluentui/react-icons';
import { useDeferredValue, useMemo, useState } from 'react';
import { at } from '#shared/contract/at.ts';
import type { PlanReply, PlanThenReply } from '#shared/contract/plan.ts';
import type { PlanRow } from '#shared/domain/plan/plan.ts';
import { type Planned, samePlan } from '#shared/domain/plan/planned.ts';
import { addedId, addedRow } from '#shared/domain/plan/whatIf.ts';
import { timeText } from '#shared/words/dates.ts';
import { movedAloud, planWords } from '#shared/words/plan/page.ts';
import { planRefusals } from '#shared/words/plan/words.ts';
import type { Live } from '../remote/live.ts';
import { useLive } from '../remote/RemoteContext.tsx';
import { CannotFetch } from '../shell/CannotFetch.tsx';
import { GreyPageWaiting, nothingSaid, SaidLine } from '../shell/GreyPage.tsx';
import { useMe } from '../shell/Looking.tsx';
import { rewrite } from '../shell/route.ts';
import { StaleNotice } from '../shell/StaleNotice.tsx';
import { useDownload } from '../shell/useDownload.ts';
import { useFirstPaint } from '../shell/useFirstPaint.ts';
import { useIsPhone } from '../shell/useMedia.ts';
import { Backlog } from './Backlog.tsx';
import type { Sight } from './Bar.tsx';
import { Chart } from './Chart.tsx';
import { ChosenBar } from './ChosenBar.tsx';
import { HoursFoot } from './HoursFoot.tsx';
import { NewSkal } from './NewSkal.tsx';
import { PhonePlan } from './PhonePlan.tsx';
import { PlanHead, PlanTools } from './PlanHead.tsx';
import { firstMonth, type PlanLook, planHash, planLookOf } from './planAddress.ts';
import { RailFoot } from './RailFoot.tsx';
import { useRailStyles } from './railStyles.ts';
import { backlogOf, groupsOf, isNarrowedLook } from './shapePlan.ts';
import { TrialSays } from './TrialSays.tsx';
import { type OnSave, useSavePlan } from './useSavePlan.ts';
import { type OnTrial, useTrial } from './useTrial.ts';

const useStyles = makeStyles({
  page: {
    height: '100%',
    display: 'flex',
    flexDirection: 'column',
    backgroundColor: tokens.colorNeutralBackground1,
    position: 'relative',
  },
  said: { padding: '4px 20px 0', '@media (max-width: 719px)': { padding: '4px 12px 0' } },
  body: {
    position: 'relative',
    display: 'flex',
    flexGrow: 1,
    minHeight: 0,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  chart: { display: 'flex', flexDirection: 'column', flexGrow: 1, minWidth: 0, minHeight: 0 },
  trying: {
    margin: '14px 10px 8px',
    border: `2px solid ${tokens.colorBrandStroke1}`,
    borderRadius: tokens.borderRadiusXLarge,
  },
  label: {
    position: 'absolute',
    top: '-14px',
    left: '14px',
    zIndex: 6,
    display: 'inline-flex',
    alignItems: 'center',
    gap: '6px',
    margin: 0,
    padding: '0 12px',
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorBrandBackground,
    color: tokens.colorNeutralForegroundOnBrand,
    fontSize: tokens.fontSizeBase200,
    lineHeight: '24px',
    fontWeight: tokens.fontWeightSemibold,
  },
  phone: {
    flexDirection: 'column',
    overflowY: 'auto',
    padding: '0 12px 12px',
    '@media (max-width: 719px)': { minHeight: 'auto' },
  },
  phoneTrying: { padding: '14px 10px 12px', overflowY: 'visible', flexShrink: 0 },
  phonePage: { overflowY: 'auto' },
  meanwhile: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '8px',
    margin: '8px 20px 0',
    padding: '6px 12px',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorStatusWarningBorder1}`,
    backgroundColor: 'var(--attention)',
  },
  hidden: { position: 'absolute', left: '-10000px' },
  empty: { padding: '24px 20px', color: tokens.colorNeutralForeground2 },
});

/** What others have done to the plan while one tried. */
const Meanwhile = ({ on, asOf }: { readonly on: OnTrial; readonly asOf: string }) => {
  const styles = useStyles();
  if (on.meanwhile.length === 0) return null;
  return (
    <div className={styles.meanwhile} role="status">
      <span>
        {planRefusals.changed(timeText(asOf))}{' '}
        {planWords.meanwhile(on.meanwhile.slice(0, 3).map(({ title }) => title))}
      </span>
      <Button size="small" onClick={on.recalculate}>
        {planWords.recalculate}
      </Button>
    </div>
  );
};

type RailProps = {
  readonly on: OnTrial;
  readonly saving: OnSave;
  readonly chosen: PlanRow | null;
  readonly waiting: readonly PlanRow[];
  readonly showsBacklog: boolean;
  readonly isPhone: boolean;
  readonly onChoose: (row: PlanRow | null) => void;
  readonly onCopied: (done: boolean) => void;
};

const Rail = (props: RailProps) => {
  const { on, saving, chosen, waiting, showsBacklog, isPhone, onChoose, onCopied } = props;
  const rail = useRailStyles();
  const { may } = useMe();
  const mayDecline = may.includes('savePlan');
  return (
    <aside
      className={rail.rail}
      style={isPhone ? { width: '100%', borderLeft: 'none' } : {}}
      aria-label={planWords.whatIf}
    >
      <div className={rail.scroll}>
        {chosen && (
          <ChosenBar
            on={on}
            row={chosen}
            onDecline={mayDecline ? (row) => void saving.decline(row) : null}
            onClose={() => onChoose(null)}
          />
        )}
        {on.isTrying && (
          <>
            <h2 className={chosen ? rail.section : rail.title}>{planWords.whatIf}</h2>
            <NewSkal on={on} />
            <TrialSays on={on} onCopied={onCopied} />
          </>
        )}
        {(showsBacklog || on.isTrying) && (
          <Backlog on={on} waiting={waiting} onPulled={() => onChoose(null)} />
        )}
      </div>
      {on.isTrying && <RailFoot on={on} saving={saving} />}
    </aside>
  );
};

const useShape = (on: OnTrial, look: PlanLook) => {
  const { rows, areas, people, today } = on.plan;
  const { edits, added } = on.trial;
  const text = useDeferredValue(look.text);
  const pulledKey = Object.entries(edits)
    .flatMap(([id, to]) => (to === null ? [] : [id]))
    .join(' ');
  const { grouping, area, phase, type } = look;
  return useMemo(() => {
    const pulled = new Set(pulledKey === '' ? [] : pulledKey.split(' '));
    const also = new Set([...pulled, ...added.map(addedId)]);
    const seen: PlanLook = { ...firstOf(grouping, area, phase, type), text };
    const all = [...rows, ...added.map((one) => addedRow(one, today))];
    return {
      groups: groupsOf(all, seen, { areas, people }, also),
      waiting: backlogOf(rows, seen, pulled),
    };
  }, [rows, areas, people, today, pulledKey, added, grouping, area, phase, type, text]);
};

const firstOf = (
  grouping: PlanLook['grouping'],
  area: string,
  phase: string,
  type: string,
): PlanLook => ({
  ...{ grouping, area, phase, type, text: '', zoom: 24, from: '', compare: false },
});

/** The bars as they stood at the last kvartalsstatus, asked for when somebody compares. */
const Compared = ({ onThen }: { onThen: (then: PlanThenReply) => React.ReactNode }) => {
  const { state } = useLive(at('GET /api/plan/then'), unhurried);
  return state.type === 'ready' ? onThen(state.value) : onThen({ day: null, plans: {} });
};

const unhurried = { every: 30_000 };
const calm = { every: 3_000 };

const ThenLine = ({ on, then }: { readonly on: OnTrial; readonly then: PlanThenReply }) => {
  const styles = useStyles();
  if (then.day === null) return null;
  const moved = on.plan.rows.filter(
    ({ id, plan }) => id in then.plans && !samePlan(then.plans[id] ?? null, plan ?? null),
  );
  return <p className={styles.said}>{planWords.compared(moved.length, then.day)}</p>;
};

type LoadedProps = {
  readonly reply: PlanReply;
  readonly live: Live<PlanReply>;
  readonly look: PlanLook;
  readonly stale: boolean;
};

const lastHeld = ({ quarterDays, today }: PlanReply): string | null =>
  quarterDays.findLast((day) => day < today) ?? null;

type BodyProps = Omit<RailProps, 'chosen'> & {
  readonly look: PlanLook;
  readonly chosenId: string | null;
  readonly groups: ReturnType<typeof groupsOf>;
  readonly then: PlanThenReply | null;
  readonly onSay: (row: PlanRow, to: Planned | null) => void;
};

const rowIn = (on: OnTrial, id: string | null): PlanRow | null => {
  if (id === null) return null;
  const added = on.trial.added.find((one) => addedId(one) === id);
  return added
    ? addedRow(added, on.plan.today)
    : (on.plan.rows.find((row) => row.id === id) ?? null);
};

/** Beside the rail there is room for six quarters of the usual eight. */
const sightOf = (look: PlanLook, today: string, hasRail: boolean): Sight => ({
  first: firstMonth(look, today),
  months: hasRail && look.zoom === 24 ? 18 : look.zoom,
});

/** Says that inside the frame nothing real changes. */
const FrameLabel = () => (
  <p className={useStyles().label}>
    <BeakerRegular aria-hidden="true" />
    {planWords.frame}
  </p>
);

type ChartPartProps = Pick<BodyProps, 'look' | 'chosenId' | 'groups' | 'then' | 'onSay'> &
  Pick<RailProps, 'on' | 'onChoose'> & { readonly sight: Sight };

const ChartPart = ({
  look,
  chosenId,
  groups,
  then,
  onSay,
  on,
  onChoose,
  sight,
}: ChartPartProps) => {
  const styles = useStyles();
  return (
    <div className={styles.chart}>
      {groups.length === 0 ? (
        <p className={styles.empty}>{isNarrowedLook(look) ? planWords.empty : planWords.nothing}</p>
      ) : (
        <Chart
          {...{ on, groups, sight, onSay, onChoose }}
          stoodThen={then?.plans ?? null}
          chosen={chosenId}
        />
      )}
      <HoursFoot on={on} sight={sight} />
    </div>
  );
};

const Body = ({ look, chosenId, groups, then, onSay, ...rail }: BodyProps) => {
  const styles = useStyles();
  const { on, isPhone, showsBacklog, onChoose } = rail;
  const chosen = rowIn(on, chosenId);
  const hasRail = on.isTrying || showsBacklog || chosen !== null;
  const sight = sightOf(look, on.plan.today, hasRail);
  const frame = mergeClasses(
    styles.body,
    isPhone && styles.phone,
    on.isTrying && styles.trying,
    isPhone && on.isTrying && styles.phoneTrying,
  );
  return (
    <section className={frame} aria-label={on.isTrying ? planWords.frame : planWords.title}>
      {on.isTrying && <FrameLabel />}
      {isPhone ? (
        <PhonePlan on={on} look={look} />
      ) : (
        <ChartPart {...{ look, chosenId, groups, then, onSay, on, onChoose, sight }} />
      )}
      {hasRail && <Rail {...rail} chosen={chosen} />}
    </section>
  );
};

const Loaded = ({ reply, live, look, stale }: LoadedProps) => {
  const styles = useStyles();
  const isPhone = useIsPhone();
  const on = useTrial(reply);
  const [said, setSaid] = useState(nothingSaid);
  const [aloud, setAloud] = useState('');
  const [chosenId, setChosen] = useState<string | null>(null);
  const [showsBacklog, setBacklog] = useState(false);
  const saving = useSavePlan(on, live, setSaid);
  const { exporting, download } = useDownload(setSaid);
  const { groups, waiting } = useShape(on, look);
  useFirstPaint('plan');
  const onLook = (next: PlanLook): void => rewrite(planHash(next));
  const lastDay = lastHeld(reply);
  const body = (then: PlanThenReply | null) => (
    <>
      {then && <ThenLine on={on} then={then} />}
      <Body
        {...{ on, saving, look, groups, waiting, showsBacklog, isPhone, chosenId, then }}
        onChoose={(row) => setChosen(row?.id ?? null)}
        onCopied={(done) =>
          setSaid({ text: done ? planWords.copied : planWords.noCopy, isProblem: !done })
        }
        onSay={(row, to) => setAloud(movedAloud({ row, from: row.plan ?? null, to }))}
      />
    </>
  );
  return (
    <main className={mergeClasses(styles.page, isPhone && styles.phonePage)}>
      <PlanHead
        {...{ on, exporting, isPhone, showsBacklog }}
        waiting={waiting.length}
        onBacklog={() => setBacklog(!showsBacklog)}
        onExport={() => void download(at('GET /api/plan/export'), 'plan.csv')}
      />
      {!isPhone && <PlanTools {...{ on, look, onLook, lastDay }} />}
      <div className={styles.said}>
        <SaidLine said={said} />
      </div>
      {stale && <StaleNotice since={reply.asOf} />}
      <Meanwhile on={on} asOf={reply.asOf} />
      <div role="status" className={styles.hidden}>
        {aloud}
      </div>
      <p id="plan-keys" hidden>
        {planWords.keys}
      </p>
      {look.compare ? <Compared onThen={body} /> : body(null)}
    </main>
  );
};

/** The portfolio by quarter: bars that can be tried elsewhere, and what they come to in hours. */
export const PlanPage = ({ query }: { readonly query: string }) => {
  const { state, live } = useLive(at('GET /api/plan'), calm);
  if (state.type === 'loading')
    return <GreyPageWaiting label={planWords.waiting} blanks={[{ height: '70%' }]} />;
  if (state.type === 'failed')
    return <CannotFetch failure={state.failure} onAgain={live.refresh} />;
  return (
    <Loaded
      reply={state.value}
      live={live}
      look={planLookOf(query)}
      stale={state.trouble !== null}
    />
  );
};
