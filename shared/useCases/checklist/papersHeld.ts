import { deciderOf } from '#shared/domain/decider.ts';
import {
  askedValues,
  type PaperContent,
  type PaperValues,
  projectFactsOf,
} from '#shared/domain/papers/content.ts';
import {
  latestOf,
  type PaperEvent,
  type PaperNews,
  type PaperNow,
  paperNowOf,
  versionMeant,
} from '#shared/domain/papers/now.ts';
import {
  doorOfPaper,
  isEmptyValue,
  isPaperCode,
  type PaperCode,
  type PaperField,
  paperIdOf,
  writtenValue,
} from '#shared/domain/papers/paper.ts';
import { gateAhead, type Project, type ProjectId } from '#shared/domain/project.ts';
import type { Decision, GateRequest } from '#shared/domain/request.ts';
import { appetiteOf, investmentOf } from '#shared/domain/risk.ts';
import { paperBefore } from '#shared/domain/steps.ts';
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

/** The paper of ours that a request rests on. */
const paperAsked = ({ gate }: Pick<GateRequest, 'gate'>): PaperCode | null => {
  const code = paperBefore(gate);
  return isPaperCode(code) ? code : null;
};

const hasWrittenSince = (
  stores: Pick<Stores, 'papers'>,
  { projectId, askedAt }: GateRequest,
  paper: PaperCode,
): boolean => draftIn(stores, projectId, paper).some(({ value }) => value.at > askedAt);

/**
 * What has come of the paper since the request was sent: a version after the one it is bound to, and
 * what is written and not yet saved. Of a paper that was written elsewhere nothing is known.
 */
export const paperNewsOf = (
  deps: Deps,
  project: Project,
  request: GateRequest,
): PaperNews | null => {
  const paper = paperAsked(request);
  const now = paper && paperIn(deps.stores, project.id, paper);
  const latest = now && latestOf(now);
  if (!latest) return null;
  const asked = versionMeant(now, request.paper);
  const isNewer = latest.at > request.askedAt && latest.version > (asked?.version ?? 0);
  const isWritten =
    hasWrittenSince(deps.stores, request, now.paper) && hasDraft(deps, project, now.paper);
  if (!isNewer && !isWritten) return null;
  const newer = isNewer ? { version: latest.version, link: latest.link } : null;
  return { paper: now.paper, newer, hasDraft: isWritten };
};

/**
 * How much a request's cards have to tell of its paper. It never falls, so that a card which is
 * behind is always known to be: a draft that is taken back counts all the same.
 */
export const paperMarks = (
  stores: Pick<Stores, 'papers' | 'paperVersions'>,
  request: GateRequest,
  decision: Decision | undefined,
): number => {
  const paper = paperAsked(request);
  if (paper === null) return 0;
  const since = paperIn(stores, request.projectId, paper).versions.filter(
    ({ at }) => at > request.askedAt && (!decision || at <= decision.at),
  );
  return 2 * since.length + Number(hasWrittenSince(stores, request, paper));
};
