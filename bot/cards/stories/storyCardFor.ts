import type { IAdaptiveCard } from '@microsoft/teams.cards';
import type { Message } from '#shared/domain/message.ts';
import { isAsked } from '#shared/domain/stories/now.ts';
import type { StoryReader, StoryView } from '#shared/domain/stories/view.ts';
import { pastWords, storyLate } from '#shared/words/stories/receipts.ts';
import type { CardContext } from '../context.ts';
import { bold, box, line } from '../elements.ts';
import { articleCard } from './storyArticle.ts';
import { microStoryCard, type OpenCard } from './storyCard.ts';
import { askPlace, type StoryPlace } from './storyContext.ts';
import { fateOf, isOpen } from './storyFate.ts';
import { problemBox, type StepVerb, type StoryProblem, storyStepCard } from './storyNextStep.ts';
import { lateStoryCard, notYoursStoryCard, storyNoticeCard } from './storyNotice.ts';
import { pressCard } from './storyPress.ts';
import { askedReceipt, toldCard } from './storyReceipt.ts';
import { overdueCard, staleCard } from './storyTeam.ts';

/** A question that waits for the reader, in the shape of its kind. */
export const openStoryCard = (
  view: StoryView,
  reader: StoryReader,
  context: CardContext,
  open: OpenCard,
): IAdaptiveCard => {
  switch (view.now.kind) {
    case 'microStory':
      return microStoryCard(view, reader, context, open);
    case 'article':
      return articleCard(view, reader, context, open);
    case 'press':
      return pressCard(view, reader, context, open);
    case 'description':
      return notYoursStoryCard(view, context, open.place, false);
  }
};

/** Taken by the leder, who will say what came of it. */
const isTaken = ({ now }: StoryView, ask: number): boolean =>
  now.state === 'taken' && isAsked(now) && now.ask?.seq === ask;

const askedCard = (
  view: StoryView,
  reader: StoryReader,
  context: CardContext,
  place: StoryPlace,
): IAdaptiveCard => {
  const { now } = view;
  const ask = Number(place.about);
  const isLive = isOpen(now, ask) || isTaken(view, ask);
  if (isLive)
    return reader.answers
      ? openStoryCard(view, reader, context, { place })
      : notYoursStoryCard(view, context, place, false);
  const fate = fateOf(now, ask);
  if (fate.type === 'answered')
    return askedReceipt(view, reader, context, { place, answered: fate });
  const isBack = fate.type === 'takenBack' && now.ask?.seq === ask;
  return storyNoticeCard(view, context, {
    kicker: pastWords.kicker(now.kind),
    title: isBack ? pastWords.takenBack : pastWords.askedAnew,
    lines: [isBack ? pastWords.takenBackText : pastWords.askedAnewText],
    place,
  });
};

/** The card at a place, as the story stands when it is drawn. */
export const storyCardAt = (
  view: StoryView,
  reader: StoryReader,
  context: CardContext,
  place: StoryPlace,
): IAdaptiveCard => {
  switch (place.kind) {
    case 'storyOverdue':
      return overdueCard(view, reader, context, { place });
    case 'storyTold': {
      const event = view.now.events.find(({ seq }) => seq === Number(place.about));
      return event
        ? toldCard(view, reader, context, { place, event })
        : notYoursStoryCard(view, context, place, false);
    }
    case 'storyStale':
      return staleCard(view, context, place);
    default:
      return askedCard(view, reader, context, place);
  }
};

/** The card a message about a story carries. */
export const storyCardOfMessage = (
  { kind, about }: Pick<Message, 'kind' | 'about'>,
  view: StoryView,
  reader: StoryReader,
  context: CardContext,
): IAdaptiveCard => storyCardAt(view, reader, context, { kind, about: about ?? '' });

/** A press on a question that has gone on: what waits now, or how it went. */
const movedOnCard = (
  view: StoryView,
  reader: StoryReader,
  context: CardContext,
  ask: number,
): IAdaptiveCard => {
  const { now } = view;
  if (reader.answers && isOpen(now, ask))
    return openStoryCard(view, reader, context, { place: askPlace(view) });
  if (reader.answers && now.ask && isOpen(now, now.ask.seq))
    return openStoryCard(view, reader, context, {
      place: askPlace(view),
      problem: box('warning', [bold(storyLate.newer), line([storyLate.newerText], 'None')]),
    });
  return lateStoryCard(view, reader, context, { kind: 'storyAsk', about: String(ask) });
};

export type FailedPress = {
  readonly ask: number;
  /** The answer that needs a sentence; null for those that need nothing. */
  readonly verb: StepVerb | null;
  readonly problem: StoryProblem;
};

/** The card after an answer that was not stored: why, and what was typed put back. */
export const failedStoryCard = (
  view: StoryView,
  reader: StoryReader,
  context: CardContext,
  { ask, verb, problem }: FailedPress,
): IAdaptiveCard => {
  const place: StoryPlace = { kind: 'storyAsk', about: String(ask) };
  if (problem.type === 'refused') {
    const { type } = problem.refusal;
    if (type === 'movedOn') return movedOnCard(view, reader, context, ask);
    if (type === 'notYours' || type === 'notAllowed')
      return notYoursStoryCard(view, context, place, true);
  }
  if (!reader.answers || view.now.ask?.seq !== ask)
    return storyCardAt(view, reader, context, place);
  return verb === null
    ? openStoryCard(view, reader, context, { place, problem: problemBox(problem, null) })
    : storyStepCard(view, context, verb, problem);
};
