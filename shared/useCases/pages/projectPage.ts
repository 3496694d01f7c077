import type { ProjectReply } from '#shared/contract/api.ts';
import { approvalBefore, approvalIdOf } from '#shared/domain/approvals/approval.ts';
import { chefCommentIdOf, chefStepBefore } from '#shared/domain/chefComments/chefComment.ts';
import { deciderOf } from '#shared/domain/decider.ts';
import { changeable, mayPlanStep, tickable, writesDown } from '#shared/domain/fieldRights.ts';
import { chainFaultOf, type HistoryEntry } from '#shared/domain/history.ts';
import { interestIdOf } from '#shared/domain/interest/interest.ts';
import { isIdea } from '#shared/domain/interest/rules.ts';
import { actions, may } from '#shared/domain/permissions.ts';
import type { Actor } from '#shared/domain/person.ts';
import type { Project } from '#shared/domain/project.ts';
import { gateAhead } from '#shared/domain/project.ts';
import { missingFor, restsOnCount } from '#shared/domain/readiness.ts';
import { mayReport } from '#shared/domain/reports/report.ts';
import type { Decision } from '#shared/domain/request.ts';
import { waitsForReader } from '#shared/domain/requestView.ts';
import { appetiteOf, investmentOf } from '#shared/domain/risk.ts';
import { inOrder, takesUnits } from '#shared/domain/spread/spreadUnit.ts';
import { stepCodes } from '#shared/domain/steps.ts';
import { isAsked } from '#shared/domain/stepTemplates.ts';
import { approvalViewOf } from '../approvals/approvals.ts';
import { askedBeforeGate } from '../checklist/askedBeforeGate.ts';
import { restingIn } from '../checklist/filesHeld.ts';
import { stepsByCode } from '../checklist/steps.ts';
import { chefCommentViewOf } from '../chefComments/chefComments.ts';
import { interestViewOf } from '../interest/interests.ts';
import { boundOf } from '../ledger/boundOf.ts';
import { poolViewsFor } from '../ledger/pools.ts';
import { unreachedAbout, unreachedOfProject } from '../outbox/reach.ts';
import type { Deps } from '../ports.ts';
import { reportsOf } from '../reports/reports.ts';
import { waysFor } from '../requests/handOn.ts';
import { openRequestOf, readerFor, seenBy, viewOf, type Waiting } from '../requests/views.ts';
import { areaIdsOf, stepTemplatesIn } from '../settings/settingsOf.ts';
import { approvalLineOf } from './approvalReply.ts';
import { benefitsOnPage } from './benefitsPage.ts';
import { waitsIn } from './board.ts';
import { chefCommentLineOf } from './chefCommentReply.ts';
import { familyPage } from './familyPage.ts';
import { inquiriesOnPage } from './inquiryReply.ts';
import { interestLineOf } from './interestReply.ts';
import { projectPace } from './pacePage.ts';
import { paperLines } from './paperPage.ts';
import { visitBehind } from './visitsPage.ts';

/** A project as one person sees it; how fresh it is, the API says. */
type ProjectPage = Omit<ProjectReply, 'asOf'>;

const openIn = (deps: Deps, actor: Actor, projectId: string): ProjectPage['open'] => {
  const request = openRequestOf(deps, projectId);
  const view = request && viewOf(deps, request.id);
  if (!view) return null;
  const reader = readerFor(deps, view, actor.id);
  return {
    view: seenBy(deps, actor, view),
    reader,
    waits: waitsForReader(view, reader),
    unreached: unreachedAbout(deps, 'requestId', request.id),
    handOn: waysFor(deps, actor, view),
  };
};

const approvalAhead = (deps: Deps, actor: Actor, project: Project): ProjectPage['approval'] => {
  const gate = gateAhead(project);
  if (gate === null || gate === 'funding') return null;
  const view = approvalViewOf(deps, approvalIdOf(project.id, approvalBefore(gate)));
  return view ? approvalLineOf(deps, view, actor) : null;
};

const chefCommentAhead = (
  deps: Deps,
  actor: Actor,
  project: Project,
): ProjectPage['chefComment'] => {
  const gate = gateAhead(project);
  if (gate === null || gate === 'funding') return null;
  const view = chefCommentViewOf(deps, chefCommentIdOf(project.id, chefStepBefore(gate)));
  return view ? chefCommentLineOf(deps, view, actor) : null;
};

const interestOf = (deps: Deps, actor: Actor, project: Project): ProjectPage['interest'] => {
  const view = isIdea(project) ? interestViewOf(deps, interestIdOf(project.id)) : undefined;
  return view ? interestLineOf(deps, view, actor) : null;
};

const askedIn = ({ stores }: Deps, project: Project): ProjectPage['asked'] => {
  const asked = askedBeforeGate(stores, project);
  return asked && { whom: asked.whom, since: asked.since };
};

