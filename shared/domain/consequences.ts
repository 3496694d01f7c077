import { askedShares, type PoolId, type PostingKind, payersOf, payingShares } from './funding.ts';
import { grantsMoney, outcomeRule } from './gates.ts';
import type { Ore } from './money.ts';
import { newIdea, type Project } from './project.ts';
import { choiceOf, type Decision } from './request.ts';
import { type StepCode, stepsToRepeat } from './steps.ts';

/** What belongs to a gate that is behind: the next one asks anew. Who pays stays, how much does not. */
const cleared = ({ shares }: Project) =>
  ({
    askOre: null,
    shares: payersOf(shares),
    recommendedOutcome: null,
    recommendationWhy: '',
    recommendLift: false,
    hoursDigitek: null,
    hoursIt: null,
    hoursArea: null,
    liftedGate: null,
    liftedBy: '',
    liftedAt: null,
  }) as const;

const moved = (project: Project, decision: Decision): Partial<Project> => {
  const choice = choiceOf(decision);
  const rule = choice ? outcomeRule(decision.gate, choice.outcome) : undefined;
  if (!choice || !rule) return {};
  const behind = cleared(project);
  if (rule.to === 'stopped') return { ...behind, status: 'stopped' };
  if (rule.asNewProject) return { ...behind, status: 'closed' };
  if (rule.to === null) return behind;
  const phase = choice.spread ? 'spread' : rule.to;
  return {
    ...behind,
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

/** Whether a decision went forward, so that what was asked for is spent on it. */
export const goesForward = (decision: Decision): boolean => {
  const choice = choiceOf(decision);
  return decision.ending === 'decided' && choice !== null && grantsMoney(decision.gate, choice);
};

/** Whether any of these decisions gave money of the common pool: then it binds (domain.md, Who decides 1). */
export const commonPoolGranted = (decisions: Iterable<Decision>): boolean => {
  for (const decision of decisions)
    if (goesForward(decision) && askedShares(decision).some(({ pool }) => pool === 'common'))
      return true;
  return false;
};

/**
 * What a decision does to the pools: a forward outcome grants what was asked for, everything else
 * releases. Shares beside an ask of 0 were reserved by an older build; they are given back.
 */
export const postingsAfter = (decision: Decision): readonly DuePosting[] => {
  const kind = goesForward(decision) && decision.askOre > 0 ? 'granted' : 'released';
  return payingShares(decision.shares).map((share) => ({
    pool: share.pool,
    kind,
    ore: share.ore,
    cause: `${decision.id}:${kind}:${share.pool}`,
  }));
};

/** What a list keeps of a title (platform C3), with room for a number. */
const longestName = 250;

/** Told from what it was: "DigiRehab 2", and then "DigiRehab 3". */
const titleAnew = ({ title, parentId }: Pick<Project, 'title' | 'parentId'>): string => {
  const [, name = title, number = '1'] =
    (parentId === null ? null : /^(.+) (\d{1,3})$/.exec(title)) ?? [];
  return `${name.slice(0, longestName).trimEnd()} ${Number(number) + 1}`;
};

/** The new idea that `rethink` opens, with the lineage it inherits; null for every other decision. */
export const rethoughtFrom = (project: Project, decision: Decision): Project | null => {
  const choice = choiceOf(decision);
  if (!choice || (choice.outcome !== 'rethink' && !choice.rethink)) return null;
  return newIdea({
    id: `${decision.id}-ny`,
    title: titleAnew(project),
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
    focus: project.focus,
    parentId: project.id,
    createdAt: decision.at,
    createdBy: decision.byName,
  });
};
