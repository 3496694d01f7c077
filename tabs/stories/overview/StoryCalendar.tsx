import { Button, Input, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ChevronLeftRegular, ChevronRightRegular } from '@fluentui/react-icons';
import { useMemo, useState } from 'react';
import type { StoriesReply, StoryLine } from '#shared/contract/stories.ts';
import type { StoryFilter } from '#shared/domain/stories/looking.ts';
import { dayIn, timeText, weekdayText } from '#shared/words/dates.ts';
import { calendarWords, monthName, monthTitle } from '#shared/words/stories/overview.ts';
import { AreaMark, Sits } from '../../drawing/marks.tsx';
import { usePanelStyles } from '../../money/moneyStyles.ts';
import { useMe } from '../../shell/Looking.tsx';
import { type Choice, Pick } from '../../shell/Pick.tsx';
import { storyHash } from '../../shell/route.ts';
import { Empty } from './Empty.tsx';
import { MonthGrid } from './MonthGrid.tsx';
import { useOverviewStyles } from './overviewStyles.ts';
import { type DayEntry, entriesOf, isMovable, isWeekendDay, undatedIn } from './shapeStories.ts';
import { type MoveDay, useMoveDay } from './useMoveDay.ts';

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: '14px' },
  steps: { display: 'flex', alignItems: 'center', gap: '4px', flexWrap: 'wrap' },
  lists: {
    display: 'grid',
    gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
    alignItems: 'start',
    gap: '14px',
    '@media (max-width: 1099px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  said: { color: tokens.colorStatusSuccessForeground1, fontWeight: tokens.fontWeightSemibold },
  day: { width: '170px' },
  closed: { color: tokens.colorNeutralForeground3 },
});

type Calendar = {
  readonly reply: StoriesReply;
  readonly filter: StoryFilter;
  readonly narrowed: boolean;
  readonly wide: boolean;
  readonly month: number;
  readonly today: string;
  /** 0 and 13 are in the years beside. */
  readonly onMonth: (month: number) => void;
  readonly onClear: () => void;
  readonly onMoved: () => void;
};

const months = Array.from({ length: 12 }, (_, month) => month + 1);

const MonthSteps = ({ reply, month, onMonth }: Calendar) => {
  const styles = useStyles();
  const shared = usePanelStyles();
  return (
    <div className={shared.head}>
      <h2 id="calendar-month" className={shared.title}>
        {monthTitle(reply.year, month)}
      </h2>
      <span className={shared.push} />
      <div className={styles.steps}>
        <Button
          appearance="subtle"
          icon={<ChevronLeftRegular />}
          aria-label={calendarWords.before}
          onClick={() => onMonth(month - 1)}
        />
        <Pick
          label={calendarWords.month}
          value={String(month)}
          isSet={false}
          choices={months.map((one): Choice => [String(one), monthName(one)])}
          onChange={(one) => onMonth(Number(one))}
        />
        <Button
          appearance="subtle"
          icon={<ChevronRightRegular />}
          aria-label={calendarWords.after}
          onClick={() => onMonth(month + 1)}
        />
      </div>
    </div>
  );
};

/** A day is sent when the field is left or Enter is pressed: whoever types it is not there yet. */
const DayField = ({ line, moving }: { readonly line: StoryLine; readonly moving: MoveDay }) => {
  const styles = useStyles();
  const planned = line.plannedFor ?? '';
  const [typed, setTyped] = useState<string | null>(null);
  const send = (): void => {
    if (typed !== null && typed !== planned)
      void moving.move(line, typed === '' ? null : typed).then(() => setTyped(null));
  };
  return (
    <Input
      type="date"
      className={styles.day}
      aria-label={calendarWords.day(line.title)}
      value={typed ?? planned}
      disabled={moving.busy === line.id}
      onChange={(_, data) => setTyped(data.value)}
      onBlur={send}
      onKeyDown={(event) => {
        if (event.key === 'Enter') send();
      }}
    />
  );
};

type LineProps = {
  readonly entry: DayEntry;
  readonly calendar: Calendar;
  readonly closed: ReadonlySet<string>;
  readonly moving: MoveDay;
};

const whyText = (entry: DayEntry): string =>
  [
    calendarWords[entry.why],
    weekdayText(entry.day),
    entry.why === 'due' && entry.dueAt !== null ? timeText(entry.dueAt) : '',
  ]
    .filter((part) => part !== '')
    .join(' ');

