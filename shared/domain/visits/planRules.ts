import type { Person, PersonId } from '../person.ts';
import { done, type Result, refused } from '../result.ts';
import {
  fewestChosen,
  mayPlanVisits,
  mostChosen,
  mostEmployees,
  move,
  no,
  type PlainRefusal,
  type Turn,
  type TypedVisit,
  type VisitFacts,
  type VisitGiven,
  type VisitMove,
  type VisitRefusal,
} from './given.ts';
import { longestUnit, type VisitTerms, visitSteps } from './visit.ts';

/* A visit is planned, and its steps are held. */

const isTeam = ({ roles }: Person): boolean =>
  roles.includes('consultant') || roles.includes('digitek');

const sizeLack = ({ employees, chosen }: TypedVisit): PlainRefusal | null => {
  if (!Number.isInteger(employees) || employees < 1 || employees > mostEmployees)
    return 'employeesMissing';
  const isCount = Number.isInteger(chosen) && chosen >= fewestChosen && chosen <= mostChosen;
  return isCount && chosen <= employees ? null : 'chosenCount';
};

/** The steps follow each other; one that has no day stands wherever it may. */
const daysLack = ({ days }: TypedVisit): PlainRefusal | null => {
  const known = visitSteps.map((step) => days[step]).filter((day) => day !== null);
  return known.some((day, at) => at > 0 && day < (known[at - 1] ?? '')) ? 'daysOrder' : null;
};

const whoLack = ({ people }: VisitFacts, typed: TypedVisit): PlainRefusal | null => {
  const ids = new Set(typed.consultantIds);
  if (ids.size !== 2) return 'twoConsultants';
  const team = people.filter(isTeam).map(({ id }) => id);
  return [...ids].every((id) => team.includes(id)) ? null : 'unknownPerson';
};

const typedLack = ({ around }: Turn, typed: TypedVisit): PlainRefusal | null => {
  if (typed.unit.trim() === '') return 'unitMissing';
  if (!around.areas.includes(typed.area)) return 'unknownArea';
  return sizeLack(typed) ?? whoLack(around, typed) ?? daysLack(typed);
};

const nameOf = (people: readonly Person[], id: PersonId): string | undefined =>
  people.find((one) => one.id === id)?.name;

/** Who leads the unit is on the list; who did before, and has left, may stand. */
const lederNamed = (
  { now, around: { people } }: Turn,
  lederId: PersonId | null,
): string | undefined => {
  if (lederId === null) return '';
  const kept = now.terms?.lederId === lederId ? now.terms.lederName : undefined;
  return nameOf(people, lederId) ?? kept;
};

export const planned = (
  turn: Turn,
  { revision, terms: typed }: Extract<VisitGiven, { type: 'planned' }>,
): Result<VisitMove, VisitRefusal> => {
  const { now, actor, around } = turn;
  if (!mayPlanVisits(actor)) return no('notAllowed');
  if (revision !== now.written) return no('changed');
  const lack = typedLack(turn, typed);
  if (lack) return no(lack);
  const unit = typed.unit.trim();
  if (unit.length > longestUnit) return refused({ type: 'wordTooLong', longest: longestUnit });
  const lederName = lederNamed(turn, typed.lederId);
  if (lederName === undefined) return no('unknownPerson');
  const { area, lederId, employees, chosen, days } = typed;
  const consultants = typed.consultantIds.map((id) => ({
    id,
    name: nameOf(around.people, id) ?? '',
  }));
  const terms: VisitTerms = {
    ...{ area, unit, lederId, lederName, employees, chosen, consultants, days },
  };
  return now.terms && JSON.stringify(now.terms) === JSON.stringify(terms)
    ? no('holdsAlready')
    : done(move('planned', terms));
};

export const stepped = (
  { now, actor, around }: Turn,
  { step, seen, day, done: isDone }: Extract<VisitGiven, { type: 'stepped' }>,
): Result<VisitMove, VisitRefusal> => {
  if (!mayPlanVisits(actor)) return no('notAllowed');
  const before = now.steps[step];
  const on = day ?? before.day ?? (isDone ? around.day : null);
  if (before.done === isDone && before.day === on) return no('holdsAlready');
  if (before.seq !== seen) return no('changed');
  if (isDone && now.agreed === null) return no('yesFirst');
  return isDone && on !== null && on > around.day
    ? no('dayPast')
    : done(move('stepped', { step, day: on, done: isDone }));
};
