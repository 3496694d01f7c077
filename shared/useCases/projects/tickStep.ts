import {
  type ApprovalStep,
  approvalIdOf,
  isApprovalStep,
} from '#shared/domain/approvals/approval.ts';
import type { ApprovalGiven, ApprovalRefusal } from '#shared/domain/approvals/rules.ts';
import { mayPlanStep, mayTick, writesDown } from '#shared/domain/fieldRights.ts';
import { differenceOf } from '#shared/domain/history.ts';
import type { Actor } from '#shared/domain/person.ts';
import { done, type Result, refused } from '#shared/domain/result.ts';
import {
  type Step,
  type StepCode,
  stepId,
  steps,
  type TickRefusal,
  tickRefusalOf,
} from '#shared/domain/steps.ts';
import { approvalIn, doneStepsOf, stepsByCode } from '../approvals/approvals.ts';
import { askOwnersAnew, moveApproval } from '../approvals/moveApproval.ts';
import type { Deps, Row } from '../ports.ts';
import { changeRow } from '../record/changeRow.ts';
import { changeBy, recordHistory } from '../record/recordHistory.ts';

export type StepInput = {
  readonly projectId: string;
  readonly code: StepCode;
} & Pick<Step, 'done' | 'link' | 'version' | 'minutes' | 'responsible' | 'due' | 'note'>;

export type StepRefusal =
  | TickRefusal
  | { readonly type: 'unknown' }
  | { readonly type: 'notAllowed' }
  /** The owner's approval has a rule of its own. */
  | { readonly type: 'ownersWord'; readonly refusal: ApprovalRefusal };

const refusalOf = (deps: Deps, actor: Actor, input: StepInput): StepRefusal | null => {
  const project = deps.stores.projects.get(input.projectId)?.value;
  if (!project) return { type: 'unknown' };
  const doneSteps = doneStepsOf(deps.stores, input.projectId);
  const isDone = doneSteps.has(input.code);
  // A step that says nothing yet may be planned by whoever edits; what it says is its voice's.
  const asks = input.done || isDone ? mayTick : mayPlanStep;
  if (!asks(actor, input.code, project)) return { type: 'notAllowed' };
  if (!input.done) return null;
  return tickRefusalOf(input.code, input.link, doneSteps, project.fastTracked);
};

const valuesOf = (input: StepInput, actor: Actor, at: string, was: Step | undefined) => ({
  done: input.done,
  doneByName: input.done ? (was?.done ? was.doneByName : actor.name) : '',
  doneAt: input.done ? (was?.done ? was.doneAt : at) : null,
  responsible: input.responsible,
  due: input.due,
  link: input.link,
  version: input.version,
  minutes: input.minutes,
  note: input.note,
});

/** The row of the step, made the first time. */
const keepRow = async (
  deps: Deps,
  actor: Actor,
  input: StepInput,
): Promise<Result<Row<Step> | null, StepRefusal>> => {
  const id = stepId(input.projectId, input.code);
  const at = deps.clock.now();
  const values = valuesOf(input, actor, at, undefined);
  const change = changeBy(actor, 'stepChanged', `${id}:made`, at, {
    before: '{}',
    after: JSON.stringify({ code: input.code, ...values }),
  });
  const known = deps.stores.steps.get(id);
  const made = known
    ? null
    : await deps.stores.steps.insert({
        id,
        projectId: input.projectId,
        code: input.code,
        ...values,
        lastChange: change,
      });
  if (made?.type === 'inserted') {
    deps.later('history', async () => {
      await recordHistory(deps, input.projectId, change);
    });
    return done(made.row);
  }
  const row = await changeRow(deps, deps.stores.steps, id, input.projectId, (step, etag) => {
    const difference = differenceOf(step, valuesOf(input, actor, at, step));
    if (difference.after === '{}') return null;
    return {
      changes: valuesOf(input, actor, at, step),
      change: changeBy(actor, 'stepChanged', `${id}:edit:${etag}`, at, {
        before: difference.before,
        after: JSON.stringify({ code: input.code, ...JSON.parse(difference.after) }),
      }),
    };
  });
  return row ? done(row) : refused({ type: 'unknown' });
};

/** What a tick of the owner's approval says; null when it says nothing of the word itself. */
const wordIn = (
  deps: Deps,
  actor: Actor,
  { projectId, code, done: isTicked, note }: StepInput & { readonly code: ApprovalStep },
): ApprovalGiven | null => {
  const project = deps.stores.projects.get(projectId)?.value;
  const step = stepsByCode(deps.stores, projectId).get(code);
  if (!project) return null;
  if (!isTicked) return step?.done ? { type: 'withdrawn' } : null;
  if (writesDown(actor, code, project))
    return step?.done && step.note === note ? null : { type: 'noted', comment: note };
  return step?.done ? null : { type: 'approved', ask: null, comment: note };
};

const isOwners = (input: StepInput): input is StepInput & { readonly code: ApprovalStep } =>
  isApprovalStep(input.code);

/**
 * The owner's word is an event of the approval, not a tick in a row. A row that was ticked before
 * approvals had events is unticked as it was.
 */
const ownersWord = async (
  deps: Deps,
  actor: Actor,
  input: StepInput & { readonly code: ApprovalStep },
): Promise<Result<null, StepRefusal> | null> => {
  const given = wordIn(deps, actor, input);
  const { projectId, code } = input;
  const isOld = approvalIn(deps.stores, projectId, code).revision === 0;
  if (given === null || (isOld && given.type === 'withdrawn')) return null;
  const result = await moveApproval(deps, actor, approvalIdOf(projectId, code), given);
  if (result.type === 'unknown') return refused({ type: 'unknown' });
  if (result.type !== 'refused') return done(null);
  const { refusal } = result;
  // Somebody was faster with the very same: it is as it was to be.
  const isSo = refusal.type === 'holdsAlready' || (!input.done && refusal.type === 'movedOn');
  return isSo ? done(null) : refused({ type: 'ownersWord', refusal });
};

/** The tick in the row of an approval that has events is nobody's word, and stays as it is. */
const rowIn = ({ stores }: Deps, input: StepInput): StepInput => {
  const { projectId, code } = input;
  if (!isApprovalStep(code) || approvalIn(stores, projectId, code).revision === 0) return input;
  const row = stores.steps.get(stepId(projectId, code))?.value;
  return { ...input, done: row?.done ?? false, note: row?.note ?? '' };
};

/** Ticks a step, or changes its link, owner or date. */
export const tickStep = async (
  deps: Deps,
  actor: Actor,
  input: StepInput,
): Promise<Result<Row<Step> | null, StepRefusal>> => {
  const refusal = refusalOf(deps, actor, input);
  if (refusal) return refused(refusal);
  const said = isOwners(input) ? await ownersWord(deps, actor, input) : null;
  const ended = said ?? (await keepRow(deps, actor, rowIn(deps, input)));
  if (ended.ok && steps[input.code].paper)
    deps.later('askOwnersAnew', () => askOwnersAnew(deps, input.projectId));
  return ended;
};
