import { makeStyles, tokens } from '@fluentui/react-components';
import type { ApprovalReply } from '#shared/contract/approvals.ts';
import type { FactName, PaperFacts } from '#shared/domain/approvals/approval.ts';
import { changesSinceYes, toldChanges } from '#shared/domain/approvals/view.ts';
import {
  approvalDue,
  approvalKickers,
  approvalQuestion,
  approvalWords,
  changedSince,
  changeWords,
  factLabel,
  factValue,
  whyOwner,
} from '#shared/words/approvals/words.ts';
import { leads, recommendationText } from '#shared/words/requests/cards.ts';
import { Exchanges, PaperLink } from '../asking/matterParts.tsx';
import { useAnswerStyles } from '../shell/answerStyles.ts';
import { projectHash } from '../shell/route.ts';
import { usePageStyles } from '../stories/pageStyles.ts';

const useStyles = makeStyles({
  facts: {
    display: 'grid',
    gridTemplateColumns: 'max-content minmax(0, 1fr)',
    gap: '6px 20px',
    margin: 0,
    '& dd': { margin: 0, overflowWrap: 'anywhere' },
    '& dt': { color: tokens.colorNeutralForeground2 },
  },
  changes: { display: 'flex', flexDirection: 'column', gap: '10px', margin: 0 },
});

const shownFacts: readonly FactName[] = [
  'askOre',
  'budgetOre',
  'runningCostsOre',
  'riskCategory',
  'efficiency',
  'quality',
  'wellbeing',
];

const Facts = ({ paper }: { readonly paper: PaperFacts }) => (
  <dl className={useStyles().facts}>
    {shownFacts
      .filter((name) => name !== 'runningCostsOre' || paper.runningCostsOre.length > 0)
      .map((name) => (
        <div key={name} style={{ display: 'contents' }}>
          <dt>{factLabel(name)}</dt>
          <dd>{factValue(name, paper)}</dd>
        </div>
      ))}
  </dl>
);

type ChangeProps = {
  readonly name: FactName;
  readonly before: PaperFacts;
  readonly after: PaperFacts;
};

const Change = ({ name, before, after }: ChangeProps) => {
  const page = usePageStyles();
  if (name === 'link' || name === 'ownerId')
    return <p className={page.said}>{changeWords.another[name]}</p>;
  return (
    <div>
      <div className={page.strong}>{factLabel(name)}</div>
      <div>
        {changeWords.before}
        <s className={page.removed}>{factValue(name, before)}</s>
      </div>
      <div>
        {changeWords.now}
        <ins className={page.added}>{factValue(name, after)}</ins>
      </div>
    </div>
  );
};

const Due = ({ reply: { view } }: { readonly reply: ApprovalReply }) => {
  const page = usePageStyles();
  const { ask } = view.now;
  if (!view.isOpen || !ask) return null;
  return (
    <p className={`${page.said} ${page.strong}`}>
      {view.overdue ? approvalDue.passed(ask.dueAt) : approvalDue.answer(ask.dueAt, view.at)}
    </p>
  );
};

/** What changed since the owner's yes, each thing with what it was and is. */
const Changes = ({ reply: { view } }: { readonly reply: ApprovalReply }) => {
  const styles = useStyles();
  const page = usePageStyles();
  const { base, ask } = view.now;
  if (!base || !ask || changesSinceYes(view).length === 0) return null;
  const changes = toldChanges(view);
  const isOwn = base.byId === view.project.ownerId;
  return (
    <div className={styles.changes}>
      <p className={page.said}>{changedSince(base, changes.length, isOwn)}</p>
      {changes.map((name) => (
        <Change key={name} name={name} before={base.facts} after={ask.facts} />
      ))}
    </div>
  );
};

/** What the owner reads: the question, until when, the paper, and what it says of the project. */
export const ApprovalMatter = ({ reply }: { readonly reply: ApprovalReply }) => {
  const styles = useAnswerStyles();
  const page = usePageStyles();
  const { view, reader } = reply;
  const { now, project } = view;
  const changes = changesSinceYes(view);
  const paper = now.ask?.facts ?? view.facts;
  const { recommendedOutcome, recommendedPriority, recommendLift } = project;
  const what = recommendationText(recommendedOutcome, recommendedPriority, recommendLift);
  return (
    <div className={styles.box}>
      <span className={styles.kicker}>
        {(changes.length > 0 ? approvalKickers.changed : approvalKickers.yours)(now.step)}
        {' · '}
        <a className={page.link} href={projectHash(project.id)}>
          {project.title}
        </a>
      </span>
      <h1 className={styles.question}>{approvalQuestion(now.step, paper, changes)}</h1>
      <Due reply={reply} />
      {paper.purpose !== '' && <p className={page.said}>{paper.purpose}</p>}
      <Changes reply={reply} />
      <PaperLink text={approvalWords.read(now.step, paper, view.minutes)} url={paper.link} />
      <Facts paper={paper} />
      {what !== '' && (
        <p className={page.said}>
          <span className={page.strong}>{leads.recommends}</span> {what}.
        </p>
      )}
      <Exchanges exchanges={now.exchanges} />
      {reader.answers && <p className={page.quiet}>{whyOwner(view, reader.onBehalf)}</p>}
      <p className={page.quiet}>{approvalWords.binds(paper)}</p>
    </div>
  );
};
