import { daysBetween } from './day.ts';
import {
  type Absence,
  type Actor,
  type Days,
  has,
  type Person,
  type PersonId,
  type StandingDeputy,
} from './person.ts';
import { done, type Result, refused } from './result.ts';

/* Who answers for whom while somebody is away (domain.md, Who decides). */

export type AbsenceGiven = {
  readonly id: string;
  readonly personId: PersonId;
  readonly deputyId: PersonId;
  readonly from: string;
  readonly to: string;
};

export type AbsenceRefusal = {
  readonly type:
    | 'notAllowed'
    /** Nothing is asked of somebody who is neither chef nor leder. */
    | 'answersNothing'
    | 'notADay'
    | 'endBeforeStart'
    | 'past'
    | 'tooLong'
    | 'oneself'
    | 'unknownDeputy'
    /** The deputy is away on some of the days. */
    | 'deputyAway'
    /** There is a deputy already on some of the days. */
    | 'overlaps'
    | 'unknown'
    /** It is over, or was ended. */
    | 'over';
};

/** Longer than any leave: somebody who does not come back is no longer chef. */
export const longestDays = 366;

const isDay = (day: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(day) &&
  !Number.isNaN(Date.parse(`${day}T00:00:00Z`)) &&
  new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);

/** Of whom something is asked that another could answer. */
export const answersForSomething = ({ roles }: Pick<Person, 'roles'>): boolean =>
  roles.includes('chef') || roles.includes('leder');

/** One's own; and the consultant for somebody who cannot, because they are ill. */
export const mayNameDeputy = (actor: Actor, personId: PersonId): boolean =>
  actor.id === personId ? has(actor, 'chef', 'leder') : has(actor, 'consultant');

export const touches = (one: Days, other: Days): boolean =>
  one.from <= other.to && other.from <= one.to;

const isTouched = (person: Person, days: Days): boolean =>
  person.absences.some((absence) => absence.ended === null && touches(absence, days));

const daysRefusal = ({ from, to }: Days, today: string): AbsenceRefusal['type'] | null => {
  if (!isDay(from) || !isDay(to)) return 'notADay';
  if (to < from) return 'endBeforeStart';
  if (from < today) return 'past';
  return daysBetween(from, to) > longestDays ? 'tooLong' : null;
};

const deputyRefusal = (
  given: Pick<AbsenceGiven, 'personId' | 'deputyId'> & Days,
  people: readonly Person[],
): AbsenceRefusal['type'] | null => {
  if (given.deputyId === given.personId) return 'oneself';
  const deputy = people.find(({ id }) => id === given.deputyId);
  if (!deputy) return 'unknownDeputy';
  return isTouched(deputy, given) ? 'deputyAway' : null;
};

type Around = {
  readonly actor: Actor;
  readonly people: readonly Person[];
  readonly today: string;
  readonly now: string;
};

/** A deputy for somebody's days away; the same again says the same. */
export const nameDeputy = (
  given: AbsenceGiven,
  { actor, people, today, now }: Around,
): Result<Absence, AbsenceRefusal> => {
  const no = (type: AbsenceRefusal['type']): Result<Absence, AbsenceRefusal> => refused({ type });
  if (!mayNameDeputy(actor, given.personId)) return no('notAllowed');
  const away = people.find(({ id }) => id === given.personId);
  if (!away || !answersForSomething(away)) return no('answersNothing');
  const known = away.absences.find(({ id }) => id === given.id);
  if (known) return done(known);
  const why = daysRefusal(given, today) ?? deputyRefusal(given, people);
  if (why) return no(why);
  if (isTouched(away, given)) return no('overlaps');
  const { id, deputyId, from, to } = given;
  const by = { byId: actor.id, byName: actor.name, at: now };
  return done({ ...{ id, deputyId, from, to }, ...by, ended: null });
};

/** Ends an absence that runs or is to come; ended twice it is ended once. */
export const endAbsence = (
  away: Person | undefined,
  id: string,
  { actor, today, now }: Around,
): Result<Absence, AbsenceRefusal> => {
  if (!away || !mayNameDeputy(actor, away.id)) return refused({ type: 'notAllowed' });
  const absence = away.absences.find((one) => one.id === id);
  if (!absence) return refused({ type: 'unknown' });
  if (absence.ended !== null) return done(absence);
  if (absence.to < today) return refused({ type: 'over' });
  return done({ ...absence, ended: { byId: actor.id, byName: actor.name, at: now } });
};

/** Who answers whenever somebody is away; null when nobody is named. */
export const standingOf = ({ standing }: Pick<Person, 'standing'>): PersonId | null =>
  standing === null || standing.deputyId === '' ? null : standing.deputyId;

/** Names who answers whenever somebody is away, or nobody (''); the same again says the same. */
export const nameStanding = (
  away: Person | undefined,
  deputyId: PersonId | '',
  { actor, people, now }: Omit<Around, 'today'>,
): Result<StandingDeputy, AbsenceRefusal> => {
  if (!away || !mayNameDeputy(actor, away.id)) return refused({ type: 'notAllowed' });
  if (!answersForSomething(away)) return refused({ type: 'answersNothing' });
  if (deputyId === away.id) return refused({ type: 'oneself' });
  if (deputyId !== '' && !people.some(({ id }) => id === deputyId))
    return refused({ type: 'unknownDeputy' });
  if (away.standing?.deputyId === deputyId) return done(away.standing);
  return done({ deputyId, byId: actor.id, byName: actor.name, at: now });
};

export type AbsenceTime = 'running' | 'coming' | 'over';

export const timeOfAbsence = ({ from, to, ended }: Absence, day: string): AbsenceTime => {
  if (ended !== null || to < day) return 'over';
  return from <= day ? 'running' : 'coming';
};
