import {
  type ApprovalStep,
  approvalIdOf,
  isApprovalStep,
} from '#shared/domain/approvals/approval.ts';
import type { ApprovalGiven, ApprovalRefusal } from '#shared/domain/approvals/rules.ts';
import {
  type ChefStep,
  chefCommentIdOf,
  isChefStep,
} from '#shared/domain/chefComments/chefComment.ts';
import type { ChefRefusal } from '#shared/domain/chefComments/rules.ts';
import { mayPlanStep, mayTick, writesDown } from '#shared/domain/fieldRights.ts';
import type { Resting } from '#shared/domain/files/resting.ts';
import { differenceOf } from '#shared/domain/history.ts';
import { interestIdOf } from '#shared/domain/interest/interest.ts';
import type { InterestRefusal } from '#shared/domain/interest/rules.ts';
import type { Actor } from '#shared/domain/person.ts';
import { done, type Result, refused } from '#shared/domain/result.ts';
import {
  blankStep,
  type Step,
  type StepCode,
  stepId,
  steps,
  type TickRefusal,
  tickRefusalOf,
} from '#shared/domain/steps.ts';
import { isAsked } from '#shared/domain/stepTemplates.ts';
import { askOwnersAnew, moveApproval } from '../approvals/moveApproval.ts';
import { approvalIn } from '../checklist/approvalsHeld.ts';
import { chefCommentIn } from '../checklist/chefCommentsHeld.ts';
import { linkRests } from '../checklist/filesHeld.ts';
import { interestIn } from '../checklist/interestHeld.ts';
import { doneStepsOf, stepsByCode } from '../checklist/steps.ts';
import { moveChefComment } from '../chefComments/moveChefComment.ts';
import { moveInterest } from '../interest/moveInterest.ts';
import type { Deps, Row } from '../ports.ts';
import { changeRow } from '../record/changeRow.ts';
import { changeBy, recordHistory } from '../record/recordHistory.ts';
import { stepTemplatesIn } from '../settings/settingsOf.ts';

/** What people say of a step; who ticked it, and when, is never among it. */
type Said = Pick<
  Step,
  'done' | 'link' | 'version' | 'minutes' | 'responsible' | 'responsibleId' | 'due' | 'note'
>;

/** What is left out stays as it is. */
export type StepInput = {
  readonly projectId: string;
  readonly code: StepCode;
} & Partial<Said>;

/** A step with all that is said of it, as it is to be. */
type Wanted = Pick<StepInput, 'projectId' | 'code'> & Pick<Step, 'done' | 'link' | 'note'>;

export type StepRefusal =
  | TickRefusal
  | { readonly type: 'unknown' }
  | { readonly type: 'notAllowed' }
  /** The consultant has taken the step out; what was said of it stands. */
  | { readonly type: 'notAsked' }
  | { readonly type: 'unknownPerson' }
  /** The link is taken off, and something rests on it. */
  | { readonly type: 'rests'; readonly resting: Resting }
  /** The owner's approval has a rule of its own. */
  | { readonly type: 'ownersWord'; readonly refusal: ApprovalRefusal }
  /** And so has the chef's comment. */
  | { readonly type: 'chefsWord'; readonly refusal: ChefRefusal }
  /** And whether an idea is wanted. */
  | { readonly type: 'interest'; readonly refusal: InterestRefusal };

const refusalOf = (deps: Deps, actor: Actor, wanted: Wanted): StepRefusal | null => {
  const project = deps.stores.projects.get(wanted.projectId)?.value;
  if (!project) return { type: 'unknown' };
  const doneSteps = doneStepsOf(deps.stores, wanted.projectId);
  const isDone = doneSteps.has(wanted.code);
  // A step that says nothing yet may be planned by whoever edits; what it says is its voice's.
  const asks = wanted.done || isDone ? mayTick : mayPlanStep;
  if (!asks(actor, wanted.code, project)) return { type: 'notAllowed' };
  if (!isAsked(stepTemplatesIn(deps.stores), wanted.code)) return { type: 'notAsked' };
  const resting = wanted.link === '' ? linkRests(deps.stores, wanted.projectId, wanted.code) : null;
  if (resting) return { type: 'rests', resting };
  if (!wanted.done) return null;
  return tickRefusalOf(wanted.code, wanted.link, doneSteps, project.fastTracked);
};

