import { type PoolId, type PostingKind, payingShares } from './funding.ts';
import { grantsMoney, outcomeRule } from './gates.ts';
import type { Ore } from './money.ts';
import { newIdea, type Project } from './project.ts';
import { choiceOf, type Decision } from './request.ts';
import { type StepCode, stepsToRepeat } from './steps.ts';

/** What belongs to a gate that is behind: the next one asks anew. */
const cleared = {
  askOre: null,
  recommendedOutcome: null,
  recommendationWhy: '',
  recommendLift: false,
  liftedGate: null,
  liftedBy: '',
  liftedAt: null,
} as const;

const moved = (project: Project, decision: Decision): Partial<Project> => {
  const choice = choiceOf(decision);
  const rule = choice ? outcomeRule(decision.gate, choice.outcome) : undefined;
  if (!choice || !rule) return {};
  if (rule.to === 'stopped') return { ...cleared, status: 'stopped' };
  if (rule.asNewProject) return { ...cleared, status: 'closed' };
  if (rule.to === null) return cleared;
  const phase = choice.spread ? 'spread' : rule.to;
  return {
    ...cleared,
    phase,
    status: phase === 'operation' || phase === 'spread' ? 'operating' : 'active',
    phaseSince: decision.at,
    fastTracked: project.fastTracked || choice.outcome === 'fastTrack',
  };
};

/**
 * How a decision changes its project; {} when it is applied already. The project remembers the
 * last decision, so applying it again changes nothing.
 */
export const changesAfter = (project: Project, decision: Decision): Partial<Project> => {
  if (project.lastDecision === decision.id) return {};
  const lastDecision = decision.id;
  switch (decision.ending) {
    case 'decided':
      return { ...moved(project, decision), lastDecision };
    case 'lifted':
      return {
        liftedGate: decision.gate,
        liftedBy: decision.byName,
        liftedAt: decision.at,
        lastDecision,
      };
    case 'withdrawn':
    case 'askedAnew':
    case 'rerouted':
    case 'toCommonPool':
      return { lastDecision };
  }
};

/** Steps that are undone by a decision, because they were about the paper as it was. */
export const stepsUndoneBy = (decision: Decision): readonly StepCode[] =>
  decision.ending === 'decided' && decision.outcome === 'backToInvestigation'
    ? stepsToRepeat(decision.gate)
    : [];

export type DuePosting = {
  readonly pool: PoolId;
  readonly kind: Extract<PostingKind, 'granted' | 'released'>;
  readonly ore: Ore;
  readonly cause: string;
};

/** What a decision does to the pools: a forward outcome grants, everything else releases. */
export const postingsAfter = (decision: Decision): readonly DuePosting[] => {
  const choice = choiceOf(decision);
  const grants =
    decision.ending === 'decided' && choice !== null && grantsMoney(decision.gate, choice);
  const kind = grants ? 'granted' : 'released';
  return payingShares(decision.shares).map((share) => ({
    pool: share.pool,
    kind,
    ore: share.ore,
    cause: `${decision.id}:${kind}:${share.pool}`,
  }));
};

/** The new idea that `rethink` opens, with the lineage it inherits; null for every other decision. */
export const rethoughtFrom = (project: Project, decision: Decision): Project | null => {
  const choice = choiceOf(decision);
  if (!choice || (choice.outcome !== 'rethink' && !choice.rethink)) return null;
  return newIdea({
    id: `${decision.id}-ny`,
    title: project.title,
    purpose: project.purpose,
    summary: project.summary,
    type: project.type,
    status: 'active',
    leadArea: project.leadArea,
    areas: project.areas,
    ownerId: project.ownerId,
    ownerName: project.ownerName,
    leadId: project.leadId,
    leadName: project.leadName,
    municipality: project.municipality,
    technology: project.technology,
    parentId: project.id,
    createdAt: decision.at,
    createdBy: decision.byName,
  });
};
