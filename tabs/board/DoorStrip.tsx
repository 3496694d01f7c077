import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { memo } from 'react';
import type { Area } from '#shared/domain/area.ts';
import type { BoardProject, Column, WaitingFor } from '#shared/domain/board.ts';
import { columnBehind } from '#shared/domain/boardDrop.ts';
import type { Looking } from '#shared/domain/boardLooking.ts';
import type { Door as DoorName } from '#shared/domain/gates.ts';
import { daysText } from '#shared/words/dates.ts';
import { boardWords, deciderShortText, moreText, queueText } from '#shared/words/screens/board.ts';
import { reachWords } from '#shared/words/screens/reach.ts';
import { gateLabels } from '#shared/words/words.ts';
import { AreaMark, Door } from '../drawing/marks.tsx';
import { projectHash } from '../shell/route.ts';
import { useDrop } from './useDrop.ts';

const useStyles = makeStyles({
  wall: {
    position: 'relative',
    '::before': {
      content: '""',
      position: 'absolute',
      left: '50%',
      top: 0,
      bottom: 0,
      borderLeft: `2px dashed ${tokens.colorNeutralStroke1}`,
    },
  },
  strip: {
    position: 'sticky',
    top: 0,
    zIndex: 2,
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    gap: '4px',
    paddingBottom: tokens.spacingVerticalS,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  gate: {
    margin: '2px 0 0',
    fontSize: tokens.fontSizeBase200,
    lineHeight: '16px',
    fontWeight: tokens.fontWeightSemibold,
  },
  waits: {
    color: tokens.colorBrandForeground1,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    lineHeight: '14px',
  },
  nobody: { color: tokens.colorNeutralForeground3, fontWeight: tokens.fontWeightRegular },
  chip: {
    width: '100%',
    padding: '4px 5px',
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorBrandBackground2,
    outline: `1px solid ${tokens.colorTransparentStroke}`,
    textDecorationLine: 'none',
    fontSize: tokens.fontSizeBase200,
    lineHeight: '16px',
    textAlign: 'left',
    ':hover': { backgroundColor: tokens.colorBrandBackground2Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
  who: {
    display: 'block',
    color: tokens.colorBrandForeground2,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  age: { display: 'flex', alignItems: 'center', gap: '6px', color: tokens.colorNeutralForeground2 },
  more: {
    border: 'none',
    backgroundColor: 'transparent',
    color: tokens.colorBrandForeground1,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase200,
    padding: '2px 6px',
    cursor: 'pointer',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
});

const mostChips = 6;

const chipText = (waiting: Extract<WaitingFor, { type: 'gate' }>, days: number): string => {
  if (waiting.meeting) return boardWords.atMeeting;
  return waiting.unreached ? reachWords.cannot : daysText(days);
};

const Chip = ({
  project,
  areas,
  looking,
}: {
  project: BoardProject;
  areas: readonly Area[];
  looking: Looking;
}) => {
  const styles = useStyles();
  const waiting = project.waitingFor;
  if (waiting?.type !== 'gate') return null;
  return (
    <a
      className={styles.chip}
      href={projectHash(project.id)}
      title={project.title}
      aria-label={`${project.title}, ${deciderShortText(waiting, areas)}, ${chipText(waiting, looking.daysSince(waiting.since))}`}
    >
      <span className={styles.who}>{deciderShortText(waiting, areas)}</span>
      <span className={styles.age}>
        <AreaMark areas={areas} area={project.area} size={9} />
        {chipText(waiting, looking.daysSince(waiting.since))}
      </span>
    </a>
  );
};

type DoorStripProps = {
  readonly gate: DoorName;
  readonly queue: readonly BoardProject[];
  /** How many wait, and nothing of whom: the cards say it. */
  readonly counts: boolean;
  readonly areas: readonly Area[];
  readonly looking: Looking;
  readonly onMore: () => void;
  /** A card was let go on the door. */
  readonly onCard: (id: string, to: Column) => void;
};

/** A gate between two rooms: the door, how many wait, and whom each waits for. */
export const DoorStrip = memo((props: DoorStripProps) => {
  const { gate, queue, counts, areas, looking, onMore, onCard } = props;
  const named = counts ? [] : queue;
  const styles = useStyles();
  const drop = useDrop((id) => onCard(id, columnBehind(gate)));
  const nobody = queue.length === 0;
  const state = drop.over ? 'open' : nobody ? 'closed' : 'ajar';
  return (
    <section
      className={styles.wall}
      aria-label={gateLabels[gate]}
      data-gate={gate}
      {...drop.handlers}
    >
      <div className={styles.strip}>
        <Door state={state} height={38} />
        <h2 className={styles.gate}>{gateLabels[gate]}</h2>
        <span className={mergeClasses(styles.waits, nobody && styles.nobody)}>
          {nobody ? boardWords.nobodyWaits : queueText(queue.length)}
        </span>
        {named.slice(0, mostChips).map((project) => (
          <Chip key={project.id} project={project} areas={areas} looking={looking} />
        ))}
        {named.length > mostChips && (
          <button type="button" className={styles.more} onClick={onMore}>
            {moreText(named.length - mostChips)}
          </button>
        )}
      </div>
    </section>
  );
});