/** Somebody of the list goes by the name they have there; anybody else is a name and no more. */
const whoIn = (
  { stores }: Deps,
  { projectId, code, responsible, responsibleId }: StepInput,
): Partial<Said> | 'unknown' => {
  if (responsibleId === undefined) {
    const was = stores.steps.get(stepId(projectId, code))?.value.responsible ?? '';
    return responsible === undefined || responsible === was
      ? {}
      : { responsible, responsibleId: null };
  }
  if (responsibleId === null) return { responsible: responsible ?? '', responsibleId };
  const person = stores.people.get(responsibleId)?.value;
  return person ? { responsible: person.name, responsibleId } : 'unknown';
};

const valuesOf = (input: StepInput, actor: Actor, at: string, was: Step) => {
  const { done: wasDone, link, version, minutes, responsible, responsibleId, due, note } = was;
  const { projectId: _, code: __, ...said } = input;
  const isDone = input.done ?? wasDone;
  return {
    done: isDone,
    doneByName: isDone ? (wasDone ? was.doneByName : actor.name) : '',
    doneAt: isDone ? (wasDone ? was.doneAt : at) : null,
    ...{ responsible, responsibleId, due, link, version, minutes, note },
    ...said,
  };
};

/** The row of the step, made the first time. */
const keepRow = async (
  deps: Deps,
  actor: Actor,
  input: StepInput,
): Promise<Result<Row<Step> | null, StepRefusal>> => {
  const id = stepId(input.projectId, input.code);
  const at = deps.clock.now();
  const blank = blankStep(input.projectId, input.code);
  const values = valuesOf(input, actor, at, blank);
  const change = changeBy(actor, 'stepChanged', `${id}:made`, at, {
    before: '{}',
    after: JSON.stringify({ code: input.code, ...values }),
  });
  const known = deps.stores.steps.get(id);
  const made = known
    ? null
    : await deps.stores.steps.insert({ ...blank, ...values, lastChange: change });
  if (made?.type === 'inserted') {
    deps.later('history', async () => {
      await recordHistory(deps, input.projectId, change);
    });
    return done(made.row);
  }
  const row = await changeRow(deps, deps.stores.steps, id, input.projectId, (step, etag) => {
    const changes = valuesOf(input, actor, at, step);
    const difference = differenceOf(step, changes);
    if (difference.after === '{}') return null;
    return {
      changes,
      change: changeBy(actor, 'stepChanged', `${id}:edit:${etag}`, at, {
        before: difference.before,
        after: JSON.stringify({ code: input.code, ...JSON.parse(difference.after) }),
      }),
    };
  });
  return row ? done(row) : refused({ type: 'unknown' });
};

/** A step that is somebody's word, with events of its own, and not a tick in a row. */
type Word = {
  readonly revision: number;
  /** What the tick says; null when it says nothing of the word itself. */
  readonly say: (() => Promise<StepRefusal | null>) | null;
};

/** Ticked anew with another word is a new word; unticked takes back what stands. */
const isNews = (step: Step | undefined, { done: isTicked, note }: Wanted): boolean =>
  isTicked ? !step?.done || step.note !== note : step?.done === true;

const ownersWordIn = (deps: Deps, actor: Actor, input: Wanted, step: Step | undefined) => {
  const { projectId, code, done: isTicked, note } = input;
  const project = deps.stores.projects.get(projectId)?.value;
  if (!project || !isNews(step, input)) return null;
  if (!isTicked) return { type: 'withdrawn' } as const;
  if (writesDown(actor, code, project)) return { type: 'noted', comment: note } as const;
  return step?.done ? null : ({ type: 'approved', ask: null, comment: note } as const);
};

/** Somebody was faster with the very same: it is as it was to be. */
const isSo = (type: string, { done: isTicked }: Wanted): boolean =>
  type === 'holdsAlready' || (!isTicked && type === 'movedOn');

