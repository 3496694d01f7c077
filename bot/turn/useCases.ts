import type { PoolLineReply } from '#shared/contract/economy.ts';
import type { AreaId } from '#shared/domain/area.ts';
import { totalOf } from '#shared/domain/funding.ts';
import { type Message, type MessageAbout, subjectOf, unsent } from '#shared/domain/message.ts';
import { may } from '#shared/domain/permissions.ts';
import type { Actor, PersonId } from '#shared/domain/person.ts';
import type { Project } from '#shared/domain/project.ts';
import type { Reader, RequestView } from '#shared/domain/requestView.ts';
import type { StoryGiven } from '#shared/domain/stories/rules.ts';
import type { StoryView } from '#shared/domain/stories/view.ts';
import { thisYearIn } from '#shared/useCases/ledger/pools.ts';
import type { WaitingMatter } from '#shared/useCases/matters/kind.ts';
import { mattersWaitingFor } from '#shared/useCases/matters/waiting.ts';
import { watchReach } from '#shared/useCases/outbox/reach.ts';
import { sendAgain } from '#shared/useCases/outbox/sendAgain.ts';
import { waitsIn } from '#shared/useCases/pages/board.ts';
import { economyOf } from '#shared/useCases/pages/economyPage.ts';
import { byUrgency, tasksPage } from '#shared/useCases/pages/tasksPage.ts';
import { actorOf, peopleIn } from '#shared/useCases/people.ts';
import type { Deps } from '#shared/useCases/ports.ts';
import {
  type AnswerInput,
  type AnswerResult,
  answerRequest,
} from '#shared/useCases/requests/answerRequest.ts';
import {
  type ReplyInput,
  type ReplyResult,
  replyToQuestion,
} from '#shared/useCases/requests/replyToQuestion.ts';
import { freshViewOf, readerFor, seenBy, viewOf } from '#shared/useCases/requests/views.ts';
import { settingsOf } from '#shared/useCases/settings/settingsOf.ts';
import {
  type Enquiry,
  type EnquiryResult,
  logEnquiry,
} from '#shared/useCases/stories/logEnquiry.ts';
import { type MoveResult, moveStory } from '#shared/useCases/stories/moveStory.ts';
import {
  maySeeStory,
  readStory,
  storyViewFrom,
  storyViewOf,
} from '#shared/useCases/stories/stories.ts';
import type { ProjectStatus } from '../cards/chat/chatCards.ts';
import type { OwnTasks } from '../cards/tasks/ownTasksCard.ts';

/** A card that the bot sent because somebody asked for it, to be kept true like the others. */
export type Copy = MessageAbout & {
  readonly kind: Message['kind'];
  readonly personId: PersonId;
  readonly conversationId: string;
  readonly activityId: string;
  readonly revision: number;
};

/** What the bot asks of the rest; tests give their own. */
export type UseCases = {
  readonly actorOf: (id: PersonId, name: string) => Actor;
  readonly answerRequest: (actor: Actor, input: AnswerInput) => Promise<AnswerResult>;
  readonly replyToQuestion: (actor: Actor, input: ReplyInput) => Promise<ReplyResult>;
  /** From memory, at once. */
  readonly viewOf: (requestId: string) => RequestView | undefined;
  readonly freshViewOf: (requestId: string) => Promise<RequestView | undefined>;
  /** A request without what this person may not see of it. */
  readonly seenBy: (actor: Actor, view: RequestView) => RequestView;
  readonly readerFor: (view: RequestView, personId: PersonId | null, seat?: AreaId) => Reader;
  /** All that waits for a person, longest waiting first. */
  readonly waitingFor: (personId: PersonId) => readonly WaitingMatter[];
  /** What a person has to do on projects, the most urgent first, and how many they wait for. */
  readonly tasksOf: (actor: Actor) => OwnTasks;
  readonly chefs: () => readonly PersonId[];
  readonly projects: () => readonly Project[];
  readonly statusOf: (project: Project) => ProjectStatus;
  /** This year's pools; null for somebody who may not see them. */
  readonly poolsFor: (personId: PersonId) => readonly PoolLineReply[] | null;
  readonly year: () => number;
  readonly keepCopy: (copy: Copy) => Promise<void>;
  /** A story from memory, at once. */
  readonly storyViewOf: (storyId: string) => StoryView | undefined;
  readonly freshStoryViewOf: (storyId: string) => Promise<StoryView | undefined>;
  readonly maySeeStory: (actor: Actor, view: StoryView) => boolean;
  readonly moveStory: (actor: Actor, storyId: string, given: StoryGiven) => Promise<MoveResult>;
  /** The press has asked something: written down, and the leder asked. */
  readonly logEnquiry: (actor: Actor, enquiry: Enquiry) => Promise<EnquiryResult>;
  /** Somebody can be reached: what could not be brought to them is sent after all. */
  readonly sendAgain: (personId: PersonId) => Promise<void>;
  /** Somebody has taken the app away: whoever should know of it is told. */
  readonly watchReach: () => Promise<void>;
};

