import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { at } from '#shared/contract/at.ts';
import { dayOf } from '#shared/domain/day.ts';
import { dayYearText } from '#shared/words/dates.ts';
import { deckWords } from '#shared/words/quarter/deck.ts';
import { minutesFileName } from '#shared/words/quarter/minutes.ts';
import { quarterPageWords } from '#shared/words/quarter/page.ts';
import { gateLabels, seatName } from '#shared/words/words.ts';
import { AreaAvatar } from '../drawing/AreaAvatar.tsx';
import { AreaMark } from '../drawing/marks.tsx';
import { pastHash } from '../past/pastAddress.ts';
import { nothingSaid, SaidLine } from '../shell/GreyPage.tsx';
import { useMe } from '../shell/Looking.tsx';
import { projectHash } from '../shell/route.ts';
import { useDownload } from '../shell/useDownload.ts';
import { PlanForm } from './PlanForm.tsx';
import { quarterHash } from './quarterAddress.ts';
import { useQuarterStyles } from './quarterStyles.ts';
import { RescheduleForm } from './RescheduleForm.tsx';
import { useQuarter } from './useQuarter.ts';

const NotReady = () => {
  const styles = useQuarterStyles();
  const { areas } = useMe();
  const { notReady } = useQuarter().reply;
  if (notReady.length === 0) return null;
  return (
    <section aria-label={quarterPageWords.notReady}>
      <h2 className={styles.head}>{quarterPageWords.notReady}</h2>
      <ul className={styles.rows}>
        {notReady.map(({ projectId, title, area, gate, lacks }) => (
          <li key={projectId} className={styles.person}>
            <span className={styles.what}>
              <a className={styles.link} href={projectHash(projectId)}>
                {title}
              </a>
              <span className={styles.under}>
                <AreaMark areas={areas} area={area} />
                {gateLabels[gate]} · {quarterPageWords.lacks(lacks)}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
};

/** The minutes, or before them the agenda, to keep. */
export const WordButton = () => {
  const { day, version } = useQuarter().reply;
  const [said, setSaid] = useState(nothingSaid);
  const { exporting, download } = useDownload(setSaid);
  const name = minutesFileName(day, version);
  return (
    <>
      <Button
        disabled={exporting}
        onClick={() => void download(at('GET /api/quarters/:id/word', { id: day }), name)}
      >
        {quarterPageWords.word}
      </Button>
      <SaidLine said={said} />
    </>
  );
};

/** The same as slides, for who wants to lay them before the meeting. */
const SlidesButton = () => {
  const { day } = useQuarter().reply;
  const [said, setSaid] = useState(nothingSaid);
  const { exporting, download } = useDownload(setSaid);
  return (
    <>
      <Button
        disabled={exporting}
        onClick={() =>
          void download(at('GET /api/quarters/:id/slides', { id: day }), deckWords.fileName(day))
        }
      >
        {quarterPageWords.slides}
      </Button>
      <SaidLine said={said} />
    </>
  );
};

const Pack = () => {
  const styles = useQuarterStyles();
  const { day, sent, state, mayPlan, mayReschedule, days } = useQuarter().reply;
  const before = days.findLast((one) => one < day && one < dayOf(Date.now()));
  const weekBefore = new Date(Date.parse(`${day}T12:00:00Z`) - 7 * 86_400_000);
  return (
    <section aria-label={quarterPageWords.pack}>
      <h2 className={styles.head}>{quarterPageWords.pack}</h2>
      <p className={styles.small}>
        {sent === null && state === 'planned' && mayPlan
          ? quarterPageWords.packWhen(weekBefore.toISOString().slice(0, 10))
          : ''}
        {sent !== null && `${quarterPageWords.sentAt(sent.at)}, ${sent.byName}. `}
        {sent?.isOther && state === 'planned' && quarterPageWords.changedSince}
      </p>
      <WordButton />
      {state === 'planned' && <SlidesButton />}
      {mayReschedule && <RescheduleForm />}
      {before !== undefined && (
        <p className={styles.small}>
          <a className={styles.link} href={pastHash(before)}>
            {quarterPageWords.sinceLast(before)}
          </a>
        </p>
      )}
    </section>
  );
};

const Who = () => {
  const styles = useQuarterStyles();
  const { areas } = useMe();
  const { seats } = useQuarter().reply;
  return (
    <section aria-label={quarterPageWords.who}>
      <h2 className={styles.head}>{quarterPageWords.who}</h2>
      <ul className={styles.rows}>
        {seats.map(({ seat, chefName, deputies }) => (
          <li key={seat} className={styles.person}>
            <AreaAvatar areas={areas} area={seat} />
            <span className={styles.what}>
              {chefName || seatName(areas, seat)}
              {chefName === '' && <span className={styles.under}>{quarterPageWords.noChef}</span>}
              {deputies.length > 0 && (
                <span className={styles.under}>{quarterPageWords.away(deputies)}</span>
              )}
            </span>
          </li>
        ))}
      </ul>
      <p className={styles.small}>{quarterPageWords.director}</p>
    </section>
  );
};

const Others = () => {
  const styles = useQuarterStyles();
  const { may } = useMe();
  const { reply, refresh } = useQuarter();
  const others = reply.days.filter((day) => day !== reply.day);
  const mayPlan = may.includes('changeSettings');
  if (others.length === 0 && !mayPlan) return null;
  return (
    <section aria-label={quarterPageWords.others}>
      <h2 className={styles.head}>{quarterPageWords.others}</h2>
      <ul className={styles.rows}>
        {others.map((day) => (
          <li key={day} className={styles.person}>
            <a className={styles.link} href={quarterHash(day)}>
              {dayYearText(day)}
            </a>
          </li>
        ))}
      </ul>
      {mayPlan && <PlanForm onPlanned={refresh} />}
    </section>
  );
};

/** What is not ready, the agenda as it was sent, and who gets it. */
export const AgendaRail = () => (
  <aside className={useQuarterStyles().rail} aria-label={quarterPageWords.pack}>
    <NotReady />
    <Pack />
    <Who />
    <Others />
  </aside>
);
