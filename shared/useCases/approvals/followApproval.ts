import type { ApprovalEvent, ApprovalId } from '#shared/domain/approvals/approval.ts';
import type { ApprovalNow } from '#shared/domain/approvals/now.ts';
import type { Change } from '#shared/domain/history.ts';
import type { Deps } from '../ports.ts';
import { changeBy, isRecorded, recordHistory } from '../record/recordHistory.ts';
import { readApproval } from './approvals.ts';
import { isApprovalUntold, tellApproval } from './tellApprovals.ts';

const historyOf = (event: ApprovalEvent): Change => {
  const { kind, step, seq, comment, seat, onBehalf, facts, dueAt } = event;
  return changeBy({ id: event.byId, name: event.byName }, 'approval', event.id, event.at, {
    before: '{}',
    after: JSON.stringify({ kind, step, seq, comment, seat, onBehalf, facts, dueAt }),
  });
};

/** Everything that follows from an approval's events; doing it again changes nothing. */
export const followApproval = async (deps: Deps, id: ApprovalId): Promise<void> => {
  const now = await readApproval(deps, id);
  if (!now) return;
  await tellApproval(deps, now);
  for (const event of now.events) await recordHistory(deps, now.projectId, historyOf(event));
};

/** Whether something of what follows may be missing, as far as memory knows. */
export const needsFollow = (deps: Deps, now: ApprovalNow): boolean =>
  now.events.some((event) => !isRecorded(deps, historyOf(event))) || isApprovalUntold(deps, now);