const EntryLine = ({ entry, calendar, closed, moving }: LineProps) => {
  const shared = usePanelStyles();
  const overview = useOverviewStyles();
  const writes = useMe().may.includes('writeStory');
  const { line } = entry;
  const isPlanned = entry.why === 'planned' && line !== null;
  const onClosed = isPlanned && (closed.has(entry.day) || isWeekendDay(entry.day));
  return (
    <li className={overview.row}>
      <span className={overview.what}>
        <a className={overview.link} href={storyHash(entry.id)}>
          {entry.title}
        </a>
        <span className={mergeClasses(overview.area, entry.overdue && overview.sits)}>
          {entry.overdue && entry.why === 'due' ? (
            <Sits size={13} />
          ) : (
            <AreaMark areas={calendar.reply.areas} area={entry.area} />
          )}
          {whyText(entry)}
        </span>
        {onClosed && <span className={shared.quiet}>{calendarWords.closedDay}</span>}
      </span>
      {writes && isPlanned && isMovable(line) && <DayField line={line} moving={moving} />}
    </li>
  );
};

const Undated = ({ calendar, moving }: { readonly calendar: Calendar; moving: MoveDay }) => {
  const shared = usePanelStyles();
  const overview = useOverviewStyles();
  const writes = useMe().may.includes('writeStory');
  const lines = undatedIn(calendar.reply.stories, calendar.filter);
  if (lines.length === 0) return null;
  return (
    <section className={shared.panel} aria-labelledby="calendar-undated">
      <div className={shared.head}>
        <h2 id="calendar-undated" className={shared.title}>
          {calendarWords.undated}
        </h2>
        <span className={shared.quiet}>{calendarWords.undatedHelp}</span>
      </div>
      <ul className={shared.plainList}>
        {lines.map((line) => (
          <li key={line.id} className={overview.row}>
            <span className={overview.what}>
              <a className={overview.link} href={storyHash(line.id)}>
                {line.title}
              </a>
              <span className={overview.area}>
                <AreaMark areas={calendar.reply.areas} area={line.area} />
                {line.projectTitle === line.title ? '' : line.projectTitle}
              </span>
            </span>
            {writes && <DayField line={line} moving={moving} />}
          </li>
        ))}
      </ul>
    </section>
  );
};

const Said = ({ moving }: { readonly moving: MoveDay }) => {
  const styles = useStyles();
  const overview = useOverviewStyles();
  return (
    <div role="status">
      {moving.said !== '' && <span className={styles.said}>{moving.said}</span>}
      {moving.problem !== '' && <span className={overview.problem}>{moving.problem}</span>}
    </div>
  );
};

/** A month with its working days: what is planned, what is due, and what came out. */
export const StoryCalendar = (calendar: Calendar) => {
  const styles = useStyles();
  const shared = usePanelStyles();
  const { reply, filter, month, wide } = calendar;
  const moving = useMoveDay(calendar.onMoved);
  const closed = useMemo(() => new Set(reply.closed), [reply.closed]);
  const prefix = `${reply.year}-${String(month).padStart(2, '0')}`;
  const entries = entriesOf(reply, filter).filter(({ day }) => day.startsWith(prefix));
  const name = monthName(month);
  return (
    <div className={styles.page}>
      <section className={shared.panel} aria-labelledby="calendar-month">
        <MonthSteps {...calendar} />
        {wide && (
          <MonthGrid
            year={reply.year}
            month={month}
            today={dayIn(calendar.today)}
            closed={closed}
            entries={entries}
            areas={reply.areas}
          />
        )}
        <Said moving={moving} />
      </section>
      <div className={styles.lists}>
        <section className={shared.panel} aria-labelledby="calendar-list">
          <div className={shared.head}>
            <h2 id="calendar-list" className={shared.title}>
              {calendarWords.inMonth(name)}
            </h2>
          </div>
          {entries.length === 0 && (
            <Empty
              narrowed={calendar.narrowed}
              text={calendarWords.nothing(name)}
              onClear={calendar.onClear}
            />
          )}
          <ul className={shared.plainList}>
            {entries.map((entry) => (
              <EntryLine
                key={`${entry.why}:${entry.id}:${entry.day}`}
                entry={entry}
                calendar={calendar}
                closed={closed}
                moving={moving}
              />
            ))}
          </ul>
        </section>
        <Undated calendar={calendar} moving={moving} />
      </div>
    </div>
  );
};
