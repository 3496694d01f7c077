import { danishCalendar } from '#shared/calendar/danishCalendar.ts';
import { defaultAreas } from '#shared/domain/area.ts';
import { dayOf } from '#shared/domain/day.ts';
import type { InterestEvent } from '#shared/domain/interest/interest.ts';
import { type InterestNow, interestNowOf, owedBy } from '#shared/domain/interest/now.ts';
import {
  type InterestFacts,
  type InterestGiven,
  type InterestMove,
  type InterestRefusal,
  interestAnswerers,
  interestMoveFor,
  isIdea,
  ledereOf,
} from '#shared/domain/interest/rules.ts';
import type { InterestView } from '#shared/domain/interest/view.ts';
import type { Actor, Person } from '#shared/domain/person.ts';
import type { Project } from '#shared/domain/project.ts';
import { dueOf } from '#shared/domain/workday.ts';
import { anIdea } from './idea.ts';
import { people as everybody } from './portfolio.ts';

export const askedAt = '2026-11-23T09:02:00Z';

const aLeder = (id: string, name: string, area: string): Person => ({
  ...{ id, name, upn: `${id}@viborg.example`, roles: ['leder'], area },
  ...{ deputyFor: null, deputyFrom: null, deputyTo: null, absences: [], standing: null, unit: '' },
});

export const ledere: readonly Person[] = [
  aLeder('leder-ost', 'Leder, plejecentre Øst', 'omsorg'),
  aLeder('leder-syd', 'Leder, Distrikt Syd', 'omsorg'),
  aLeder('leder-social', 'Leder, Bostøtten', 'social'),
];

/** What stands around the question of interest in these tests, and what has happened to it. */
export type Wanting = {
  readonly now: InterestNow;
  readonly project: Project;
  readonly people: readonly Person[];
  readonly at: string;
  readonly isGateSent: boolean;
  readonly blockers: string;
};

/** An idea that nobody was asked about yet. */
export const wanting = (more: Partial<Project> = {}, others: Partial<Wanting> = {}): Wanting => {
  const project = anIdea(more);
  return {
    now: interestNowOf({ projectId: project.id }, []),
    project,
    people: [...everybody, ...ledere],
    ...{ at: askedAt, isGateSent: false, blockers: '' },
    ...others,
  };
};

const actorIn = ({ people }: Wanting, id: string): Actor => {
  const person = people.find((one) => one.id === id);
  return { id, name: person?.name ?? id, roles: person?.roles ?? [], area: person?.area ?? null };
};

export const interestFacts = (one: Wanting): InterestFacts => ({
  project: one.project,
  people: one.people,
  day: dayOf(one.at),
  isGateSent: one.isGateSent,
  due: dueOf(one.at, { days: 2, dueTime: '16:00', nudgeTime: '09:00' }, danishCalendar([])),
});

const withMove = (one: Wanting, by: string, move: InterestMove): Wanting => {
  const { now } = one;
  const seq = now.revision + 1;
  const { id, name } = actorIn(one, by);
  const event: InterestEvent = {
    ...move,
    ...{ id: `${now.id}:${seq}`, cause: `${now.id}:cause${seq}`, interestId: now.id, seq },
    ...{ projectId: now.projectId, byId: id, byName: name, at: one.at },
  };
  return { ...one, now: interestNowOf(now, [...now.events, event]) };
};

/** What somebody's press comes to by the rules: as it is then, or why not. */
export const triedInterest = (
  one: Wanting,
  by: string,
  given: InterestGiven,
): Wanting | InterestRefusal => {
  const move = interestMoveFor(one.now, actorIn(one, by), given, interestFacts(one));
  return move.ok ? withMove(one, by, move.value) : move.refusal;
};

export const afterInterest = (one: Wanting, by: string, given: InterestGiven): Wanting => {
  const made = triedInterest(one, by, given);
  if ('now' in made) return made;
  throw new Error(`${by} ${given.type}: ${JSON.stringify(made)}`);
};

/** What a card that was drawn now would send along. */
export const seenInterest = ({ now }: Wanting) => ({
  ask: now.ask?.seq ?? 0,
  revision: now.revision,
});

export const askedInterest = (one: Wanting, askedId: string | null = null): Wanting =>
  afterInterest(one, 'digitek', { type: 'asked', revision: one.now.revision, askedId });

export const wanted = (one: Wanting, priority: 'high' | 'medium' | 'low' = 'high'): Wanting =>
  afterInterest(one, 'chef-omsorg', { type: 'yes', ...seenInterest(one), priority, comment: '' });

/** As a card or a page is given it. */
export const interestViewOf = (one: Wanting): InterestView => {
  const { now, project, people, isGateSent, at, blockers } = one;
  const isOpen = isIdea(project) && !isGateSent;
  const owes = isOpen ? owedBy(now, project) : null;
  const asked = people.find(({ id }) => id === (now.askedId ?? 'chef-omsorg'));
  return {
    ...{ now, project, owes, isOpen, at, blockers },
    areas: defaultAreas,
    answerers: interestAnswerers(now.askedId, project, people, dayOf(at)),
    askedName: asked?.name ?? '',
    owners: ledereOf(project, people).map(({ id, name }) => ({ id, name })),
    overdue: owes === 'interest' && now.ask !== null && at >= now.ask.dueAt,
  };
};

export const interestActor = actorIn;
