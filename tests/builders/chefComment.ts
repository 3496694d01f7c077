import { danishCalendar } from '#shared/calendar/danishCalendar.ts';
import { defaultAreas } from '#shared/domain/area.ts';
import {
  type ChefCommentEvent,
  type ChefStep,
  doorAfter,
  payerIn,
} from '#shared/domain/chefComments/chefComment.ts';
import {
  type ChefCommentNow,
  chefCommentNowOf,
  holdingWord,
  lacksOf,
} from '#shared/domain/chefComments/now.ts';
import {
  type ChefFacts,
  type ChefGiven,
  type ChefMove,
  type ChefRefusal,
  chefAnswerers,
  chefMoveFor,
  isGateAheadOf,
  needsPool,
  passMove,
  priceOf,
} from '#shared/domain/chefComments/rules.ts';
import type { ChefCommentView } from '#shared/domain/chefComments/view.ts';
import { dayOf } from '#shared/domain/day.ts';
import type { PoolView } from '#shared/domain/funding.ts';
import type { Person } from '#shared/domain/person.ts';
import type { Project } from '#shared/domain/project.ts';
import { dueOf } from '#shared/domain/workday.ts';
import { approvalAt } from './approval.ts';
import { actor, aReadyProject, people } from './portfolio.ts';

/** What stands around a chef's comment in these tests, and what has happened to it. */
export type Commenting = {
  readonly now: ChefCommentNow;
  readonly project: Project;
  readonly people: readonly Person[];
  readonly at: string;
  readonly undoneAt: string | null;
  readonly version: string;
  readonly isOwnerDone: boolean;
  readonly isGateSent: boolean;
  readonly decidesOwn: ChefCommentView['decidesOwn'];
  /** What is left of the area's pool and of the common pool before it pays. */
  readonly left: { readonly own: number; readonly common: number };
  readonly notOpened: number | null;
};

/** A project whose owner has approved its paper, before anybody has asked its chef. */
export const commenting = (
  step: ChefStep = 'ideaChef',
  more: Partial<Project> = {},
  others: Partial<Commenting> = {},
): Commenting => {
  const project = aReadyProject(doorAfter(step), { shares: [], ...more });
  return {
    now: chefCommentNowOf({ projectId: project.id, step }, []),
    project,
    people,
    at: approvalAt,
    undoneAt: null,
    version: 'version 4',
    ...{ isOwnerDone: true, isGateSent: false, decidesOwn: 'chef', notOpened: null },
    left: { own: 88_500_00, common: 410_000_00 },
    ...others,
  };
};

export const chefFacts = (one: Commenting): ChefFacts => ({
  project: one.project,
  people: one.people,
  day: dayOf(one.at),
  undoneAt: one.undoneAt,
  version: one.version,
  isOwnerDone: one.isOwnerDone,
  isGateSent: one.isGateSent,
  due: dueOf(one.at, { days: 2, dueTime: '16:00', nudgeTime: '09:00' }, danishCalendar([])),
});

const withMove = (one: Commenting, by: string, move: ChefMove): Commenting => {
  const { now } = one;
  const seq = now.revision + 1;
  const { id, name } = actor(by);
  const event: ChefCommentEvent = {
    ...move,
    ...{ id: `${now.id}:${seq}`, cause: `${now.id}:cause${seq}`, chefCommentId: now.id, seq },
    ...{ projectId: now.projectId, step: now.step, byId: id, byName: name, at: one.at },
  };
  return { ...one, now: chefCommentNowOf(now, [...now.events, event]) };
};

/** What somebody's press comes to by the rules: as it is then, or why not. */
export const triedChef = (
  one: Commenting,
  by: string,
  given: ChefGiven,
): Commenting | ChefRefusal => {
  const move = chefMoveFor(one.now, actor(by), given, chefFacts(one));
  return move.ok ? withMove(one, by, move.value) : move.refusal;
};

export const afterChef = (one: Commenting, by: string, given: ChefGiven): Commenting => {
  const made = triedChef(one, by, given);
  if ('now' in made) return made;
  throw new Error(`${by} ${given.type}: ${JSON.stringify(made)}`);
};

/** What a card that was drawn now would send along. */
export const seenNow = ({ now, project }: Commenting) => ({
  ask: now.ask?.seq ?? 0,
  revision: now.revision,
  ore: priceOf(project, now.step),
});

export const askedChef = (one: Commenting, by = 'lead'): Commenting =>
  afterChef(one, by, { type: 'asked', revision: one.now.revision });

export const choseChef = (
  one: Commenting,
  choice: 'own' | 'common' | 'several' = 'own',
  comment = choice === 'several' ? 'Sundhed har også glæde af den.' : '',
): Commenting =>
  afterChef(one, 'chef-omsorg', { type: 'chosen', ...seenNow(one), choice, comment });

/** The deadline goes by. */
export const passedChef = (one: Commenting): Commenting => {
  const late = { ...one, at: one.now.ask?.dueAt ?? one.at };
  return withMove(late, 'lead', passMove(late.now, chefFacts(late)));
};

const poolOf = (one: Commenting, pool: PoolView['pool'], before: number): PoolView => {
  const ore = priceOf(one.project, one.now.step) ?? 0;
  return {
    ...{ pool, askedOre: ore, beforeOre: before, afterOre: before - ore },
    missingOre: Math.max(0, ore - before),
    ...(one.notOpened === null ? {} : { year: one.notOpened, notOpened: true as const }),
  };
};

/** As a card or a page is given it. */
export const chefViewOf = (one: Commenting): ChefCommentView => {
  const { now, project, isGateSent } = one;
  const isOpen = isGateAheadOf(project, now.step) && !isGateSent;
  const needs = needsPool(project, now.step);
  const lacks = isOpen ? lacksOf(now, needs) : null;
  return {
    ...{ now, project, lacks, isOpen, isGateSent, at: one.at },
    ore: priceOf(project, now.step),
    payer: payerIn(project.shares),
    choices: needs
      ? [
          poolOf(one, `area:${project.leadArea ?? ''}`, one.left.own),
          poolOf(one, 'common', one.left.common),
        ]
      : [],
    decidesOwn: one.decidesOwn,
    paper: { link: 'https://viborg.example/p1/ide.docx', version: one.version, minutes: 3 },
    isOwnerDone: one.isOwnerDone,
    areas: defaultAreas,
    answerers: chefAnswerers(project, one.people, dayOf(one.at)),
    chefName: 'Chef, Omsorg',
    holds: holdingWord(now, {
      needsPool: needs,
      shares: project.shares,
      undoneAt: one.undoneAt,
    }),
    overdue: lacks !== null && now.ask !== null && one.at >= now.ask.dueAt,
  };
};
