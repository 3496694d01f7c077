import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ChatRegular, CheckmarkCircleFilled } from '@fluentui/react-icons';
import type { RequestReply, RequestsReply, WaitLine } from '#shared/contract/api.ts';
import { matterIdOf } from '#shared/contract/matterIds.ts';
import { hashOf } from '#shared/contract/tabAddress.ts';
import { missingOreOf } from '#shared/domain/requestView.ts';
import { formatKr } from '#shared/words/money.ts';
import { shortText } from '#shared/words/requests/decide.ts';
import {
  answeredCountText,
  answeredLine,
  decideWords,
  fundingText,
  minutesOf,
  minutesText,
  totalMinutesText,
  waitedText,
  waitingCountText,
} from '#shared/words/screens/decidePage.ts';
import { answerByText, overdueText } from '#shared/words/stories/page.ts';
import { gateLabels } from '#shared/words/words.ts';
import { AbsenceButton } from '../absences/AbsenceButton.tsx';
import { Door, Sits } from '../drawing/marks.tsx';
import { useMe } from '../shell/Looking.tsx';
import { matterHash } from './matterIds.ts';
import { shortMatters } from './shortMatters.tsx';
import { TogetherLink } from './Together.tsx';

const useStyles = makeStyles({
  pane: {
    display: 'flex',
    flexDirection: 'column',
    width: '424px',
    maxWidth: '34vw',
    flexShrink: 0,
    padding: '20px 12px 16px',
    overflowY: 'auto',
    backgroundColor: tokens.colorNeutralBackground2,
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  title: {
    margin: '0 12px',
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
  },
  under: {
    display: 'flex',
    justifyContent: 'space-between',
    alignItems: 'flex-start',
    minHeight: '34px',
  },
  total: {
    margin: '0 12px 14px',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
  list: { listStyleType: 'none', margin: 0, padding: 0, flexGrow: 1 },
  matter: {
    position: 'relative',
    display: 'flex',
    gap: '12px',
    padding: '12px 12px 12px 14px',
    borderRadius: tokens.borderRadiusXLarge,
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    ':hover': { backgroundColor: tokens.colorNeutralBackground2Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  chosen: {
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow4,
    outline: `1px solid ${tokens.colorTransparentStroke}`,
    ':hover': { backgroundColor: tokens.colorNeutralBackground1 },
    '::before': {
      content: '""',
      position: 'absolute',
      left: 0,
      top: '12px',
      bottom: '12px',
      width: '3px',
      borderRadius: tokens.borderRadiusSmall,
      backgroundColor: tokens.colorCompoundBrandBackground,
    },
  },
  kind: { flexShrink: 0, marginTop: '2px', color: tokens.colorBrandForeground1 },
  text: { flexGrow: 1, minWidth: 0 },
  line: {
    display: 'flex',
    justifyContent: 'space-between',
    gap: '10px',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
  amount: {
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground1,
    whiteSpace: 'nowrap',
  },
  name: {
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  short: {
    display: 'flex',
    alignItems: 'center',
    gap: '7px',
    padding: '2px 0',
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorStatusDangerForeground3,
  },
  answered: {
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    margin: '16px 0 0',
    padding: '14px 12px 0',
  },
  answeredHead: {
    margin: '0 0 8px',
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  past: {
    display: 'flex',
    gap: '10px',
    padding: '4px 0',
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    fontSize: tokens.fontSizeBase300,
    ':hover': { textDecorationLine: 'underline' },
  },
  tick: { color: tokens.colorStatusSuccessForeground1, flexShrink: 0, marginTop: '2px' },
  small: {
    display: 'block',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
});

const shownAnswers = 4;

const Matter = ({
  reply,
  chosen,
  days,
}: {
  reply: RequestReply;
  chosen: boolean;
  days: number;
}) => {
  const styles = useStyles();
  const { view } = reply;
  const short = missingOreOf(view) > 0 ? shortText(view.pools, view.areas) : '';
  const hearing = view.positions.length > 1;
  return (
    <a
      className={mergeClasses(styles.matter, chosen && styles.chosen)}
      href={hashOf({ type: 'decide', requestId: view.request.id })}
      aria-current={chosen ? 'true' : undefined}
    >
      <Door state="ajar" height={28} />
      <div className={styles.text}>
        <div className={styles.line}>
          <span>
            {gateLabels[view.request.gate]}
            {reply.waits === 'reply' && ` · ${decideWords.questionToYou}`}
          </span>
          <span className={styles.amount}>{formatKr(view.request.askOre)}</span>
        </div>
        <div className={styles.name}>{view.project.title}</div>
        {short !== '' && (
          <div className={styles.short}>
            <Sits size={14} />
            {short}
          </div>
        )}
        <div className={styles.line}>
          <span>
            {fundingText(view)} · {hearing ? answeredCountText(view) : waitedText(days)}
          </span>
          <span>{minutesText(minutesOf(view))}</span>
        </div>
      </div>
    </a>
  );
};

type ShortProps = {
  readonly line: WaitLine;
  readonly chosen: boolean;
  readonly at: string;
};

const dueOf = ({ dueAt, overdue }: WaitLine, at: string): string => {
  if (dueAt === null) return '';
  return overdue ? overdueText(dueAt, at) : answerByText(dueAt, at);
};

/** A matter that takes a minute and has a clock. */
const ShortMatter = ({ line, chosen, at }: ShortProps) => {
  const styles = useStyles();
  const { type, id, kind, title, overdue } = line;
  const { Icon } = shortMatters[type];
  const due = dueOf(line, at);
  return (
    <a
      className={mergeClasses(styles.matter, chosen && styles.chosen)}
      href={matterHash(matterIdOf(type, id))}
      aria-current={chosen ? 'true' : undefined}
    >
      <span className={styles.kind} aria-hidden="true">
        <Icon fontSize={24} />
      </span>
      <div className={styles.text}>
        <div className={styles.line}>{kind}</div>
        <div className={styles.name}>{title}</div>
        {overdue && (
          <div className={styles.short}>
            <Sits size={14} />
            {due}
          </div>
        )}
        <div className={styles.line}>
          <span>{!overdue && due}</span>
          <span>{minutesText(1)}</span>
        </div>
      </div>
    </a>
  );
};

type MatterListProps = {
  readonly requests: readonly RequestReply[];
  readonly waits: readonly WaitLine[];
  /** The moment that due times are told against. */
  readonly at: string;
  readonly answered: RequestsReply['answered'];
  readonly chosenId: string | null;
  readonly daysSince: (at: string) => number;
};

/** What waits for the person, longest first, and what they answered lately. */
export const MatterList = (props: MatterListProps) => {
  const styles = useStyles();
  const { requests, waits, at, answered, chosenId, daysSince } = props;
  const { areas } = useMe();
  const count = requests.length + waits.length;
  const minutes = requests.reduce((sum, reply) => sum + minutesOf(reply.view), waits.length);
  return (
    <aside className={styles.pane} aria-label={decideWords.mattersList}>
      <h1 className={styles.title}>
        {count === 0 ? decideWords.nothing : waitingCountText(count)}
      </h1>
      <div className={styles.under}>
        <p className={styles.total}>{count > 0 && totalMinutesText(minutes)}</p>
        <AbsenceButton />
      </div>
      <TogetherLink requests={requests} />
      <ul className={styles.list}>
        {waits.map((line) => {
          const matterId = matterIdOf(line.type, line.id);
          return (
            <li key={matterId}>
              <ShortMatter line={line} chosen={matterId === chosenId} at={at} />
            </li>
          );
        })}
        {requests.map((reply) => (
          <li key={reply.view.request.id}>
            <Matter
              reply={reply}
              chosen={reply.view.request.id === chosenId}
              days={daysSince(reply.view.request.askedAt)}
            />
          </li>
        ))}
      </ul>
      {answered.length > 0 && (
        <section className={styles.answered}>
          <h2 className={styles.answeredHead}>{decideWords.answered}</h2>
          {answered.slice(0, shownAnswers).map((one) => (
            <a
              key={one.requestId}
              className={styles.past}
              href={hashOf({ type: 'decide', requestId: one.requestId })}
            >
              {one.decision ? (
                <CheckmarkCircleFilled className={styles.tick} fontSize={16} />
              ) : (
                <ChatRegular fontSize={16} style={{ flexShrink: 0, marginTop: 2 }} />
              )}
              <span>
                {one.title}
                <span className={styles.small}>{answeredLine(one, areas)}</span>
              </span>
            </a>
          ))}
        </section>
      )}
    </aside>
  );
};
