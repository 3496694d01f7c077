import {
  Button,
  makeStyles,
  mergeClasses,
  Select,
  Textarea,
  tokens,
} from '@fluentui/react-components';
import {
  ArrowReplyRegular,
  ArrowRightRegular,
  ArrowUpRegular,
  DismissRegular,
  QuestionCircleRegular,
} from '@fluentui/react-icons';
import { type ReactElement, useId, useMemo, useState } from 'react';
import type { RequestReply } from '#shared/contract/api.ts';
import { at } from '#shared/contract/at.ts';
import { yearNotOpenedIn } from '#shared/domain/funding.ts';
import { yearNotOpened } from '#shared/words/pools.ts';
import { decideWords } from '#shared/words/screens/decidePage.ts';
import { answerLabels, seatName } from '#shared/words/words.ts';
import { Sits } from '../drawing/marks.tsx';
import type { Failed } from '../remote/api.ts';
import { useApi } from '../remote/RemoteContext.tsx';
import { useMe } from '../shell/Looking.tsx';
import { TypedBefore } from '../typed/TypedBefore.tsx';
import { useTyped } from '../typed/useTyped.ts';
import {
  type AnswerButton,
  answerBody,
  answersOf,
  lacksWords,
  rethinkAnswers,
  seatsToAnswer,
} from './answersOf.ts';

const useStyles = makeStyles({
  panel: {
    flexShrink: 0,
    padding: '14px 48px 20px',
    maxHeight: '62%',
    overflowY: 'auto',
    backgroundColor: tokens.colorNeutralBackground1,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 719px)': {
      padding: '10px 16px calc(12px + env(safe-area-inset-bottom))',
      boxShadow: tokens.shadow8,
    },
  },
  top: { display: 'flex', alignItems: 'flex-start', gap: '18px', marginBottom: '10px' },
  label: {
    paddingTop: '6px',
    fontSize: tokens.fontSizeBase400,
    fontWeight: tokens.fontWeightSemibold,
    whiteSpace: 'nowrap',
    '@media (max-width: 719px)': { display: 'none' },
  },
  field: { flexGrow: 1, minWidth: 0 },
  area: { width: '100%' },
  say: {
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    margin: '0 0 8px',
    padding: '8px 12px',
    borderRadius: tokens.borderRadiusMedium,
    fontSize: tokens.fontSizeBase300,
    '& > svg': { flexShrink: 0 },
  },
  need: {
    backgroundColor: 'var(--attention)',
    border: `1px solid ${tokens.colorStatusWarningBorder1}`,
  },
  failed: {
    backgroundColor: tokens.colorStatusDangerBackground1,
    border: `1px solid ${tokens.colorStatusDangerBorder1}`,
  },
  sent: {
    backgroundColor: tokens.colorStatusSuccessBackground1,
    border: `1px solid ${tokens.colorStatusSuccessBorder1}`,
  },
  buttons: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(190px, 1fr))',
    gap: '10px',
    '@media (max-width: 719px)': { gridTemplateColumns: 'repeat(2, minmax(0, 1fr))', gap: '8px' },
  },
  button: {
    display: 'flex',
    alignItems: 'center',
    gap: '14px',
    minHeight: '60px',
    padding: '8px 14px',
    textAlign: 'left',
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase300,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
    cursor: 'pointer',
    transitionProperty: 'background-color',
    transitionDuration: tokens.durationFast,
    ':hover': { backgroundColor: 'var(--pointed)' },
    ':active': { backgroundColor: 'var(--pressed)' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
    '@media (max-width: 719px)': {
      minHeight: '44px',
      padding: '6px 8px',
      gap: '8px',
      justifyContent: 'center',
    },
  },
  primary: {
    color: tokens.colorNeutralForegroundOnBrand,
    backgroundColor: tokens.colorBrandBackground,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    ':hover': { backgroundColor: tokens.colorBrandBackgroundHover },
    ':active': { backgroundColor: tokens.colorBrandBackgroundPressed },
    '@media (max-width: 719px)': { gridColumn: '1 / -1' },
  },
  busy: { cursor: 'progress', opacity: 0.7 },
  icon: { display: 'inline-flex', fontSize: '20px', flexShrink: 0 },
  name: {
    display: 'block',
    fontWeight: tokens.fontWeightSemibold,
    lineHeight: tokens.lineHeightBase300,
  },
  after: {
    display: 'block',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    '@media (max-width: 719px)': { display: 'none' },
  },
  elsewhere: {
    marginTop: '6px',
    color: tokens.colorBrandForegroundLink,
    minHeight: '32px',
    '@media (max-width: 719px)': { minHeight: '44px' },
  },
  seat: { display: 'flex', alignItems: 'center', gap: '10px', marginBottom: '10px' },
});

