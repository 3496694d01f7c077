import type { Area } from '../area.ts';
import { type Answerer, unreplied } from '../asking/asking.ts';
import { may } from '../permissions.ts';
import type { Actor, Person, PersonId } from '../person.ts';
import type { Project } from '../project.ts';
import { blankStep, type Step } from '../steps.ts';
import type { InterestNow } from './now.ts';
import { wantingWord } from './now.ts';

/** All that a card or a page needs to show the question of interest, as it stands when it is drawn. */
export type InterestView = {
  readonly now: InterestNow;
  readonly project: Project;
  readonly areas: readonly Area[];
  /** What DigiTek found when it looked for what stands in the way; '' when it has not. */
  readonly blockers: string;
  readonly answerers: readonly Answerer[];
  /** Who is asked, by name; '' when the seat is empty. */
  readonly askedName: string;
  /** Those who may be named as owner, by name. */
  readonly owners: readonly Pick<Person, 'id' | 'name'>[];
  /** What is still owed; null when nothing is, or when it is no longer an idea. */
  readonly owes: 'interest' | 'owner' | null;
  /** It is an idea, and no gate is sent: an answer can still be changed. */
  readonly isOpen: boolean;
  readonly overdue: boolean;
  /** The moment of the drawing. */
  readonly at: string;
};

/** What the reader of the question may do with it. */
export type InterestReader = {
  readonly id: PersonId | null;
  readonly answers: boolean;
  readonly onBehalf: boolean;
  /** Gave the idea. */
  readonly isAuthor: boolean;
  readonly replies: boolean;
};

export const interestReaderOf = (view: InterestView, actor: Actor | null): InterestReader => {
  const mine = view.answerers.find(({ id }) => id === actor?.id);
  const isAuthor = actor !== null && view.project.createdById === actor.id;
  return {
    id: actor?.id ?? null,
    answers: mine !== undefined,
    onBehalf: mine?.onBehalf ?? false,
    isAuthor,
    replies: isAuthor || (actor !== null && may(actor, 'replyToQuestion', view.project)),
  };
};

/** What the step of the checklist says: done by the word of somebody who wants it. */
export const asInterestStep = (now: InterestNow, row: Step | undefined): Step => {
  const word = wantingWord(now);
  return {
    ...(row ?? blankStep(now.projectId, 'interest')),
    id: now.id,
    done: word !== null,
    doneByName: word?.byName ?? '',
    doneAt: word?.at ?? null,
    note: word?.comment ?? '',
  };
};

/** The first question that nobody has replied to, while an answer is waited for. */
export const openInterestQuestion = ({
  now,
  owes,
}: Pick<InterestView, 'now' | 'owes'>): number | null =>
  owes === 'interest' ? unreplied(now.exchanges) : null;

/**
 * Who helps a question along: whoever gave the idea, else the lead, else whoever asked; nobody is
 * asked about what they ask themselves.
 */
export const interestHelperOf = ({
  now,
  project,
  answerers,
}: Pick<InterestView, 'now' | 'project' | 'answerers'>): PersonId | null =>
  [project.createdById, project.leadId, now.ask?.byId ?? null].find(
    (id) => id !== null && !answerers.some((one) => one.id === id),
  ) ?? null;

/** What it waits for from this person: an answer, the owner's name, or a reply. */
export const interestWaitsOn = (
  view: InterestView,
  personId: PersonId,
): 'answer' | 'reply' | null => {
  if (view.owes === null) return null;
  if (view.answerers.some(({ id }) => id === personId)) return 'answer';
  return interestHelperOf(view) === personId && openInterestQuestion(view) !== null
    ? 'reply'
    : null;
};
