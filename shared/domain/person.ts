import type { AreaId } from './area.ts';

/** An Entra object id. */
export type PersonId = string;

/** Roles of the organisation. Owner and lead are said per project. */
export const roles = [
  'chef',
  'consultant',
  'digitek',
  'leder',
  'communications',
  'direktor',
  /** IT og Digitalisering, asked about servicedesign, integrations and information security. */
  'it',
  /** A digital ildsjæl: somebody whom one can ask, from any project. */
  'enthusiast',
] as const;
export type Role = (typeof roles)[number];

/** Days in Copenhagen, both included. */
export type Days = { readonly from: string; readonly to: string };

/** What an absence has from the automatic replies of whoever is away, where it was made of them. */
export type FromReplies = {
  /** When they began, as they say it; null: they are on until somebody turns them off. */
  readonly start: string | null;
  /** They are over, or are another period's: nothing changes this absence any more. */
  readonly isOver: boolean;
  /** The days it had each time it was moved, and when that was; oldest first. */
  readonly moves: readonly (Days & { readonly at: string })[];
};

/** Days on which somebody is away, and who answers for them meanwhile. */
export type Absence = Days & {
  readonly id: string;
  readonly deputyId: PersonId;
  /** Who said so, and when; nobody where their automatic replies did. */
  readonly byId: PersonId;
  readonly byName: string;
  readonly at: string;
  /** Ended by somebody before its last day; null when nobody has. */
  readonly ended: Pick<Absence, 'byId' | 'byName' | 'at'> | null;
  readonly replies?: FromReplies;
};

/** Who answers for somebody whenever they are away, and who said so; '' when it is nobody any more. */
export type StandingDeputy = Pick<Absence, 'deputyId' | 'byId' | 'byName' | 'at'>;

/** Somebody as the `People` list knows them. A person without a row has no roles. */
export type Person = {
  readonly id: PersonId;
  readonly name: string;
  readonly upn: string;
  readonly roles: readonly Role[];
  /** A chef's seat; for a leder, the area their unit lies in. */
  readonly area: AreaId | null;
  /** Where they work, as people say it; '' when nobody has. */
  readonly unit: string;
  /** The seat this person answers for while `deputyFrom`–`deputyTo` lasts (days, both included). */
  readonly deputyFor: AreaId | null;
  readonly deputyFrom: string | null;
  readonly deputyTo: string | null;
  /** When this person is away, oldest first. */
  readonly absences: readonly Absence[];
  /** Null: nobody has ever been named. */
  readonly standing: StandingDeputy | null;
};

/** Who does something: the authenticated person, never what a card or a body says. */
export type Actor = {
  readonly id: PersonId;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly area: AreaId | null;
};

export const has = (actor: Actor, ...wanted: readonly Role[]): boolean =>
  wanted.some((role) => actor.roles.includes(role));

const isDeputy = (person: Person, seat: AreaId, day: string): boolean =>
  person.deputyFor === seat &&
  person.deputyFrom !== null &&
  person.deputyTo !== null &&
  person.deputyFrom <= day &&
  day <= person.deputyTo;

const holdsSeat = (person: Person, seat: AreaId): boolean =>
  person.roles.includes('chef') && person.area === seat;

export const isAwayBy = ({ from, to, ended }: Absence, day: string): boolean =>
  ended === null && from <= day && day <= to;

/** The absences of a person that somebody answers for on a day. */
const absencesOn = ({ absences }: Person, day: string): readonly Absence[] =>
  absences.filter((absence) => isAwayBy(absence, day));

/** As the column says it, whichever way somebody stands in. */
const standingIn = (
  person: Person,
  deputyFor: AreaId | null,
  { from, to }: Pick<Absence, 'from' | 'to'>,
): Person => ({ ...person, deputyFor, deputyFrom: from, deputyTo: to });

/** Those whom a person who is away has left to answer for them, each with the days. */
export const standInsFor = (
  away: Person,
  people: Iterable<Person>,
  day: string,
): readonly Person[] => {
  const named = new Map(absencesOn(away, day).map((one) => [one.deputyId, one]));
  if (named.size === 0) return [];
  return [...people].flatMap((person) => {
    const absence = person.id === away.id ? undefined : named.get(person.id);
    return absence ? [standingIn(person, away.area, absence)] : [];
  });
};

/** Those who may answer for a seat on a day: its chef and, while it lasts, the deputy. */
export const holdersOf = (
  seat: AreaId,
  people: Iterable<Person>,
  day: string,
): { readonly chef: Person | null; readonly deputies: readonly Person[] } => {
  let chef: Person | null = null;
  const deputies: Person[] = [];
  for (const person of people) {
    if (holdsSeat(person, seat)) chef ??= person;
    else if (isDeputy(person, seat, day)) deputies.push(person);
  }
  const known = new Set(deputies.map(({ id }) => id));
  const named = chef ? standInsFor(chef, people, day) : [];
  return { chef, deputies: [...deputies, ...named.filter(({ id }) => !known.has(id))] };
};

/** The seats a person may answer for on a day, own seat first. */
export const seatsOf = (
  person: Person,
  people: readonly Person[],
  day: string,
): readonly AreaId[] => {
  const own = person.roles.includes('chef') && person.area !== null ? [person.area] : [];
  const byColumn =
    person.deputyFor !== null && isDeputy(person, person.deputyFor, day) ? [person.deputyFor] : [];
  const byAbsence = people
    .filter((away) => away.id !== person.id && away.roles.includes('chef'))
    .filter((away) => absencesOn(away, day).some(({ deputyId }) => deputyId === person.id))
    .flatMap(({ area }) => area ?? []);
  return [...new Set([...own, ...byColumn, ...byAbsence])];
};

/** How often what a person answers for another has begun or ended, up to a day: it only ever rises. */
export const standingsOf = (person: Person, people: readonly Person[], day: string): number => {
  const named = people.flatMap(({ absences }) =>
    absences.filter(({ deputyId }) => deputyId === person.id),
  );
  const own =
    Number((person.deputyFrom ?? '9999') <= day) + Number((person.deputyTo ?? '9999') < day);
  return named.reduce(
    (sum, { from, to, ended }) =>
      sum + Number(from <= day) + Number(from <= day && (ended !== null || to < day)),
    own,
  );
};
