import type { Area } from '../area.ts';
import type { Routing } from '../decider.ts';
import type { Gate } from '../gates.ts';
import type { Project } from '../project.ts';
import type { Appetite } from '../risk.ts';
import { isEmptyValue, type PaperCode, type PaperValue, textsIn, wordsIn } from './paper.ts';
import { type PaperTemplate, sectionsOf } from './template.ts';

/** The fields of a project that its papers show. */
const factFields = [
  'title',
  'purpose',
  'type',
  'leadArea',
  'ownerName',
  'leadName',
  'askOre',
  'shares',
  'budgetOre',
  'runningCostsOre',
  'efficiency',
  'efficiencyWhy',
  'quality',
  'qualityWhy',
  'wellbeing',
  'wellbeingWhy',
  'riskCategory',
  'riskWhy',
  'recommendedPriority',
  'recommendedOutcome',
  'recommendationWhy',
  'recommendLift',
] as const satisfies readonly (keyof Project)[];

/** What a paper draws from the project. */
export type ProjectFacts = Pick<Project, (typeof factFields)[number]> & {
  readonly appetite: Appetite | null;
  /** Who decides at the paper's gate, and why; null when nobody can be named yet. */
  readonly routing: Routing | null;
  /** The gate it is for; null when the project has left it behind, or passes none. */
  readonly gate: Gate | null;
};

export const projectFactsOf = (
  project: Project,
  beside: Pick<ProjectFacts, 'appetite' | 'routing' | 'gate'>,
): ProjectFacts => ({
  ...(Object.fromEntries(factFields.map((name) => [name, project[name]])) as Pick<
    Project,
    (typeof factFields)[number]
  >),
  ...beside,
});

export type PaperValues = Readonly<Record<string, PaperValue>>;

/** Everything a version holds, so that it can be read and drawn for good as it was. */
export type PaperContent = {
  readonly paper: PaperCode;
  readonly template: PaperTemplate;
  readonly values: PaperValues;
  readonly facts: ProjectFacts;
  readonly areas: readonly Area[];
};

/** What is written under the questions that are asked; a question nobody answered is not there. */
export const askedValues = (
  { paper, template, facts }: Pick<PaperContent, 'paper' | 'template' | 'facts'>,
  values: PaperValues,
): PaperValues =>
  Object.fromEntries(
    sectionsOf(paper, template, facts.type)
      .flatMap(({ questions }) => questions)
      .flatMap(({ code }) => {
        const value = values[code];
        return value && !isEmptyValue(value) ? [[code, value] as const] : [];
      }),
  );

/** The words people have written, and those the project adds. */
export const wordCountOf = ({ values, facts }: PaperContent): number => {
  const drawn = [facts.purpose, facts.riskWhy, facts.recommendationWhy];
  const whys = [facts.efficiencyWhy, facts.qualityWhy, facts.wellbeingWhy];
  const written = Object.values(values).flatMap(textsIn);
  return [...written, ...drawn, ...whys].reduce((sum, text) => sum + wordsIn(text), 0);
};
