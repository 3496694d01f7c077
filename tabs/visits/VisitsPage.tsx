import { Button, makeStyles, mergeClasses } from '@fluentui/react-components';
import { AddRegular, ChevronLeftRegular, ChevronRightRegular } from '@fluentui/react-icons';
import { useRef, useState } from 'react';
import { at } from '#shared/contract/at.ts';
import type { VisitLine, VisitsReply } from '#shared/contract/visits.ts';
import { visitIdOf } from '#shared/domain/visits/visit.ts';
import { visitsWords as words } from '#shared/words/visits/page.ts';
import { hoursText, visitStates, visitStepNames } from '#shared/words/visits/words.ts';
import { areaName } from '#shared/words/words.ts';
import { AreaMark, Sits } from '../drawing/marks.tsx';
import { useLive } from '../remote/RemoteContext.tsx';
import { CannotFetch } from '../shell/CannotFetch.tsx';
import { GreyPageWaiting } from '../shell/GreyPage.tsx';
import { PictureButton } from '../shell/PictureButton.tsx';
import { go } from '../shell/route.ts';
import { StaleNotice } from '../shell/StaleNotice.tsx';
import { OverVisit } from './OverVisit.tsx';
import { VisitForm } from './VisitForm.tsx';
import { blankVisit } from './visitDraft.ts';
import { useVisitStyles } from './visitStyles.ts';
import { visitHash, visitsHash, visitYearIn } from './visitsAddress.ts';
import { YearMeter } from './YearMeter.tsx';
import { yearPicture } from './yearPicture.ts';

const useStyles = makeStyles({
  years: { display: 'flex', justifyContent: 'space-between', marginTop: '14px' },
  picture: { marginTop: '10px' },
  year: { display: 'inline-flex', alignItems: 'center', gap: '4px' },
});

const Line = ({
  line,
  areas,
}: {
  readonly line: VisitLine;
  readonly areas: VisitsReply['areas'];
}) => {
  const styles = useVisitStyles();
  const { next, steps, overdue } = line;
  return (
    <tr className={styles.row}>
      <th scope="row" className={styles.cell}>
        <a className={mergeClasses(styles.link, styles.strong)} href={visitHash(line.id)}>
          {line.unit}
        </a>
        <span className={styles.smallLine}>
          <AreaMark areas={areas} area={line.area} size={9} /> {areaName(areas, line.area)}
          {line.lederName === '' ? '' : ` · ${line.lederName}`}
        </span>
      </th>
      <td className={styles.cell}>
        {overdue ? (
          <span className={styles.late}>
            <Sits size={14} />
            {words.late}
          </span>
        ) : (
          visitStates[line.state]
        )}
      </td>
      <td className={styles.cell}>
        {next === null ? words.allDone : words.nextStep(visitStepNames[next], steps[next].day)}
      </td>
      <td className={styles.cell}>{words.found(line.observations, line.ideas)}</td>
      <td className={mergeClasses(styles.cell, styles.tight)}>{hoursText(line.hours.total)}</td>
    </tr>
  );
};

const byDay = (a: VisitLine, b: VisitLine): number =>
  (b.day ?? '9999').localeCompare(a.day ?? '9999') || a.unit.localeCompare(b.unit, 'da');

const Lines = ({ reply }: { readonly reply: VisitsReply }) => {
  const styles = useVisitStyles();
  if (reply.visits.length === 0)
    return (
      <div className={styles.empty}>
        <p className={styles.strong}>{words.empty}</p>
        <p>{words.emptyNext}</p>
      </div>
    );
  const heads = [words.unit, words.state, words.next, words.came, words.hours];
  return (
    <table className={styles.table} aria-label={words.list}>
      <thead className={styles.heads}>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col" className={styles.headCell}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className={styles.body}>
        {[...reply.visits].sort(byDay).map((line) => (
          <Line key={line.id} line={line} areas={reply.areas} />
        ))}
      </tbody>
    </table>
  );
};

const Years = ({ reply, query }: { readonly reply: VisitsReply; readonly query: string }) => {
  const styles = useStyles();
  const page = useVisitStyles();
  const wanted = visitYearIn(query) ?? Number(reply.today.slice(0, 4));
  const place = Math.max(
    0,
    reply.years.findIndex(({ year }) => year === wanted),
  );
  const year = reply.years[place];
  const [before, after] = [reply.years[place - 1], reply.years[place + 1]];
  if (!year) return null;
  return (
    <>
      <YearMeter year={year} areas={reply.areas} />
      <nav className={styles.years} aria-label={words.year.title(year.year)}>
        {before ? (
          <a className={mergeClasses(page.link, styles.year)} href={visitsHash(before.year)}>
            <ChevronLeftRegular aria-hidden="true" />
            {words.year.previous(before.year)}
          </a>
        ) : (
          <span />
        )}
        {after && (
          <a className={mergeClasses(page.link, styles.year)} href={visitsHash(after.year)}>
            {words.year.next(after.year)}
            <ChevronRightRegular aria-hidden="true" />
          </a>
        )}
      </nav>
      <div className={styles.picture}>
        <PictureButton
          picture={() => yearPicture(year, reply.areas, reply.today)}
          name={`digitek-360-${year.year}`}
          size="small"
        />
      </div>
    </>
  );
};

const NewVisit = ({ reply }: { readonly reply: VisitsReply }) => {
  const [id, setId] = useState<string | null>(null);
  const saved = useRef(false);
  const onClosed = (): void => {
    setId(null);
    if (saved.current && id !== null) go(visitHash(id));
  };
  return (
    <>
      <Button
        appearance="primary"
        icon={<AddRegular />}
        onClick={() => setId(visitIdOf(crypto.randomUUID()))}
      >
        {words.plan}
      </Button>
      {id !== null && (
        <OverVisit onClosed={onClosed}>
          {(onClose) => (
            <VisitForm
              {...{ id, revision: 0, before: blankVisit, choices: reply, areas: reply.areas }}
              onSaved={() => {
                saved.current = true;
              }}
              onClose={onClose}
            />
          )}
        </OverVisit>
      )}
    </>
  );
};

const unhurried = { every: 5_000 };

/** Every DigiTek 360, and how far the year has come. */
export const VisitsPage = ({ query }: { readonly query: string }) => {
  const styles = useVisitStyles();
  const { state, live } = useLive(at('GET /api/visits'), unhurried);
  if (state.type === 'loading')
    return <GreyPageWaiting label={words.waiting} blanks={[{ height: '60%' }]} />;
  if (state.type === 'failed')
    return <CannotFetch failure={state.failure} onAgain={live.refresh} />;
  const reply = state.value;
  return (
    <main className={styles.page}>
      <div className={styles.head}>
        <h1 className={styles.title}>{words.title}</h1>
        <span>{words.count(reply.visits.length)}</span>
        {reply.mayPlan && (
          <div className={styles.buttons}>
            <NewVisit reply={reply} />
          </div>
        )}
      </div>
      {state.trouble !== null && <StaleNotice since={reply.asOf} />}
      <div className={styles.both}>
        <div className={styles.main}>
          <Lines reply={reply} />
        </div>
        <aside className={styles.rail}>
          <Years reply={reply} query={query} />
        </aside>
      </div>
    </main>
  );
};
