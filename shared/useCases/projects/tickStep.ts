import { mayPlanStep, mayTick } from '#shared/domain/fieldRights.ts';
import { differenceOf } from '#shared/domain/history.ts';
import type { Actor } from '#shared/domain/person.ts';
import { done, type Result, refused } from '#shared/domain/result.ts';
import {
  type Step,
  type StepCode,
  stepId,
  type TickRefusal,
  tickRefusalOf,
} from '#shared/domain/steps.ts';
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
  | { readonly type: 'notAllowed' };

export const doneStepsOf = (deps: Deps, projectId: string): ReadonlySet<StepCode> =>
  new Set(
    deps.stores.steps
      .where('projectId', projectId)
      .filter((row) => row.value.done)
      .map((row) => row.value.code),
  );

const refusalOf = (deps: Deps, actor: Actor, input: StepInput): StepRefusal | null => {
  const project = deps.stores.projects.get(input.projectId)?.value;
  if (!project) return { type: 'unknown' };
  const isDone = deps.stores.steps.get(stepId(input.projectId, input.code))?.value.done === true;
  // A step that says nothing yet may be planned by whoever edits; what it says is its voice's.
  const asks = input.done || isDone ? mayTick : mayPlanStep;
  if (!asks(actor, input.code, project)) return { type: 'notAllowed' };
  if (!input.done) return null;
  return tickRefusalOf(
    input.code,
    input.link,
    doneStepsOf(deps, input.projectId),
    project.fastTracked,
  );
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

/** Ticks a step, or changes its link, owner or date; the row is made the first time. */
export const tickStep = async (
  deps: Deps,
  actor: Actor,
  input: StepInput,
): Promise<Result<Row<Step>, StepRefusal>> => {
  const refusal = refusalOf(deps, actor, input);
  if (refusal) return refused(refusal);
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
