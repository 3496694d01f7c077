import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { at } from '#shared/contract/at.ts';
import type { InquiryLine } from '#shared/contract/inquiries.ts';
import { matterIdOf } from '#shared/contract/matterIds.ts';
import { hashOf } from '#shared/contract/tabAddress.ts';
import type { StepCode } from '#shared/domain/steps.ts';
import { hourMoment } from '#shared/words/dates.ts';
import { inquiryPageWords } from '#shared/words/inquiries/page.ts';
import { askedOf } from '#shared/words/inquiries/words.ts';
import { useProject } from '../project/editing.tsx';
import { go } from '../shell/route.ts';
import { type Place, useIsTyped } from '../typed/useTyped.ts';
import { WordForm } from './WordForm.tsx';

const useStyles = makeStyles({
  whole: {
    flexBasis: '100%',
    display: 'flex',
    flexDirection: 'column',
    gap: '6px',
    paddingLeft: '30px',
    minWidth: 0,
    '@media (max-width: 719px)': { paddingLeft: 0 },
  },
  said: { fontSize: tokens.fontSizeBase200, overflowWrap: 'anywhere' },
  small: { color: tokens.colorNeutralForeground3 },
  strong: { fontWeight: tokens.fontWeightSemibold },
  words: {
    margin: '2px 0 0',
    padding: '0 0 0 10px',
    borderLeft: `2px solid ${tokens.colorBrandStroke2}`,
    color: tokens.colorNeutralForeground2,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
});

/** What IT has answered, in their words, and what is waited for. */
const State = ({ line }: { readonly line: InquiryLine }) => {
  const styles = useStyles();
  const { answer, isWaiting, dueAt, overdue, hasOpenQuestion } = line;
  const name = askedOf({ subject: 'it', asked: null, said: [] });
  const waits = hasOpenQuestion
    ? inquiryPageWords.asksBack(name)
    : inquiryPageWords.waits(name, hourMoment(dueAt ?? ''), overdue);
  return (
    <>
      {answer?.answer && (
        <div className={styles.said}>
          <span className={styles.strong}>{inquiryPageWords.itSaid(answer.answer)}</span>{' '}
          <span className={styles.small}>{inquiryPageWords.saidBy(answer.byName, answer.at)}</span>
          {answer.comment !== '' && (
            <blockquote className={styles.words}>{answer.comment}</blockquote>
          )}
        </div>
      )}
      {isWaiting && <span className={styles.said}>{waits}</span>}
    </>
  );
};

const itPlace = ({ id, revision }: InquiryLine): Place => ['ask-it', id, String(revision)];

const Asking = ({ line, onDone }: { readonly line: InquiryLine; readonly onDone: () => void }) => {
  const { act, reply } = useProject();
  const { id, revision } = line;
  return (
    <WordForm
      place={itPlace(line)}
      label={inquiryPageWords.itField}
      hint={inquiryPageWords.itHint(hourMoment(reply.inquiries.itDueAt))}
      send={inquiryPageWords.send}
      onSend={(comment) =>
        act(at('POST /api/inquiries/:id/moves', { id }), {
          ...{ type: 'asked', revision, askedId: null, comment },
        })
      }
      onDone={onDone}
      onCancel={onDone}
    />
  );
};

/** IT og Digitalisering at a step: what they have said, in writing, and the way to ask them. */
export const ItLine = ({ line }: { readonly line: InquiryLine }) => {
  const styles = useStyles();
  const { act } = useProject();
  const [asks, setAsks] = useState(useIsTyped(...itPlace(line)));
  const { id, revision, answer, isWaiting, waits, mayAsk, mayTakeBack } = line;
  if (!answer && !isWaiting && !mayAsk) return null;
  return (
    <div className={styles.whole}>
      <State line={line} />
      {asks && mayAsk && <Asking line={line} onDone={() => setAsks(false)} />}
      <div>
        {waits !== null && (
          <Button
            size="small"
            appearance="primary"
            onClick={() => go(hashOf({ type: 'decide', requestId: matterIdOf('inquiry', id) }))}
          >
            {inquiryPageWords.see}
          </Button>
        )}
        {mayAsk && !asks && (
          <Button size="small" onClick={() => setAsks(true)}>
            {answer ? inquiryPageWords.askItAgain : inquiryPageWords.askIt}
          </Button>
        )}
        {mayTakeBack && waits === null && (
          <Button
            size="small"
            appearance="subtle"
            onClick={() =>
              void act(at('POST /api/inquiries/:id/moves', { id }), { type: 'withdrawn', revision })
            }
          >
            {inquiryPageWords.takeBack}
          </Button>
        )}
      </div>
    </div>
  );
};

/** Nothing at the steps that IT has no part in. */
export const ItWord = ({ code }: { readonly code: StepCode }) => {
  const { inquiries } = useProject().reply;
  const line = inquiries.it.find(({ step }) => step === code);
  return line ? <ItLine line={line} /> : null;
};
