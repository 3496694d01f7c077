import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ChevronRightRegular, SendRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { at } from '#shared/contract/at.ts';
import { columnOf } from '#shared/domain/board.ts';
import { yearNotOpenedIn } from '#shared/domain/funding.ts';
import { priorityOf } from '#shared/domain/priority.ts';
import { yearNotOpened } from '#shared/words/pools.ts';
import {
  beforeSendText,
  missingCountText,
  projectWords,
  sendGateText,
} from '#shared/words/screens/project.ts';
import {
  areaName,
  columnNames,
  phaseNames,
  priorityNames,
  statusNames,
  typeNames,
  voiceNames,
} from '#shared/words/words.ts';
import { AreaMark } from '../drawing/marks.tsx';
import { useMe } from '../shell/Looking.tsx';
import { lastBoardHash } from '../shell/route.ts';
import { useProject } from './editing.tsx';
import { Moving } from './Moving.tsx';

const useStyles = makeStyles({
  crumbs: {
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
  link: { color: tokens.colorNeutralForeground2 },
  row: { display: 'flex', flexWrap: 'wrap', gap: '8px 24px', alignItems: 'flex-start' },
  names: { flexGrow: 1, flexBasis: '320px', minWidth: 0 },
  title: {
    margin: '4px 0 6px',
    fontSize: tokens.fontSizeBase600,
    lineHeight: tokens.lineHeightBase600,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'break-word',
  },
  meta: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '2px 18px',
    color: tokens.colorNeutralForeground2,
  },
  area: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '8px',
    fontWeight: tokens.fontWeightSemibold,
  },
  acts: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-end',
    gap: '6px',
    '@media (max-width: 719px)': { alignItems: 'flex-start' },
  },
  lacks: {
    maxWidth: '320px',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorStatusWarningForeground1,
  },
  strong: { fontWeight: tokens.fontWeightSemibold },
  problem: { color: tokens.colorStatusDangerForeground3, maxWidth: '320px' },
});

/** The gate's button; when it cannot be sent, the reason stands beside it. */
const SendGate = () => {
  const styles = useStyles();
  const { reply, act, onEdit } = useProject();
  const { gate, missing, project, open } = reply;
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);
  if (!gate || open || !reply.may.includes('sendRequest')) return null;
  const lacks = missing.length > 0;
  const year = yearNotOpenedIn(reply.pools);
  const send = async (): Promise<void> => {
    if (lacks) {
      onEdit('');
      document.getElementById('afsnit-gate')?.scrollIntoView({ block: 'start' });
      return;
    }
    setBusy(true);
    const sent = await act(at('POST /api/projects/:id/requests', { id: project.id }), { gate });
    setBusy(false);
    setProblem(sent.type === 'refused' ? sent.message : '');
  };
  return (
    <>
      <Button
        appearance="primary"
        icon={<SendRegular />}
        disabledFocusable={lacks || busy}
        aria-describedby="mangler"
        onClick={() => void send()}
      >
        {sendGateText(gate)}
      </Button>
      <span id="mangler" className={styles.lacks}>
        {lacks && (
          <>
            <span className={styles.strong}>{missingCountText(missing.length)}</span>,{' '}
            {beforeSendText(gate)}
          </>
        )}
      </span>
      {year !== null && (
        <span className={styles.lacks}>
          <span className={styles.strong}>{yearNotOpened.title(year)}.</span>{' '}
          {yearNotOpened.beforeSending}
        </span>
      )}
      {problem !== '' && (
        <span className={styles.problem} role="alert">
          {problem}
        </span>
      )}
    </>
  );
};

/** Out of the idea bank, the backlog or the pipeline, and on to the board. */
const StartWork = () => {
  const { reply, mayChange, save } = useProject();
  const { project, revision } = reply;
  const waits = ['raw', 'backlog', 'pipeline'].includes(project.status);
  if (!waits || !mayChange('status')) return null;
  return (
    <Button onClick={() => void save({ project, revision }, { status: 'active' })}>
      {projectWords.start}
    </Button>
  );
};

const whereOf = (status: string, phase: string): string => `${status} · ${phase}`;

export const Head = () => {
  const styles = useStyles();
  const { areas } = useMe();
  const { project } = useProject().reply;
  const priority = priorityOf(project);
  const column = columnNames[columnOf(project)];
  return (
    <>
      <nav className={styles.crumbs} aria-label={projectWords.board}>
        <a className={styles.link} href={lastBoardHash()}>
          {projectWords.board}
        </a>
        <ChevronRightRegular fontSize={12} aria-hidden="true" />
        {project.status === 'active' || project.status === 'operating'
          ? column
          : whereOf(statusNames[project.status], phaseNames[project.phase])}
      </nav>
      <div className={styles.row}>
        <div className={styles.names}>
          <h1 className={styles.title}>{project.title}</h1>
          <div className={styles.meta}>
            <span className={styles.area}>
              <AreaMark areas={areas} area={project.leadArea} />
              {areaName(areas, project.leadArea)}
            </span>
            <span>{typeNames[project.type]}</span>
            {priority && (
              <span>
                {projectWords.priorityNow}{' '}
                <span className={styles.strong}>{priorityNames[priority.priority]}</span>,{' '}
                {voiceNames[priority.voice]}
              </span>
            )}
            {project.leadName !== '' && (
              <span>
                {projectWords.lead}: {project.leadName}
              </span>
            )}
          </div>
        </div>
        <div className={styles.acts}>
          <SendGate />
          <StartWork />
          <Moving />
        </div>
      </div>
    </>
  );
};
