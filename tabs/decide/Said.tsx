import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkCircleFilled, CircleRegular } from '@fluentui/react-icons';
import type { RequestReply } from '#shared/contract/api.ts';
import { momentText } from '#shared/words/dates.ts';
import {
  decideWords,
  deputyUntilText,
  onMeetingText,
  positionText,
} from '#shared/words/screens/decidePage.ts';
import { voiceText } from '#shared/words/words.ts';
import { AreaAvatar } from '../drawing/AreaAvatar.tsx';
import { quarterHash } from '../quarter/quarterAddress.ts';
import { useMe } from '../shell/Looking.tsx';

const useStyles = makeStyles({
  head: {
    margin: '8px 0 0',
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  list: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: '10px',
  },
  row: { display: 'flex', gap: '12px', alignItems: 'flex-start' },
  text: { flexGrow: 1, minWidth: 0 },
  who: {
    display: 'block',
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
  },
  words: {
    display: 'block',
    color: tokens.colorNeutralForeground2,
    overflowWrap: 'break-word',
    whiteSpace: 'pre-line',
  },
  deputy: {
    display: 'block',
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  link: { color: tokens.colorBrandForegroundLink },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  done: { color: tokens.colorStatusSuccessForeground1 },
  reply: {
    borderLeft: `2px solid ${tokens.colorBrandStroke2}`,
    paddingLeft: '10px',
    marginTop: '6px',
  },
});

/** Everybody who may answer. One chef alone is named above; a deputy beside them is not. */
const Positions = ({ reply }: { readonly reply: RequestReply }) => {
  const styles = useStyles();
  const { positions, request, state, statusDay, areas } = reply.view;
  const { may } = useMe();
  const noted = state.type === 'ended' ? state.decision.noted : [];
  if (positions.length < 2 && positions.every(({ deputies }) => deputies.length === 0)) return null;
  return (
    <>
      <h2 className={styles.head}>
        {request.decider.type === 'chefgruppe' ? decideWords.positions : decideWords.coDeciders}
      </h2>
      {state.type === 'meeting' && (
        <span className={styles.words}>
          {onMeetingText(statusDay)}{' '}
          {statusDay !== null && may.includes('seeQuarter') && (
            <a className={styles.link} href={quarterHash(statusDay)}>
              {decideWords.agenda}
            </a>
          )}
        </span>
      )}
      <ul className={styles.list}>
        {positions.map(({ seat, areaName, chefName, deputies, position }) => (
          <li key={seat} className={styles.row}>
            <AreaAvatar areas={areas} area={seat} />
            <span className={styles.text}>
              <span className={styles.who}>{chefName === '' ? areaName : chefName}</span>
              <span
                className={mergeClasses(styles.words, position.type === 'waiting' && styles.quiet)}
              >
                {positionText(position, areas)}
                {position.type !== 'waiting' &&
                  position.statement.text !== '' &&
                  `: »${position.statement.text}«`}
              </span>
              {noted
                .filter((one) => one.seat === seat)
                .map(({ text }) => (
                  <span key={seat} className={styles.words}>
                    {decideWords.noted(text)}
                  </span>
                ))}
              {deputies.map((deputy) => (
                <span key={`${deputy.name}:${deputy.from}`} className={styles.deputy}>
                  {deputyUntilText(deputy)}
                </span>
              ))}
            </span>
            {position.type === 'waiting' ? (
              <CircleRegular fontSize={18} aria-hidden="true" />
            ) : (
              <CheckmarkCircleFilled className={styles.done} fontSize={18} aria-hidden="true" />
            )}
          </li>
        ))}
      </ul>
    </>
  );
};

/** What others answered, and the questions with their replies. */
export const Said = ({ reply }: { readonly reply: RequestReply }) => {
  const styles = useStyles();
  const { questions, areas } = reply.view;
  return (
    <>
      <Positions reply={reply} />
      {questions.length > 0 && <h2 className={styles.head}>{decideWords.said}</h2>}
      <ul className={styles.list}>
        {questions.map(({ question, reply: answer }) => (
          <li key={question.id}>
            <span className={styles.who}>
              {voiceText(areas, question)}{' '}
              <span className={styles.quiet}>{momentText(question.at)}</span>
            </span>
            <span className={styles.words}>{question.text}</span>
            <div className={styles.reply}>
              {answer ? (
                <>
                  <span className={styles.who}>{answer.byName}</span>
                  <span className={styles.words}>{answer.text}</span>
                </>
              ) : (
                <span className={styles.quiet}>{decideWords.noReply}</span>
              )}
            </div>
          </li>
        ))}
      </ul>
    </>
  );
};