const icons: Record<AnswerButton['kind'], ReactElement> = {
  forward: <ArrowRightRegular />,
  rethink: <ArrowRightRegular />,
  back: <ArrowReplyRegular />,
  stop: <DismissRegular />,
  elsewhere: <ArrowUpRegular />,
  ask: <QuestionCircleRegular />,
};

export type Answered = {
  readonly type: 'saved' | 'late';
  readonly reply: RequestReply;
  readonly message: string;
};

type Said =
  | { readonly type: 'failed' | 'sent'; readonly text: string }
  /** The answer lacks words: until they are there, or it is given up, no other is under the thumb. */
  | { readonly type: 'need'; readonly text: string; readonly button: AnswerButton }
  | null;

const isLate = (body: unknown): body is { readonly current: RequestReply } =>
  typeof body === 'object' && body !== null && 'current' in body;

type AnswerPanelProps = {
  readonly reply: RequestReply;
  readonly isPhone: boolean;
  readonly onAnswered: (answered: Answered) => void;
};

type AnswerProps = {
  readonly button: AnswerButton;
  readonly primary: boolean;
  readonly busy: boolean;
  readonly onPress: () => void;
};

const Answer = ({ button, primary, busy, onPress }: AnswerProps) => {
  const styles = useStyles();
  return (
    <button
      type="button"
      className={mergeClasses(styles.button, primary && styles.primary, busy && styles.busy)}
      aria-disabled={busy}
      data-answer={button.key}
      onClick={onPress}
    >
      <span className={styles.icon} aria-hidden="true">
        {icons[button.kind]}
      </span>
      <span>
        <span className={styles.name}>{button.label}</span>
        <span className={styles.after}>{button.after}</span>
      </span>
    </button>
  );
};

/** Not an answer: somebody else is asked. */
const SentOn = ({ button, busy, onPress }: Omit<AnswerProps, 'primary'>) => (
  <Button
    className={useStyles().elsewhere}
    appearance="transparent"
    icon={<ArrowUpRegular />}
    title={button.after}
    disabledFocusable={busy}
    onClick={onPress}
  >
    {button.label}
  </Button>
);

const SeatPicker = ({
  reply,
  seats,
  seat,
  onSeat,
}: {
  readonly reply: RequestReply;
  readonly seats: readonly string[];
  readonly seat: string | undefined;
  readonly onSeat: (seat: string) => void;
}) => {
  const styles = useStyles();
  if (seats.length < 2) return null;
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the select inside is the control.
    <label className={styles.seat}>
      {decideWords.answerFor}
      <Select value={seat ?? ''} onChange={(_, data) => onSeat(data.value)}>
        {seats.map((one) => (
          <option key={one} value={one}>
            {seatName(reply.view.areas, one)}
          </option>
        ))}
      </Select>
    </label>
  );
};

type SaidProps = {
  readonly reply: RequestReply;
  readonly said: Said;
  readonly rethinking: boolean;
};

/** What came of the last press, or what must happen before any can count. */
const WhatIsSaid = ({ reply, said, rethinking }: SaidProps) => {
  const styles = useStyles();
  const year = yearNotOpenedIn(reply.view.pools);
  return (
    <div aria-live="polite">
      {said && (
        <p className={mergeClasses(styles.say, styles[said.type])}>
          {said.type !== 'sent' && <Sits />}
          {said.text}
        </p>
      )}
      {year !== null && !said && (
        <p className={mergeClasses(styles.say, styles.need)}>
          <Sits />
          <span>
            {yearNotOpened.title(year)}. {yearNotOpened.toDecider}
          </span>
        </p>
      )}
      {rethinking && <p className={styles.say}>{decideWords.rethinkQuestion}</p>}
    </div>
  );
};

type CommentProps = {
  readonly id: string;
  readonly isPhone: boolean;
  readonly comment: string;
  readonly hint: string;
  readonly onComment: (comment: string) => void;
};

const CommentField = ({ id, isPhone, comment, hint, onComment }: CommentProps) => {
  const styles = useStyles();
  return (
    <div className={styles.top}>
      <label className={styles.label} htmlFor={id}>
        {decideWords.answer}
      </label>
      <div className={styles.field}>
        <Textarea
          id={id}
          className={styles.area}
          aria-label={decideWords.comment}
          placeholder={hint}
          value={comment}
          maxLength={2_000}
          rows={isPhone ? 3 : 2}
          onChange={(_, data) => onComment(data.value)}
        />
      </div>
    </div>
  );
};

