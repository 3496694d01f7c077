import type { AskingEvent, Exchange } from '#shared/domain/asking/asking.ts';
import { type ExchangeWords, exchangeWords } from '#shared/words/asking/words.ts';
import { usePageStyles } from '../stories/pageStyles.ts';

/** The questions back, each with its reply when it is here. */
export const Exchanges = ({
  exchanges,
  words = exchangeWords,
}: {
  readonly exchanges: readonly Exchange<AskingEvent>[];
  readonly words?: ExchangeWords;
}) => {
  const page = usePageStyles();
  if (exchanges.length === 0) return null;
  return (
    <section className={page.section} aria-label={words.asked}>
      {exchanges.map(({ question, reply }) => (
        <div key={question.seq}>
          <blockquote className={page.words}>
            {question.byName}: »{question.comment}«
          </blockquote>
          <p className={reply ? page.said : page.quiet}>
            {reply ? `${words.reply}: »${reply.comment}«` : words.willHear}
          </p>
        </div>
      ))}
    </section>
  );
};

/** The way to the paper; what is no web address is not made a link. */
export const PaperLink = ({ text, url }: { readonly text: string; readonly url: string }) => {
  const page = usePageStyles();
  if (!/^https?:\/\//i.test(url)) return null;
  return (
    <p className={page.said}>
      <a className={page.link} href={url} target="_blank" rel="noreferrer">
        {text}
      </a>
    </p>
  );
};
