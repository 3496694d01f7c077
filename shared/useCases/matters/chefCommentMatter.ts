import { waitsSince } from '#shared/domain/asking/asking.ts';
import { chefCommentIdOf, chefSteps } from '#shared/domain/chefComments/chefComment.ts';
import { chefAnswerers } from '#shared/domain/chefComments/rules.ts';
import { chefWaitsOn } from '#shared/domain/chefComments/view.ts';
import { allChefComments, chefCommentById } from '../checklist/chefCommentsHeld.ts';
import { chefCommentViewOf, lacksNow, openChefComments } from '../chefComments/chefComments.ts';
import { followChefComment, needsChefFollow } from '../chefComments/followChefComment.ts';
import { mustPass, passChefComment } from '../chefComments/moveChefComment.ts';
import {
  isChefMessageDue,
  isChefUntold,
  tellChefComment,
} from '../chefComments/tellChefComments.ts';
import { callingAmong, callsForNothing, hoursOf } from '../kept/calling.ts';
import { peopleIn } from '../people.ts';
import { learnRecordedOnce } from '../record/recordHistory.ts';
import type { MatterKind } from './kind.ts';

const calling = callingAmong({
  own: { chefComments: 'chefCommentId' },
  subjects: ({ chefComments }) => chefComments.all().map(({ value }) => value.chefCommentId),
  look: (deps, id) => {
    const now = chefCommentById(deps.stores, id);
    if (!now) return callsForNothing;
    const isUntold = lacksNow(deps, now) !== null && isChefUntold(deps, now);
    return { calls: isUntold || mustPass(deps, now), hours: hoursOf(now.ask) };
  },
});

/** A chef's comment before a gate, and the choice of pool. */
export const chefCommentMatter: MatterKind = {
  revision: ({ stores }, { chefCommentId }) =>
    chefCommentId === null ? 0 : stores.chefComments.where('chefCommentId', chefCommentId).length,
  told: (deps, message) => {
    const id = message.chefCommentId;
    const view = id === null ? undefined : chefCommentViewOf(deps, id);
    if (!view) return undefined;
    const isDue = isChefMessageDue(deps, view.now, message);
    return {
      matter: { type: 'chefComment', revision: view.now.revision, view },
      isOvertaken: !isDue,
      isWanted: isDue,
    };
  },
  answerers: (deps, { chefCommentId, kind }) => {
    const view = chefCommentId === null ? undefined : chefCommentViewOf(deps, chefCommentId);
    return view && kind !== 'chefQuestion'
      ? chefAnswerers(view.project, peopleIn(deps), deps.clock.day()).map(({ id }) => id)
      : [];
  },
  toldOfProject: ({ stores }, projectId) =>
    chefSteps.flatMap((step) =>
      stores.messages.where('chefCommentId', chefCommentIdOf(projectId, step)),
    ),
  waiting: (deps) => {
    const open = openChefComments(deps);
    return (personId) =>
      open.flatMap((view) => {
        const waits = chefWaitsOn(view, personId);
        return waits === null
          ? []
          : [{ type: 'chefComment', since: waitsSince(view.now, waits), waits, view }];
      });
  },
  unfinished: async (deps) => {
    const all = allChefComments(deps.stores);
    if (all.length > 0) await learnRecordedOnce(deps, 'chefComment');
    return all
      .filter((now) => needsChefFollow(deps, now) || mustPass(deps, now))
      .map((now) => [
        now.id,
        async () => {
          await passChefComment(deps, now);
          await followChefComment(deps, now.id);
        },
      ]);
  },
  byClock: async (deps) => {
    let told = 0;
    for (const id of calling(deps)) {
      const now = chefCommentById(deps.stores, id);
      if (!now) continue;
      if (await passChefComment(deps, now)) told += 1;
      else if (lacksNow(deps, now) !== null) told += await tellChefComment(deps, now);
    }
    return told;
  },
};
