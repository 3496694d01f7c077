import type { Area } from '../area.ts';
import { type Answerer, unreplied } from '../asking/asking.ts';
import { may } from '../permissions.ts';
import type { Actor, PersonId } from '../person.ts';
import type { Project } from '../project.ts';
import type { BenefitNow } from './now.ts';
import { mayWriteBenefits } from './rules.ts';

/** All that a card or a page needs to show the follow-up of a benefit, as it stands when it is drawn. */
export type BenefitView = {
  readonly now: BenefitNow;
  readonly project: Project;
  readonly areas: readonly Area[];
  readonly answerers: readonly Answerer[];
  /** An answer is waited for. */
  readonly isWaiting: boolean;
  /** The project is not over, and the benefit is not withdrawn: an answer can still be changed. */
  readonly isOpen: boolean;
  readonly overdue: boolean;
  /** Nobody can answer: a new owner has to be chosen. */
  readonly isOwnerless: boolean;
  /** The next day something is asked; null when nothing is ahead. */
  readonly nextOn: string | null;
  /** The day and the moment of the drawing. */
  readonly today: string;
  readonly at: string;
};

/** What the reader of it may do. */
export type BenefitReader = {
  readonly id: PersonId | null;
  readonly answers: boolean;
  readonly onBehalf: boolean;
  readonly replies: boolean;
  /** Edits the project: writes, measures and chooses the owner. */
  readonly writes: boolean;
};

export const benefitReaderOf = (view: BenefitView, actor: Actor | null): BenefitReader => {
  const mine = view.answerers.find(({ id }) => id === actor?.id);
  return {
    id: actor?.id ?? null,
    answers: mine !== undefined,
    onBehalf: mine?.onBehalf ?? false,
    replies: actor !== null && may(actor, 'replyToQuestion', view.project),
    writes: actor !== null && mayWriteBenefits(actor, view.project),
  };
};

/** The first question back that nobody has replied to, while an answer is waited for. */
export const openBenefitQuestion = ({
  now,
  isWaiting,
}: Pick<BenefitView, 'now' | 'isWaiting'>): number | null =>
  isWaiting ? unreplied(now.exchanges) : null;

/** Who helps a question along: the lead, unless they are asked themselves. */
export const benefitHelperOf = ({
  project,
  answerers,
}: Pick<BenefitView, 'project' | 'answerers'>): PersonId | null =>
  project.leadId !== null && !answerers.some(({ id }) => id === project.leadId)
    ? project.leadId
    : null;

/** What it waits for from this person: an answer, or a reply to a question back. */
export const benefitWaitsOn = (
  view: BenefitView,
  personId: PersonId,
): 'answer' | 'reply' | null => {
  if (!view.isWaiting) return null;
  if (view.answerers.some(({ id }) => id === personId)) return 'answer';
  return benefitHelperOf(view) === personId && openBenefitQuestion(view) !== null ? 'reply' : null;
};
