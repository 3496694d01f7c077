import type { IAdaptiveCard } from '@microsoft/teams.cards';
import type { StoryAction } from '#shared/contract/cardActions.ts';
import { isReason } from '#shared/domain/gates.ts';
import type { StoryGiven } from '#shared/domain/stories/rules.ts';
import { type StoryReader, type StoryView, storyReaderOf } from '#shared/domain/stories/view.ts';
import type { MoveResult } from '#shared/useCases/stories/moveStory.ts';
import { botFaults } from '#shared/words/server/chat.ts';
import { storyCardKinds } from '#shared/words/stories/cards.ts';
import type { CardContext } from '../cards/context.ts';
import { failedStoryCard, openStoryCard, storyCardAt } from '../cards/stories/storyCardFor.ts';
import { askPlace, type StoryPlace } from '../cards/stories/storyContext.ts';
import { isOpen } from '../cards/stories/storyFate.ts';
import {
  problemBox,
  type StepVerb,
  type StoryProblem,
  storyStepCard,
} from '../cards/stories/storyNextStep.ts';
import { notYoursStoryCard, receivedStoryCard } from '../cards/stories/storyNotice.ts';
import { toldCard } from '../cards/stories/storyReceipt.ts';
import { overdueCard } from '../cards/stories/storyTeam.ts';
import {
  type FaultEnding,
  type Kind,
  type Press,
  type Sender,
  type Shown,
  type Stored,
  unknown,
  word,
  wordAfter,
} from './actions.ts';
import type { BotParts } from './botParts.ts';

type StoryPress = Press<StoryAction>;

const lookingVerbs = ['wholeStory', 'editStory', 'backToStory', 'refreshStory'] as const;
type LookingAction = Extract<StoryAction, { verb: (typeof lookingVerbs)[number] }>;
type AuthorAction = Extract<StoryAction, { verb: 'askStoryAgain' | 'acceptStory' }>;
type MovingAction = Exclude<StoryAction, LookingAction>;

const shownCard = (card: IAdaptiveCard): Shown => ({ type: 'card', card, view: null });

const isLook = (action: StoryAction): action is LookingAction =>
  lookingVerbs.some((verb) => verb === action.verb);

const typedIn = (action: StoryAction): string => {
  if (action.verb === 'suggestStory') return action.suggestion;
  return 'comment' in action ? action.comment : '';
};

type Drawing = { readonly reader: StoryReader; readonly context: CardContext };

const drawingFor = (
  parts: BotParts,
  { actor, teamsUserId }: Sender,
  view: StoryView,
  typed = '',
): Drawing => ({
  reader: storyReaderOf(view, actor.id),
  context: { links: parts.links, userIds: [teamsUserId].filter((id) => id !== ''), typed },
});

const placeIn = (action: StoryAction): StoryPlace =>
  action.verb === 'refreshStory'
    ? { kind: action.kind, about: action.about === '' ? String(action.ask) : action.about }
    : { kind: 'storyAsk', about: String(action.ask) };

/** Who may not see a story sees of its card only that it is another's. */
const closed = (parts: BotParts, press: StoryPress, view: StoryView): Shown | null => {
  if (parts.useCases.maySeeStory(press.actor, view)) return null;
  const { context } = drawingFor(parts, press, view);
  const about = { ...view.now.about, title: storyCardKinds[view.now.kind] };
  const hidden = { ...view, now: { ...view.now, about } };
  const pressed = press.action.verb !== 'refreshStory';
  return shownCard(notYoursStoryCard(hidden, context, placeIn(press.action), pressed));
};

/** The whole text, or the field for another: only while the question is open to the one who looks. */
const choicesCard = (
  view: StoryView,
  { reader, context }: Drawing,
  action: LookingAction,
): IAdaptiveCard => {
  const place = askPlace(view);
  if (!reader.answers || !view.now.ask || action.ask !== view.now.ask.seq)
    return storyCardAt(view, reader, context, placeIn(action));
  if (action.verb === 'editStory' && isOpen(view.now, action.ask)) {
    const typed = view.now.version.text;
    return storyStepCard(view, { ...context, typed }, 'suggestStory', null);
  }
  return isOpen(view.now, action.ask)
    ? openStoryCard(view, reader, context, { place, whole: action.verb === 'wholeStory' })
    : storyCardAt(view, reader, context, place);
};

const lookedAt = (
  parts: BotParts,
  press: StoryPress,
  action: LookingAction,
  view: StoryView,
): Shown => {
  const drawing = drawingFor(parts, press, view);
  return (
    closed(parts, press, view) ??
    shownCard(
      action.verb === 'refreshStory'
        ? storyCardAt(view, drawing.reader, drawing.context, placeIn(action))
        : choicesCard(view, drawing, action),
    )
  );
};

const givenOf = (action: MovingAction): StoryGiven => {
  const { ask, revision } = action;
  switch (action.verb) {
    case 'approveStory':
      return { type: 'approved', ask, comment: action.comment };
    case 'suggestStory':
      return { type: 'suggested', ask, text: action.suggestion };
    case 'sendBackStory':
      return { type: 'suggested', ask, text: action.comment };
    case 'stopStory':
      return { type: 'stopped', ask, comment: action.comment };
    case 'takePress':
      return { type: 'taken', ask, comment: action.comment };
    case 'declinePress':
      return { type: 'declined', ask, comment: action.comment };
    case 'closePress':
      return { type: 'closed', ask, comment: action.comment };
    case 'askStoryAgain':
      return { type: 'asked', revision, comment: action.comment };
    case 'acceptStory':
      return { type: 'accepted', revision };
  }
};

