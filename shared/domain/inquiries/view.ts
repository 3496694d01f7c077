import type { Area, AreaId } from '../area.ts';
import { type Answerer, unreplied } from '../asking/asking.ts';
import type { Ore } from '../money.ts';
import type { Actor, PersonId } from '../person.ts';
import type { Project } from '../project.ts';
import { answersTo, type InquiryAnswer, type InquiryEvent } from './inquiry.ts';
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

/** The reader's own yes while others who are asked with them are waited for; it can still become a no. */
export const ownYesOf = (
  { now: { asked, said, word } }: Pick<InquiryView, 'now'>,
  readerId: PersonId | null,
): InquiryEvent | null =>
  word === null && asked !== null && asked.seats.length > 0
    ? (said.find(({ byId }) => byId === readerId) ?? null)
    : null;

/** What may be answered: a yes that holds already may only become something else. */
export const answersLeft = (
  view: Pick<InquiryView, 'now'>,
  readerId: PersonId | null,
): readonly InquiryAnswer[] => {
  const own = ownYesOf(view, readerId);
  return answersTo(view.now.subject).filter((answer) => answer !== own?.answer);
};

/** The name of the seat's own person, for somebody who stands in for them; '' else. */
export const standsInForName = (
  { now: { asked }, answerers }: Pick<InquiryView, 'now' | 'answerers'>,
  { id, onBehalf }: Pick<InquiryReader, 'id' | 'onBehalf'>,
): string => {
  if (!onBehalf || !asked) return '';
  const mine = answerers.find((one) => one.id === id)?.seat;
  return asked.seats.find(({ seat }) => seat === mine)?.name ?? asked.askedName;
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
