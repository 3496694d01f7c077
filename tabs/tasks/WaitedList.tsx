import { Button, mergeClasses } from '@fluentui/react-components';
import { useState } from 'react';
import { at } from '#shared/contract/at.ts';
import type { WaitedLine } from '#shared/contract/tasks.ts';
import { daysFrom } from '#shared/words/dates.ts';
import { askedWhom } from '#shared/words/ideas/words.ts';
import { projectWords } from '#shared/words/screens/project.ts';
import { askedFor, tasksWords } from '#shared/words/tasks/page.ts';
import { stepNames } from '#shared/words/words.ts';
import { useApi } from '../remote/RemoteContext.tsx';
import { useMe } from '../shell/Looking.tsx';
import { About } from './TaskRow.tsx';
import { useTaskStyles } from './taskStyles.ts';

/** Reminds whoever was chosen for a step, and says what came of it. */
const Nudge = ({ line }: { readonly line: WaitedLine }) => {
  const styles = useTaskStyles();
  const api = useApi();
  const [said, setSaid] = useState('');
  const { what, about, mayNudge } = line;
  if (!mayNudge || what.type !== 'step' || about.projectId === null) return null;
  const id = about.projectId;
  const send = async (): Promise<void> => {
    const sent = await api.send(
      at('POST /api/projects/:id/steps/:code/nudge', { id, code: what.code }),
      {},
    );
    if (sent.type === 'failed') return setSaid(sent.message);
    const { outcome, whom } = sent.type === 'done' ? sent.value : { outcome: 'told', whom: '' };
    setSaid(outcome === 'told' ? tasksWords.nudged(whom) : tasksWords.alreadyNudged(whom));
  };
  return (
    <>
      <span className={styles.end}>
        <Button
          size="small"
          appearance="subtle"
          aria-label={`${tasksWords.nudge} ${what.whom}: ${stepNames[what.code]}`}
          onClick={() => void send()}
        >
          {tasksWords.nudge}
        </Button>
      </span>
      <span role="status" className={styles.small}>
        {said}
      </span>
    </>
  );
};

const sinceOf = ({ what }: WaitedLine, today: string): string => {
  if (what.type === 'asked') return tasksWords.since(daysFrom(what.asked.since, today));
  if (what.due === null) return '';
  return what.isLate ? tasksWords.daysOver(daysFrom(what.due, today)) : projectWords.due(what.due);
};

const Waited = ({ line, today }: { readonly line: WaitedLine; readonly today: string }) => {
  const styles = useTaskStyles();
  const { areas } = useMe();
  const { what, about } = line;
  const isLate = what.type === 'step' && what.isLate;
  return (
    <li className={styles.waited}>
      <span className={styles.strong}>
        {what.type === 'step' ? what.whom : askedWhom(areas, what.asked)}
      </span>
      <span className={mergeClasses(styles.end, styles.small, isLate && styles.late)}>
        {sinceOf(line, today)}
      </span>
      <span>{what.type === 'step' ? stepNames[what.code] : askedFor(what.asked)}</span>
      <span />
      <About about={about} />
      <Nudge line={line} />
    </li>
  );
};

/** Whom the reader waits for, and since when; those past their date first. */
export const WaitedList = ({
  lines,
  today,
}: {
  readonly lines: readonly WaitedLine[];
  readonly today: string;
}) => {
  const styles = useTaskStyles();
  const late = ({ what }: WaitedLine): boolean => what.type === 'step' && what.isLate;
  const ordered = [...lines.filter(late), ...lines.filter((line) => !late(line))];
  return (
    <section className={styles.panel} aria-labelledby="venter">
      <h2 id="venter" className={styles.group}>
        {tasksWords.waitsTitle}
      </h2>
      {lines.length === 0 && <p className={styles.empty}>{tasksWords.nothingWaited}</p>}
      <ul className={styles.rows}>
        {ordered.map((line) => (
          <Waited key={line.id} line={line} today={today} />
        ))}
      </ul>
    </section>
  );
};
