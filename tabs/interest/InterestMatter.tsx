import type { InterestReply } from '#shared/contract/interests.ts';
import type { InterestView } from '#shared/domain/interest/view.ts';
import { ideaExchangeWords } from '#shared/words/asking/words.ts';
import { interestKickers, interestWords } from '#shared/words/interest/words.ts';
import { Exchanges } from '../asking/matterParts.tsx';
import { useAnswerStyles } from '../shell/answerStyles.ts';
import { projectHash } from '../shell/route.ts';
import { usePageStyles } from '../stories/pageStyles.ts';

const dueText = ({ now: { ask }, overdue, at }: InterestView): string => {
  if (!ask) return '';
  return overdue ? interestWords.duePassed(ask.dueAt) : interestWords.due(ask.dueAt, at);
};

const Fact = ({ lead, text }: { readonly lead: string; readonly text: string }) => {
  const page = usePageStyles();
  return (
    <p className={page.said}>
      <span className={page.strong}>{lead}</span> {text}
    </p>
  );
};

/** What is read before the answer: the idea, where it comes from, and what DigiTek has found. */
export const InterestMatter = ({ reply: { view, reader } }: { readonly reply: InterestReply }) => {
  const styles = useAnswerStyles();
  const page = usePageStyles();
  const { now, owes, project, blockers } = view;
  const { title, purpose, summary, createdBy, createdAt } = project;
  const isOwner = owes === 'owner';
  return (
    <div className={styles.box}>
      <span className={styles.kicker}>
        {isOwner ? interestKickers.oneMore : interestKickers.yours}
        {' · '}
        <a className={page.link} href={projectHash(project.id)}>
          {title}
        </a>
      </span>
      <h1 className={styles.question}>
        {isOwner ? interestWords.ownerQuestion : interestWords.question}
      </h1>
      {isOwner ? (
        <p className={page.said}>{interestWords.saved(now.word?.priority ?? null)}</p>
      ) : (
        <p className={`${page.said} ${page.strong}`}>{dueText(view)}</p>
      )}
      {purpose !== '' && <p className={page.said}>{purpose}</p>}
      {summary !== '' && summary !== purpose && <p className={page.said}>{summary}</p>}
      {createdBy !== '' && (
        <Fact lead={interestWords.from} text={interestWords.fromText(createdBy, createdAt)} />
      )}
      {blockers !== '' && <Fact lead={interestWords.looked} text={blockers} />}
      <Exchanges exchanges={now.exchanges} words={ideaExchangeWords} />
      {reader.answers && <p className={page.quiet}>{interestWords.why(view, reader.onBehalf)}</p>}
      {!isOwner && <p className={page.quiet}>{interestWords.rule}</p>}
    </div>
  );
};
