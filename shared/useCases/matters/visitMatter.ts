import { waitsSince } from '#shared/domain/asking/asking.ts';
import { visitAnswerers } from '#shared/domain/visits/lederRules.ts';
import { isAsking, isPlanned } from '#shared/domain/visits/now.ts';
import { visitWaitsOn } from '#shared/domain/visits/view.ts';
import { callingAmong, callsForNothing, hoursOf } from '../kept/calling.ts';
import { peopleIn } from '../people.ts';
import { learnRecordedOnce } from '../record/recordHistory.ts';
import { followVisit, needsVisitFollow } from '../visits/followVisit.ts';
import { isVisitMessageDue, isVisitUntold, tellVisit } from '../visits/tellVisits.ts';
import { openVisits, visitViewOf } from '../visits/visits.ts';
import { allVisits, visitById } from '../visits/visitsHeld.ts';
import type { MatterKind } from './kind.ts';

const calling = callingAmong({
  own: { visits: 'visitId' },
  subjects: ({ visits }) => visits.all().map(({ value }) => value.visitId),
  look: (deps, id) => {
    const now = visitById(deps.stores, id);
    if (!isPlanned(now) || !isAsking(now)) return callsForNothing;
    return { calls: isVisitUntold(deps, now), hours: hoursOf(now.ask) };
  },
});

/** A DigiTek 360: the leder of a unit is asked whether it may be visited. */
export const visitMatter: MatterKind = {
  revision: ({ stores }, { visitId }) => (visitId === null ? 0 : visitById(stores, visitId).told),
  told: (deps, message) => {
    const view = message.visitId === null ? undefined : visitViewOf(deps, message.visitId);
    if (!view) return undefined;
    const isDue = isVisitMessageDue(deps, view.now, message);
    return {
      matter: { type: 'visit', revision: view.now.told, view },
      isOvertaken: !isDue,
      isWanted: isDue,
    };
  },
  answerers: (deps, { visitId, kind }) => {
    const now = visitId === null ? undefined : visitById(deps.stores, visitId);
    return now && kind !== 'visitQuestion'
      ? visitAnswerers(now, peopleIn(deps), deps.clock.day()).map(({ id }) => id)
      : [];
  },
  toldOfProject: () => [],
  waiting: (deps) => {
    const open = openVisits(deps);
    return (personId) =>
      open.flatMap((view) => {
        const waits = visitWaitsOn(view, personId);
        return waits === null
          ? []
          : [{ type: 'visit', since: waitsSince(view.now, waits), waits, view }];
      });
  },
  unfinished: async (deps) => {
    const all = allVisits(deps.stores);
    if (all.length > 0) await learnRecordedOnce(deps, 'visit');
    return all
      .filter((now) => needsVisitFollow(deps, now))
      .map((now) => [now.id, () => followVisit(deps, now.id)]);
  },
  byClock: async (deps) => {
    let told = 0;
    for (const id of calling(deps)) told += await tellVisit(deps, visitById(deps.stores, id));
    return told;
  },
};
