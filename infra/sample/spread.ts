import { payingShares, totalOf } from '#shared/domain/funding.ts';
import type { Person } from '#shared/domain/person.ts';
import {
  attentions,
  type Project,
  type RiskValue,
  spreadPotentials,
  type TekValue,
  timeHorizons,
} from '#shared/domain/project.ts';
import { importWords } from '#shared/words/server/import.ts';
import { plainWhys, type SampleDetail, sampleDetails } from './details.ts';
import { sampleIdeas } from './ideas.ts';
import { type SamplePaper, samplePapers } from './papers.ts';
import { leads, ownersIn } from './people.ts';
import { placeOf } from './places.ts';
import { planFor } from './plans.ts';

export type Around = {
  /** By the name before the @. */
  readonly people: ReadonlyMap<string, Person>;
  readonly now: string;
};

const dayMs = 24 * 60 * 60_000;

export const before = (now: string, days: number): string =>
  new Date(Date.parse(now) - days * dayMs).toISOString().replace(/\.\d+Z$/, 'Z');

/** So long ago it was all put in, so that there is something to look back on. */
export const daysBack = 200;

/** The same number for the same project every time. */
export const numberOf = (id: string): number => Number(/\d+/.exec(id)?.[0] ?? 0);

const isOver = (project: Pick<Project, 'status'>): boolean =>
  project.status === 'stopped' || project.status === 'closed';

export const isAtWork = (project: Pick<Project, 'status'>): boolean =>
  project.status === 'active' || project.status === 'operating';

const named = <T extends string>(
  field: T,
  person: Person | undefined,
): Partial<Record<`${T}Id` | `${T}Name`, string>> =>
  (person ? { [`${field}Id`]: person.id, [`${field}Name`]: person.name } : {}) as Partial<
    Record<`${T}Id` | `${T}Name`, string>
  >;

const peopleOf = (project: Project, { people }: Around): Partial<Project> => {
  const at = numberOf(project.id);
  const owners = ownersIn[project.leadArea ?? 'omsorg'] ?? [];
  const owner = people.get(owners[at % Math.max(1, owners.length)] ?? '');
  const lead = people.get(leads[at % leads.length] ?? '');
  return { ...named('owner', owner), ...named('lead', lead) };
};

/** A leg the source names is worth more than one it does not. */
const estimated = (project: Project): Partial<Project> => {
  const value = (why: string): TekValue =>
    why === importWords.namedBenefit ? (numberOf(project.id) % 2 === 0 ? 3 : 2) : 1;
  const risk = ((numberOf(project.id) % 3) + 1) as RiskValue;
  return {
    efficiency: value(project.efficiencyWhy),
    efficiencyWhy: plainWhys.efficiency,
    quality: value(project.qualityWhy),
    qualityWhy: plainWhys.quality,
    wellbeing: value(project.wellbeingWhy),
    wellbeingWhy: plainWhys.wellbeing,
    predictability: risk,
    breadth: 1,
    challenge: risk,
    maturity: 1,
    riskCategory: risk,
    riskWhy: plainWhys.risk,
    timeHorizon: timeHorizons[numberOf(project.id) % 3] ?? null,
    spreadPotential: spreadPotentials[numberOf(project.id) % 2] ?? null,
    attention: attentions[(numberOf(project.id) + 1) % 3] ?? null,
  };
};

const paperFields = (paper: SamplePaper): Partial<Project> => ({
  purpose: paper.purpose,
  askOre: totalOf(payingShares(paper.shares)),
  shares: paper.shares,
  runningCostsOre: paper.runningCosts ?? [],
  operationPayer: paper.operationPayer ?? '',
  verySmall: paper.verySmall ?? false,
  efficiency: paper.tek[0],
  efficiencyWhy: paper.whys[0],
  quality: paper.tek[1],
  qualityWhy: paper.whys[1],
  wellbeing: paper.tek[2],
  wellbeingWhy: paper.whys[2],
  predictability: paper.risk,
  breadth: Math.max(1, paper.risk - 1) as RiskValue,
  challenge: paper.risk,
  maturity: 1,
  riskCategory: paper.risk,
  riskWhy: paper.riskWhy,
  firstPriority: paper.priority,
  recommendedPriority: paper.priority,
  recommendedOutcome: paper.outcome,
  recommendationWhy: paper.recommendation,
  recommendLift: paper.recommendLift ?? false,
});

const detailFields = (detail: SampleDetail, { now }: Around): Partial<Project> => ({
  ...(detail.purpose === undefined ? {} : { purpose: detail.purpose }),
  ...(detail.budget === undefined ? {} : { budgetOre: detail.budget }),
  ...(detail.priority === undefined ? {} : { firstPriority: detail.priority }),
  ...(detail.waits ? { waitsFor: detail.waits[0], waitsSince: before(now, detail.waits[1]) } : {}),
  ...(detail.next
    ? {
        nextStep: detail.next[0],
        nextStepDue: detail.next[1] === null ? null : before(now, -detail.next[1]).slice(0, 10),
      }
    : {}),
});

/** Who gave an idea, and when. */
const givenBy = ({ id }: Project, { people, now }: Around): Partial<Project> => {
  const idea = sampleIdeas[id];
  const by = people.get(idea?.by ?? '');
  if (!idea || !by) return {};
  const createdAt = before(now, idea.daysAgo);
  const { origin } = idea;
  return { createdAt, phaseSince: createdAt, createdBy: by.name, createdById: by.id, origin };
};

/** How long it has been where it is: some sit, most do not. */
const daysInPhase = (project: Project): number =>
  (samplePapers[project.id]?.sentDaysAgo ?? 0) + 6 + ((numberOf(project.id) * 7) % 38);

const madeUp = (imported: Project, spread: Project): readonly string[] =>
  Object.keys(spread).filter(
    (name) =>
      JSON.stringify(imported[name as keyof Project]) !==
      JSON.stringify(spread[name as keyof Project]),
  );

/** An imported project as the sample shows it; every field that was made up is named. */
export const spreadOf = (imported: Project, around: Around): Project => {
  const place = placeOf(imported.id);
  const placed: Project = { ...imported, ...place };
  const atWork = isAtWork(placed);
  const paper = samplePapers[imported.id];
  const detail = sampleDetails[imported.id];
  const spread: Project = {
    ...placed,
    createdAt: before(around.now, daysBack),
    ...(isOver(placed) ? {} : { phaseSince: before(around.now, daysInPhase(imported)) }),
    ...(atWork ? { ...peopleOf(imported, around), ...estimated(imported) } : {}),
    ...(detail ? detailFields(detail, around) : {}),
    ...(paper ? paperFields(paper) : {}),
    ...givenBy(imported, around),
  };
  const planned = { ...spread, ...planFor(spread, around.now.slice(0, 10)) };
  return { ...planned, sampleFields: madeUp(imported, planned) };
};