const stepVerbs: readonly StepVerb[] = [
  'stopStory',
  'sendBackStory',
  'declinePress',
  'closePress',
  'suggestStory',
];

const stepVerbOf = (action: MovingAction): StepVerb | null =>
  stepVerbs.find((verb) => verb === action.verb) ?? null;

const isAuthors = (action: MovingAction): action is AuthorAction =>
  action.verb === 'askStoryAgain' || action.verb === 'acceptStory';

/** The card that whoever writes it pressed on: past due, or what the chef suggested. */
const authorCard = (
  view: StoryView,
  { reader, context }: Drawing,
  action: AuthorAction,
  problem: StoryProblem | null,
): IAdaptiveCard => {
  const above = problem ? problemBox(problem, null) : null;
  const event = view.now.events.findLast(({ kind }) => kind === 'suggested');
  if (action.verb === 'acceptStory' && event) {
    const place: StoryPlace = { kind: 'storyTold', about: String(event.seq) };
    return toldCard(view, reader, context, { place, event, problem: above });
  }
  const place: StoryPlace = { kind: 'storyOverdue', about: String(action.ask) };
  return overdueCard(view, reader, context, { place, problem: above });
};

const problemCard = (
  view: StoryView,
  drawing: Drawing,
  action: MovingAction,
  problem: StoryProblem,
): IAdaptiveCard =>
  isAuthors(action)
    ? authorCard(view, drawing, action, problem)
    : failedStoryCard(view, drawing.reader, drawing.context, {
        ask: action.ask,
        verb: stepVerbOf(action),
        problem,
      });

const afterMove = (
  parts: BotParts,
  press: StoryPress,
  action: MovingAction,
  result: MoveResult,
): Shown => {
  if (result.type === 'unknown') return unknown;
  const { view } = result;
  if (result.type === 'refused') {
    const drawing = drawingFor(parts, press, view, typedIn(action));
    const { refusal } = result;
    return (
      closed(parts, press, view) ??
      shownCard(problemCard(view, drawing, action, { type: 'refused', refusal }))
    );
  }
  const drawing = drawingFor(parts, press, view);
  return shownCard(
    isAuthors(action)
      ? authorCard(view, drawing, action, null)
      : storyCardAt(view, drawing.reader, drawing.context, placeIn(action)),
  );
};

/** The lists failed: everything is as it was, and what was typed is put back. */
const afterFault = (
  parts: BotParts,
  press: StoryPress,
  ending: FaultEnding,
  view: StoryView | undefined,
): Shown => {
  const { action } = press;
  if (!view || isLook(action)) return wordAfter(ending);
  const drawing = drawingFor(parts, press, view, typedIn(action));
  return (
    closed(parts, press, view) ??
    shownCard(
      problemCard(view, drawing, action, { type: 'fault', uncertain: ending === 'uncertain' }),
    )
  );
};

const received = (parts: BotParts, press: StoryPress, view: StoryView | undefined): Shown => {
  if (!view) return word(botFaults.received);
  const { context } = drawingFor(parts, press, view);
  return (
    closed(parts, press, view) ?? shownCard(receivedStoryCard(view, context, placeIn(press.action)))
  );
};

const moved = async (parts: BotParts, press: StoryPress, action: MovingAction): Promise<Stored> => {
  const result = await parts.useCases.moveStory(press.actor, action.storyId, givenOf(action));
  return {
    ending: result.type === 'refused' ? 'refused' : 'kept',
    shown: afterMove(parts, press, action, result),
  };
};

/**
 * "Stop" on a card without a field: nothing to store, only the sentence to ask for. Where memory
 * does not know the question as open to this person, the rule is asked as for any other press.
 */
const stepFirst = (parts: BotParts, press: StoryPress, action: MovingAction): Shown | null => {
  const verb = stepVerbOf(action);
  if (verb === null || verb === 'suggestStory' || action.step || isReason(typedIn(action)))
    return null;
  const view = parts.useCases.storyViewOf(action.storyId);
  if (!view || view.now.ask?.seq !== action.ask) return null;
  const { reader, context } = drawingFor(parts, press, view, typedIn(action));
  const isLive = isOpen(view.now, action.ask) || view.now.state === 'taken';
  return reader.answers && isLive ? shownCard(storyStepCard(view, context, verb, null)) : null;
};

/** A micro-story, an article, an enquiry of the press. */
export const storyKind: Kind<StoryAction, StoryView> = {
  held: {
    known: (parts, { storyId }) => parts.useCases.storyViewOf(storyId),
    fresh: (parts, { storyId }) => parts.useCases.freshStoryViewOf(storyId),
    isUpToDate: (view, { revision }) => view.now.revision >= revision,
  },
  asked: (parts, press) => {
    const { action } = press;
    if (isLook(action))
      return { type: 'look', draw: (view) => lookedAt(parts, press, action, view) };
    const step = stepFirst(parts, press, action);
    return step
      ? { type: 'first', shown: step }
      : { type: 'store', work: () => moved(parts, press, action) };
  },
  received,
  failed: afterFault,
};
