import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkRegular } from '@fluentui/react-icons';
import { Fragment } from 'react';
import type { ProjectReply } from '#shared/contract/api.ts';
import { type Column, columnOf, columns } from '#shared/domain/board.ts';
import { type Gate, gateAfter, gateNames, outcomeRule } from '#shared/domain/gates.ts';
import { shortDayText } from '#shared/words/dates.ts';
import { deciderText } from '#shared/words/requests/decide.ts';
import { gatePassedText, projectWords } from '#shared/words/screens/project.ts';
import { columnNames, gateLabels, phaseNames } from '#shared/words/words.ts';
import type { DoorState } from '../drawing/DoorDrawing.tsx';
import { Door } from '../drawing/marks.tsx';
import { useMe } from '../shell/Looking.tsx';
import { deciderName } from './shapeNow.ts';

const useStyles = makeStyles({
  stepper: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: '12px',
    listStyleType: 'none',
    margin: 0,
    padding: '18px 0 16px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 719px)': { gap: '6px' },
  },
  phase: { flexGrow: 1, flexBasis: 0, minWidth: 0, paddingTop: '10px' },
  bar: {
    height: '6px',
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorNeutralStroke2,
    overflow: 'hidden',
    outline: `1px solid ${tokens.colorTransparentStroke}`,
  },
  current: { backgroundColor: tokens.colorBrandStroke2 },
  fill: {
    height: '100%',
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorCompoundBrandBackground,
  },
  name: {
    display: 'flex',
    alignItems: 'center',
    gap: '6px',
    margin: '6px 0 0',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    color: tokens.colorNeutralForeground2,
    overflowWrap: 'anywhere',
  },
  here: { color: tokens.colorBrandForeground2, fontWeight: tokens.fontWeightSemibold },
  passed: { color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold },
  small: {
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
  gate: {
    display: 'flex',
    gap: '10px',
    maxWidth: '128px',
    '@media (max-width: 719px)': { maxWidth: '32px' },
  },
  gateName: { fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightSemibold },
  words: { '@media (max-width: 719px)': { display: 'none' } },
  phoneName: {
    '@media (max-width: 719px)': {
      fontSize: tokens.fontSizeBase200,
      whiteSpace: 'nowrap',
      marginTop: '26px',
    },
  },
  atEnd: { '@media (max-width: 719px)': { justifyContent: 'flex-end' } },
  away: { '@media (max-width: 719px)': { display: 'none' } },
});

type Passage = { readonly state: DoorState; readonly text: string; readonly sub: string };

const lastDecisionAt = (reply: ProjectReply, gate: Gate) =>
  reply.decisions.findLast((one) => one.gate === gate && one.ending === 'decided');

const isForward = (reply: ProjectReply, gate: Gate): boolean => {
  const decision = lastDecisionAt(reply, gate);
  if (!decision?.outcome) return false;
  const rule = outcomeRule(gate, decision.outcome);
  return rule !== undefined && rule.to !== 'stopped' && decision.outcome !== 'backToInvestigation';
};

/** How a gate stands for this project: behind it, before it, or further on. */
const usePassage = (reply: ProjectReply, gate: Gate): Passage => {
  const { areas } = useMe();
  const { project, routing } = reply;
  const decision = lastDecisionAt(reply, gate);
  const isAhead = reply.gate === gate;
  if (isAhead && reply.open)
    return {
      state: 'ajar',
      text: deciderName(reply.open.view.request.decider, areas),
      sub: shortDayText(reply.open.view.request.askedAt),
    };
  if (isAhead)
    return {
      state: 'next',
      text: routing === null ? '' : deciderName(routing.decider, areas),
      sub: '',
    };
  if (gate === 'gate2' && project.fastTracked && !decision)
    return { state: 'closed', text: projectWords.skipped, sub: '' };
  if (!decision) return { state: 'closed', text: '', sub: '' };
  return {
    state: isForward(reply, gate) ? 'open' : 'closed',
    text: `${isForward(reply, gate) ? '' : '✕ '}${gatePassedText(decision)}`,
    sub: shortDayText(decision.at),
  };
};

const GateMark = ({ reply, gate }: { readonly reply: ProjectReply; readonly gate: Gate }) => {
  const styles = useStyles();
  const { areas } = useMe();
  const passage = usePassage(reply, gate);
  const decision = lastDecisionAt(reply, gate);
  return (
    <li className={styles.gate} title={decision ? deciderText(decision, areas) : undefined}>
      <Door state={passage.state} height={34} />
      <span className={styles.words}>
        <span className={styles.gateName}>{gateLabels[gate]}</span>
        {passage.text !== '' && <div className={styles.small}>{passage.text}</div>}
        {passage.sub !== '' && <div className={styles.small}>{passage.sub}</div>}
      </span>
    </li>
  );
};

type Standing = 'passed' | 'here' | 'ahead';

const standingOf = (reply: ProjectReply, column: Column): Standing => {
  const { project } = reply;
  const here = columns.indexOf(columnOf(project));
  const place = columns.indexOf(column);
  if (place < here) return 'passed';
  return place === here ? 'here' : 'ahead';
};

const fillOf = (reply: ProjectReply, standing: Standing): number => {
  if (standing === 'passed') return 100;
  if (standing === 'ahead') return 0;
  // A phase is filled by what its gate rests on; where no gate ends it, nothing is counted.
  if (reply.restsOn === 0 || reply.project.type !== 'digitek') return 100;
  return Math.round((100 * (reply.restsOn - reply.missing.length)) / reply.restsOn);
};

const PhaseMark = ({
  reply,
  column,
  days,
}: {
  reply: ProjectReply;
  column: Column;
  days: number;
}) => {
  const styles = useStyles();
  const standing = standingOf(reply, column);
  const name =
    standing === 'here' && column === 'operation'
      ? phaseNames[reply.project.phase]
      : columnNames[column];
  return (
    <li className={styles.phase} aria-current={standing === 'here' ? 'step' : undefined}>
      <div className={mergeClasses(styles.bar, standing === 'here' && styles.current)}>
        <div className={styles.fill} style={{ width: `${fillOf(reply, standing)}%` }} />
      </div>
      <p
        className={mergeClasses(
          styles.name,
          styles.phoneName,
          column === 'operation' && styles.atEnd,
          standing !== 'here' && styles.away,
          standing === 'here' && styles.here,
          standing === 'passed' && styles.passed,
        )}
      >
        {standing === 'passed' && <CheckmarkRegular aria-hidden="true" />}
        {name}
      </p>
      {standing === 'here' && <div className={styles.small}>{projectWords.day(days)}</div>}
    </li>
  );
};

/** Rooms and doors: where the project is, which gates are behind it and who waits at the next. */
export const Stepper = ({
  reply,
  days,
}: {
  readonly reply: ProjectReply;
  readonly days: number;
}) => {
  const styles = useStyles();
  const hasGates = reply.project.type === 'digitek';
  return (
    <ol className={styles.stepper}>
      {columns.map((column) => {
        const gate = hasGates ? gateAfter(column) : null;
        return (
          <Fragment key={column}>
            <PhaseMark reply={reply} column={column} days={days} />
            {gate !== null && gateNames.includes(gate) && <GateMark reply={reply} gate={gate} />}
          </Fragment>
        );
      })}
    </ol>
  );
};
