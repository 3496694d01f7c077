import type { AreaId } from './area.ts';
import { deciderOf, sameDecider } from './decider.ts';
import { payingShares, type Share } from './funding.ts';
import type { Project } from './project.ts';
import { askOf, moneyMissing } from './readiness.ts';
import type { GateRequest } from './request.ts';

const inOrder = (shares: readonly Share[]): string =>
  JSON.stringify(
    payingShares(shares)
      .map(({ pool, ore }) => [pool, ore] as const)
      .sort(([a], [b]) => a.localeCompare(b)),
  );

/** Who is asked of the chefgruppe follows the areas, not the funding; and a re-routing is a wish. */
const isAnothers = (project: Project, request: GateRequest, areas: readonly AreaId[]): boolean => {
  const routing = deciderOf(project, request.gate, areas);
  if (!routing.ok || request.why.type === 'rerouted') return false;
  const { decider } = routing.value;
  return decider.type === 'chefgruppe' && request.decider.type === 'chefgruppe'
    ? false
    : !sameDecider(decider, request.decider);
};

/** Whether a project as it is now can be asked about at all: whose it is, how much, and from where. */
export const canBeAsked = (project: Project, request: Pick<GateRequest, 'gate'>): boolean =>
  project.leadArea !== null && moneyMissing(project, request.gate).length === 0;

/**
 * Whether an open request asks for other money, or asks somebody else, than its project now says
 * (domain.md, Who decides): then it ends, and whoever decides now is asked anew.
 */
export const asksAnew = (
  project: Project,
  request: GateRequest,
  areas: readonly AreaId[],
): boolean =>
  canBeAsked(project, request) &&
  (askOf(project, request.gate) !== request.askOre ||
    inOrder(project.shares) !== inOrder(request.shares) ||
    isAnothers(project, request, areas));
