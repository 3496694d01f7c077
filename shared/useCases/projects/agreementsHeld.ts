import {
  type AgreementClock,
  type EndingAgreement,
  endingAgreements,
  toldOfAgreement,
} from '#shared/domain/agreements.ts';
import { holdersOfRole } from '#shared/domain/inquiries/people.ts';
import type { PersonId } from '#shared/domain/person.ts';
import { peopleIn } from '../people.ts';
import type { Deps } from '../ports.ts';
import { rhythmIn } from '../settings/hours.ts';
import { settingsOf } from '../settings/settingsOf.ts';

const clockOf = (deps: Deps, day: string): AgreementClock => ({
  ...{ day, days: settingsOf(deps.stores).agreementDays },
  calendar: rhythmIn(deps).calendar,
});

/** The agreements that end soon or have ended, by whom it is for; the first to end first. */
export const agreementsByPerson = (
  deps: Deps,
  day: string,
): ReadonlyMap<PersonId, readonly EndingAgreement[]> => {
  const clock = clockOf(deps, day);
  const all = peopleIn(deps);
  const ids = new Set(all.map(({ id }) => id));
  const people = {
    isThere: (id: PersonId) => ids.has(id),
    consultants: holdersOfRole('consultant', all).map(({ id }) => id),
  };
  const found = new Map<PersonId, EndingAgreement[]>();
  for (const { value } of deps.stores.projects.all())
    for (const ending of endingAgreements(value, clock))
      for (const id of toldOfAgreement(value, ending, day, people))
        found.set(id, [...(found.get(id) ?? []), ending]);
  for (const mine of found.values()) mine.sort((a, b) => a.until.localeCompare(b.until));
  return found;
};
