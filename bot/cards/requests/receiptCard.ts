import type { IAdaptiveCard } from '@microsoft/teams.cards';
import { type PoolView, totalOf } from '#shared/domain/funding.ts';
import { grantsMoney, needsReason } from '#shared/domain/gates.ts';
import { choiceOf, type Decision } from '#shared/domain/request.ts';
import type { Reader, RequestView } from '#shared/domain/requestView.ts';
import { momentYearText, weekdayText } from '#shared/words/dates.ts';
import {
  buttons,
  capital,
  kickers,
  meeting,
  moneyRows,
  readOn,
} from '#shared/words/requests/cards.ts';
import {
  endHeadline,
  endKicker,
  endNext,
  leadNext,
  receiptWords,
  toldTo,
} from '#shared/words/requests/receipts.ts';
import { voiceText } from '#shared/words/words.ts';
import { aboutRequest, type CardContext, type Links, refreshOf } from '../context.ts';
import {
  type AmountRow,
  actionSet,
  amountRow,
  bold,
  card,
  type Element,
  execute,
  heading,
  kicker,
  line,
  note,
  openUrl,
  strong,
} from '../elements.ts';
import { summaryOf } from '../summary.ts';
import { positionsWithWords, quotedRuns } from './parts.ts';

const mostCommentWords = 50;

const openProject = (view: RequestView, context: CardContext): Element =>
  actionSet([openUrl(buttons.openProject, context.links.project(view.project.id))]);

const commentElements = (decision: Decision, links: Links): readonly Element[] => {
  const { comment, projectId } = decision;
  if (comment.trim() === '') return [];
  const choice = choiceOf(decision);
  const page = links.project(projectId);
  const words = quotedRuns(comment, mostCommentWords, readOn.comment, page);
  const isReason = choice !== null && needsReason(decision.gate, choice);
  return [line(isReason ? [strong(receiptWords.why), ' ', ...words] : words)];
};

const grants = (decision: Decision): boolean => {
  const choice = choiceOf(decision);
  return decision.ending === 'decided' && choice !== null && grantsMoney(decision.gate, choice);
};

const paying = (decision: Decision): readonly PoolView[] =>
  decision.pools.filter((pool) => pool.askedOre > 0);

/** Other chefs need no pool balance; the lead wants to know who paid. */
const grantedRows = (view: RequestView, decision: Decision, reader: Reader): AmountRow[] => {
  const pools = paying(decision);
  if (reader.seat === null)
    return pools.map((pool) => ({
      label: receiptWords.grantedBy(view.areas, pool.pool),
      ore: pool.askedOre,
    }));
  const own = pools.find((pool) => pool.pool === `area:${reader.seat ?? ''}`) ?? pools[0];
  return [
    ...(own
      ? [
          { label: receiptWords.granted, ore: totalOf(decision.shares) },
          {
            label: receiptWords.leftIn(view.areas, own.pool),
            ore: own.afterOre,
            bold: true,
            separator: true,
          },
        ]
      : []),
  ];
};

/** Lifted and sent on, the money is reserved again at once. */
const isKept = ({ ending }: Decision): boolean =>
  ending === 'lifted' || ending === 'rerouted' || ending === 'askedAnew';

const moneyRowsOf = (
  view: RequestView,
  decision: Decision,
  reader: Reader,
): readonly AmountRow[] =>
  grants(decision)
    ? grantedRows(view, decision, reader)
    : (isKept(decision) ? [] : paying(decision)).map((pool) => ({
        label: receiptWords.backTo(view.areas, pool.pool),
        ore: pool.askedOre,
      }));

const moneyPart = (view: RequestView, decision: Decision, reader: Reader): readonly Element[] =>
  moneyRowsOf(view, decision, reader).map((row, index) =>
    amountRow(index === 0 ? { ...row, separator: true } : row, index === 0 ? 'Medium' : 'Small'),
  );

const nextPart = (decision: Decision, reader: Reader): Element =>
  reader.isLead && reader.seat === null
    ? line([strong(leadNext.lead), ` ${leadNext.text(decision)}`], 'Medium')
    : line([endNext(decision, reader.seat !== null)], 'Medium');

/** A receipt: who, what, when, the comment, the money, what happens next. */
export const receiptCard = (
  view: RequestView,
  decision: Decision,
  reader: Reader,
  context: CardContext,
): IAdaptiveCard => {
  const together = decision.ending === 'decided' && decision.decider.type !== 'chef';
  const showPositions = together && !decision.atMeeting && decision.outcome !== 'stop';
  return card(
    [
      kicker(endKicker(decision)),
      heading(view.project.title),
      line([strong(endHeadline(toldTo(decision, view.areas, reader)))]),
      note(capital(momentYearText(decision.at)), 'Small'),
      ...(showPositions
        ? positionsWithWords(view, reader, context.links)
        : commentElements(decision, context.links)),
      ...moneyPart(view, decision, reader),
      nextPart(decision, reader),
      openProject(view, context),
    ],
    summaryOf(view, 'ended', reader),
    refreshOf(view, context),
  );
};

const whyMeeting = (view: RequestView): string => {
  if (view.state.type !== 'meeting') return '';
  const { by } = view.state;
  if (by.kind === 'meeting') return meeting.wished(voiceText(view.areas, by));
  return by.kind === 'agenda' ? meeting.agenda(by.byName) : meeting.differ;
};

/** The chefgruppe takes it at the meeting: which date, who wished it, that the money is kept. */
export const meetingCard = (
  view: RequestView,
  reader: Reader,
  context: CardContext,
): IAdaptiveCard =>
  card(
    [
      kicker(kickers.agenda(view.request.gate)),
      heading(view.project.title),
      bold(meeting.title(view.statusDay === null ? '' : weekdayText(view.statusDay))),
      line([whyMeeting(view)]),
      ...positionsWithWords(view, reader, context.links),
      ...(view.request.askOre > 0
        ? [
            amountRow(
              { label: moneyRows.reserved, ore: view.request.askOre, separator: true },
              'Medium',
            ),
          ]
        : []),
      actionSet([
        ...(reader.seat === null
          ? []
          : [
              execute(
                reader.position.type === 'waiting' ? buttons.answer : buttons.change,
                'back',
                aboutRequest(view, reader),
              ),
            ]),
        ...(view.statusDay === null
          ? []
          : [openUrl(buttons.openAgenda, context.links.quarter(view.statusDay))]),
        openUrl(buttons.openProject, context.links.project(view.project.id)),
      ]),
    ],
    summaryOf(view, 'toMeeting', reader),
    refreshOf(view, context),
  );
