import { Button, mergeClasses } from '@fluentui/react-components';
import { type KeyboardEvent, useState } from 'react';
import type { QuarterReply } from '#shared/contract/quarter.ts';
import { minutesIn } from '#shared/domain/quarter/agenda.ts';
import { quarterPageWords } from '#shared/words/quarter/page.ts';
import { pointTitle } from '#shared/words/quarter/points.ts';
import { minutesText } from '#shared/words/quarter/words.ts';
import { go } from '../shell/route.ts';
import { MeetingLines } from './MeetingLines.tsx';
import { OtherPoint } from './OtherPoint.tsx';
import { quarterHash } from './quarterAddress.ts';
import { useQuarterStyles } from './quarterStyles.ts';
import { RequestPoint } from './RequestPoint.tsx';
import { useQuarter } from './useQuarter.ts';

type Point = QuarterReply['points'][number];

/** How far the meeting has come: one dash a point. */
const Progress = ({ place }: { readonly place: number }) => {
  const styles = useQuarterStyles();
  const { points } = useQuarter().reply;
  return (
    <span className={styles.progress} aria-hidden="true">
      {points.map(({ key }, at) => (
        <span
          key={key}
          className={mergeClasses(
            styles.dash,
            at < place && styles.dashDone,
            at === place && styles.dashHere,
          )}
        />
      ))}
    </span>
  );
};

const minutesSince = (from: string | null, to: string): number =>
  from === null ? 0 : Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 60_000));

const EndButton = () => {
  const { reply, move } = useQuarter();
  const [isSure, setSure] = useState(false);
  if (!reply.mayLead || reply.state !== 'under') return null;
  if (!isSure) return <Button onClick={() => setSure(true)}>{quarterPageWords.end}</Button>;
  const end = async (): Promise<void> => {
    if (await move({ type: 'end' })) go(quarterHash(reply.day, 'referat'));
  };
  return (
    <>
      <span>{quarterPageWords.endSure}</span>
      <Button appearance="primary" onClick={() => void end()}>
        {quarterPageWords.end}
      </Button>
      <Button onClick={() => setSure(false)}>{quarterPageWords.cancel}</Button>
    </>
  );
};

const Bar = ({ place }: { readonly place: number }) => {
  const styles = useQuarterStyles();
  const { reply } = useQuarter();
  const { points, minutes } = reply;
  return (
    <div className={styles.bar}>
      <span className={styles.title}>{quarterPageWords.title(reply.day)}</span>
      <Progress place={place} />
      <span>{quarterPageWords.of(place + 1, points.length)}</span>
      <span className={mergeClasses(styles.small, styles.push)}>
        {quarterPageWords.used(minutesSince(minutes.began, reply.asOf), minutesIn(points))}
      </span>
      <Button appearance="subtle" onClick={() => go(quarterHash(reply.day, 'dagsorden'))}>
        {quarterPageWords.leave}
      </Button>
      <EndButton />
    </div>
  );
};

type StepProps = { readonly place: number; readonly onGo: (by: 1 | -1) => void };

/** The next point decides nothing: what is open stays open. */
const Steps = ({ place, onGo }: StepProps) => {
  const styles = useQuarterStyles();
  const { points } = useQuarter().reply;
  const next = points[place + 1];
  return (
    <section aria-label={quarterPageWords.nextIs}>
      {next ? (
        <>
          <span className={styles.small}>{quarterPageWords.nextIs}</span>
          <p className={styles.large}>
            <strong>
              {place + 2}. {pointTitle(next)}
            </strong>{' '}
            <span className={styles.small}>{minutesText(next.minutes)}</span>
          </p>
        </>
      ) : (
        <p>{quarterPageWords.last}</p>
      )}
      <div className={styles.buttons}>
        <Button disabled={place === 0} onClick={() => onGo(-1)}>
          {quarterPageWords.previous}
        </Button>
        <Button disabled={!next} onClick={() => onGo(1)}>
          {quarterPageWords.next}
        </Button>
      </div>
      <p className={styles.small}>{quarterPageWords.staysOpen}</p>
    </section>
  );
};

const isTyping = ({ target }: KeyboardEvent): boolean =>
  target instanceof HTMLElement && /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName);

/** The meeting on the big screen: one point at a time, and the minutes that write themselves. */
export const MeetingMode = () => {
  const styles = useQuarterStyles();
  const { reply, move } = useQuarter();
  const { points, current, state } = reply;
  const [own, setOwn] = useState<string | null>(null);
  const wanted = own ?? current;
  const found = points.findIndex(({ key }) => key === wanted);
  const place = Math.max(0, found);
  const point: Point | undefined = points[place];
  const onGo = (by: 1 | -1): void => {
    const to = points[place + by];
    if (!to) return;
    setOwn(to.key);
    if (reply.mayLead && state === 'under') void move({ type: 'open', point: to.key });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (isTyping(event) || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'j') onGo(1);
    if (event.key === 'k') onGo(-1);
  };
  if (!point) return <p className={styles.scene}>{quarterPageWords.nothing}</p>;
  const { facts } = point;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: J and K go between the points wherever one is; each has its button too.
    <div className={styles.page} onKeyDown={onKeyDown}>
      <Bar place={place} />
      <div className={styles.split}>
        <div className={styles.stage}>
          {facts.type === 'request' ? (
            <RequestPoint key={facts.requestId} requestId={facts.requestId} />
          ) : (
            <OtherPoint key={point.key} point={point} />
          )}
        </div>
        <aside className={styles.rail} aria-label={quarterPageWords.minutesTitle}>
          <MeetingLines point={point} place={place} />
          <Steps place={place} onGo={onGo} />
        </aside>
      </div>
    </div>
  );
};
