import type { IAdaptiveCard } from '@microsoft/teams.cards';
import { longestComment } from '#shared/domain/asking/asking.ts';
import { inquiryRules } from '#shared/domain/inquiries/inquiry.ts';
import {
  answersLeft,
  type InquiryReader,
  type InquiryView,
  ownYesOf,
  standsInForName,
} from '#shared/domain/inquiries/view.ts';
import { askingWords } from '#shared/words/asking/words.ts';
import { type PriceLine, priceOf } from '#shared/words/inquiries/price.ts';
import {
  inquiryAnswerLabels,
  inquiryKickers,
  inquiryRefusalWords,
  inquirySummaries,
  inquiryWords,
} from '#shared/words/inquiries/words.ts';
import { exchangeBox, paperLink, problemBox, wordBox } from '../asking/asking.ts';
import type { CardContext } from '../context.ts';
import {
  actionSet,
  amountRow,
  type Button,
  bold,
  box,
  card,
  type Element,
  execute,
  field,
  heading,
  kicker,
  line,
  note,
  openUrl,
  subtle,
} from '../elements.ts';
import {
  aboutInquiry,
  type InquiryPlace,
  type InquiryProblem,
  inquirySummary,
  refreshInquiry,
} from './inquiryContext.ts';

export type OpenInquiryCard = {
  readonly place: InquiryPlace;
  readonly problem?: InquiryProblem | null;
};

const dueLine = ({ now: { ask, word }, at }: InquiryView, isNudge: boolean): Element | null => {
  if (!ask || word) return null;
  if (at >= ask.dueAt) return line([inquiryWords.duePassed(ask.dueAt)]);
  return bold(isNudge ? inquiryWords.dueNudge(ask.dueAt) : inquiryWords.due(ask.dueAt, at));
};

const kickerOf = ({ now, overdue }: InquiryView, isNudge: boolean): string => {
  if (overdue) return inquiryKickers.passed(now);
  return isNudge ? inquiryKickers.nudge(now) : inquiryKickers.yours(now);
};

const summaryOf = (view: InquiryView, { kind }: InquiryPlace): string => {
  const { ask, asked } = view.now;
  if (kind === 'inquiryReply') return inquirySummary(view, inquirySummaries.reply);
  if (kind === 'inquiryNudge' && ask)
    return inquirySummary(view, inquirySummaries.nudge(ask.dueAt));
  return inquirySummary(view, inquirySummaries.ask(asked?.byName ?? ''));
};

const buttonsOf = (
  view: InquiryView,
  reader: InquiryReader,
  context: CardContext,
): readonly Button[] => {
  const { now, project } = view;
  const about = aboutInquiry(view);
  const isOwn = ownYesOf(view, reader.id) !== null;
  const mayAskBack = inquiryRules[now.subject].asksBack && view.isWaiting && !isOwn;
  return [
    ...answersLeft(view, reader.id).map((answer) =>
      execute(inquiryAnswerLabels[answer], 'answerInquiry', { ...about, answer }),
    ),
    ...(mayAskBack ? [execute(inquiryWords.askBack(now), 'askBack', about)] : []),
    openUrl(askingWords.openProject, context.links.project(project.id)),
  ];
};

const priceLine = ({ text, look }: PriceLine): Element => {
  if (look === 'plain') return line([text]);
  return box('attention', [look === 'lacks' ? bold(text) : line([text])]);
};

/** What it costs, who pays, and whether others are asked too. */
const priceLines = (view: InquiryView): readonly Element[] => {
  const price = priceOf(view);
  if (!price) return [];
  return [
    amountRow({ label: inquiryWords.price, ore: price.ore, bold: true }),
    ...price.lines.map(priceLine),
  ];
};

/** What is asked, whole, and the answers below it. */
export const openInquiryCard = (
  view: InquiryView,
  reader: InquiryReader,
  context: CardContext,
  { place, problem }: OpenInquiryCard,
): IAdaptiveCard => {
  const isNudge = place.kind === 'inquiryNudge';
  const { project, now } = view;
  const exchange = now.exchanges.at(-1);
  return card(
    [
      kicker(kickerOf(view, isNudge)),
      heading(project.title),
      bold(inquiryWords.asks(now)),
      wordBox(now.asked?.comment ?? ''),
      ...priceLines(view),
      line([subtle(inquiryWords.why(now, standsInForName(view, reader)))]),
      dueLine(view, isNudge),
      paperLink(inquiryWords.read, view.link),
      exchange ? exchangeBox(exchange, reader.id) : null,
      note(inquiryWords.rule(now)),
      problem ? problemBox(problem, inquiryRefusalWords) : null,
      field(inquiryWords.field(now), context.typed ?? '', longestComment),
      actionSet(buttonsOf(view, reader, context)),
    ],
    summaryOf(view, place),
    refreshInquiry(view, context, place),
  );
};