const moneyOf = (deps: Deps, projectId: string): ProjectStatus['money'] => {
  const postings = deps.stores.ledger
    .all()
    .map((row) => row.value)
    .filter((posting) => posting.projectId === projectId);
  const sum = (...kinds: readonly string[]): number =>
    totalOf(
      postings
        .filter((posting) => kinds.includes(posting.kind))
        .map((posting) => ({ pool: 'common' as const, ore: posting.ore })),
    );
  const grantedOre = sum('granted');
  const spentOre = sum('spent', 'correction');
  return grantedOre === 0 && spentOre === 0 ? null : { grantedOre, spentOre };
};

const statusIn = (deps: Deps, project: Project): ProjectStatus => {
  const decisions = deps.stores.decisions.where('projectId', project.id).map((row) => row.value);
  const { waitingFor, stuck } = waitsIn(deps, project);
  return {
    project,
    waitingFor,
    stuck,
    areas: settingsOf(deps.stores).areas,
    money: moneyOf(deps, project.id),
    last: decisions.findLast((decision) => decision.ending === 'decided') ?? null,
    now: deps.clock.now(),
  };
};

const keepCopyIn = async (deps: Deps, copy: Copy): Promise<void> => {
  const { personId, revision, ...message } = copy;
  await deps.stores.messages.insert({
    ...unsent,
    ...message,
    id: [subjectOf(copy) ?? '', 'mine', copy.activityId, personId].join(':'),
    to: { type: 'person', id: personId },
    state: 'sent',
    shownRevision: revision,
    createdAt: deps.clock.now(),
  });
};

const tasksOf = (deps: Deps, actor: Actor): OwnTasks => {
  const { tasks, waitsOn } = tasksPage(deps, actor);
  const answers = mattersWaitingFor(deps, actor.id).length;
  return {
    ...{ answers, waitsOn: waitsOn.length, day: deps.clock.day() },
    tasks: [...tasks].sort(byUrgency),
  };
};

const freshStoryIn = async (deps: Deps, storyId: string): Promise<StoryView | undefined> => {
  const now = await readStory(deps, storyId);
  return now && storyViewFrom(deps, now);
};

export const bindUseCases = (deps: Deps): UseCases => ({
  actorOf: (id, name) => actorOf(deps, id, name),
  answerRequest: (actor, input) => answerRequest(deps, actor, input),
  replyToQuestion: (actor, input) => replyToQuestion(deps, actor, input),
  viewOf: (requestId) => viewOf(deps, requestId),
  freshViewOf: (requestId) => freshViewOf(deps, requestId),
  seenBy: (actor, view) => seenBy(deps, actor, view),
  readerFor: (view, personId, seat) => readerFor(deps, view, personId, seat),
  waitingFor: (personId) => mattersWaitingFor(deps, personId),
  tasksOf: (actor) => tasksOf(deps, actor),
  chefs: () =>
    peopleIn(deps)
      .filter((person) => person.roles.includes('chef') && person.area !== null)
      .map((person) => person.id),
  projects: () => deps.stores.projects.all().map((row) => row.value),
  statusOf: (project) => statusIn(deps, project),
  poolsFor: (personId) =>
    may(actorOf(deps, personId, ''), 'seePools') ? economyOf(deps, {}).pools : null,
  year: () => thisYearIn(deps),
  keepCopy: (copy) => keepCopyIn(deps, copy),
  storyViewOf: (storyId) => storyViewOf(deps, storyId),
  freshStoryViewOf: (storyId) => freshStoryIn(deps, storyId),
  maySeeStory: (actor, view) => maySeeStory(deps, actor, view.now),
  moveStory: (actor, storyId, given) => moveStory(deps, actor, storyId, given),
  logEnquiry: (actor, enquiry) => logEnquiry(deps, actor, enquiry),
  sendAgain: (personId) => sendAgain(deps, personId),
  watchReach: () => watchReach(deps),
});
