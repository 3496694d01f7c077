import { approvalIdOf } from '#shared/domain/approvals/approval.ts';
import { chefCommentIdOf } from '#shared/domain/chefComments/chefComment.ts';
import { dayOf } from '#shared/domain/day.ts';
import type { PersonId } from '#shared/domain/person.ts';
import { moveApproval } from '#shared/useCases/approvals/moveApproval.ts';
import { moveChefComment } from '#shared/useCases/chefComments/moveChefComment.ts';
import { actorOf } from '#shared/useCases/people.ts';
import type { Deps } from '#shared/useCases/ports.ts';
import type { Wired } from '../../bot/wiring.ts';
import { before } from './spread.ts';

/** An owner who is asked about a paper, and a chef whose owner has said yes. */
const asksOwner = 'P114';
const asksChef = 'P064';

const person = (deps: Deps, id: PersonId | null) =>
  actorOf(deps, id ?? '', deps.stores.people.get(id ?? '')?.value.name ?? '');

const told = <T extends { readonly type: string }>(what: string, result: T): void => {
  if (result.type === 'refused' || result.type === 'unknown')
    throw new Error(`The sample's ${what} cannot be asked: ${JSON.stringify(result)}`);
};

const ownerIsAsked = async (deps: Deps): Promise<void> => {
  const project = deps.stores.projects.get(asksOwner)?.value;
  const id = approvalIdOf(asksOwner, 'ideaOwner');
  const lead = person(deps, project?.leadId ?? null);
  told(asksOwner, await moveApproval(deps, lead, id, { type: 'asked', revision: 0 }));
};

const chefIsAsked = async (deps: Deps): Promise<void> => {
  const project = deps.stores.projects.get(asksChef)?.value;
  const yes = { type: 'approved', ask: null, comment: 'Det kan jeg godt stå inde for.' } as const;
  const owner = person(deps, project?.ownerId ?? null);
  const lead = person(deps, project?.leadId ?? null);
  told(asksChef, await moveApproval(deps, owner, approvalIdOf(asksChef, 'ideaOwner'), yes));
  const id = chefCommentIdOf(asksChef, 'ideaChef');
  told(asksChef, await moveChefComment(deps, lead, id, { type: 'asked', revision: 0 }));
};

/** Whether those the sample asks have been asked; the chef is the last. */
export const asksAreSent = ({ stores }: Pick<Wired, 'stores'>): boolean =>
  stores.approvals.where('projectId', asksOwner).length > 0 &&
  stores.chefComments.where('projectId', asksChef).length > 0;

/** Asked as anybody would ask, yesterday; what was asked already is not asked again. */
export const sendSampleAsks = async (wired: Wired): Promise<void> => {
  const at = before(wired.deps.clock.now(), 1);
  const deps: Deps = { ...wired.deps, clock: { now: () => at, day: () => dayOf(at) } };
  const { approvals, chefComments } = deps.stores;
  if (approvals.where('projectId', asksOwner).length === 0) await ownerIsAsked(deps);
  if (chefComments.where('projectId', asksChef).length === 0) await chefIsAsked(deps);
  await wired.settled();
};
