import type { AreaId } from '../area.ts';
import type { Person } from '../person.ts';
import type { About } from './story.ts';

export type AboutRefusal = { readonly type: 'unknownLeder' | 'unknownArea' };

type Known = { readonly people: readonly Person[]; readonly areas: readonly AreaId[] };

/**
 * Names are the People list's, never the sender's. Who or what is newly chosen must be there; what
 * was chosen before may have gone since, and the text is kept all the same.
 */
export const trueAbout = (before: About, given: About, known: Known): About | AboutRefusal => {
  const { area, lederId } = given;
  if (area !== null && area !== before.area && !known.areas.includes(area))
    return { type: 'unknownArea' };
  if (lederId === null) return { ...given, lederName: '' };
  const leder = known.people.find(({ id }) => id === lederId);
  if (leder?.roles.includes('leder')) return { ...given, lederName: leder.name };
  return lederId === before.lederId
    ? { ...given, lederName: before.lederName }
    : { type: 'unknownLeder' };
};
