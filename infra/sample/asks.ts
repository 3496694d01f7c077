import { approvalIdOf } from '#shared/domain/approvals/approval.ts';
import { chefCommentIdOf } from '#shared/domain/chefComments/chefComment.ts';
import { dayOf } from '#shared/domain/day.ts';
import { interestIdOf } from '#shared/domain/interest/interest.ts';
import type { Actor, PersonId } from '#shared/domain/person.ts';
import { moveApproval } from '#shared/useCases/approvals/moveApproval.ts';
import { moveChefComment } from '#shared/useCases/chefComments/moveChefComment.ts';
import { moveInterest } from '#shared/useCases/interest/moveInterest.ts';
import { actorOf } from '#shared/useCases/people.ts';
import type { Deps } from '#shared/useCases/ports.ts';
import type { Wired } from '../../bot/wiring.ts';
import { sampleIdeas } from './ideas.ts';
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

const byAlias = (deps: Deps, alias: string): Actor => {
  const found = deps.stores.people.all().find(({ value }) => value.upn.startsWith(`${alias}@`));
  return person(deps, found?.value.id ?? null);
};

const clockAt = (deps: Deps, days: number): Deps => {
  const at = before(deps.clock.now(), days);
  return { ...deps, clock: { now: () => at, day: () => dayOf(at) } };
};

/** Whoever is asked whether an idea is wanted; one has said yes, and who owns it. */
const interestIsAsked = async (deps: Deps, projectId: string): Promise<void> => {
  const asked = sampleIdeas[projectId]?.asked;
  if (!asked) return;
  const id = interestIdOf(projectId);
  const then = clockAt(deps, asked.daysAgo);
  const askedId = asked.leder === undefined ? null : byAlias(deps, asked.leder).id;
  const team = byAlias(deps, 'digitek1');
  told(projectId, await moveInterest(then, team, id, { type: 'asked', revision: 0, askedId }));
  if (!asked.yes) return;
  const seen = { ask: 1, revision: 1 };
  const by = byAlias(deps, asked.yes.by);
  const yes = { type: 'yes', ...seen, priority: 'medium', comment: '' } as const;
  told(projectId, await moveInterest(then, by, id, yes));
  const ownerId = byAlias(deps, asked.yes.owner).id;
  told(projectId, await moveInterest(then, by, id, { type: 'owner', ...seen, ownerId }));
};

const askedIdeas = Object.keys(sampleIdeas).filter((id) => sampleIdeas[id]?.asked);

/** Whether those the sample asks have been asked; the chef is the last. */
export const asksAreSent = ({ stores }: Pick<Wired, 'stores'>): boolean =>
  stores.approvals.where('projectId', asksOwner).length > 0 &&
  stores.chefComments.where('projectId', asksChef).length > 0 &&
  askedIdeas.every((id) => stores.interests.where('projectId', id).length > 0);

/** Asked as anybody would ask, yesterday; what was asked already is not asked again. */
export const sendSampleAsks = async (wired: Wired): Promise<void> => {
  const deps = clockAt(wired.deps, 1);
  const { approvals, chefComments, interests } = deps.stores;
  if (approvals.where('projectId', asksOwner).length === 0) await ownerIsAsked(deps);
  if (chefComments.where('projectId', asksChef).length === 0) await chefIsAsked(deps);
  for (const id of askedIdeas)
    if (interests.where('projectId', id).length === 0) await interestIsAsked(wired.deps, id);
  await wired.settled();
};
