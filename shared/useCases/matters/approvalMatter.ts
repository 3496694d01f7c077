import { approvalIdOf, approvalSteps } from '#shared/domain/approvals/approval.ts';
import { approvalAnswerers } from '#shared/domain/approvals/rules.ts';
import { waitsOn } from '#shared/domain/approvals/view.ts';
import { waitsSince } from '#shared/domain/asking/asking.ts';
import { approvalViewOf, isOpenApproval, openApprovals } from '../approvals/approvals.ts';
import { followApproval, needsFollow } from '../approvals/followApproval.ts';
import { askOwnerAnew, mustAskAnew } from '../approvals/moveApproval.ts';
import { isApprovalDue, isApprovalUntold, tellApproval } from '../approvals/tellApprovals.ts';
import { allApprovals, approvalById } from '../checklist/approvalsHeld.ts';
import { callingAmong, callsForNothing, hoursOf } from '../kept/calling.ts';
import { peopleIn } from '../people.ts';
import { learnRecordedOnce } from '../record/recordHistory.ts';
import type { MatterKind } from './kind.ts';

const calling = callingAmong({
  own: { approvals: 'approvalId' },
  subjects: ({ approvals }) => approvals.all().map(({ value }) => value.approvalId),
  look: (deps, id) => {
    const now = approvalById(deps.stores, id);
    if (!now) return callsForNothing;
    const isUntold = isOpenApproval(deps.stores, now) && isApprovalUntold(deps, now);
    return { calls: isUntold || mustAskAnew(deps, now), hours: hoursOf(now.ask) };
  },
});

/** An owner's approval of a paper. */
export const approvalMatter: MatterKind = {
  revision: ({ stores }, { approvalId }) =>
    approvalId === null ? 0 : stores.approvals.where('approvalId', approvalId).length,
  told: (deps, message) => {
    const view = message.approvalId === null ? undefined : approvalViewOf(deps, message.approvalId);
    if (!view) return undefined;
    const isDue = isApprovalDue(deps, view.now, message);
    return {
      matter: { type: 'approval', revision: view.now.revision, view },
      isOvertaken: !isDue,
      isWanted: isDue,
    };
  },
  answerers: (deps, { approvalId, kind }) => {
    const view = approvalId === null ? undefined : approvalViewOf(deps, approvalId);
    return view && kind !== 'approvalQuestion'
      ? approvalAnswerers(view.project, peopleIn(deps), deps.clock.day()).map(({ id }) => id)
      : [];
  },
  toldOfProject: ({ stores }, projectId) =>
    approvalSteps.flatMap((step) =>
      stores.messages.where('approvalId', approvalIdOf(projectId, step)),
    ),
  waiting: (deps) => {
    const open = openApprovals(deps);
    return (personId) =>
      open.flatMap((view) => {
        const waits = waitsOn(view, personId);
        return waits === null
          ? []
          : [{ type: 'approval', since: waitsSince(view.now, waits), waits, view }];
      });
  },
  unfinished: async (deps) => {
    const all = allApprovals(deps.stores);
    if (all.length > 0) await learnRecordedOnce(deps, 'approval');
    return all
      .filter((now) => needsFollow(deps, now) || mustAskAnew(deps, now))
      .map((now) => [
        now.id,
        async () => {
          await askOwnerAnew(deps, now);
          await followApproval(deps, now.id);
        },
      ]);
  },
  byClock: async (deps) => {
    let told = 0;
    for (const id of calling(deps)) {
      const now = approvalById(deps.stores, id);
      if (!now) continue;
      if (await askOwnerAnew(deps, now)) told += 1;
      else if (isOpenApproval(deps.stores, now)) told += await tellApproval(deps, now);
    }
    return told;
  },
};
