import type { IAdaptiveCard } from '@microsoft/teams.cards';
import { longestComment } from '#shared/domain/answer.ts';
import type { Reader, RequestView } from '#shared/domain/requestView.ts';
import { buttons, commentLabel, kickers, positions } from '#shared/messages/cards.ts';
import { answerLabels, seatName } from '#shared/messages/words.ts';
import { aboutRequest, type CardContext, refreshOf } from './context.ts';
import { actionSet, bold, card, execute, field, heading, kicker, line } from './elements.ts';
import { kickerOf } from './gateCard.ts';
import { exchangeBox, exchangeFor, givenCount, paperLine, positionLines } from './parts.ts';
import { fitted } from './room.ts';
import { summaryOf } from './summary.ts';

const othersWaiting = (view: RequestView, reader: Reader): readonly string[] =>
  view.positions
    .filter((one) => one.position.type === 'waiting' && one.seat !== reader.seat)
    .map((one) => seatName(view.areas, one.seat));

/** One's own view after the answer: it shrinks, and may still be changed. */
export const ownPositionCard = (
  view: RequestView,
  reader: Reader,
  context: CardContext,
): IAdaptiveCard => {
  const { gate, decider } = view.request;
  const { position } = reader;
  const about = aboutRequest(view, reader);
  const exchange = exchangeFor(view, reader);
  const title =
    position.type === 'choice' ? positions.youSaid(position.choice) : positions.youWishMeeting;
  const others = othersWaiting(view, reader);
  return fitted((room) =>
    card(
      [
        kicker(
          exchange?.question.byId === reader.id
            ? kickerOf(view, reader, exchange)
            : kickers.said(gate),
        ),
        heading(view.project.title, room.title),
        bold(title),
        others.length > 0 ? line([positions.waitFor(others)]) : null,
        exchange ? exchangeBox(view, reader, exchange, room) : null,
        {
          ...bold(positions.count(givenCount(view), view.positions.length), 'Medium'),
          separator: true,
        },
        ...positionLines(view, reader, false),
        paperLine(view),
        field(commentLabel(gate, []), context.typed ?? '', longestComment),
        actionSet([
          execute(buttons.change, 'back', about),
          ...(decider.type === 'chefgruppe' && position.type === 'choice'
            ? [execute(answerLabels.meeting, 'meeting', about)]
            : []),
          execute(answerLabels.ask, 'ask', about),
        ]),
      ],
      summaryOf(view, 'ask', reader),
      refreshOf(view, context),
    ),
  );
};
