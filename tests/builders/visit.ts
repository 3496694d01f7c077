import { danishCalendar } from '#shared/calendar/danishCalendar.ts';
import { defaultAreas } from '#shared/domain/area.ts';
import { dayOf } from '#shared/domain/day.ts';
import type { Actor, Person } from '#shared/domain/person.ts';
import { findingsOf } from '#shared/domain/visits/findings.ts';
import type {
  TypedVisit,
  VisitFacts,
  VisitGiven,
  VisitRefusal,
} from '#shared/domain/visits/given.ts';
import { visitHoursOf } from '#shared/domain/visits/hours.ts';
import { visitAnswerers } from '#shared/domain/visits/lederRules.ts';
import {
  isAsking,
  isChangedSinceYes,
  type VisitNow,
  visitNowOf,
  visitStateOf,
} from '#shared/domain/visits/now.ts';
import { isVisitOpen, visitMoveFor } from '#shared/domain/visits/rules.ts';
import type { VisitView } from '#shared/domain/visits/view.ts';
import {
  blankVisitEvent,
  noDays,
  noteIdOf,
  type VisitEvent,
  visitIdOf,
} from '#shared/domain/visits/visit.ts';
import { dueOf } from '#shared/domain/workday.ts';
import { people as everybody } from './portfolio.ts';

export const visitKey = '3d44f506-7182-4d94-8ea5-c6f708192a34';
export const visitId = visitIdOf(visitKey);
export const usualFrame = { team: 40, leder: 4, employee: 1, chosen: 4 } as const;

/** A visit as somebody types it: 32 employees, of whom three are chosen. */
export const typedVisit = (more: Partial<TypedVisit> = {}): TypedVisit => ({
  ...{ area: 'omsorg', unit: 'Aktivitetscenter Æblegården', lederId: 'owner' },
  ...{ employees: 32, chosen: 3, consultantIds: ['consultant', 'digitek'] },
  days: { ...noDays, expectations: '2026-08-17', practice: '2026-09-07' },
  ...more,
});

/** What stands around a visit in these tests, and what has happened to it. */
export type Visiting = {
  readonly now: VisitNow;
  readonly noted: readonly VisitEvent[];
  readonly people: readonly Person[];
  readonly at: string;
};

export const visiting = (others: Partial<Visiting> = {}): Visiting => ({
  now: visitNowOf(visitId, []),
  noted: [],
  people: everybody,
  at: '2026-08-03T09:02:00Z',
  ...others,
});

export const visitActor = ({ people }: Pick<Visiting, 'people'>, id: string): Actor => {
  const person = people.find((one) => one.id === id);
  return { id, name: person?.name ?? id, roles: person?.roles ?? [], area: person?.area ?? null };
};

const factsOf = ({ now, noted, people, at }: Visiting): VisitFacts => ({
  ...{ people, areas: defaultAreas.map(({ id }) => id), day: dayOf(at), dayOf },
  isProject: (id) => id === 'p1',
  findings: findingsOf(now, noted),
  due: dueOf(at, { days: 5, dueTime: '16:00', nudgeTime: '09:00' }, danishCalendar([])),
});

/** What somebody's press comes to by the rules: as it is then, or why not. */
export const triedVisit = (
  one: Visiting,
  by: string,
  given: VisitGiven,
): Visiting | VisitRefusal => {
  const actor = visitActor(one, by);
  const made = visitMoveFor(one.now, actor, given, factsOf(one));
  if (!made.ok) return made.refusal;
  const seq = one.now.revision + 1;
  const event: VisitEvent = {
    ...made.value,
    ...{ id: `${visitId}:${seq}`, cause: `${visitId}:cause${seq}`, visitId, seq, at: one.at },
    ...{ byId: actor.id, byName: actor.name },
  };
  return { ...one, now: visitNowOf(visitId, [...one.now.events, event]) };
};

export const afterVisit = (one: Visiting, by: string, given: VisitGiven): Visiting => {
  const made = triedVisit(one, by, given);
  if ('now' in made) return made;
  throw new Error(`${by} ${given.type}: ${JSON.stringify(made)}`);
};

export const plannedVisit = (
  more: Partial<TypedVisit> = {},
  others: Partial<Visiting> = {},
): Visiting =>
  afterVisit(visiting(others), 'consultant', {
    ...{ type: 'planned', revision: 0, terms: typedVisit(more) },
  });

export const askedVisit = (more: Partial<TypedVisit> = {}): Visiting =>
  afterVisit(plannedVisit(more), 'consultant', { type: 'asked', revision: 1 });

/** What a card that was drawn now would send along. */
export const seenVisit = ({ now }: Visiting) => ({ ask: now.ask?.seq ?? 0, revision: now.told });

export const answeredVisit = (
  one: Visiting,
  answer: 'yes' | 'otherDay' | 'no',
  more: { readonly day?: string; readonly comment?: string } = {},
): Visiting =>
  afterVisit(one, 'owner', {
    ...{ type: 'answered', ...seenVisit(one), answer },
    ...{ day: more.day ?? null, comment: more.comment ?? '' },
  });

export const agreedVisit = (more: Partial<TypedVisit> = {}): Visiting =>
  answeredVisit(askedVisit(more), 'yes');

const noteKey = (number: number): string =>
  `4e550617-8293-4ea5-9fb6-${String(number).padStart(12, '0')}`;

/** An observation as the list holds it. */
export const aNote = (number: number, more: Partial<VisitEvent> = {}): VisitEvent => {
  const note = more.note ?? noteKey(number);
  return {
    ...blankVisitEvent,
    ...{ id: noteIdOf(visitId, note), cause: noteIdOf(visitId, note), visitId, kind: 'noted' },
    ...{ seq: number, byId: 'consultant', byName: 'Konsulent', at: '2026-09-07T12:00:00Z' },
    ...{ comment: `Note ${number}`, note, notedAt: '2026-09-07T08:00:00Z' },
    ...more,
  };
};

/** As a card or a page is given it. */
export const visitViewOf = (one: Visiting): VisitView => {
  const { now, people, at } = one;
  const isWaiting = isAsking(now);
  return {
    ...{ now, project: null, isWaiting, at, today: dayOf(at), areas: defaultAreas },
    state: visitStateOf(now),
    hours: visitHoursOf(now.terms ?? { employees: 0, chosen: 0 }, usualFrame),
    answerers: visitAnswerers(now, people, dayOf(at)),
    isOpen: isVisitOpen(now),
    overdue: isWaiting && at >= now.ask.dueAt,
    isChanged: isChangedSinceYes(now),
  };
};

export const hoursLater = (one: Visiting, hours: number): Visiting => ({
  ...one,
  at: new Date(Date.parse(one.at) + hours * 3_600_000).toISOString().replace(/\.\d+Z$/, 'Z'),
});
