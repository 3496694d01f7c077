import type { IAdaptiveCard } from '@microsoft/teams.cards';
import type {
  ChefCommentEvent,
  ChefCommentEventKind,
} from '#shared/domain/chefComments/chefComment.ts';
import type { ChefCommentView, ChefReader } from '#shared/domain/chefComments/view.ts';
import type { CardContext } from '../context.ts';
import { openChefCard } from './chefCard.ts';
import { type ChefPlace, type ChefProblem, chefPlace } from './chefContext.ts';
import { chefNotice, chefReceipt, chefsQuestion, overdueChefComment } from './chefReceipt.ts';

const answers: readonly ChefCommentEventKind[] = ['chosen', 'commented', 'noted'];

/** The newest answer of a round; null when there is none. */
const answerTo = ({ now }: ChefCommentView, round: number): ChefCommentEvent | null => {
  const next = now.events.find(({ seq, kind }) => seq > round && kind === 'asked')?.seq;
  return (
    now.events.findLast(
      ({ seq, kind }) =>
        seq > round && (next === undefined || seq < next) && answers.includes(kind),
    ) ?? null
  );
};

/** The deadline has passed without a word, and none is needed: it may still be written. */
const mayStillWrite = ({ now, isOpen }: ChefCommentView): boolean =>
  isOpen && now.said?.kind === 'passed' && now.word === null;

/** The chef's card: the question while it is theirs and open, else what became of it. */
const askedCard = (
  view: ChefCommentView,
  reader: ChefReader,
  context: CardContext,
  place: ChefPlace,
  late = false,
): IAdaptiveCard => {
  const { now, lacks } = view;
  const round = now.events.findLast(({ seq, kind }) => kind === 'asked' && seq <= place.about)?.seq;
  const isNow = round !== undefined && round === now.ask?.round;
  if (isNow && (lacks !== null || mayStillWrite(view)) && reader.answers)
    return openChefCard(view, reader, context, { place });
  const event = answerTo(view, round ?? place.about);
  return event && (reader.answers || reader.id === event.byId)
    ? chefReceipt(view, event, reader, context, { place, late })
    : chefNotice(view, context, place, false);
};

const exchangeAt = ({ now }: ChefCommentView, question: number) =>
  now.exchanges.find((one) => one.question.seq === question) ?? null;

const toldCard = (
  view: ChefCommentView,
  reader: ChefReader,
  context: CardContext,
  place: ChefPlace,
): IAdaptiveCard => {
  const event = view.now.events.find(({ seq }) => seq === place.about);
  return event
    ? chefReceipt(view, event, { ...reader, answers: false }, context, { place })
    : chefNotice(view, context, place, false);
};

/** The card at a place, as the comment stands when it is drawn. */
export const chefCardAt = (
  view: ChefCommentView,
  reader: ChefReader,
  context: CardContext,
  place: ChefPlace,
): IAdaptiveCard => {
  switch (place.kind) {
    case 'chefQuestion': {
      const exchange = exchangeAt(view, place.about);
      return exchange
        ? chefsQuestion(view, reader, context, { exchange, place })
        : chefNotice(view, context, place, false);
    }
    case 'chefTold':
      return toldCard(view, reader, context, place);
    case 'chefOverdue':
      return view.lacks === 'pool'
        ? overdueChefComment(view, context, place)
        : chefNotice(view, context, place, false);
    default:
      return askedCard(view, reader, context, place);
  }
};

type Failed = { readonly place: ChefPlace; readonly problem: ChefProblem };

const failedReply = (
  view: ChefCommentView,
  reader: ChefReader,
  context: CardContext,
  { place, problem }: Failed,
): IAdaptiveCard => {
  const exchange = exchangeAt(view, place.about);
  if (!exchange) return chefNotice(view, context, place, true);
  const shown = { exchange, place, problem: exchange.reply ? null : problem };
  return chefsQuestion(view, reader, context, shown);
};

/** A second press of the very same: its receipt, and no word about it. */
const isSame = ({ type, ...problem }: ChefProblem): boolean =>
  type === 'refused' && 'refusal' in problem && problem.refusal.type === 'holdsAlready';

/** The card after a press that was not stored: why, and what was typed put back. */
export const failedChefCard = (
  view: ChefCommentView,
  reader: ChefReader,
  context: CardContext,
  failed: Failed,
): IAdaptiveCard => {
  const { place, problem } = failed;
  if (place.kind === 'chefQuestion') return failedReply(view, reader, context, failed);
  if (!reader.answers) return chefNotice(view, context, place, true);
  if (isSame(problem)) return askedCard(view, reader, context, chefPlace(view));
  if (problem.type === 'refused' && problem.refusal.type === 'movedOn')
    return askedCard(view, reader, context, chefPlace(view), true);
  if (!view.isOpen) return chefNotice(view, context, place, problem.type === 'refused');
  return openChefCard(view, reader, context, { place: chefPlace(view), problem });
};
