import { approvalBefore } from '#shared/domain/approvals/approval.ts';
import { isWaiting } from '#shared/domain/approvals/now.ts';
import type { AreaId } from '#shared/domain/area.ts';
import { chefStepBefore } from '#shared/domain/chefComments/chefComment.ts';
import { lacksOf } from '#shared/domain/chefComments/now.ts';
import { needsPool } from '#shared/domain/chefComments/rules.ts';
import type { Door } from '#shared/domain/gates.ts';
import { purchaseIdOf } from '#shared/domain/inquiries/inquiry.ts';
import { waitedNames } from '#shared/domain/inquiries/now.ts';
import { holdersOfRole } from '#shared/domain/inquiries/people.ts';
import { gateAhead, type Project } from '#shared/domain/project.ts';
import { hasOpenRequest } from '../asking/around.ts';
import type { Stores } from '../ports.ts';
import { approvalIn } from './approvalsHeld.ts';
import { chefCommentIn } from './chefCommentsHeld.ts';
import { inquiryById, isWaitingNow } from './inquiriesHeld.ts';
import { interestIn, owedNow } from './interestHeld.ts';

/** Who is asked before a gate, or whether something is to be bought, and since when. */
export type AskedBeforeGate = {
  readonly type: 'owner' | 'chef' | 'interest' | 'purchase';
  readonly whom: string;
  readonly since: string;
  readonly gate: Door;
};

/** The chef of an area by name; '' when nobody is. */
export const chefNameIn = ({ people }: Pick<Stores, 'people'>, area: AreaId | null): string =>
  people.all().find(({ value }) => value.roles.includes('chef') && value.area === area)?.value
    .name ?? '';

const ownerIn = (stores: Stores, project: Project, gate: Door): AskedBeforeGate | null => {
  const now = approvalIn(stores, project.id, approvalBefore(gate));
  return isWaiting(now)
    ? { type: 'owner', whom: project.ownerName, since: now.ask.at, gate }
    : null;
};

const chefIn = (stores: Stores, project: Project, gate: Door): AskedBeforeGate | null => {
  const step = chefStepBefore(gate);
  const now = chefCommentIn(stores, project.id, step);
  return now.ask && lacksOf(now, needsPool(project, step)) !== null
    ? { type: 'chef', whom: chefNameIn(stores, project.leadArea), since: now.ask.at, gate }
    : null;
};

const interestedIn = (stores: Stores, project: Project): AskedBeforeGate | null => {
  const now = interestIn(stores, project.id);
  if (now.ask === null || owedNow(stores, now) === null) return null;
  const whom =
    now.askedId === null
      ? chefNameIn(stores, project.leadArea)
      : (stores.people.get(now.askedId)?.value.name ?? '');
  return { type: 'interest', whom, since: (now.word ?? now.ask).at, gate: 'gate1' };
};

/** Who looks at something that is to be bought, or decides it. */
const purchaseIn = (stores: Stores, project: Project): AskedBeforeGate | null => {
  for (const subject of ['purchase', 'screening'] as const) {
    const now = inquiryById(stores, purchaseIdOf(project.id, subject));
    if (!now?.ask || !isWaitingNow(stores, now)) continue;
    const [consultant] = holdersOfRole(
      'consultant',
      stores.people.all().map(({ value }) => value),
    );
    const whom = subject === 'purchase' ? waitedNames(now) : consultant?.name;
    return { type: 'purchase', whom: whom ?? '', since: now.ask.at, gate: 'gate1' };
  }
  return null;
};

/** Whose word is waited for before the gate; most projects wait for nobody's. */
export const askedBeforeGate = (stores: Stores, project: Project): AskedBeforeGate | null => {
  const { approvals, chefComments, interests, inquiries } = stores;
  const isAnyAsked =
    inquiries.where('projectId', project.id).length > 0 ||
    interests.where('projectId', project.id).length > 0 ||
    approvals.where('projectId', project.id).length > 0 ||
    chefComments.where('projectId', project.id).length > 0;
  const gate = isAnyAsked ? gateAhead(project) : null;
  if (gate === null || gate === 'funding' || hasOpenRequest(stores, project.id)) return null;
  const asked =
    ownerIn(stores, project, gate) ??
    chefIn(stores, project, gate) ??
    interestedIn(stores, project) ??
    purchaseIn(stores, project);
  // A seat that nobody holds is nobody to wait for.
  return asked?.whom ? asked : null;
};
