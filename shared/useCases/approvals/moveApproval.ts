import {
  type ApprovalEvent,
  type ApprovalId,
  approvalSteps,
  factsFrom,
} from '#shared/domain/approvals/approval.ts';
import { type ApprovalNow, approvalNowOf, isOutdated } from '#shared/domain/approvals/now.ts';
import {
  type ApprovalGiven,
  type ApprovalMove,
  type ApprovalRefusal,
  approvalMoveFor,
  askMove,
  isAhead,
} from '#shared/domain/approvals/rules.ts';
import type { ApprovalView } from '#shared/domain/approvals/view.ts';
import type { Actor } from '#shared/domain/person.ts';
import { hasOpenRequest } from '../asking/around.ts';
import type { AskingResult } from '../asking/result.ts';
import { approvalIn, paperIn } from '../checklist/approvalsHeld.ts';
import { type Deps, Fault } from '../ports.ts';
import { type Appended, appendEvent, type Numbered } from '../record/appendEvent.ts';
import { approvalFactsOf, approvalViewFrom, readApproval } from './approvals.ts';
import { followApproval } from './followApproval.ts';

export type ApprovalResult = AskingResult<ApprovalView, ApprovalRefusal>;

type By = Pick<Actor, 'id' | 'name'>;

const eventOf = (
  deps: Deps,
  by: By,
  now: ApprovalNow,
  numbered: Numbered,
  move: ApprovalMove,
): ApprovalEvent => ({
  ...move,
  ...numbered,
  approvalId: now.id,
  projectId: now.projectId,
  step: now.step,
  byId: by.id,
  byName: by.name,
  at: deps.clock.now(),
});

/** How many answers there have been: what a press without a question is told apart by. */
const answersIn = ({ events }: ApprovalNow): number =>
  events.filter(({ kind }) => kind !== 'asked' && kind !== 'question' && kind !== 'reply').length;

const seenIn = (now: ApprovalNow, given: ApprovalGiven): string => {
  if (given.type === 'asked') return `r${given.revision}`;
  if (given.type === 'reply') return `q${given.question}`;
  return 'ask' in given && given.ask !== null ? `a${given.ask}` : `n${answersIn(now)}`;
};

const numberSeen = (given: ApprovalGiven): number => {
  if (given.type === 'asked') return given.revision;
  if (given.type === 'reply') return given.question;
  return 'ask' in given ? (given.ask ?? 0) : 0;
};

const appended = (
  deps: Deps,
  first: ApprovalNow,
  seen: number,
  by: {
    readonly causeOf: (now: ApprovalNow) => string;
    readonly eventFor: (
      now: ApprovalNow,
      numbered: Numbered,
    ) => { readonly event: ApprovalEvent } | { readonly refusal: ApprovalRefusal };
  },
): Promise<Appended<ApprovalNow, ApprovalRefusal>> =>
  appendEvent(
    {
      table: deps.stores.approvals,
      idOf: (seq) => `${first.id}:${seq}`,
      withEvents: (now, events) => approvalNowOf(now, [...now.events, ...events]),
      seen,
      causeOf: by.causeOf,
      eventFor: async (now, numbered) => by.eventFor(now, numbered),
    },
    first,
  );

const mustView = (deps: Deps, now: ApprovalNow): ApprovalView => {
  const view = approvalViewFrom(deps, now);
  if (!view) throw new Fault('row.invalid', { id: now.id });
  return view;
};

/** The rule is asked of the lists as they are: the paper and the project are read, not remembered. */
const readPaper = async ({ stores }: Deps, { projectId }: ApprovalNow): Promise<void> => {
  await Promise.all([
    stores.projects.read(projectId),
    stores.steps.readWhere('projectId', projectId),
  ]);
};

/** Whether the owner is to be asked anew: nothing of the gate is decided while it waits for others. */
export const mustAskAnew = (deps: Deps, now: ApprovalNow): boolean => {
  const { stores } = deps;
  const project = stores.projects.get(now.projectId)?.value;
  if (!project || !isAhead(project, now.step) || hasOpenRequest(stores, now.projectId))
    return false;
  return isOutdated(now, factsFrom(project, paperIn(stores, now)));
};

/**
 * What the owner was asked about has changed: they are asked anew, once for each change, on behalf
 * of whoever asked last. Any server may do it, and do it again. True when it was done here.
 */
export const askOwnerAnew = async (deps: Deps, known: ApprovalNow): Promise<boolean> => {
  if (!mustAskAnew(deps, known)) return false;
  const first = await readApproval(deps, known.id);
  if (!first?.ask) return false;
  // Another server may have asked about what this one has not heard of yet.
  await readPaper(deps, first);
  const by = { id: first.ask.byId, name: first.ask.byName };
  const result = await appended(deps, first, 0, {
    causeOf: (now) => {
      const facts = JSON.stringify(approvalFactsOf(deps, now)?.facts ?? null);
      return `${now.id}:anew:${now.ask?.seq ?? 0}:${answersIn(now)}:${deps.hashOf(facts).slice(0, 16)}`;
    },
    eventFor: (now, numbered) => {
      const around = approvalFactsOf(deps, now);
      return around && mustAskAnew(deps, now)
        ? { event: eventOf(deps, by, now, numbered, askMove(around)) }
        : { refusal: { type: 'movedOn' } };
    },
  });
  if (result.type === 'done') deps.later('followApproval', () => followApproval(deps, known.id));
  return result.type === 'done';
};

/** Anything that happens to an approval, from a card or from the tab. */
export const moveApproval = async (
  deps: Deps,
  actor: Actor,
  id: ApprovalId,
  given: ApprovalGiven,
): Promise<ApprovalResult> => {
  const first = await readApproval(deps, id);
  if (!first) return { type: 'unknown' };
  await Promise.all([readPaper(deps, first), deps.stores.people.read(actor.id)]);
  if (!approvalFactsOf(deps, first)) return { type: 'unknown' };
  const content = deps.hashOf(JSON.stringify([actor.id, given])).slice(0, 16);
  const result = await appended(deps, first, numberSeen(given), {
    causeOf: (now) => `${now.id}:${seenIn(now, given)}:${given.type}:${content}`,
    eventFor: (now, numbered) => {
      const around = approvalFactsOf(deps, now);
      if (!around) return { refusal: { type: 'notNow' } };
      const move = approvalMoveFor(now, actor, given, around);
      return move.ok
        ? { event: eventOf(deps, actor, now, numbered, move.value) }
        : { refusal: move.refusal };
    },
  });
  deps.later('followApproval', () => followApproval(deps, id));
  if (result.type !== 'refused') return { type: result.type, view: mustView(deps, result.now) };
  const { refusal } = result;
  // Whoever pressed on an old picture gets the new one to press on.
  const isRenewed = refusal.type === 'changed' && (await askOwnerAnew(deps, result.now));
  const now = isRenewed ? await readApproval(deps, id) : result.now;
  return { type: 'refused', refusal, view: mustView(deps, now ?? result.now) };
};

/** After a paper or a project was changed: whoever vouches for it is asked about what it is now. */
export const askOwnersAnew = async (deps: Deps, projectId: string): Promise<void> => {
  for (const step of approvalSteps)
    await askOwnerAnew(deps, approvalIn(deps.stores, projectId, step));
};
