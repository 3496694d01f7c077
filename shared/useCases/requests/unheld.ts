import type { AreaId } from '#shared/domain/area.ts';
import { holdersOf } from '#shared/domain/person.ts';
import type { RequestView } from '#shared/domain/requestView.ts';
import type { Unheld } from '#shared/domain/steer.ts';
import { peopleIn } from '../people.ts';
import type { Deps } from '../ports.ts';
import { areaIdsOf } from '../settings/settingsOf.ts';
import { openRequests, viewOf } from './views.ts';

/** Seats that nobody holds or stands in for today: their chef has left, and none has come. */
export const emptySeats = (deps: Deps): readonly AreaId[] => {
  const [people, day] = [peopleIn(deps), deps.clock.day()];
  return areaIdsOf(deps.stores).filter((seat) => {
    const { chef, deputies } = holdersOf(seat, people, day);
    return chef === null && deputies.length === 0;
  });
};

/** The seats of a request whose answer is missing and that nobody holds. */
export const unheldSeats = (
  { state, positions }: RequestView,
  empty: readonly AreaId[],
): readonly AreaId[] =>
  state.type === 'open'
    ? positions
        .filter(({ seat, position }) => position.type === 'waiting' && empty.includes(seat))
        .map(({ seat }) => seat)
    : [];

/** Every open gate that waits for somebody who is not there, oldest first; whoever may hand it on must know. */
export const unheldRequests = (deps: Deps): readonly Unheld[] => {
  const empty = emptySeats(deps);
  if (empty.length === 0) return [];
  return openRequests(deps)
    .filter(({ decider }) => decider.seats.some((seat) => empty.includes(seat)))
    .flatMap(({ id }): readonly Unheld[] => {
      const view = viewOf(deps, id);
      const seats = view ? unheldSeats(view, empty) : [];
      return view && seats.length > 0 ? [{ view, seats }] : [];
    });
};
