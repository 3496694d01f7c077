import type { Area } from '../area.ts';
import { type Answerer, unreplied } from '../asking/asking.ts';
import type { Actor, PersonId } from '../person.ts';
import { mayPlanVisits, mayReadNotes } from './given.ts';
import type { VisitHours } from './hours.ts';
import type { VisitNow, VisitState } from './now.ts';

/** All that a card or a page needs to show a visit, as it stands when it is drawn; nothing that was seen in it. */
export type VisitView = {
  readonly now: VisitNow;
  /** A visit is of a unit, and of no project. */
  readonly project: null;
  readonly state: VisitState;
  readonly areas: readonly Area[];
  readonly hours: VisitHours;
  readonly answerers: readonly Answerer[];
  /** An answer is waited for. */
  readonly isWaiting: boolean;
  /** Neither called off nor over: an answer can still be changed. */
  readonly isOpen: boolean;
  readonly overdue: boolean;
  /** The leder said yes to something else than what is planned now. */
  readonly isChanged: boolean;
  /** The day and the moment of the drawing. */
  readonly today: string;
  readonly at: string;
};

/** What the reader of it may do. */
export type VisitReader = {
  readonly id: PersonId | null;
  readonly answers: boolean;
  readonly onBehalf: boolean;
  readonly replies: boolean;
  readonly plans: boolean;
  readonly readsNotes: boolean;
};

export const visitReaderOf = (
  { now, answerers }: Pick<VisitView, 'now' | 'answerers'>,
  actor: Actor | null,
): VisitReader => {
  const mine = answerers.find(({ id }) => id === actor?.id);
  const plans = actor !== null && mayPlanVisits(actor);
  return {
    id: actor?.id ?? null,
    answers: mine !== undefined,
    onBehalf: mine?.onBehalf ?? false,
    ...{ replies: plans, plans },
    readsNotes: actor !== null && mayReadNotes(actor, now),
  };
};

/** The first question back that nobody has replied to, while an answer is waited for. */
export const openVisitQuestion = ({
  now,
  isWaiting,
}: Pick<VisitView, 'now' | 'isWaiting'>): number | null =>
  isWaiting ? unreplied(now.exchanges) : null;

/** Who helps a question along: whoever asked, else one of those who come; nobody who is asked themselves. */
export const visitHelperOf = ({
  now,
  answerers,
}: Pick<VisitView, 'now' | 'answerers'>): PersonId | null =>
  [now.ask?.byId ?? null, ...(now.terms?.consultants ?? []).map(({ id }) => id)].find(
    (id) => id !== null && !answerers.some((one) => one.id === id),
  ) ?? null;

/** What it waits for from this person: an answer, or a reply to a question back. */
export const visitWaitsOn = (view: VisitView, personId: PersonId): 'answer' | 'reply' | null => {
  if (!view.isWaiting) return null;
  if (view.answerers.some(({ id }) => id === personId)) return 'answer';
  return visitHelperOf(view) === personId && openVisitQuestion(view) !== null ? 'reply' : null;
};
