import { Button, makeStyles, mergeClasses, ToggleButton, tokens } from '@fluentui/react-components';
import {
  ArrowDownloadRegular,
  BeakerRegular,
  ChevronLeftRegular,
  ChevronRightRegular,
} from '@fluentui/react-icons';
import { phases } from '#shared/domain/phase.ts';
import { projectTypes } from '#shared/domain/project.ts';
import { planGroupingNames, planGroupings, planWords, planZooms } from '#shared/words/plan/page.ts';
import { phaseNames, typeNames } from '#shared/words/words.ts';
import { Sits } from '../drawing/marks.tsx';
import { Pick } from '../shell/Pick.tsx';
import { laterLook, type PlanLook } from './planAddress.ts';
import { isNarrowedLook } from './shapePlan.ts';
import { overIn } from './TrialSays.tsx';
import type { OnTrial } from './useTrial.ts';

const useStyles = makeStyles({
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '4px 16px',
    padding: '12px 20px 0',
    backgroundColor: tokens.colorNeutralBackground2,
    '@media (max-width: 719px)': { padding: '10px 12px 0' },
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
  over: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '6px',
    color: tokens.colorStatusWarningForeground1,
    fontWeight: tokens.fontWeightSemibold,
  },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  push: { marginLeft: 'auto' },
  acts: {
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    marginLeft: 'auto',
    '@media (max-width: 719px)': { marginLeft: 0 },
  },
  fresh: { '@media (max-width: 1339px)': { display: 'none' } },
  tools: { padding: '6px 20px 8px' },
  search: {
    boxSizing: 'border-box',
    height: '30px',
    width: '150px',
    padding: '0 8px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase300,
    '::placeholder': { color: tokens.colorNeutralForeground3 },
  },
  groupings: { display: 'flex', gap: '4px', margin: 0, padding: 0, border: 'none', minWidth: 0 },
});

type Props = {
  readonly on: OnTrial;
  readonly look: PlanLook;
  readonly onLook: (look: PlanLook) => void;
};

const Over = ({ on }: Pick<Props, 'on'>) => {
  const styles = useStyles();
  const over = overIn(on);
  if (over === null) return <span>{planWords.fits}</span>;
  const said = on.isTrying ? planWords.getsOver : planWords.over;
  return (
    <span className={styles.over}>
      <Sits />
      {said(over.quarter, over.hours)}
    </span>
  );
};

/** How it stands, in a sentence, and the way into a trial. */
export const PlanHead = ({
  on,
  waiting,
  showsBacklog,
  exporting,
  isPhone,
  ...props
}: Pick<Props, 'on'> & {
  readonly waiting: number;
  readonly showsBacklog: boolean;
  readonly exporting: boolean;
  readonly isPhone: boolean;
  readonly onBacklog: () => void;
  readonly onExport: () => void;
}) => {
  const styles = useStyles();
  const { rows, asOf } = on.plan;
  const planned = rows.filter(({ plan }) => plan !== undefined).length;
  const unplanned = rows.filter(({ plan, status }) => !plan && status === 'active').length;
  const proposals = rows.filter(({ proposal }) => proposal !== undefined).length;
  return (
    <div className={styles.head}>
      <h1 className={styles.title}>{planWords.title}</h1>
      <Over on={on} />
      <span>{planWords.planned(planned)}</span>
      {unplanned > 0 && <span className={styles.quiet}>{planWords.unplanned(unplanned)}</span>}
      {proposals > 0 && <span>{planWords.proposals(proposals)}</span>}
      <div className={styles.acts}>
        <span className={mergeClasses(styles.quiet, styles.fresh)}>{planWords.fresh(asOf)}</span>
        <ToggleButton size="small" checked={showsBacklog} onClick={props.onBacklog}>
          {planWords.backlog(waiting)}
        </ToggleButton>
        {!isPhone && (
          <Button
            size="small"
            icon={<ArrowDownloadRegular />}
            disabledFocusable={exporting}
            onClick={props.onExport}
          >
            {exporting ? planWords.exporting : planWords.export}
          </Button>
        )}
        {!on.isTrying && (
          <Button appearance="primary" icon={<BeakerRegular />} onClick={on.begin}>
            {planWords.tryIt}
          </Button>
        )}
      </div>
    </div>
  );
};

const Filters = ({ on, look, onLook }: Props) => {
  const styles = useStyles();
  const change = (part: Partial<PlanLook>): void => onLook({ ...look, ...part });
  return (
    <>
      <Pick
        label={planWords.area}
        value={look.area}
        choices={[
          ['', planWords.area],
          ...on.plan.areas.map(({ id, name }) => [id, name] as const),
          ['across', planWords.across],
        ]}
        onChange={(area) => change({ area })}
      />
      <Pick
        label={planWords.phase}
        value={look.phase}
        choices={[
          ['', planWords.phase],
          ...phases.map((phase) => [phase, phaseNames[phase]] as const),
        ]}
        onChange={(phase) => change({ phase })}
      />
      <Pick
        label={planWords.type}
        value={look.type}
        choices={[
          ['', planWords.type],
          ...projectTypes.map((type) => [type, typeNames[type]] as const),
        ]}
        onChange={(type) => change({ type })}
      />
      <input
        type="search"
        className={styles.search}
        aria-label={planWords.search}
        placeholder={planWords.search}
        value={look.text}
        onChange={(event) => change({ text: event.target.value })}
      />
      {isNarrowedLook(look) && (
        <Button
          size="small"
          appearance="subtle"
          onClick={() => change({ area: '', phase: '', type: '', text: '' })}
        >
          {planWords.clear}
        </Button>
      )}
    </>
  );
};

const Sight = ({ on, look, onLook }: Props) => {
  const step = (by: number) => () => onLook(laterLook(look, on.plan.today, by));
  return (
    <>
      <Pick
        label={planWords.zoom}
        value={String(look.zoom)}
        isSet={false}
        choices={planZooms.map((zoom) => [String(zoom), planWords.zoomText(zoom)] as const)}
        onChange={(value) =>
          onLook({ ...look, zoom: planZooms.find((zoom) => String(zoom) === value) ?? 24 })
        }
      />
      <Button
        size="small"
        appearance="subtle"
        icon={<ChevronLeftRegular />}
        aria-label={planWords.earlier}
        onClick={step(-3)}
      />
      <Button
        size="small"
        appearance="subtle"
        icon={<ChevronRightRegular />}
        aria-label={planWords.later}
        onClick={step(3)}
      />
    </>
  );
};

/** What the bars stand after, which of them are shown, and how far ahead. */
export const PlanTools = ({ lastDay, ...props }: Props & { readonly lastDay: string | null }) => {
  const styles = useStyles();
  const { look, onLook } = props;
  return (
    <div className={mergeClasses(styles.head, styles.tools)}>
      <fieldset className={styles.groupings} aria-label={planWords.grouping}>
        {planGroupings.map((grouping) => (
          <ToggleButton
            key={grouping}
            size="small"
            shape="circular"
            appearance="subtle"
            checked={look.grouping === grouping}
            onClick={() => onLook({ ...look, grouping })}
          >
            {planGroupingNames[grouping]}
          </ToggleButton>
        ))}
      </fieldset>
      <Filters {...props} />
      <span className={styles.push} />
      {lastDay !== null && (
        <ToggleButton
          size="small"
          checked={look.compare}
          onClick={() => onLook({ ...look, compare: !look.compare })}
        >
          {planWords.compare(lastDay)}
        </ToggleButton>
      )}
      <Sight {...props} />
    </div>
  );
};
