import { answerersOf } from '#shared/domain/decider.ts';
import { type Message, personalKey } from '#shared/domain/message.ts';
import type { Notice } from '#shared/domain/notice.ts';
import type { PersonId } from '#shared/domain/person.ts';
import { isOutageOver, outageIn } from '#shared/domain/reach.ts';
import type { RequestView } from '#shared/domain/requestView.ts';
import { isWaiting } from '#shared/domain/stories/now.ts';
import { type StoryView, staleSince } from '#shared/domain/stories/view.ts';
import { matterOf } from './matterOf.ts';
import type { Deps } from './ports.ts';
import { peopleIn } from './views.ts';

/**
 * Somebody to be asked or nudged about a text that has been answered, or has changed, since; or
 * whom it is no longer for. A description that was brought up to date needs no task.
 */
const isPastStory = (
  { now, overdue, answerers, project }: StoryView,
  { kind, about, to }: Message,
): boolean => {
  if (kind === 'storyStale') return staleSince(now, project?.phase ?? null) === null;
  if (kind === 'storyTold') return false;
  if (!isWaiting(now) || String(now.ask?.seq) !== about) return true;
  if (kind === 'storyOverdue') return !overdue;
  const isFor = answerers.some(({ id }) => to.type === 'person' && id === to.id);
  return !isFor || (kind === 'storyNudge' && overdue);
};

/** A question to answer, or a gate to decide, that is over before anybody was told. */
export const isOvertaken = (message: Message, notice: Notice): boolean => {
  switch (notice.type) {
    case 'story':
      return isPastStory(notice.view, message);
    case 'request':
      return notice.view.state.type === 'ended' && message.kind !== 'ended';
    case 'unreached':
      return notice.over;
    case 'year':
      return notice.isOpened;
    case 'poolMark':
      return false;
  }
};

/** Whether a seat that somebody answers for has said nothing yet. */
const mustAnswer = (deps: Deps, view: RequestView, personId: PersonId): boolean =>
  view.state.type === 'open' &&
  answerersOf(view.request.decider, peopleIn(deps), deps.clock.day()).some(
    ({ person, seat }) =>
      person.id === personId &&
      view.positions.some((one) => one.seat === seat && one.position.type === 'waiting'),
  );

const isLastOf = (deps: Deps, { request }: RequestView): boolean =>
  deps.stores.requests.where('projectId', request.projectId).at(-1)?.value.id === request.id;

const isRequestWanted = (deps: Deps, view: RequestView, message: Message): boolean => {
  const { kind, about, to } = message;
  const isOver = view.state.type === 'ended';
  switch (kind) {
    case 'ask':
      return to.type === 'person' && mustAnswer(deps, view, to.id);
    case 'question':
      return !isOver && view.questions.some((one) => one.question.id === about && !one.reply);
    case 'toMeeting':
      return view.state.type === 'meeting';
    case 'ended':
      return isLastOf(deps, view);
    default:
      return !isOver;
  }
};

/** Whether an answer that was told is the last that happened to the story. */
const isStoryWanted = (view: StoryView, message: Message): boolean =>
  message.kind === 'storyTold'
    ? view.now.events.every(({ seq, kind }) => seq <= Number(message.about) || kind !== 'asked')
    : !isPastStory(view, message);

/**
 * Whether somebody still lacks what a message tells. Stricter than `isOvertaken`, because it is
 * asked long after: a deputy whose days are over need not be found, but may stand in again.
 */
export const isWanted = (deps: Deps, message: Message): boolean => {
  if (message.kind === 'unreached') {
    const { personId, since } = outageIn(message.about);
    return !isOutageOver(deps.stores.conversations.get(personalKey(personId))?.value, since);
  }
  const matter = matterOf(deps, message);
  switch (matter?.type) {
    case 'request':
      return isRequestWanted(deps, matter.view, message);
    case 'story':
      return isStoryWanted(matter.view, message);
    case 'year':
      return !matter.isOpened;
    case 'poolMark':
      return String(matter.pool.year) === deps.clock.day().slice(0, 4);
    case undefined:
      return false;
  }
};
