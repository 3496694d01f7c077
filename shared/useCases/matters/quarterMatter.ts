import { seatAnswerers } from '#shared/domain/asking/asking.ts';
import { quarterReaderOf } from '#shared/domain/quarter/view.ts';
import { followQuarter, unfinishedQuarters } from '../quarter/followQuarter.ts';
import { allQuarters, openMinutes, quarterViewNamed } from '../quarter/quarters.ts';
import { isQuarterMessageDue, tellQuarter } from '../quarter/tellQuarter.ts';
import type { MatterKind } from './kind.ts';

/** A kvartalsstatus: its pack, and the minutes that the chefgruppe signs. */
export const quarterMatter: MatterKind = {
  revision: ({ stores }, { quarterId }) =>
    quarterId === null ? 0 : stores.meetings.where('quarterId', quarterId).length,
  told: (deps, message) => {
    const view = message.quarterId === null ? undefined : quarterViewNamed(deps, message.quarterId);
    if (!view) return undefined;
    const isDue = isQuarterMessageDue(deps, view.now, message);
    return {
      matter: { type: 'quarter', revision: view.now.revision, view },
      isOvertaken: !isDue,
      isWanted: isDue,
    };
  },
  answerers: (deps, { quarterId, kind }, personId) => {
    const view = quarterId === null ? undefined : quarterViewNamed(deps, quarterId);
    if (!view || kind !== 'quarterMinutes') return [];
    const { people, day, seats } = view.signers;
    return seats
      .map((seat) => seatAnswerers(seat, people, day).map(({ id }) => id))
      .filter((ids) => ids.includes(personId))
      .flat();
  },
  toldOfProject: () => [],
  waiting: (deps) => {
    const open = openMinutes(deps);
    return (personId) =>
      open
        .filter((view) => quarterReaderOf(view, personId).owes)
        .map((view) => ({
          ...{ type: 'quarter', waits: 'answer', view },
          since: view.now.events[view.now.versionSeq - 1]?.at ?? '',
        }));
  },
  unfinished: async (deps) =>
    (await unfinishedQuarters(deps)).map(({ id }) => [id, () => followQuarter(deps, id)]),
  byClock: async (deps) => {
    let told = 0;
    // A few a year: there is nothing to keep.
    for (const now of allQuarters(deps.stores)) told += await tellQuarter(deps, now);
    return told;
  },
};