const moneyIn = (
  deps: Deps,
  actor: Actor,
  project: Project,
  open: Pick<Waiting, 'view'> | null,
) => {
  if (open) return open.view.pools;
  if (!may(actor, 'seePools', project)) return [];
  return poolViewsFor(deps, { askOre: project.askOre ?? 0, shares: project.shares }, null);
};

const decisionsSeen = (deps: Deps, actor: Actor, project: Project): readonly Decision[] => {
  const decisions = deps.stores.decisions.where('projectId', project.id).map((row) => row.value);
  return may(actor, 'seePools', project)
    ? decisions
    : decisions.map((decision) => ({ ...decision, pools: [] }));
};

const followersOf = ({ stores }: Deps, projectId: string): ProjectPage['followers'] =>
  stores.followers
    .where('projectId', projectId)
    .map(({ value: { id, personName, words, at } }) => ({ id, personName, words, at }))
    .sort((one, other) => one.at.localeCompare(other.at));

const spreadOf = (
  { stores }: Deps,
  actor: Actor,
  project: Project,
): Pick<ProjectPage, 'units' | 'maySpread'> => {
  const rows = stores.spreadUnits.where('projectId', project.id);
  const revisions = new Map(rows.map(({ value, etag }) => [value.id, etag]));
  const units = rows.map(({ value }) => value);
  return {
    units: inOrder(units).map((unit) => ({ ...unit, revision: revisions.get(unit.id) ?? '' })),
    maySpread: takesUnits(project, units) && may(actor, 'editProject', project),
  };
};

const reportsIn = (deps: Deps, actor: Actor, project: Project): ProjectPage['reports'] => {
  const all = reportsOf(deps.stores, project.id);
  const mine = mayReport(actor, project);
  const draft = mine ? all.find(({ state }) => state === 'draft') : undefined;
  const today = deps.clock.day();
  const made = stepTemplatesIn(deps.stores);
  return {
    published: all.filter(({ state }) => state === 'published'),
    draft: draft
      ? { ...draft, revision: deps.stores.statusReports.get(draft.id)?.etag ?? '' }
      : null,
    mayReport: mine,
    next: draft?.number ?? (all[0]?.number ?? 0) + 1,
    lateSteps: [...stepsByCode(deps.stores, project.id).values()].filter(
      ({ code, done, due }) => !done && due !== null && due < today && isAsked(made, code),
    ).length,
  };
};

/** Everything the project page shows, from memory. */
export const projectPage = (deps: Deps, actor: Actor, id: string): ProjectPage | undefined => {
  const row = deps.stores.projects.get(id);
  if (!row) return undefined;
  const project = row.value;
  const gate = gateAhead(project);
  const byCode = stepsByCode(deps.stores, id);
  const open = openIn(deps, actor, id);
  const bound = boundOf(deps, project);
  const routing = gate ? deciderOf(bound, gate, areaIdsOf(deps.stores)) : null;
  return {
    project,
    stuck: waitsIn(deps, project).stuck ?? null,
    pace: projectPace(deps, project),
    revision: row.etag,
    steps: [...byCode.values()],
    gate,
    missing: gate ? missingFor(project, gate, byCode) : [],
    restsOn: gate ? restsOnCount(gate) : 0,
    routing: routing?.ok ? routing.value : null,
    commonGranted: bound.commonGranted,
    pools: moneyIn(deps, actor, project, open),
    appetite: appetiteOf(
      project.riskCategory,
      project,
      investmentOf(project.budgetOre, project.askOre),
    ),
    open,
    approval: approvalAhead(deps, actor, project),
    chefComment: chefCommentAhead(deps, actor, project),
    interest: interestOf(deps, actor, project),
    inquiries: inquiriesOnPage(deps, actor, project),
    benefits: benefitsOnPage(deps, actor, project),
    visit: visitBehind(deps, project.id),
    papers: paperLines(deps, project),
    asked: askedIn(deps, project),
    unreached: unreachedOfProject(deps, id),
    decisions: decisionsSeen(deps, actor, project),
    may: actions.filter((action) => may(actor, action, project)),
    mayChange: changeable(actor, project),
    mayTick: tickable(actor, project),
    mayPlan: stepCodes.filter((code) => mayPlanStep(actor, code, project)),
    resting: restingIn(deps.stores, id),
    writesDown: stepCodes.filter((code) => writesDown(actor, code, project)),
    followers: followersOf(deps, id),
    reports: reportsIn(deps, actor, project),
    ...spreadOf(deps, actor, project),
    ...familyPage(deps, project),
  };
};

/** A subject's history in order, and whether its chain holds. */
export const historyOf = async (
  deps: Deps,
  subject: string,
): Promise<{ readonly entries: readonly HistoryEntry[]; readonly holds: boolean }> => {
  const entries = (await deps.stores.history.readWhere('subject', subject))
    .map((row) => row.value)
    .sort((a, b) => a.seq - b.seq);
  return { entries, holds: chainFaultOf(entries, deps.hashOf) === null };
};
