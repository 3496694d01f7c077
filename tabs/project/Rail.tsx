import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { ProjectReply } from '#shared/contract/api.ts';
import { at } from '#shared/contract/at.ts';
import { type HistoryEntry, inToldOrder } from '#shared/domain/history.ts';
import { shortDayText } from '#shared/words/dates.ts';
import { historyText } from '#shared/words/screens/history.ts';
import { projectWords } from '#shared/words/screens/project.ts';
import { areaName, seatName } from '#shared/words/words.ts';
import { AreaAvatar, RoleAvatar } from '../drawing/AreaAvatar.tsx';
import { useApi } from '../remote/RemoteContext.tsx';
import { useMe } from '../shell/Looking.tsx';
import { useStepTemplates } from '../shell/stepNames.ts';
import { useTimelineStyles } from '../shell/timelineStyles.ts';
import { useProject } from './editing.tsx';
import { Papers } from './Papers.tsx';

const useStyles = makeStyles({
  block: { marginBottom: '26px' },
  head: {
    margin: '0 0 12px',
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  what: { overflowWrap: 'break-word', lineHeight: tokens.lineHeightBase300 },
  strong: { fontWeight: tokens.fontWeightSemibold },
  small: {
    display: 'block',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
  words: {
    margin: '6px 0 0',
    padding: '0 0 0 10px',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    borderLeft: `2px solid ${tokens.colorBrandStroke2}`,
  },
  item: {
    display: 'flex',
    gap: '12px',
    alignItems: 'center',
    padding: '6px 0',
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    overflowWrap: 'anywhere',
  },
});

/** The chain is written right after what it tells, so it is read once more a little later. */
const againAfterMs = 2_500;

/** The history is read again only when something happened to the project. */
const useHistory = (id: string, happened: string): readonly HistoryEntry[] => {
  const api = useApi();
  const [entries, setEntries] = useState<readonly HistoryEntry[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: something that happened makes it stale.
  useEffect(() => {
    let wanted = true;
    const read = async (): Promise<void> => {
      const reply = await api.read(at('GET /api/projects/:id/history', { id }));
      if (wanted && reply.type === 'done') setEntries(reply.value.entries);
    };
    void read();
    const again = setTimeout(() => void read(), againAfterMs);
    return () => {
      wanted = false;
      clearTimeout(again);
    };
  }, [api, id, happened]);
  return entries;
};

const Event = ({ entry }: { readonly entry: HistoryEntry }) => {
  const styles = useStyles();
  const line = useTimelineStyles();
  const { areas } = useMe();
  const said = historyText(entry, { areas, made: useStepTemplates() });
  return (
    <li className={line.event}>
      <span className={mergeClasses(line.dot, said.large && line.bigDot)} aria-hidden="true" />
      <span className={line.date}>{shortDayText(entry.at)}</span>
      <div className={styles.what}>
        <span className={mergeClasses(said.large && styles.strong)}>{said.head}</span>
        <span className={styles.small}>{said.who}</span>
        {said.words !== '' && <blockquote className={styles.words}>»{said.words}«</blockquote>}
      </div>
    </li>
  );
};

const shownAtFirst = 7;

/** A move follows from its decision and says nothing new beside it. */
const isWorthALine = (entry: HistoryEntry): boolean => entry.kind !== 'moved';

/** Rises with everything that is asked about it. */
const askedIn = ({ inquiries: { talk, it } }: ProjectReply): number =>
  [...talk, ...it].reduce((sum, { revision }) => sum + revision, 0);

const History = ({ reply }: { readonly reply: ProjectReply }) => {
  const styles = useStyles();
  const [all, setAll] = useState(false);
  const happened = `${reply.revision}:${reply.open?.view.revision ?? ''}:${reply.decisions.length}:${reply.steps.filter((step) => step.done).length}:${askedIn(reply)}`;
  const entries = useHistory(reply.project.id, happened);
  const newest = [...inToldOrder(entries)].reverse().filter((entry) => all || isWorthALine(entry));
  const shown = all ? newest : newest.slice(0, shownAtFirst);
  return (
    <section className={styles.block} aria-label={projectWords.history}>
      <h2 className={styles.head}>{projectWords.history}</h2>
      {entries.length === 0 && <span className={styles.small}>{projectWords.noHistory}</span>}
      <ol className={styles.list}>
        {shown.map((entry) => (
          <Event key={entry.id} entry={entry} />
        ))}
      </ol>
      {entries.length > shownAtFirst && !all && (
        <Button size="small" appearance="transparent" onClick={() => setAll(true)}>
          {projectWords.allHistory(entries.length)}
        </Button>
      )}
    </section>
  );
};

const People = ({ reply }: { readonly reply: ProjectReply }) => {
  const styles = useStyles();
  const { areas } = useMe();
  const { project } = reply;
  const { leadArea } = project;
  return (
    <section className={styles.block} aria-label={projectWords.people}>
      <h2 className={styles.head}>{projectWords.people}</h2>
      <div className={styles.item}>
        <RoleAvatar letters="PE" />
        <span>
          {project.ownerName === '' ? projectWords.nobody : project.ownerName}
          <span className={styles.small}>{projectWords.owner}</span>
        </span>
      </div>
      <div className={styles.item}>
        <RoleAvatar letters="PL" />
        <span>
          {project.leadName === '' ? projectWords.nobody : project.leadName}
          <span className={styles.small}>{projectWords.lead}</span>
        </span>
      </div>
      {leadArea !== null && (
        <div className={styles.item}>
          <AreaAvatar areas={areas} area={leadArea} />
          <span>
            {seatName(areas, leadArea)}
            <span className={styles.small}>
              {projectWords.areaChef} {areaName(areas, leadArea)}
            </span>
          </span>
        </div>
      )}
    </section>
  );
};

/** Beside the work: what happened, the papers and the people. */
export const Rail = () => {
  const { reply } = useProject();
  return (
    <>
      <History reply={reply} />
      <Papers />
      <People reply={reply} />
    </>
  );
};
