import type { StoryReply } from '#shared/contract/stories.ts';
import { type Actor, holdersOf } from '#shared/domain/person.ts';
import { machines } from '#shared/domain/stories/machines.ts';
import { mayWriteStory, type StoryRefusal, writesAlong } from '#shared/domain/stories/rules.ts';
import type { StoryEventKind } from '#shared/domain/stories/story.ts';
import { type StoryView, storyReaderOf } from '#shared/domain/stories/view.ts';
import { unreachedAbout } from '#shared/useCases/outbox/reach.ts';
import { peopleIn } from '#shared/useCases/people.ts';
import type { Deps } from '#shared/useCases/ports.ts';
import { settingsOf } from '#shared/useCases/settings/settingsOf.ts';
import { hindrancesOf, storyFactsOf } from '#shared/useCases/stories/stories.ts';
import { hindranceText, storyRefusalText } from '#shared/words/stories/stories.ts';
import { ApiRefusal } from './reply.ts';

const movesFor = ({ now }: StoryView, actor: Actor): readonly StoryEventKind[] => {
  if (!mayWriteStory(actor, now)) return writesAlong(actor, now) ? ['saved'] : [];
  const moves = machines[now.kind].moves.filter(
    ({ by, from }) => by !== 'answerer' && from.includes(now.state),
  );
  return [...new Set(moves.map(({ event }) => event))];
};

const chefsOf = (deps: Deps): StoryReply['chefs'] => {
  const people = peopleIn(deps);
  return settingsOf(deps.stores).areas.map(({ id }) => {
    const { chef, deputies } = holdersOf(id, people, deps.clock.day());
    return { area: id, name: chef?.name ?? '', deputies: deputies.map(({ name }) => name) };
  });
};

/** A story as one person sees it. */
export const storyReplyOf = (deps: Deps, view: StoryView, actor: Actor): StoryReply => ({
  view,
  reader: storyReaderOf(view, actor.id),
  moves: movesFor(view, actor),
  hindrances:
    mayWriteStory(actor, view.now) || writesAlong(actor, view.now)
      ? hindrancesOf(deps, view.now)
      : [],
  dueAt: storyFactsOf(deps, view.now).due.dueAt,
  organisations: settingsOf(deps.stores).communication.organisations,
  blockedWords: settingsOf(deps.stores).communication.blockedWords,
  chefs: chefsOf(deps),
  unreached: unreachedAbout(deps, 'storyId', view.now.id),
});

const statusOf = (refusal: StoryRefusal): number => {
  switch (refusal.type) {
    case 'notAllowed':
    case 'notYours':
      return 403;
    case 'changed':
    case 'movedOn':
      return 409;
    default:
      return 422;
  }
};

/** Why a move was not stored; the story as it is now comes along. */
export const storyRefusalOf = (refusal: StoryRefusal, current: StoryReply): ApiRefusal => {
  const details =
    refusal.type === 'hindered'
      ? refusal.hindrances.map((one) => ({ code: one.type, message: hindranceText(one) }))
      : undefined;
  return new ApiRefusal(statusOf(refusal), refusal.type, storyRefusalText(refusal), {
    ...(details ? { details } : {}),
    beside: { current },
  });
};
