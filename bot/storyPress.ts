import type { IAdaptiveCard } from '@microsoft/teams.cards';
import type { StoryAction } from '#shared/contract/cardActions.ts';
import { isReason } from '#shared/domain/gates.ts';
import type { StoryGiven } from '#shared/domain/stories/rules.ts';
import { type StoryReader, type StoryView, storyReaderOf } from '#shared/domain/stories/view.ts';
import { botFaults } from '#shared/messages/chat.ts';
import { storyCardKinds } from '#shared/messages/storyCards.ts';
import type { MoveResult } from '#shared/useCases/moveStory.ts';
import { Fault } from '#shared/useCases/ports.ts';
import type { BotParts } from './botParts.ts';
import type { CardContext } from './cards/context.ts';
import { failedStoryCard, openStoryCard, storyCardAt } from './cards/storyCardFor.ts';
import { askPlace, type StoryPlace } from './cards/storyContext.ts';
import { isOpen } from './cards/storyFate.ts';
import {
  problemBox,
  type StepVerb,
  type StoryProblem,
  storyStepCard,
} from './cards/storyNextStep.ts';
import { notYoursStoryCard, receivedStoryCard } from './cards/storyNotice.ts';
import { toldCard } from './cards/storyReceipt.ts';
import { overdueCard } from './cards/storyTeam.ts';
import { inTime, type Outcome } from './deadline.ts';
import { factsOf, log } from './log.ts';
import { type Answered, endingOf, type Sender, type Shown, wordAfter } from './press.ts';

type StoryPress = Sender & { readonly action: StoryAction };

type LookingAction = Extract<
  StoryAction,
  { verb: 'wholeStory' | 'editStory' | 'backToStory' | 'refreshStory' }
>;
type AuthorAction = Extract<StoryAction, { verb: 'askStoryAgain' | 'acceptStory' }>;
type MovingAction = Exclude<StoryAction, LookingAction>;

const word = (text: string): Shown => ({ type: 'word', text });
const unknown = word(botFaults.unknownRequest);
const shownCard = (card: IAdaptiveCard): Shown => ({ type: 'card', card, view: null });

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

/** The story in memory, or from the lists when this server has not heard of it yet. */
const viewAtLeast = async (
  parts: BotParts,
  { storyId, revision }: StoryAction,
): Promise<StoryView | undefined | 'unread'> => {
  const known = parts.useCases.storyViewOf(storyId);
  if (known && known.now.revision >= revision) return known;
  const fresh = await inTime(() => parts.useCases.freshStoryViewOf(storyId), parts.deadlineMs);
  if (fresh.type === 'done') return fresh.value ?? known;
  return known ?? 'unread';
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

const looked = async (
  parts: BotParts,
  press: StoryPress,
  action: LookingAction,
): Promise<Shown> => {
  const view = await viewAtLeast(parts, action);
  if (!view) return unknown;
  if (view === 'unread') return word(botFaults.fault);
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
  action: MovingAction,
  error: unknown,
): Shown => {
  const { verb, storyId } = action;
  log(error instanceof Fault ? 'warn' : 'error', 'storyPressFailed', { ...factsOf(error), verb });
  const ending = endingOf({ type: 'failed', error });
  const view = parts.useCases.storyViewOf(storyId);
  if (!view) return wordAfter(ending);
  const uncertain = ending === 'uncertain';
  const drawing = drawingFor(parts, press, view, typedIn(action));
  return (
    closed(parts, press, view) ??
    shownCard(problemCard(view, drawing, action, { type: 'fault', uncertain }))
  );
};

const received = (parts: BotParts, press: StoryPress): Shown => {
  const view = parts.useCases.storyViewOf(press.action.storyId);
  if (!view) return word(botFaults.received);
  const { context } = drawingFor(parts, press, view);
  return (
    closed(parts, press, view) ?? shownCard(receivedStoryCard(view, context, placeIn(press.action)))
  );
};

/** Stores what a press says, and answers in time whether the lists are done or not. */
const moved = async (
  parts: BotParts,
  press: StoryPress,
  action: MovingAction,
): Promise<Answered> => {
  const ended = (outcome: Outcome<MoveResult>): Shown =>
    outcome.type === 'done'
      ? afterMove(parts, press, action, outcome.value)
      : afterFault(parts, press, action, outcome.error);
  const first = await inTime(
    () => parts.useCases.moveStory(press.actor, action.storyId, givenOf(action)),
    parts.deadlineMs,
  );
  if (first.type !== 'late') return { shown: ended(first), rest: null };
  const rest = first.rest.then((outcome) => ({
    shown: ended(outcome),
    ending: endingOf(outcome),
  }));
  return { shown: received(parts, press), rest };
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

/** Does what a press on a story's card asks. Who may is asked of the lists, never of the card. */
export const storyPressed = async (parts: BotParts, press: StoryPress): Promise<Answered> => {
  if (!parts.ready()) return { shown: word(botFaults.starting), rest: null };
  const { action } = press;
  switch (action.verb) {
    case 'refreshStory':
    case 'wholeStory':
    case 'editStory':
    case 'backToStory':
      return { shown: await looked(parts, press, action), rest: null };
    default: {
      const step = stepFirst(parts, press, action);
      return step ? { shown: step, rest: null } : moved(parts, press, action);
    }
  }
};
