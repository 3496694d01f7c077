import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { at } from '#shared/contract/at.ts';
import type { InquiryLine } from '#shared/contract/inquiries.ts';
import { talkIdOf } from '#shared/domain/inquiries/inquiry.ts';
import { dayText, hourMoment } from '#shared/words/dates.ts';
import { inquiryPageWords, talkWords } from '#shared/words/inquiries/page.ts';
import { useProject } from '../project/editing.tsx';
import { usePageStyles } from '../stories/pageStyles.ts';
import { type Place, useIsTyped } from '../typed/useTyped.ts';
import { AskablePick } from './AskablePick.tsx';
import { WordForm } from './WordForm.tsx';

const useStyles = makeStyles({
  section: {
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    paddingTop: '18px',
    scrollMarginTop: '16px',
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'stretch',
    gap: '14px',
  },
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: '16px',
    maxWidth: '760px',
  },
  one: { display: 'flex', flexDirection: 'column', gap: '6px', minWidth: 0 },
  answer: {
    display: 'flex',
    flexDirection: 'column',
    gap: '6px',
    paddingLeft: '24px',
    '@media (max-width: 719px)': { paddingLeft: '12px' },
  },
  form: { maxWidth: '760px' },
});

const Head = ({ text, when }: { readonly text: string; readonly when: string }) => {
  const page = usePageStyles();
  return (
    <span className={page.said}>
      <span className={page.strong}>{text}</span>{' '}
      <span className={page.quiet}>{dayText(when)}</span>
    </span>
  );
};

/** Whoever is asked answers here, as on the card. */
const AnswerHere = ({ line }: { readonly line: InquiryLine }) => {
  const { act } = useProject();
  const { id, ask, revision } = line;
  return (
    <WordForm
      place={['answer', id, String(ask)]}
      label={talkWords.answer}
      send={talkWords.sendAnswer}
      onSend={(comment) =>
        act(at('POST /api/inquiries/:id/moves', { id }), {
          ...{ type: 'answered', ask, revision, answer: 'said', comment },
        })
      }
    />
  );
};

const Waiting = ({ line }: { readonly line: InquiryLine }) => {
  const page = usePageStyles();
  const { act } = useProject();
  const { id, revision, asked, isGone, dueAt, overdue, mayTakeBack } = line;
  const name = asked?.askedName ?? '';
  return (
    <>
      <span className={page.quiet}>
        {isGone
          ? talkWords.gone(name)
          : inquiryPageWords.waits(name, hourMoment(dueAt ?? ''), overdue)}
      </span>
      {mayTakeBack && (
        <div>
          <Button
            size="small"
            appearance="subtle"
            onClick={() =>
              void act(at('POST /api/inquiries/:id/moves', { id }), { type: 'withdrawn', revision })
            }
          >
            {inquiryPageWords.takeBack}
          </Button>
        </div>
      )}
    </>
  );
};

/** A question and its answer, or whom it waits for. */
const One = ({ line }: { readonly line: InquiryLine }) => {
  const styles = useStyles();
  const page = usePageStyles();
  const { asked, answer, isWaiting, waits } = line;
  if (!asked) return null;
  return (
    <li className={styles.one}>
      <Head text={talkWords.asked(asked.byName, asked.askedName)} when={asked.at} />
      <blockquote className={page.words}>{asked.comment}</blockquote>
      <div className={styles.answer}>
        {answer && (
          <>
            <Head text={talkWords.answered(answer.byName)} when={answer.at} />
            <blockquote className={page.words}>{answer.comment}</blockquote>
          </>
        )}
        {waits === 'answer' && <AnswerHere line={line} />}
        {isWaiting && waits === null && <Waiting line={line} />}
      </div>
    </li>
  );
};

const talkPlace = (projectId: string): Place => ['talk', projectId];

/** A question to one named person: the key is made once, so that a double press is one question. */
const Ask = ({ onDone }: { readonly onDone: () => void }) => {
  const { act, reply } = useProject();
  const [key] = useState(() => crypto.randomUUID());
  const [to, setTo] = useState('');
  const { askable, talkDueAt } = reply.inquiries;
  const id = talkIdOf(reply.project.id, key);
  return (
    <WordForm
      place={talkPlace(reply.project.id)}
      label={talkWords.question}
      hint={talkWords.hint}
      send={inquiryPageWords.send}
      onSend={async (comment) =>
        to === ''
          ? { type: 'refused', message: talkWords.choose }
          : act(at('POST /api/inquiries/:id/moves', { id }), {
              ...{ type: 'asked', revision: 0, askedId: to, comment },
            })
      }
      onDone={onDone}
      onCancel={onDone}
    >
      <AskablePick
        askable={askable}
        hint={talkWords.whomHint(hourMoment(talkDueAt))}
        to={to}
        onTo={setTo}
      />
    </WordForm>
  );
};

const shownAtFirst = 3;

/** What the people of the project have asked each other, and what was answered: kept, and for all to read. */
export const Talk = () => {
  const styles = useStyles();
  const page = usePageStyles();
  const { inquiries, project } = useProject().reply;
  const [asks, setAsks] = useState(useIsTyped(...talkPlace(project.id)));
  const [all, setAll] = useState(false);
  const { talk, askable } = inquiries;
  if (talk.length === 0 && askable.length === 0) return null;
  const isOpen = ({ isWaiting }: InquiryLine): boolean => isWaiting;
  const newest = [...talk].reverse();
  const ordered = [...newest.filter(isOpen), ...newest.filter((line) => !isOpen(line))];
  const shown = all
    ? ordered
    : ordered.slice(0, Math.max(shownAtFirst, talk.filter(isOpen).length));
  return (
    <section className={styles.section} id="afsnit-talk" aria-label={talkWords.title}>
      <h2 className={page.head}>{talkWords.title}</h2>
      {talk.length === 0 && !asks && <p className={page.quiet}>{talkWords.emptyNext}</p>}
      {shown.length > 0 && (
        <ol className={styles.list}>
          {shown.map((line) => (
            <One key={line.id} line={line} />
          ))}
        </ol>
      )}
      {shown.length < talk.length && (
        <div>
          <Button size="small" appearance="transparent" onClick={() => setAll(true)}>
            {talkWords.all(talk.length)}
          </Button>
        </div>
      )}
      {asks && (
        <div className={styles.form}>
          <Ask onDone={() => setAsks(false)} />
        </div>
      )}
      {askable.length > 0 && !asks && (
        <div>
          <Button onClick={() => setAsks(true)}>{talkWords.ask}</Button>
        </div>
      )}
    </section>
  );
};
