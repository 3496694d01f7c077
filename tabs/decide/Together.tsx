import { Button, Checkbox, makeStyles, tokens } from '@fluentui/react-components';
import { CheckmarkCircleFilled, CheckmarkStarburstRegular } from '@fluentui/react-icons';
import { useEffect, useRef, useState } from 'react';
import type { RequestReply } from '#shared/contract/api.ts';
import { at } from '#shared/contract/at.ts';
import type { Choice } from '#shared/domain/gates.ts';
import { plainAnswerOf } from '#shared/domain/together.ts';
import { togetherAnswer, togetherWords } from '#shared/words/screens/together.ts';
import { Sits } from '../drawing/marks.tsx';
import { useApi } from '../remote/RemoteContext.tsx';
import { go } from '../shell/route.ts';
import { answerBody, choiceButton } from './answersOf.ts';
import { matterHash, noMatterHash, togetherId } from './matterIds.ts';

const useStyles = makeStyles({
  page: {
    flexGrow: 1,
    minHeight: 0,
    overflowY: 'auto',
    padding: '20px 48px 32px',
    '@media (max-width: 719px)': { padding: '12px 16px 24px' },
  },
  title: {
    margin: 0,
    outlineStyle: 'none',
    fontSize: tokens.fontSizeBase600,
    lineHeight: tokens.lineHeightBase600,
  },
  intro: { maxWidth: '64ch', margin: '6px 0 14px', color: tokens.colorNeutralForeground2 },
  list: { listStyleType: 'none', margin: '0 0 16px', padding: 0, maxWidth: '720px' },
  row: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: '4px',
    '@media (max-width: 719px)': { flexWrap: 'wrap' },
    padding: '10px 0',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  text: {
    flexGrow: 1,
    flexBasis: '0',
    minWidth: 0,
    paddingTop: '6px',
    '@media (max-width: 719px)': { flexBasis: 'calc(100% - 44px)' },
  },
  name: { display: 'block', fontWeight: tokens.fontWeightSemibold },
  small: {
    display: 'block',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
  failed: {
    display: 'flex',
    gap: '6px',
    alignItems: 'center',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorStatusDangerForeground3,
  },
  tick: { color: tokens.colorStatusSuccessForeground1, flexShrink: 0, margin: '8px' },
  open: {
    minHeight: '32px',
    flexShrink: 0,
    '@media (max-width: 719px)': { minHeight: '44px', marginLeft: '24px' },
  },
  send: { '@media (max-width: 719px)': { width: '100%', minHeight: '44px' } },
  said: { minHeight: '28px', margin: '8px 0 0', fontWeight: tokens.fontWeightSemibold },
  link: {
    display: 'flex',
    gap: '12px',
    alignItems: 'flex-start',
    margin: '0 0 8px',
    padding: '12px 14px',
    borderRadius: tokens.borderRadiusXLarge,
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    ':hover': { backgroundColor: 'var(--pointed)' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  icon: { flexShrink: 0, marginTop: '2px', color: tokens.colorBrandForeground1 },
});

type Plain = { readonly reply: RequestReply; readonly answer: Choice };

/** Those of the matters that may be answered together, each with its answer. */
export const plainAmong = (requests: readonly RequestReply[]): readonly Plain[] =>
  requests.flatMap((reply) => {
    const answer = reply.waits === 'answer' && plainAnswerOf(reply.view, reply.reader);
    return answer ? [{ reply, answer }] : [];
  });

/** The way there, where there is more than one. */
export const TogetherLink = ({ requests }: { readonly requests: readonly RequestReply[] }) => {
  const styles = useStyles();
  const { length } = plainAmong(requests);
  if (length < 2) return null;
  return (
    <a className={styles.link} href={matterHash(togetherId)}>
      <CheckmarkStarburstRegular className={styles.icon} fontSize={24} aria-hidden="true" />
      <span>
        <span className={styles.name}>{togetherWords.link(length)}</span>
        <span className={styles.small}>{togetherWords.linkText}</span>
      </span>
    </a>
  );
};

/** What became of each that was sent: '' when it is saved, else why not. */
type Outcomes = ReadonlyMap<string, string>;

type RowProps = {
  readonly plain: Plain;
  readonly isChosen: boolean;
  readonly outcome: string | undefined;
  readonly isBusy: boolean;
  readonly onChosen: (isChosen: boolean) => void;
};

const PlainRow = ({ plain, isChosen, outcome, isBusy, onChosen }: RowProps) => {
  const styles = useStyles();
  const { view } = plain.reply;
  const { id, gate } = view.request;
  return (
    <li className={styles.row}>
      {outcome === '' ? (
        <CheckmarkCircleFilled
          className={styles.tick}
          fontSize={20}
          aria-label={togetherWords.saved}
        />
      ) : (
        <Checkbox
          checked={isChosen}
          disabled={isBusy}
          aria-label={view.project.title}
          onChange={(_, data) => onChosen(data.checked === true)}
        />
      )}
      <div className={styles.text}>
        <span className={styles.name}>{view.project.title}</span>
        <span>{togetherAnswer(gate, choiceButton(view, plain.answer).label)}</span>
        <span className={styles.small}>
          {view.project.recommendationWhy || togetherWords.noWhy}
        </span>
        {outcome !== undefined && outcome !== '' && (
          <span className={styles.failed}>
            <Sits size={14} />
            {outcome}
          </span>
        )}
      </div>
      {outcome !== '' && (
        <Button className={styles.open} appearance="subtle" onClick={() => go(matterHash(id))}>
          {togetherWords.open}
        </Button>
      )}
    </li>
  );
};

/** Sends each by itself, on what was shown: one that has changed meanwhile is not answered. */
const useSending = (onChanged: () => void) => {
  const api = useApi();
  const [outcomes, setOutcomes] = useState<Outcomes>(new Map());
  const [busy, setBusy] = useState(false);
  const sendOne = async ({ reply, answer }: Plain): Promise<string> => {
    const { view, reader } = reply;
    const sent = await api.send(
      at('POST /api/requests/:id/answer', { id: view.request.id }),
      answerBody(choiceButton(view, answer), '', reader.seat ?? undefined, view.revision),
    );
    return sent.type === 'failed' ? sent.message : '';
  };
  const send = async (chosen: readonly Plain[]): Promise<void> => {
    setBusy(true);
    for (const one of chosen) {
      const outcome = await sendOne(one);
      setOutcomes((before) => new Map(before).set(one.reply.view.request.id, outcome));
    }
    setBusy(false);
    onChanged();
  };
  return { outcomes, busy, send };
};

const saidOf = (outcomes: Outcomes, busy: boolean): string => {
  if (busy) return togetherWords.sending;
  if (outcomes.size === 0) return '';
  const failed = [...outcomes.values()].filter((why) => why !== '').length;
  const saved = outcomes.size - failed;
  return failed === 0 ? togetherWords.done(saved) : togetherWords.some(saved, failed);
};

type TogetherProps = {
  readonly requests: readonly RequestReply[];
  readonly onChanged: () => void;
};

/** Several plain matters with one press; what was saved stays in sight, ticked. */
export const Together = ({ requests, onChanged }: TogetherProps) => {
  const styles = useStyles();
  // What is shown is what is answered: the list that was there when the page was opened.
  const [plain] = useState(() => plainAmong(requests));
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const { outcomes, busy, send } = useSending(onChanged);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const idOf = ({ reply }: Plain): string => reply.view.request.id;
  const open = plain.filter((one) => outcomes.get(idOf(one)) !== '');
  const chosen = open.filter((one) => !left.has(idOf(one)));
  const choose = (id: string, isChosen: boolean): void => {
    const next = new Set(left);
    if (isChosen) next.delete(id);
    else next.add(id);
    setLeft(next);
  };
  return (
    <div className={styles.page}>
      <h1 ref={title} tabIndex={-1} className={styles.title}>
        {plain.length === 0 ? togetherWords.nothing : togetherWords.title}
      </h1>
      {plain.length > 0 && <p className={styles.intro}>{togetherWords.intro}</p>}
      <ul className={styles.list} aria-label={togetherWords.list}>
        {plain.map((one) => (
          <PlainRow
            key={idOf(one)}
            plain={one}
            isChosen={!left.has(idOf(one))}
            outcome={outcomes.get(idOf(one))}
            isBusy={busy}
            onChosen={(isChosen) => choose(idOf(one), isChosen)}
          />
        ))}
      </ul>
      {open.length > 0 ? (
        <Button
          className={styles.send}
          appearance="primary"
          disabledFocusable={busy || chosen.length === 0}
          title={chosen.length === 0 ? togetherWords.none : undefined}
          onClick={() => void send(chosen)}
        >
          {togetherWords.send(chosen.length)}
        </Button>
      ) : (
        <Button onClick={() => go(noMatterHash)}>{togetherWords.back}</Button>
      )}
      <p className={styles.said} aria-live="polite">
        {saidOf(outcomes, busy)}
      </p>
    </div>
  );
};
