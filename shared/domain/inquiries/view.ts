import type { Area, AreaId } from '../area.ts';
import { type Answerer, unreplied } from '../asking/asking.ts';
import type { Ore } from '../money.ts';
import type { Actor, PersonId } from '../person.ts';
import type { Project } from '../project.ts';
import type { InquiryNow } from './now.ts';
import { mayReplyTo } from './rules.ts';

/** All that a card or a page needs to show something that is asked, as it stands when it is drawn. */
export type InquiryView = {
  readonly now: InquiryNow;
  readonly project: Project;
  readonly areas: readonly Area[];
  /** Where the step's paper lies; '' when it has none. */
  readonly link: string;
  readonly answerers: readonly Answerer[];
  /** An answer is waited for. */
  readonly isWaiting: boolean;
  /** What costs more than this is the chef's to decide. */
  readonly chefFromOre: Ore;
  /** Of a purchase: the seats that are asked after a yes, and what the pool lacks. */
  readonly seatsAfter: readonly AreaId[];
  readonly lackOre: Ore;
  /** The year whose pools are to pay and are not opened; null when they are. */
  readonly closedYear: number | null;
  /** The project is not over, nor past the step: an answer can still be changed. */
  readonly isOpen: boolean;
  readonly overdue: boolean;
  /** The moment of the drawing. */
  readonly at: string;
};

/** What the reader of it may do. */
export type InquiryReader = {
  readonly id: PersonId | null;
  readonly answers: boolean;
  readonly onBehalf: boolean;
  readonly replies: boolean;
};

export const inquiryReaderOf = (view: InquiryView, actor: Actor | null): InquiryReader => {
  const mine = view.answerers.find(({ id }) => id === actor?.id);
  return {
    id: actor?.id ?? null,
    answers: mine !== undefined,
    onBehalf: mine?.onBehalf ?? false,
    replies: actor !== null && mayReplyTo(actor, view.now, view.project),
  };
};

/** The first question back that nobody has replied to, while an answer is waited for. */
export const openInquiryQuestion = ({
  now,
  isWaiting,
}: Pick<InquiryView, 'now' | 'isWaiting'>): number | null =>
  isWaiting ? unreplied(now.exchanges) : null;

/** Who helps a question along: of a purchase whoever wants it, the lead, else whoever asked; nobody who is asked themselves. */
export const inquiryHelperOf = ({
  now,
  project,
  answerers,
}: Pick<InquiryView, 'now' | 'project' | 'answerers'>): PersonId | null =>
  [
    now.subject === 'purchase' || now.subject === 'screening' ? project.createdById : null,
    project.leadId,
    now.ask?.byId ?? null,
  ].find((id) => id !== null && !answerers.some((one) => one.id === id)) ?? null;

/** What it waits for from this person: an answer, or a reply to a question back. */
export const inquiryWaitsOn = (
  view: InquiryView,
  personId: PersonId,
): 'answer' | 'reply' | null => {
  if (!view.isWaiting) return null;
  if (view.answerers.some(({ id }) => id === personId)) return 'answer';
  return inquiryHelperOf(view) === personId && openInquiryQuestion(view) !== null ? 'reply' : null;
};
