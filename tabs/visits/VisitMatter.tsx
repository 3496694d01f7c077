import { makeStyles, tokens } from '@fluentui/react-components';
import type { VisitReply } from '#shared/contract/visits.ts';
import { visitExchangeWords } from '#shared/words/asking/words.ts';
import { weekdayText } from '#shared/words/dates.ts';
import {
  hoursText,
  lederNameOf,
  visitKickers,
  visitTitle,
  visitWords as words,
} from '#shared/words/visits/words.ts';
import { Exchanges } from '../asking/matterParts.tsx';
import { UnreachedBox } from '../reach/UnreachedBox.tsx';
import { useAnswerStyles } from '../shell/answerStyles.ts';
import { usePageStyles } from '../stories/pageStyles.ts';
import { visitHash } from './visitsAddress.ts';

const useStyles = makeStyles({
  figures: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, max-content) auto',
    gap: '4px 24px',
    margin: 0,
    maxWidth: '460px',
    '& dd': { margin: 0, textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
    '& dt': { color: tokens.colorNeutralForeground2 },
  },
});

const Figures = ({ reply }: { readonly reply: VisitReply }) => {
  const styles = useStyles();
  const { view, frame } = reply;
  const { terms } = view.now;
  if (!terms) return null;
  const { hours } = view;
  const rows = [
    [words.yourTime, hours.leder],
    [words.employees(terms.employees, frame.employee), hours.employees],
    [words.chosen(terms.chosen, frame.chosen), hours.chosen],
    [words.unitTime, hours.unit],
  ] as const;
  return (
    <dl className={styles.figures}>
      {rows.map(([label, count]) => (
        <div key={label} style={{ display: 'contents' }}>
          <dt>{label}</dt>
          <dd>{hoursText(count)}</dd>
        </div>
      ))}
    </dl>
  );
};

/** What the leder reads: what is asked, what it takes, when, and who comes. */
export const VisitMatter = ({
  reply,
  onChanged,
}: {
  readonly reply: VisitReply;
  readonly onChanged: () => void;
}) => {
  const styles = useAnswerStyles();
  const page = usePageStyles();
  const { view, reader, unreached } = reply;
  const { now } = view;
  const due = view.overdue ? words.duePassed : words.due;
  const first = now.terms?.days.expectations;
  return (
    <div className={styles.box}>
      <span className={styles.kicker}>
        {visitKickers.yours}
        {' · '}
        <a className={page.link} href={visitHash(now.id)}>
          {visitTitle(now)}
        </a>
      </span>
      <h1 className={styles.question}>{words.asks(now)}</h1>
      <p className={page.said}>{words.what}</p>
      {view.isWaiting && now.ask && (
        <p className={`${page.said} ${page.strong}`}>{due(now.ask.dueAt, view.at)}</p>
      )}
      <Figures reply={reply} />
      {first && (
        <p className={page.said}>
          <span className={page.strong}>{words.firstMeeting}</span> {weekdayText(first)}
        </p>
      )}
      <p className={page.said}>
        <span className={page.strong}>{words.who}</span>{' '}
        {(now.terms?.consultants ?? []).map(({ name }) => name).join(' og ')}
      </p>
      <Exchanges exchanges={now.exchanges} words={visitExchangeWords} />
      {reader.answers && (
        <p className={page.quiet}>{words.why(reader.onBehalf ? lederNameOf(now) : '')}</p>
      )}
      <p className={page.quiet}>{words.rule}</p>
      <UnreachedBox unreached={unreached} onChanged={onChanged} />
    </div>
  );
};
