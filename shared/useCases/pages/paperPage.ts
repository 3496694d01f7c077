import type { Bound, PaperLine, PaperReply, WrittenField } from '#shared/contract/papers.ts';
import { approvalBefore } from '#shared/domain/approvals/approval.ts';
import { isWaiting } from '#shared/domain/approvals/now.ts';
import { chefStepBefore } from '#shared/domain/chefComments/chefComment.ts';
import { latestOf, type PaperNow, versionMeant } from '#shared/domain/papers/now.ts';
import {
  doorOfPaper,
  mayWritePaper,
  type PaperCode,
  type PaperField,
  paperCodes,
  writtenValue,
} from '#shared/domain/papers/paper.ts';
import { may } from '#shared/domain/permissions.ts';
import type { Actor } from '#shared/domain/person.ts';
import { gateAhead, type Project } from '#shared/domain/project.ts';
import { stepId } from '#shared/domain/steps.ts';
import { approvalIn } from '../checklist/approvalsHeld.ts';
import { chefNameIn } from '../checklist/askedBeforeGate.ts';
import { chefCommentIn } from '../checklist/chefCommentsHeld.ts';
import { contentNow, draftIn, hasDraft, paperIn } from '../checklist/papersHeld.ts';
import type { Deps, Row } from '../ports.ts';
import { settingsOf } from '../settings/settingsOf.ts';

type PaperPage = Omit<PaperReply, 'asOf'>;

export const writtenField = ({ value, etag }: Row<PaperField>): WrittenField => ({
  ...{ field: value.field, ...writtenValue(value), revision: etag },
  ...{ byId: value.byId, byName: value.byName, at: value.at },
});

const boundBy = (
  now: PaperNow,
  paper: { readonly link: string; readonly version: string },
  beside: Pick<Bound, 'type' | 'whom' | 'isOpen'>,
): Bound => ({
  ...beside,
  version: versionMeant(now, paper)?.version ?? null,
  named: paper.version,
  link: paper.link,
});

const gateBounds = ({ stores }: Deps, now: PaperNow, project: Project): readonly Bound[] =>
  stores.requests
    .where('projectId', project.id)
    .filter(({ value }) => value.gate === doorOfPaper(now.paper))
    .flatMap(({ value: request }): readonly Bound[] => {
      const decision = stores.decisions.get(request.id)?.value;
      // Asked anew, lifted or re-routed it is another request that counts.
      if (decision && decision.ending !== 'decided') return [];
      const whom = decision
        ? [decision.byName]
        : request.decider.seats.map((seat) => chefNameIn(stores, seat));
      return [boundBy(now, request.paper, { type: 'gate', whom, isOpen: !decision })];
    });

const ownerBounds = ({ stores }: Deps, now: PaperNow, project: Project): readonly Bound[] => {
  const step = approvalBefore(doorOfPaper(now.paper));
  const approval = approvalIn(stores, project.id, step);
  return isWaiting(approval)
    ? [
        boundBy(now, approval.ask.facts, {
          ...{ type: 'owner', whom: [project.ownerName], isOpen: true },
        }),
      ]
    : [];
};

const chefBounds = ({ stores }: Deps, now: PaperNow, project: Project): readonly Bound[] => {
  const comment = chefCommentIn(stores, project.id, chefStepBefore(doorOfPaper(now.paper)));
  const step = stores.steps.get(stepId(project.id, now.paper))?.value;
  return comment.ask && !comment.word && step
    ? [
        boundBy(now, step, {
          ...{ type: 'chef', whom: [chefNameIn(stores, project.leadArea)], isOpen: true },
        }),
      ]
    : [];
};

const writersOf = ({ ownerName, leadName }: Project): readonly string[] =>
  [...new Set([ownerName, leadName])].filter((name) => name !== '');

const outsideIn = ({ stores }: Deps, now: PaperNow): PaperPage['outside'] => {
  const step = stores.steps.get(stepId(now.projectId, now.paper))?.value;
  if (!step || step.link === '' || versionMeant(now, step)) return null;
  return { link: step.link, version: step.version };
};

const lineOf = (deps: Deps, project: Project, paper: PaperCode): PaperLine => {
  const now = paperIn(deps.stores, project.id, paper);
  const latest = latestOf(now);
  const bound = gateBounds(deps, now, project).at(-1);
  return {
    paper,
    version: latest ? { version: latest.version, byName: latest.byName, at: latest.at } : null,
    hasDraft: hasDraft(deps, project, paper),
    isOutside: outsideIn(deps, now) !== null,
    boundTo: bound ? { gate: doorOfPaper(paper), named: bound.named, isOpen: bound.isOpen } : null,
  };
};

/** The papers of a project: those that are begun, and the one its next gate rests on. */
export const paperLines = (deps: Deps, project: Project): readonly PaperLine[] =>
  paperCodes
    .map((paper) => lineOf(deps, project, paper))
    .filter(
      ({ paper, version, hasDraft: isBegun, isOutside }) =>
        version !== null || isBegun || isOutside || gateAhead(project) === doorOfPaper(paper),
    );

/** Everything the page of a paper shows, from memory. */
export const paperPage = (
  deps: Deps,
  actor: Actor,
  projectId: string,
  paper: PaperCode,
): PaperPage | undefined => {
  const { stores } = deps;
  const project = stores.projects.get(projectId)?.value;
  if (!project) return undefined;
  const now = paperIn(stores, projectId, paper);
  return {
    paper,
    project: { id: project.id, title: project.title, phase: project.phase },
    template: settingsOf(stores).paperTemplates[paper],
    facts: contentNow(deps, project, paper).facts,
    fields: draftIn(stores, projectId, paper).map(writtenField),
    versions: now.versions,
    revision: now.revision,
    hasDraft: hasDraft(deps, project, paper),
    bound: [
      ...gateBounds(deps, now, project),
      ...ownerBounds(deps, now, project),
      ...chefBounds(deps, now, project),
    ],
    outside: outsideIn(deps, now),
    mayWrite: mayWritePaper(actor, paper, project),
    writers: writersOf(project),
    mayChangeTemplate: may(actor, 'changeSettings'),
  };
};