const ownersWord = (deps: Deps, actor: Actor, input: Wanted, code: ApprovalStep): Word => {
  const { projectId } = input;
  const step = stepsByCode(deps.stores, projectId).get(code);
  const given = ownersWordIn(deps, actor, input, step);
  const say = async (said: ApprovalGiven): Promise<StepRefusal | null> => {
    const result = await moveApproval(deps, actor, approvalIdOf(projectId, code), said);
    if (result.type === 'unknown') return { type: 'unknown' };
    if (result.type !== 'refused' || isSo(result.refusal.type, input)) return null;
    return { type: 'ownersWord', refusal: result.refusal };
  };
  const { revision } = approvalIn(deps.stores, projectId, code);
  return { revision, say: given && (() => say(given)) };
};

const chefsWord = (deps: Deps, actor: Actor, input: Wanted, code: ChefStep): Word => {
  const { projectId, done: isTicked, note } = input;
  const step = stepsByCode(deps.stores, projectId).get(code);
  const say = async (): Promise<StepRefusal | null> => {
    const id = chefCommentIdOf(projectId, code);
    const given = isTicked
      ? ({ type: 'ticked', comment: note } as const)
      : ({ type: 'withdrawn' } as const);
    const result = await moveChefComment(deps, actor, id, given);
    if (result.type === 'unknown') return { type: 'unknown' };
    if (result.type !== 'refused' || isSo(result.refusal.type, input)) return null;
    return { type: 'chefsWord', refusal: result.refusal };
  };
  const { revision } = chefCommentIn(deps.stores, projectId, code);
  return { revision, say: isNews(step, input) ? say : null };
};

const interestWord = (deps: Deps, actor: Actor, input: Wanted): Word => {
  const { projectId, done: isTicked, note } = input;
  const step = stepsByCode(deps.stores, projectId).get('interest');
  const say = async (): Promise<StepRefusal | null> => {
    const given = isTicked
      ? ({ type: 'ticked', comment: note } as const)
      : ({ type: 'withdrawn' } as const);
    const result = await moveInterest(deps, actor, interestIdOf(projectId), given);
    if (result.type === 'unknown') return { type: 'unknown' };
    if (result.type !== 'refused' || isSo(result.refusal.type, input)) return null;
    return { type: 'interest', refusal: result.refusal };
  };
  const { revision } = interestIn(deps.stores, projectId);
  return { revision, say: isNews(step, input) ? say : null };
};

const wordOf = (deps: Deps, actor: Actor, input: Wanted): Word | null => {
  const { code } = input;
  if (code === 'interest') return interestWord(deps, actor, input);
  if (isApprovalStep(code)) return ownersWord(deps, actor, input, code);
  return isChefStep(code) ? chefsWord(deps, actor, input, code) : null;
};

/** A row that was ticked before its word had events is unticked as it was. */
const isOldTick = ({ revision }: Word, { done: isTicked }: Wanted): boolean =>
  revision === 0 && !isTicked;

/** The tick in the row of a step that has events is nobody's word, and stays as it is. */
const withoutWord = ({ done: _, note: __, ...rest }: StepInput): StepInput => rest;

const wantedBy = ({ stores }: Deps, given: StepInput): Wanted => {
  const { projectId, code } = given;
  const { done, link, note } =
    stepsByCode(stores, projectId).get(code) ?? blankStep(projectId, code);
  return { done, link, note, ...given };
};

/** Ticks a step, or changes its link, its paper, who does it or by when. */
export const tickStep = async (
  deps: Deps,
  actor: Actor,
  given: StepInput,
): Promise<Result<Row<Step> | null, StepRefusal>> => {
  const wanted = wantedBy(deps, given);
  const refusal = refusalOf(deps, actor, wanted);
  if (refusal) return refused(refusal);
  const who = whoIn(deps, given);
  if (who === 'unknown') return refused({ type: 'unknownPerson' });
  const input: StepInput = { ...given, ...who };
  const word = wordOf(deps, actor, wanted);
  if (word?.say && !isOldTick(word, wanted)) {
    const unsaid = await word.say();
    return unsaid ? refused(unsaid) : done(null);
  }
  const hasEvents = word !== null && word.revision > 0;
  const ended = await keepRow(deps, actor, hasEvents ? withoutWord(input) : input);
  if (ended.ok && steps[given.code].paper)
    deps.later('askOwnersAnew', () => askOwnersAnew(deps, given.projectId));
  return ended;
};
