import { Button, mergeClasses } from '@fluentui/react-components';
import { PeopleTeamRegular, SendRegular } from '@fluentui/react-icons';
import { useState } from 'react';
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
            <ol className={styles.rows}>
              {points.map((point) => (
                <AgendaRow
                  key={point.key}
                  {...{ point, points, isEditing }}
                  number={reply.points.indexOf(point) + 1}
                  onMoved={(place) => setSaid(quarterPageWords.moved(place, reply.points.length))}
                />
              ))}
            </ol>
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
