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
  return { chef, deputies };
};

/** The seats a person may answer for on a day, own seat first. */
export const seatsOf = (person: Person, day: string): readonly AreaId[] => {
  const own = person.roles.includes('chef') && person.area !== null ? [person.area] : [];
  const other = person.deputyFor;
  return other !== null && !own.includes(other) && isDeputy(person, other, day)
    ? [...own, other]
    : own;
};
