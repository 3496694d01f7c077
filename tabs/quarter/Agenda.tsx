import { Button, mergeClasses } from '@fluentui/react-components';
import { PeopleTeamRegular, SendRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { QuarterReply } from '#shared/contract/quarter.ts';
import { longestMinutes, minutesIn, sectionsOf } from '#shared/domain/quarter/agenda.ts';
import { quarterPageWords, sectionTitles } from '#shared/words/quarter/page.ts';
import { countText, minutesText } from '#shared/words/quarter/words.ts';
import { go } from '../shell/route.ts';
import { AddPoint } from './AddPoint.tsx';
import { AgendaRail } from './AgendaRail.tsx';
import { AgendaRow } from './AgendaRow.tsx';
import { OwnMissing } from './OwnMissing.tsx';
import { quarterHash } from './quarterAddress.ts';
import { useQuarterStyles } from './quarterStyles.ts';
import { useQuarter } from './useQuarter.ts';
import { useRowDrag } from './useRowDrag.ts';

/** How long it takes, and how much that is too much. */
const Long = () => {
  const styles = useQuarterStyles();
  const { reply } = useQuarter();
  const minutes = minutesIn(reply.points);
  const over = minutes - longestMinutes;
  return (
    <span>
      <span className={styles.strong}>{quarterPageWords.points(reply.points.length)}</span> ·{' '}
      {over > 0 ? (
        <span className={styles.warn}>{quarterPageWords.over(over)}</span>
      ) : (
        quarterPageWords.minutesOf(minutes, longestMinutes)
      )}
    </span>
  );
};

const Buttons = () => {
  const styles = useQuarterStyles();
  const { reply, move, isSending } = useQuarter();
  const { day, state, sent, mayPlan, mayLead, seats } = reply;
  const begin = async (): Promise<void> => {
    const present = seats.map(({ chefName }) => chefName).filter((name) => name !== '');
    if (state === 'under' || (await move({ type: 'begin', present: present.join(' · ') })))
      go(quarterHash(day, 'moede'));
  };
  return (
    <div className={mergeClasses(styles.buttons, styles.push)}>
      {mayLead && (
        <Button
          icon={<PeopleTeamRegular />}
          disabled={isSending}
          appearance={state === 'under' ? 'primary' : 'secondary'}
          onClick={() => void begin()}
        >
          {state === 'under' ? quarterPageWords.resume : quarterPageWords.begin}
        </Button>
      )}
      {mayPlan && state === 'planned' && (
        <Button
          appearance="primary"
          icon={<SendRegular />}
          disabled={isSending || (sent !== null && !sent.isOther)}
          onClick={() => void move({ type: 'send' })}
        >
          {sent === null ? quarterPageWords.send : quarterPageWords.sendAgain}
        </Button>
      )}
    </div>
  );
};

type PointsProps = {
  readonly points: QuarterReply['points'];
  readonly isEditing: boolean;
  readonly onSaid: (said: string) => void;
};

/** The points of a part: moved within it, by pointer, by button and by key. */
const Points = ({ points, isEditing, onSaid }: PointsProps) => {
  const styles = useQuarterStyles();
  const { reply, move } = useQuarter();
  const keys = points.map(({ key }) => key);
  const put = async (key: string, before: string): Promise<void> => {
    if (!(await move({ type: 'move', point: key, before }))) return;
    const rest = keys.filter((one) => one !== key);
    const at = before === '' ? rest.length : rest.indexOf(before);
    const first = points[0] ? reply.points.indexOf(points[0]) : 0;
    onSaid(quarterPageWords.moved(first + at + 1, reply.points.length));
  };
  const { list, dragged, handleOf } = useRowDrag(keys, (key, before) => void put(key, before));
  const dropAt = (at: number): 'over' | 'under' | null => {
    if (dragged?.to === at) return 'over';
    return dragged?.to === keys.length && at === keys.length - 1 ? 'under' : null;
  };
  return (
    <ol className={styles.rows} ref={list}>
      {points.map((point, at) => (
        <AgendaRow
          key={point.key}
          {...{ point, points, isEditing }}
          number={reply.points.indexOf(point) + 1}
          handle={handleOf(point.key)}
          isHeld={dragged?.key === point.key}
          drop={dropAt(at)}
          onMove={(before) => void put(point.key, before)}
        />
      ))}
    </ol>
  );
};

const Sections = () => {
  const styles = useQuarterStyles();
  const { reply } = useQuarter();
  const [said, setSaid] = useState('');
  const isEditing = reply.mayPlan && (reply.state === 'planned' || reply.state === 'under');
  return (
    <div className={styles.work}>
      <OwnMissing />
      {reply.points.length === 0 && <p>{quarterPageWords.nothing}</p>}
      {sectionsOf(reply.points).map((section) => {
        const points = reply.points.filter((point) => point.section === section);
        return (
          <section key={section} aria-label={sectionTitles[section]}>
            <div className={styles.section}>
              <h2 className={styles.head}>{sectionTitles[section]}</h2>
              <span className={styles.small}>
                {countText(points.length, 'punkt', 'punkter')} · {minutesText(minutesIn(points))}
              </span>
            </div>
            <Points points={points} isEditing={isEditing} onSaid={setSaid} />
          </section>
        );
      })}
      <div role="status" className={styles.small}>
        {said}
      </div>
      {isEditing && <AddPoint />}
    </div>
  );
};

/** What the meeting takes up, in the order it does: made of what waits. */
export const Agenda = () => {
  const styles = useQuarterStyles();
  const { reply } = useQuarter();
  return (
    <>
      <div className={styles.bar}>
        <h1 className={styles.title}>{quarterPageWords.title(reply.day)}</h1>
        {reply.movedFrom !== null && (
          <span className={styles.small}>{quarterPageWords.movedFrom(reply.movedFrom)}</span>
        )}
        {reply.movedAway.map((day) => (
          <a key={day} className={styles.link} href={quarterHash(day)}>
            {quarterPageWords.movedAway(day)}
          </a>
        ))}
        <Long />
        {reply.notReady.length > 0 && (
          <span className={styles.warn}>
            {quarterPageWords.notReadyCount(reply.notReady.length)}
          </span>
        )}
        {reply.state !== 'planned' && (
          <span className={styles.small}>{quarterPageWords.states[reply.state]}</span>
        )}
        <Buttons />
      </div>
      <div className={styles.split}>
        <Sections />
        <AgendaRail />
      </div>
    </>
  );
};
