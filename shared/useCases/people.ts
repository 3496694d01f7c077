import type { Actor, Person, PersonId } from '#shared/domain/person.ts';
import type { Deps } from './ports.ts';

export const peopleIn = (deps: Deps): readonly Person[] =>
  deps.stores.people.all().map((row) => row.value);

/** A person's name; '' when the list does not know them. */
export const nameOfPersonIn = ({ stores }: Deps, id: PersonId): string =>
  stores.people.get(id)?.value.name ?? '';

/** The person behind an authenticated id; somebody the list does not know has no roles. */
export const actorOf = (deps: Deps, id: PersonId, name: string): Actor => {
  const person = deps.stores.people.get(id)?.value;
  return person
    ? { id, name: person.name, roles: person.roles, area: person.area }
    : { id, name, roles: [], area: null };
};
