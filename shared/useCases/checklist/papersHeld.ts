import { deciderOf } from '#shared/domain/decider.ts';
import {
  askedValues,
  type PaperContent,
  type PaperValues,
  projectFactsOf,
} from '#shared/domain/papers/content.ts';
import { latestOf, type PaperEvent, type PaperNow, paperNowOf } from '#shared/domain/papers/now.ts';
import {
  doorOfPaper,
  isEmptyValue,
  type PaperCode,
  type PaperField,
  paperIdOf,
  writtenValue,
} from '#shared/domain/papers/paper.ts';
import { gateAhead, type Project, type ProjectId } from '#shared/domain/project.ts';
import { appetiteOf, investmentOf } from '#shared/domain/risk.ts';
import { eventsOf, foldedBy, foldOf } from '../asking/events.ts';
import { boundOf } from '../ledger/boundOf.ts';
import type { Deps, Row, Stores } from '../ports.ts';
import { areaIdsOf, settingsOf } from '../settings/settingsOf.ts';

/** A paper as memory has it; one that nobody has saved yet has no versions. */
export const paperIn = (
  stores: Pick<Stores, 'paperVersions'>,
  projectId: ProjectId,
  paper: PaperCode,
): PaperNow =>
  paperNowOf(
    { projectId, paper },
    eventsOf(stores.paperVersions.where('paperId', paperIdOf(projectId, paper))),
  );

const folded = foldedBy(({ paperId }: PaperEvent) => paperId, foldOf(paperNowOf));

/** Every paper that has a version. */
export const allPapers = (stores: Stores): readonly PaperNow[] =>
  folded(stores.paperVersions.all());

/** What is written of a paper so far, field by field. */
export const draftIn = (
  stores: Pick<Stores, 'papers'>,
  projectId: ProjectId,
  paper: PaperCode,
): readonly Row<PaperField>[] =>
  stores.papers.where('projectId', projectId).filter(({ value }) => value.paper === paper);

const valuesIn = (rows: readonly Row<PaperField>[]): PaperValues =>
  Object.fromEntries(rows.map(({ value }) => [value.field, writtenValue(value)]));

/** A paper as it would be saved now: what is asked and answered, and what the project says. */
export const contentNow = (deps: Deps, project: Project, paper: PaperCode): PaperContent => {
  const { areas, paperTemplates } = settingsOf(deps.stores);
  const gate = gateAhead(project) === doorOfPaper(paper) ? doorOfPaper(paper) : null;
  const routing = gate && deciderOf(boundOf(deps, project), gate, areaIdsOf(deps.stores));
  const investment = investmentOf(project.budgetOre, project.askOre);
  const facts = projectFactsOf(project, {
    appetite: appetiteOf(project.riskCategory, project, investment),
    routing: routing?.ok ? routing.value : null,
    gate,
  });
  const whole = { paper, template: paperTemplates[paper], facts, areas };
  return {
    ...whole,
    values: askedValues(whole, valuesIn(draftIn(deps.stores, project.id, paper))),
  };
};

/** Equal for equal answers, in whatever order they were given. */
const fieldsHashOf = ({ hashOf }: Pick<Deps, 'hashOf'>, { values }: PaperContent): string =>
  hashOf(
    JSON.stringify(
      Object.entries(values)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([code, { text, answer, rows }]) => [code, text, answer, rows]),
    ),
  );

export const hashesOf = (
  deps: Pick<Deps, 'hashOf'>,
  content: PaperContent,
): { readonly fields: string; readonly whole: string } => {
  const fields = fieldsHashOf(deps, content);
  const { paper, template, facts, areas } = content;
  return { fields, whole: deps.hashOf(JSON.stringify([fields, paper, template, facts, areas])) };
};

/** Somebody has written since the latest version, or before the first. */
export const hasDraft = (deps: Deps, project: Project, paper: PaperCode): boolean => {
  const rows = draftIn(deps.stores, project.id, paper);
  if (rows.every(({ value }) => isEmptyValue(value))) return false;
  const latest = latestOf(paperIn(deps.stores, project.id, paper));
  return latest?.fieldsHash !== hashesOf(deps, contentNow(deps, project, paper)).fields;
};
