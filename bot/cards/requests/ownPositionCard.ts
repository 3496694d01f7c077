import type { IAdaptiveCard } from '@microsoft/teams.cards';
import { longestComment } from '#shared/domain/answer.ts';
import { type Reader, type RequestView, voiceOf } from '#shared/domain/requestView.ts';
import {
  buttons,
  commentLabel,
  kickers,
  positions,
  seatSaid,
} from '#shared/words/requests/cards.ts';
import { answerLabels, seatName } from '#shared/words/words.ts';
import { aboutRequest, type CardContext, refreshOf } from '../context.ts';
import { actionSet, bold, card, execute, field, heading, kicker, line } from '../elements.ts';
import { summaryOf } from '../summary.ts';
import { kickerOf } from './gateCard.ts';
import {
  exchangeBox,
  exchangeFor,
  givenCount,
  paperLine,
  paperNewsLine,
  positionLines,
} from './parts.ts';
import { fitted } from './room.ts';

const othersWaiting = (view: RequestView, reader: Reader): readonly string[] =>
  view.positions
    .filter((one) => one.position.type === 'waiting' && one.seat !== reader.seat)
    .map((one) => seatName(view.areas, one.seat));

/** What the reader's seat has said, and who said it: a deputy's answer is not the chef's own. */
const saidFor = (view: RequestView, reader: Reader) => {
  const { position } = reader;
  if (position.type === 'waiting') return null;
  const { statement } = position;
  const voice = voiceOf(statement, reader);
  const choice = position.type === 'choice' ? position.choice : null;
  const byReader = voice === 'own' || voice === 'ownForSeat';
  return { byReader, ...seatSaid(view.areas, { statement, voice, choice }) };
};

/** A seat's view after the answer: it shrinks, and may still be changed. */
export const ownPositionCard = (
  view: RequestView,
  reader: Reader,
  context: CardContext,
): IAdaptiveCard => {
  const { gate, decider } = view.request;
  const { position } = reader;
  const about = aboutRequest(view, reader);
  const exchange = exchangeFor(view, reader);
  const said = saidFor(view, reader);
  const others = othersWaiting(view, reader);
  const isMine = exchange?.question.byId === reader.id;
  const over = isMine ? kickerOf(view, reader, exchange) : kickers.said(gate, said?.kicker);
  const changeLabel = said?.byReader === false ? buttons.changeOthers : buttons.change;
  const mayMeet = decider.type === 'chefgruppe' && position.type === 'choice';
  return fitted((room) =>
    card(
      [
        kicker(over),
        heading(view.project.title, room.title),
        said ? bold(said.title) : null,
        others.length > 0 ? line([positions.waitFor(others)]) : null,
        exchange ? exchangeBox(view, exchange, { reader, room, links: context.links }) : null,
        {
          ...bold(positions.count(givenCount(view), view.positions.length), 'Medium'),
          separator: true,
        },
        ...positionLines(view, reader),
        paperLine(view),
        paperNewsLine(view, context.links),
        field(commentLabel(gate, []), context.typed ?? '', longestComment),
        actionSet([
          execute(changeLabel, 'back', about),
          ...(mayMeet ? [execute(answerLabels.meeting, 'meeting', about)] : []),
          execute(answerLabels.ask, 'ask', about),
        ]),
      ],
      summaryOf(view, 'ask', reader),
      refreshOf(view, context),
    ),
  );
};