/** Sends an answer; what was typed stays until it is stored. */
const useAnswering = ({ reply, onAnswered }: Omit<AnswerPanelProps, 'isPhone'>) => {
  const api = useApi();
  const me = useMe();
  const seats = useMemo(() => seatsToAnswer(reply, me.seats), [reply, me.seats]);
  const [comment, setComment, typing] = useTyped(['request', reply.view.request.id], '');
  const [pickedSeat, setSeat] = useState<string>();
  const [said, setSaid] = useState<Said>(null);
  const [busy, setBusy] = useState(false);
  const seat = pickedSeat ?? seats[0];
  const { view } = reply;

  const onFailed = ({ status, body, message }: Failed): void => {
    if (status === 409 && isLate(body)) onAnswered({ type: 'late', reply: body.current, message });
    else setSaid({ type: 'failed', text: status === 0 ? decideWords.notSaved : message });
  };
  const send = async (button: AnswerButton): Promise<void> => {
    setBusy(true);
    setSaid(null);
    const sent = await api.send(
      at('POST /api/requests/:id/answer', { id: view.request.id }),
      answerBody(button, comment, seat, view.revision),
    );
    setBusy(false);
    if (sent.type === 'failed') return onFailed(sent);
    if (sent.type === 'unchanged') return;
    typing.forget();
    setComment('');
    if (button.kind === 'ask') setSaid({ type: 'sent', text: decideWords.asked });
    else onAnswered({ type: 'saved', reply: sent.value, message: '' });
  };
  return { seats, seat, setSeat, comment, setComment, typing, said, setSaid, busy, send };
};

/** Which answers are under the thumb, and what a press does: ask for words, go deeper, or send. */
const useChoosing = (reply: RequestReply, answering: ReturnType<typeof useAnswering>) => {
  const { comment, said, busy } = answering;
  const [rethinking, setRethinking] = useState(false);
  const [fieldShown, setFieldShown] = useState(false);
  const fieldId = useId();
  const lacking = said?.type === 'need' ? said.button : null;
  const all = rethinking
    ? rethinkAnswers(reply.view)
    : answersOf(reply.view, decideWords.questionAsked);
  const askForWords = (button: AnswerButton): void => {
    const text = `${button.wordsAsked} ${decideWords.thenPress(button.label)}`;
    answering.setSaid({ type: 'need', text, button });
    setFieldShown(true);
    setTimeout(() => document.getElementById(fieldId)?.focus(), 0);
  };
  return {
    fieldId,
    fieldShown,
    lacking,
    rethinking,
    pressed: lacking ? [lacking] : all.filter(({ kind }) => kind !== 'elsewhere'),
    sentOn: lacking ? [] : all.filter(({ kind }) => kind === 'elsewhere'),
    onPress: (button: AnswerButton): void => {
      if (busy) return;
      if (button.kind === 'rethink') setRethinking(true);
      else if (lacksWords(button, comment)) askForWords(button);
      else void answering.send(button);
    },
    onBack: (): void => {
      if (lacking) answering.setSaid(null);
      else setRethinking(false);
    },
  };
};

/** The answers, each with what happens next; one comment field for reason, question and word. */
export const AnswerPanel = ({ reply, isPhone, onAnswered }: AnswerPanelProps) => {
  const styles = useStyles();
  const answering = useAnswering({ reply, onAnswered });
  const { comment, said, busy } = answering;
  const choosing = useChoosing(reply, answering);
  const { fieldId, lacking, rethinking, pressed, sentOn, onPress, onBack } = choosing;
  const showField = !isPhone || choosing.fieldShown || comment !== '';

  return (
    <section className={styles.panel} aria-label={decideWords.answer}>
      <SeatPicker
        reply={reply}
        seats={answering.seats}
        seat={answering.seat}
        onSeat={answering.setSeat}
      />
      <WhatIsSaid reply={reply} said={said} rethinking={rethinking} />
      <TypedBefore typing={answering.typing} />
      {showField && (
        <CommentField
          id={fieldId}
          {...{ isPhone, comment }}
          hint={lacking ? '' : decideWords.commentHint}
          onComment={answering.setComment}
        />
      )}
      <div className={styles.buttons}>
        {pressed.map((button, place) => (
          <Answer
            key={button.key}
            button={button}
            primary={place === 0 && button.kind === 'forward'}
            busy={busy}
            onPress={() => onPress(button)}
          />
        ))}
        {(rethinking || lacking) && (
          <Button size="large" onClick={onBack}>
            {answerLabels.back}
          </Button>
        )}
      </div>
      {sentOn.map((button) => (
        <SentOn key={button.key} {...{ button, busy }} onPress={() => onPress(button)} />
      ))}
    </section>
  );
};
