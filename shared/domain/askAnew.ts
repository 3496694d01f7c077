import type { AreaId } from './area.ts';
import { deciderOf, type Routed, sameDecider } from './decider.ts';
import { askedShares } from './funding.ts';
import type { Project } from './project.ts';
import { askOf, moneyMissing, sharesAskedOf } from './readiness.ts';
import type { GateRequest } from './request.ts';

/** A project with what its decisions say of its money. */
export type Bound = Project & Pick<Routed, 'commonGranted'>;

const inOrder = (asked: Pick<GateRequest, 'askOre' | 'shares'>): string =>
  JSON.stringify(
    askedShares(asked)
      .map(({ pool, ore }) => [pool, ore] as const)
      .sort(([a], [b]) => a.localeCompare(b)),
  );

/**
 * Who is asked of the chefgruppe follows the areas, not the funding. A re-routing is a wish that
 * holds among chefs, and gives way when the matter is not for one of them to decide.
 */
const isAnothers = (project: Bound, request: GateRequest, areas: readonly AreaId[]): boolean => {
  const routing = deciderOf(project, request.gate, areas);
  if (!routing.ok) return false;
  const { decider } = routing.value;
  if (decider.type === 'chefgruppe') return request.decider.type !== 'chefgruppe';
  return request.why.type !== 'rerouted' && !sameDecider(decider, request.decider);
};

/** Whether a project as it is now can be asked about at all: whose it is, how much, and from where. */
export const canBeAsked = (project: Project, request: Pick<GateRequest, 'gate'>): boolean =>
  project.leadArea !== null && moneyMissing(project, request.gate).length === 0;

/**
 * Whether an open request asks for other money, or asks somebody else, than its project now says
 * (domain.md, Who decides): then it ends, and whoever decides now is asked anew.
 */
export const asksAnew = (
  project: Bound,
  request: GateRequest,
  areas: readonly AreaId[],
): boolean => {
  if (!canBeAsked(project, request)) return false;
  const asked = {
    askOre: askOf(project, request.gate) ?? 0,
    shares: sharesAskedOf(project, request.gate),
  };
  return (
    asked.askOre !== request.askOre ||
    inOrder(asked) !== inOrder(request) ||
    isAnothers(project, request, areas)
  );
};
