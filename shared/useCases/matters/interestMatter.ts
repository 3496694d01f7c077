import { waitsSince } from '#shared/domain/asking/asking.ts';
import { interestIdOf } from '#shared/domain/interest/interest.ts';
import { interestAnswerers } from '#shared/domain/interest/rules.ts';
import { interestWaitsOn } from '#shared/domain/interest/view.ts';
import { allInterests, interestById, owedNow } from '../checklist/interestHeld.ts';
import { followInterest, needsInterestFollow } from '../interest/followInterest.ts';
import { interestViewOf, openInterests } from '../interest/interests.ts';
import { isInterestMessageDue, isInterestUntold, tellInterest } from '../interest/tellInterest.ts';
import { callingAmong, callsForNothing, hoursOf } from '../kept/calling.ts';
import { peopleIn } from '../people.ts';
import { learnRecordedOnce } from '../record/recordHistory.ts';
import type { MatterKind } from './kind.ts';

const calling = callingAmong({
  own: { interests: 'interestId' },
  subjects: ({ interests }) => interests.all().map(({ value }) => value.interestId),
  look: (deps, id) => {
    const now = interestById(deps.stores, id);
    if (!now) return callsForNothing;
    const calls = owedNow(deps.stores, now) !== null && isInterestUntold(deps, now);
    return { calls, hours: hoursOf(now.ask) };
  },
});

/** Whether an idea is wanted: asked of a chef or a leder. */
export const interestMatter: MatterKind = {
  revision: ({ stores }, { interestId }) =>
    interestId === null ? 0 : stores.interests.where('interestId', interestId).length,
  told: (deps, message) => {
    const view = message.interestId === null ? undefined : interestViewOf(deps, message.interestId);
    if (!view) return undefined;
    const isDue = isInterestMessageDue(deps, view.now, message);
    return {
      matter: { type: 'interest', revision: view.now.revision, view },
      isOvertaken: !isDue,
      isWanted: isDue,
    };
  },
  answerers: (deps, { interestId, kind }) => {
    const view = interestId === null ? undefined : interestViewOf(deps, interestId);
    return view && kind !== 'interestQuestion'
      ? interestAnswerers(view.now.askedId, view.project, peopleIn(deps), deps.clock.day()).map(
          ({ id }) => id,
        )
      : [];
  },
  toldOfProject: ({ stores }, projectId) =>
    stores.messages.where('interestId', interestIdOf(projectId)),
  waiting: (deps) => {
    const open = openInterests(deps);
    return (personId) =>
      open.flatMap((view) => {
        const waits = interestWaitsOn(view, personId);
        return waits === null
          ? []
          : [{ type: 'interest', since: waitsSince(view.now, waits), waits, view }];
      });
  },
  unfinished: async (deps) => {
    const all = allInterests(deps.stores);
    if (all.length > 0) await learnRecordedOnce(deps, 'interest');
    return all
      .filter((now) => needsInterestFollow(deps, now))
      .map((now) => [now.id, () => followInterest(deps, now.id)]);
  },
  byClock: async (deps) => {
    let told = 0;
    for (const id of calling(deps)) {
      const now = interestById(deps.stores, id);
      if (now && owedNow(deps.stores, now) !== null) told += await tellInterest(deps, now);
    }
    return told;
  },
};
