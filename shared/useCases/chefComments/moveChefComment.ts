import type { ChefCommentEvent, ChefCommentId } from '#shared/domain/chefComments/chefComment.ts';
import { type ChefCommentNow, chefCommentNowOf } from '#shared/domain/chefComments/now.ts';
import {
  type ChefGiven,
  type ChefMove,
  type ChefRefusal,
  chefMoveFor,
  isPassing,
  passMove,
} from '#shared/domain/chefComments/rules.ts';
import type { ChefCommentView } from '#shared/domain/chefComments/view.ts';
import type { Actor } from '#shared/domain/person.ts';
import type { AskingResult } from '../asking/result.ts';
import { type Deps, Fault } from '../ports.ts';
import { type Appended, appendEvent, type Numbered } from '../record/appendEvent.ts';
import { chefCommentViewFrom, chefFactsOf, lacksNow, readChefComment } from './chefComments.ts';
import { followChefComment, followChoice } from './followChefComment.ts';

export type ChefCommentResult = AskingResult<ChefCommentView, ChefRefusal>;

type By = Pick<Actor, 'id' | 'name'>;

const eventOf = (
  deps: Deps,
  by: By,
  now: ChefCommentNow,
  numbered: Numbered,
  move: ChefMove,
): ChefCommentEvent => ({
  ...move,
  ...numbered,
  chefCommentId: now.id,
  projectId: now.projectId,
  step: now.step,
  byId: by.id,
  byName: by.name,
  at: deps.clock.now(),
});

const isAnswer = ({ kind }: ChefCommentEvent): boolean =>
  kind !== 'question' && kind !== 'reply' && kind !== 'passed';

/** What whoever pressed had seen; with it the same press is the same, however often it comes. */
const seenIn = (now: ChefCommentNow, given: ChefGiven): string => {
  if (given.type === 'asked') return `r${given.revision}`;
  if (given.type === 'reply') return `q${given.question}`;
  return 'ask' in given
    ? `a${given.ask}:${given.revision}`
    : `n${now.events.filter(isAnswer).length}`;
};

const numberSeen = (given: ChefGiven): number => {
  if (given.type === 'reply') return given.question;
  return 'revision' in given ? given.revision : 0;
};

type Judged = (
  now: ChefCommentNow,
) => { readonly move: ChefMove } | { readonly refusal: ChefRefusal };

const appended = (
  deps: Deps,
  first: ChefCommentNow,
  by: By,
  {
    seen,
    causeOf,
    judge,
  }: {
    readonly seen: number;
    readonly causeOf: (now: ChefCommentNow) => string;
    readonly judge: Judged;
  },
): Promise<Appended<ChefCommentNow, ChefRefusal>> =>
  appendEvent(
    {
      table: deps.stores.chefComments,
      idOf: (seq) => `${first.id}:${seq}`,
      withEvents: (now, events) => chefCommentNowOf(now, [...now.events, ...events]),
      ...{ seen, causeOf },
      eventFor: async (now, numbered) => {
        const judged = judge(now);
        return 'move' in judged ? { event: eventOf(deps, by, now, numbered, judged.move) } : judged;
      },
    },
    first,
  );

const mustView = (deps: Deps, now: ChefCommentNow): ChefCommentView => {
  const view = chefCommentViewFrom(deps, now);
  if (!view) throw new Fault('row.invalid', { id: now.id });
  return view;
};

/** The rule is asked of the lists as they are: what it rests on is read, not remembered. */
const readAround = async ({ stores }: Deps, { projectId }: ChefCommentNow): Promise<void> => {
  await Promise.all([
    stores.projects.read(projectId),
    stores.steps.readWhere('projectId', projectId),
    stores.approvals.readWhere('projectId', projectId),
    stores.requests.readWhere('projectId', projectId),
    stores.decisions.readWhere('projectId', projectId),
  ]);
};

/** Anything that happens to a chef's comment, from a card or from the tab. */
export const moveChefComment = async (
  deps: Deps,
  actor: Actor,
  id: ChefCommentId,
  given: ChefGiven,
): Promise<ChefCommentResult> => {
  const first = await readChefComment(deps, id);
  if (!first) return { type: 'unknown' };
  await Promise.all([readAround(deps, first), deps.stores.people.read(actor.id)]);
  if (!chefFactsOf(deps, first)) return { type: 'unknown' };
  const content = deps.hashOf(JSON.stringify([actor.id, given])).slice(0, 16);
  const result = await appended(deps, first, actor, {
    seen: numberSeen(given),
    causeOf: (now) => `${now.id}:${seenIn(now, given)}:${given.type}:${content}`,
    judge: (now) => {
      const around = chefFactsOf(deps, now);
      if (!around) return { refusal: { type: 'notNow' } };
      const move = chefMoveFor(now, actor, given, around);
      return move.ok ? { move: move.value } : { refusal: move.refusal };
    },
  });
  // Whoever chose sees a project that is paid by what they chose.
  if (result.type !== 'refused') await followChoice(deps, result.now);
  deps.later('followChefComment', () => followChefComment(deps, id));
  const view = mustView(deps, result.now);
  return result.type === 'refused'
    ? { type: 'refused', refusal: result.refusal, view }
    : { type: result.type, view };
};

/** Whether the deadline of a comment that somebody waits for has come. */
export const mustPass = (deps: Deps, now: ChefCommentNow): boolean =>
  isPassing(now, deps.clock.now()) && lacksNow(deps, now) !== null;

/**
 * The deadline of a comment is an event of its own, so that everybody sees the same: the gate waits
 * for it no more. Any server may write it, and write it again. True when it was done here.
 */
export const passChefComment = async (deps: Deps, known: ChefCommentNow): Promise<boolean> => {
  if (!mustPass(deps, known)) return false;
  const first = await readChefComment(deps, known.id);
  if (!first?.ask) return false;
  const by = { id: first.ask.byId, name: first.ask.byName };
  const result = await appended(deps, first, by, {
    seen: 0,
    causeOf: (now) => `${now.id}:passed:${now.ask?.seq ?? 0}`,
    judge: (now) => {
      const around = chefFactsOf(deps, now);
      return around && mustPass(deps, now)
        ? { move: passMove(now, around) }
        : { refusal: { type: 'movedOn' } };
    },
  });
  if (result.type === 'done')
    deps.later('followChefComment', () => followChefComment(deps, known.id));
  return result.type === 'done';
};
