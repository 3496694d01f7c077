import type { Area } from '../area.ts';
import { type Answerer, unreplied } from '../asking/asking.ts';
import type { Decider } from '../decider.ts';
import type { PoolView } from '../funding.ts';
import type { Ore } from '../money.ts';
import { may } from '../permissions.ts';
import type { Actor, PersonId } from '../person.ts';
import type { Project } from '../project.ts';
import { blankStep, type Step } from '../steps.ts';
import type { ChefCommentEvent, Payer } from './chefComment.ts';
import type { ChefCommentNow } from './now.ts';

/** All that a card or a page needs to show a chef's comment, as it stands when it is drawn. */
export type ChefCommentView = {
  readonly now: ChefCommentNow;
  readonly project: Project;
  /** What the gate asks for; null when nobody has said it yet. */
  readonly ore: Ore | null;
  /** Who pays as the project stands; null when nobody does yet. */
  readonly payer: Payer | null;
  /** What would be left of the area's pool and of the common pool, each if it paid it all. */
  readonly choices: readonly PoolView[];
  /** Who decides the gate when the area's own pool pays it all. */
  readonly decidesOwn: Decider['type'] | null;
  readonly paper: {
    readonly link: string;
    readonly version: string;
    readonly minutes: number | null;
  };
  /** The owner has approved the paper as it is. */
  readonly isOwnerDone: boolean;
  readonly areas: readonly Area[];
  readonly answerers: readonly Answerer[];
  /** The seat's chef by name; '' when it is empty. */
  readonly chefName: string;
  /** What is still asked for; null when nothing is, or when the gate is no longer ahead. */
  readonly lacks: 'both' | 'pool' | 'comment' | null;
  /** The gate is ahead, and not sent: a word can still be changed. */
  readonly isOpen: boolean;
  readonly isGateSent: boolean;
  /** What makes the step done; null when nothing does (any more). */
  readonly holds: ChefCommentEvent | null;
  readonly overdue: boolean;
  /** The moment of the drawing. */
  readonly at: string;
};

/** What the reader of a chef's comment may do with it. */
export type ChefReader = {
  readonly id: PersonId | null;
  /** The chef, or somebody who stands in. */
  readonly answers: boolean;
  readonly onBehalf: boolean;
  readonly replies: boolean;
};

export const chefReaderOf = (view: ChefCommentView, actor: Actor | null): ChefReader => {
  const mine = view.answerers.find(({ id }) => id === actor?.id);
  return {
    id: actor?.id ?? null,
    answers: mine !== undefined,
    onBehalf: mine?.onBehalf ?? false,
    replies: actor !== null && may(actor, 'replyToQuestion', view.project),
  };
};

/** What a step of the checklist says when it is a chef's comment: done by the word that holds. */
export const asChefStep = (
  { now, holds }: Pick<ChefCommentView, 'now' | 'holds'>,
  row: Step | undefined,
): Step => ({
  ...(row ?? blankStep(now.projectId, now.step)),
  id: now.id,
  done: holds !== null,
  doneByName: holds === null || holds.kind === 'passed' ? '' : holds.byName,
  doneAt: holds?.at ?? null,
  note: holds?.comment ?? '',
});

/** The first question that nobody has replied to, while an answer is waited for. */
export const openChefQuestion = ({
  now,
  lacks,
}: Pick<ChefCommentView, 'now' | 'lacks'>): number | null =>
  lacks === null ? null : unreplied(now.exchanges);

/** Who helps a question of the chef's along: the lead, else whoever asked. */
export const chefHelperOf = ({
  now,
  project,
}: Pick<ChefCommentView, 'now' | 'project'>): PersonId | null =>
  project.leadId ?? now.ask?.byId ?? null;

/** What an open comment waits for from this person: the chef's answer, or the lead's reply. */
export const chefWaitsOn = (
  view: ChefCommentView,
  personId: PersonId,
): 'answer' | 'reply' | null => {
  if (view.lacks === null) return null;
  if (view.answerers.some(({ id }) => id === personId)) return 'answer';
  return chefHelperOf(view) === personId && openChefQuestion(view) !== null ? 'reply' : null;
};
