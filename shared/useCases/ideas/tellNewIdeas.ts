import { isNew } from '#shared/domain/ideas/intake.ts';
import { type Message, messageAbout, morningKey, unsent } from '#shared/domain/message.ts';
import type { Person, PersonId } from '#shared/domain/person.ts';
import type { Project } from '#shared/domain/project.ts';
import { previousDay } from '#shared/domain/workday.ts';
import { peopleIn } from '../people.ts';
import type { Deps } from '../ports.ts';
import { isTellingHour, morningOf } from '../settings/hours.ts';
import { intakeIn } from './intake.ts';

/** Nobody has begun on it, nor asked anybody about it. */
const isUntouched = (deps: Deps, project: Project): boolean => {
  const intake = intakeIn(deps, project);
  const { interests, inquiries } = deps.stores;
  const isAsked =
    interests.where('projectId', project.id).length > 0 ||
    inquiries.where('projectId', project.id).length > 0;
  return intake !== null && isNew(intake) && !isAsked;
};

/** Ideas that somebody gave before this day's morning and that nobody has begun on, oldest first. */
export const newIdeasAt = (deps: Deps, day: string): readonly Project[] => {
  const morning = morningOf(deps, day);
  return deps.stores.projects
    .all()
    .map(({ value }) => value)
    .filter(({ createdById, createdAt }) => createdById !== null && createdAt <= morning)
    .filter((project) => isUntouched(deps, project))
    .sort((a, b) => a.createdAt.localeCompare(b.createdAt));
};

const digest = (day: string, to: PersonId, at: string): Message => ({
  id: `newIdeas:${day}:${to}`,
  kind: 'newIdeas',
  ...messageAbout.morning(day),
  to: { type: 'person', id: to },
  ...unsent,
  createdAt: at,
});

/** Whether somebody has been told that morning, of ideas alone or among all that waits. */
const isTold = ({ stores: { messages } }: Deps, day: string, to: PersonId): boolean =>
  (messages.get(`newIdeas:${day}:${to}`) ?? messages.get(morningKey(day, to))) !== undefined;

/** Far longer than any holiday: what came before it has been told. */
const longestBack = 14;

/** The morning before this one on which this person was told; the start of time when there is none. */
const toldUntil = (deps: Deps, to: PersonId, day: string): string => {
  let back = day;
  for (let days = 0; days < longestBack; days += 1) {
    back = previousDay(back);
    if (isTold(deps, back, to)) return morningOf(deps, back);
  }
  return morningOf(deps, back);
};

const isTeam = ({ roles }: Pick<Person, 'roles'>): boolean =>
  roles.includes('consultant') || roles.includes('digitek');

/** Those of the team who have not been told of an idea as new as this one, nor anything this morning. */
const untoldTeam = (deps: Deps, day: string, newest: string): readonly PersonId[] =>
  peopleIn(deps)
    .filter(isTeam)
    .map(({ id }) => id)
    .filter((id) => !isTold(deps, day, id))
    .filter((id) => newest > toldUntil(deps, id, day));

/** Whether an idea has come that somebody of the team had not been told of before this morning. */
export const hasNewIdeas = (deps: Deps, day: string, to: PersonId): boolean => {
  const person = deps.stores.people.get(to)?.value;
  if (!person || !isTeam(person)) return false;
  const newest = newIdeasAt(deps, day).at(-1);
  return newest !== undefined && newest.createdAt > toldUntil(deps, to, day);
};

/**
 * Tells team DigiTek in the morning of the ideas that have come: all in one message, and only when
 * there is one they have not been told of. Returns how many messages were put in.
 */
export const tellNewIdeas = async (deps: Deps): Promise<number> => {
  const day = deps.clock.day();
  const newest = isTellingHour(deps) ? newIdeasAt(deps, day).at(-1) : undefined;
  if (!newest) return 0;
  let told = 0;
  for (const id of untoldTeam(deps, day, newest.createdAt)) {
    const { type } = await deps.stores.messages.insert(digest(day, id, deps.clock.now()));
    if (type === 'inserted') told += 1;
  }
  return told;
};
