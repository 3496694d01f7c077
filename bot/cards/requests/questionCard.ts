import type { IAdaptiveCard } from '@microsoft/teams.cards';
import { longestComment } from '#shared/domain/answer.ts';
import type { Reader, RequestView } from '#shared/domain/requestView.ts';
import { momentText } from '#shared/words/dates.ts';
import {
  buttons,
  capital,
  fields,
  kickers,
  notStored,
  readOn,
  toLead,
  uncertain,
} from '#shared/words/requests/cards.ts';
import { voiceText } from '#shared/words/words.ts';
import { type CardContext, refreshOf } from '../context.ts';
import {
  actionSet,
  bold,
  box,
  card,
  type Element,
  execute,
  field,
  heading,
  kicker,
  line,
  openUrl,
  small,
  strong,
} from '../elements.ts';
import { summaryOf } from '../summary.ts';
import { type Exchange, quotedRuns } from './parts.ts';

/** What is wrong with the reply that was just sent. */
export type ReplyProblem =
  | 'missing'
  | 'tooLong'
  | 'fault'
  | 'uncertain'
  | 'alreadyReplied'
  | 'notYours';

const problemBox = (problem: ReplyProblem): Element => {
  switch (problem) {
    case 'missing':
      return box('warning', [bold(toLead.missing), line([toLead.missingText], 'None')]);
    case 'tooLong':
      return box('warning', [
        bold(notStored.tooLong),
        line([notStored.tooLongText(longestComment)], 'None'),
      ]);
    case 'fault':
      return box('attention', [bold(notStored.fault), line([notStored.faultText], 'None')]);
    case 'uncertain':
      return box('warning', [bold(uncertain.title), line([uncertain.text], 'None')]);
    case 'alreadyReplied':
      return box('warning', [line([toLead.alreadyReplied])]);
    case 'notYours':
      return box('warning', [line([toLead.notYours])]);
  }
};

const askerOf = (view: RequestView, { question }: Exchange): string =>
  voiceText(view.areas, question);

const openPart = (view: RequestView, exchange: Exchange, context: CardContext): Element[] => [
  line([toLead.why]),
  field(fields.reply, context.typed ?? '', longestComment),
  actionSet([
    execute(buttons.sendReply, 'reply', {
      requestId: view.request.id,
      revision: view.revision,
      question: exchange.question.id,
    }),
    openUrl(buttons.openProject, context.links.project(view.project.id)),
  ]),
];

const repliedPart = (view: RequestView, exchange: Exchange, context: CardContext): Element[] => [
  box('emphasis', [
    line([strong(toLead.youReplied)]),
    line(
      quotedRuns(
        exchange.reply?.text ?? '',
        35,
        readOn.reply,
        context.links.project(view.project.id),
      ),
    ),
    line([small(capital(`${momentText(exchange.reply?.at ?? '')}.`))]),
  ]),
  line([toLead.theyWait(askerOf(view, exchange))]),
  actionSet([openUrl(buttons.openProject, context.links.project(view.project.id))]),
];

/** A chef's question, on the lead's card; after the reply it is a receipt. */
export const questionCard = (
  view: RequestView,
  exchange: Exchange,
  reader: Reader,
  context: CardContext,
  problem?: ReplyProblem,
): IAdaptiveCard => {
  const { question, reply } = exchange;
  const { gate } = view.request;
  return card(
    [
      kicker(reply ? kickers.said(gate) : kickers.question(gate)),
      heading(view.project.title),
      line([strong(toLead.asks(askerOf(view, exchange)))]),
      box('emphasis', [
        line(
          quotedRuns(
            question.text,
            reply ? 25 : 60,
            readOn.question,
            context.links.project(view.project.id),
          ),
        ),
        line([small(capital(momentText(question.at)))]),
      ]),
      problem ? problemBox(problem) : null,
      ...(reply ? repliedPart(view, exchange, context) : openPart(view, exchange, context)),
    ],
    summaryOf(view, 'question', reader),
    refreshOf(view, context, question.id),
  );
};
