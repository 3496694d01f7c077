import type { InquiryReply } from '#shared/contract/inquiries.ts';
import { standsInForName } from '#shared/domain/inquiries/view.ts';
import { priceOf } from '#shared/words/inquiries/price.ts';
import { inquiryKickers, inquiryWords } from '#shared/words/inquiries/words.ts';
import { formatKr } from '#shared/words/money.ts';
import { Exchanges, PaperLink } from '../asking/matterParts.tsx';
import { UnreachedBox } from '../reach/UnreachedBox.tsx';
import { useAnswerStyles } from '../shell/answerStyles.ts';
import { projectHash } from '../shell/route.ts';
import { usePageStyles } from '../stories/pageStyles.ts';

/** What it costs, who pays and who else says yes: as on the card. */
const Price = ({ view }: Pick<InquiryReply, 'view'>) => {
  const page = usePageStyles();
  const price = priceOf(view);
  if (!price) return null;
  return (
    <div>
      <p className={`${page.said} ${page.strong}`}>
        {inquiryWords.price}: {formatKr(price.ore)}
      </p>
      {price.lines.map(({ text, look }) => (
        <p key={text} className={look === 'plain' ? page.said : `${page.said} ${page.strong}`}>
          {text}
        </p>
      ))}
    </div>
  );
};

/** What whoever is asked reads: who asks what, until when, and who will see the answer. */
export const InquiryMatter = ({
  reply,
  onChanged,
}: {
  readonly reply: InquiryReply;
  readonly onChanged: () => void;
}) => {
  const styles = useAnswerStyles();
  const page = usePageStyles();
  const { view, reader, unreached } = reply;
  const { now, project, link } = view;
  const { ask, asked } = now;
  const due = view.overdue ? inquiryWords.duePassed : inquiryWords.due;
  return (
    <div className={styles.box}>
      <span className={styles.kicker}>
        {inquiryKickers.yours(now)}
        {' · '}
        <a className={page.link} href={projectHash(project.id)}>
          {project.title}
        </a>
      </span>
      <h1 className={styles.question}>{inquiryWords.asks(now)}</h1>
      {asked && <blockquote className={page.words}>{asked.comment}</blockquote>}
      <Price view={view} />
      {view.isWaiting && ask && (
        <p className={`${page.said} ${page.strong}`}>{due(ask.dueAt, view.at)}</p>
      )}
      <PaperLink text={inquiryWords.read} url={link} />
      <Exchanges exchanges={now.exchanges} />
      {reader.answers && (
        <p className={page.quiet}>{inquiryWords.why(now, standsInForName(view, reader))}</p>
      )}
      <p className={page.quiet}>{inquiryWords.rule(now)}</p>
      <UnreachedBox unreached={unreached} onChanged={onChanged} />
    </div>
  );
};
