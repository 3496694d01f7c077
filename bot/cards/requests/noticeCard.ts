import type { IAdaptiveCard } from '@microsoft/teams.cards';
import { choiceOf, type Decision } from '#shared/domain/request.ts';
import type { Reader, RequestView } from '#shared/domain/requestView.ts';
import { buttons, kickers, notStored, received, uncertain } from '#shared/words/requests/cards.ts';
import { reasonText } from '#shared/words/requests/decide.ts';
import { endKicker, lateWords, toldTo } from '#shared/words/requests/receipts.ts';
import { type CardContext, refreshOf } from '../context.ts';
import {
  actionSet,
  card,
  type Element,
  heading,
  kicker,
  line,
  openUrl,
  strong,
} from '../elements.ts';
import { summaryOf } from '../summary.ts';
import { beginningOf } from '../text.ts';

type Notice = {
  readonly kicker: string;
  readonly title: string;
  readonly lines: readonly string[];
};

/** One bold sentence, one that explains; all else is gone. */
const noticeCard = (
  view: RequestView,
  reader: Reader,
  context: CardContext,
  notice: Notice,
): IAdaptiveCard =>
  card(
    [
      kicker(notice.kicker),
      heading(view.project.title),
      line([strong(notice.title)]),
      ...notice.lines.map((text): Element => line([text])),
      actionSet([openUrl(buttons.openProject, context.links.project(view.project.id))]),
    ],
    summaryOf(view, 'ask', reader),
    refreshOf(view, context),
  );

/** A press on a request that has ended: who decided, and when. */
export const lateCard = (
  view: RequestView,
  decision: Decision,
  reader: Reader,
  context: CardContext,
): IAdaptiveCard => {
  const choice = choiceOf(decision);
  const byReader = decision.byId === reader.id;
  const told = toldTo(decision, view.areas, reader);
  if (byReader && choice && decision.decider.type === 'chef')
    return noticeCard(view, reader, context, {
      kicker: endKicker(decision),
      title: lateWords.yours,
      lines: [lateWords.yoursText(choice, decision.at)],
    });
  const decided = decision.ending === 'decided';
  return noticeCard(view, reader, context, {
    kicker: endKicker(decision),
    title: decided ? lateWords.decided : lateWords.ended,
    lines: [lateWords.text(told), ...(decided && !byReader ? [lateWords.disagree] : [])],
  });
};

/** A press by somebody whose matter it is not. */
export const notYoursCard = (
  view: RequestView,
  reader: Reader,
  context: CardContext,
): IAdaptiveCard => {
  const { decider, why, gate } = view.request;
  const because =
    why.type === 'rerouted'
      ? { ...why, because: beginningOf(why.because, { words: 20 }).text }
      : why;
  const reason = reasonText({
    decider,
    why: because,
    areas: view.areas,
    seat: null,
    deputy: false,
  });
  return noticeCard(view, reader, context, {
    kicker: kickers.open(gate),
    title: lateWords.waitsFor(decider, view.areas),
    lines: [`${reason} ${lateWords.changedNothing}`],
  });
};

/** The press is here, and the lists have not taken it yet. */
export const receivedCard = (
  view: RequestView,
  reader: Reader,
  context: CardContext,
): IAdaptiveCard =>
  noticeCard(view, reader, context, {
    kicker: kickers.received(view.request.gate),
    title: received.title,
    lines: [received.text],
  });

/** A press was not stored, or nobody knows: told where no card can take its place. */
export const notRecordedCard = (
  view: RequestView,
  reader: Reader,
  context: CardContext,
  isUncertain: boolean,
): IAdaptiveCard =>
  noticeCard(view, reader, context, {
    kicker: kickers.open(view.request.gate),
    title: isUncertain ? uncertain.title : notStored.fault,
    lines: [isUncertain ? uncertain.text : notStored.faultText],
  });
