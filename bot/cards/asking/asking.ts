import type { IAdaptiveCard } from '@microsoft/teams.cards';
import { type AskingEvent, type Exchange, longestComment } from '#shared/domain/asking/asking.ts';
import type { PersonId } from '#shared/domain/person.ts';
import {
  askingWords,
  type ExchangeWords,
  exchangeWords,
  type RefusalWords,
} from '#shared/words/asking/words.ts';
import { momentText } from '#shared/words/dates.ts';
import { capital, notStored, uncertain } from '#shared/words/requests/cards.ts';
import {
  actionSet,
  type Button,
  bold,
  box,
  card,
  type Element,
  field,
  heading,
  kicker,
  line,
  link,
  openUrl,
  type Refresh,
  small,
  strong,
} from '../elements.ts';
import { beginningOf, quoted } from '../text.ts';

/* The cards that are alike wherever one person is asked about something beside a gate. */

/** Why what was pressed is not stored: refused by a rule, or the lists failed. */
export type Problem<R> =
  | { readonly type: 'refused'; readonly refusal: R }
  | { readonly type: 'fault'; readonly uncertain: boolean };

export const problemBox = <R>(
  problem: Problem<R>,
  wordsOf: (refusal: R) => RefusalWords,
): Element => {
  if (problem.type === 'fault')
    return box('attention', [
      bold(problem.uncertain ? uncertain.title : notStored.fault),
      line([problem.uncertain ? uncertain.text : notStored.faultText], 'None'),
    ]);
  const { title, text } = wordsOf(problem.refusal);
  return box('warning', [bold(title), line([text], 'None')]);
};

/** What every card of one matter has. */
export type Frame = {
  readonly title: string;
  /** Where it is, and what the way there is called. */
  readonly url: string;
  readonly open?: string;
  readonly summary: string;
  readonly refresh: Refresh;
};

export type Notice = {
  readonly kicker: string;
  readonly title: string;
  readonly body: readonly (Element | null)[];
  /** Left out: only the way to what it is about. */
  readonly buttons?: readonly Button[];
};

const openOf = ({ open, url }: Frame): Button => openUrl(open ?? askingWords.openProject, url);

export const noticeCard = (frame: Frame, notice: Notice): IAdaptiveCard =>
  card(
    [
      kicker(notice.kicker),
      heading(frame.title),
      line([strong(notice.title)]),
      ...notice.body,
      actionSet(notice.buttons ?? [openOf(frame)]),
    ],
    frame.summary,
    frame.refresh,
  );

export const lines = (...texts: readonly string[]): readonly Element[] =>
  texts.filter((text) => text !== '').map((text) => line([text]));

const beginning = (text: string, words: number): string =>
  beginningOf(text, { words }).text || text;

/** What somebody wrote, on a receipt. */
export const wordBox = (text: string): Element | null =>
  text === '' ? null : box('emphasis', [line([quoted(beginning(text, 60))])]);

/** The way to the paper; what is no web address is not made a link. */
export const paperLink = (text: string, url: string): Element | null =>
  /^https?:\/\/[^\s<>"]+$/i.test(url) ? line([link(text, url)], 'Medium') : null;

/** The newest question back, and the reply when it is here. */
export const exchangeBox = (
  { question, reply }: Exchange<AskingEvent>,
  readerId: PersonId | null,
  words: ExchangeWords = exchangeWords,
): Element => {
  const said = (text: string) => line([quoted(beginning(text, 40))]);
  if (reply) return box('emphasis', [line([strong(words.reply)]), said(reply.comment)]);
  const sent = question.byId === readerId ? words.sent : words.sentBy(question.byName);
  return box('emphasis', [
    line([strong(sent)]),
    said(question.comment),
    line([small(words.willHear)]),
  ]);
};

export type QuestionCard<E extends AskingEvent> = {
  readonly exchange: Exchange<E>;
  readonly readerId: PersonId | null;
  readonly typed: string;
  readonly problem: Element | null;
  /** Before the reply: why it is asked of the reader, and the button that sends it. */
  readonly why: string;
  readonly send: Button;
  /** After the reply: who has been told. */
  readonly sent: string;
  readonly kickers: { readonly open: string; readonly replied: string };
  readonly words?: ExchangeWords;
};

const repliedPart = (
  reply: AskingEvent,
  readerId: PersonId | null,
  sent: string,
  words: ExchangeWords,
): readonly Element[] => [
  box('emphasis', [
    line([strong(reply.byId === readerId ? words.youReplied : words.reply)]),
    line([quoted(reply.comment)]),
    line([small(capital(momentText(reply.at)))]),
  ]),
  line([sent]),
];

/** A question back, on the lead's card; after the reply it is a receipt. */
export const questionCard = <E extends AskingEvent>(
  frame: Frame,
  asked: QuestionCard<E>,
): IAdaptiveCard => {
  const { exchange, readerId, typed, problem, why, send, sent, kickers } = asked;
  const words = asked.words ?? exchangeWords;
  const { question, reply } = exchange;
  const open = openOf(frame);
  const answerPart = reply
    ? repliedPart(reply, readerId, sent, words)
    : [line([why]), field(words.replyField, typed, longestComment)];
  return noticeCard(frame, {
    kicker: reply ? kickers.replied : kickers.open,
    title: words.asks(question.byName),
    body: [
      box('emphasis', [
        line([quoted(question.comment)]),
        line([small(capital(momentText(question.at)))]),
      ]),
      reply ? null : problem,
      ...answerPart,
    ],
    buttons: reply ? [open] : [send, open],
  });
};
