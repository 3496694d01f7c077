import type { IAdaptiveCard } from '@microsoft/teams.cards';
import type { Ask, AskingEvent, Exchange } from '#shared/domain/asking/asking.ts';
import type { MessageKind } from '#shared/domain/message.ts';
import type { PersonId } from '#shared/domain/person.ts';
import type { CardContext } from '../context.ts';
import type { Problem } from './asking.ts';

/* Which card it is of those that one person is asked by: the same for every kind of it. */

/** The message's kind, and the event it is about. */
export type Place = { readonly kind: MessageKind; readonly about: number };

type Event = AskingEvent & { readonly kind: string };

type Viewed<E extends Event> = {
  readonly now: {
    readonly ask: Ask | null;
    readonly exchanges: readonly Exchange<E>[];
    readonly events: readonly E[];
  };
  /** An answer can still be changed. */
  readonly isOpen: boolean;
};

type Reading = { readonly id: PersonId | null; readonly answers: boolean };

export type ReceiptAt = {
  readonly place: Place;
  /** For whoever answered, and not for whoever asked. */
  readonly isAnswerers: boolean;
  /** To a press that came after it. */
  readonly late?: boolean;
};

export type QuestionAt<E extends Event, R> = {
  readonly exchange: Exchange<E>;
  readonly problem?: Problem<R> | null;
  readonly place: Place;
};

/** What one kind draws for itself. */
export type CardsOf<E extends Event, V extends Viewed<E>, W extends Reading, R> = {
  readonly kinds: Readonly<Record<'ask' | 'question' | 'told' | 'overdue', MessageKind>>;
  /** The newest answer of the round that began at an event; null when there is none. */
  readonly answerIn: (events: readonly E[], round: number) => E | null;
  readonly isAnswer: (event: E) => boolean;
  /** Where several are asked at once: what their cards show of it. Null else. */
  readonly answerOfMany?: (view: V, reader: W) => E | null;
  /** The question stands to be answered. */
  readonly isWaiting: (view: V) => boolean;
  /** Past due, something is still waited for; left out: the question is. */
  readonly isOwed?: (view: V) => boolean;
  readonly open: (
    view: V,
    reader: W,
    context: CardContext,
    shown: { readonly place: Place; readonly problem?: Problem<R> | null },
  ) => IAdaptiveCard;
  readonly receipt: (
    view: V,
    event: E,
    reader: W,
    context: CardContext,
    at: ReceiptAt,
  ) => IAdaptiveCard;
  /** Nothing is asked any more, or not of the reader. */
  readonly notice: (view: V, context: CardContext, place: Place, pressed: boolean) => IAdaptiveCard;
  readonly question: (
    view: V,
    reader: W,
    context: CardContext,
    shown: QuestionAt<E, R>,
  ) => IAdaptiveCard;
  readonly overdue: (view: V, context: CardContext, place: Place) => IAdaptiveCard;
};

/** Asking anew before there is an answer is no new round. */
export const answerBeforeNextAsk =
  <E extends Event>(isAnswer: (event: E) => boolean) =>
  (events: readonly E[], round: number): E | null => {
    const answers = events.filter((event) => isAnswer(event) && event.seq > round);
    const [first] = answers;
    const next = events.find(({ kind, seq }) => kind === 'asked' && first && seq > first.seq);
    return answers.findLast(({ seq }) => !next || seq < next.seq) ?? null;
  };

/** Every question is a round of its own. */
export const answerToAsk =
  <E extends Event>(isAnswer: (event: E) => boolean) =>
  (events: readonly E[], round: number): E | null => {
    const next = events.find(({ kind, seq }) => kind === 'asked' && seq > round);
    return (
      events.findLast(
        (event) => event.seq > round && (!next || event.seq < next.seq) && isAnswer(event),
      ) ?? null
    );
  };

/** The card of what is asked now. */
export const placeOfAsk = (kind: MessageKind, ask: Ask | null): Place => ({
  kind,
  about: ask?.round ?? 0,
});

type Failed<R> = { readonly place: Place; readonly problem: Problem<R> };

const refusalIn = <R extends { readonly type: string }>(problem: Problem<R>): string =>
  problem.type === 'refused' ? problem.refusal.type : '';

/** The very same is there, or somebody's was first. */
const isStoredOtherwise = (refusal: string): boolean =>
  refusal === 'holdsAlready' || refusal === 'movedOn';

export const cardsFor = <
  E extends Event,
  V extends Viewed<E>,
  W extends Reading,
  R extends { readonly type: string },
>(
  of: CardsOf<E, V, W, R>,
) => {
  /** What one of several who are asked at once sees; null where it is no such card. */
  const manyCard = (
    view: V,
    reader: W,
    context: CardContext,
    at: { readonly place: Place; readonly late: boolean },
  ): IAdaptiveCard | null => {
    const event = of.answerOfMany?.(view, reader) ?? null;
    if (!event) return null;
    return of.receipt(view, event, reader, context, {
      ...at,
      isAnswerers: event.byId === reader.id,
    });
  };
  /** What became of it, to whoever was asked. */
  const endedCard = (
    view: V,
    reader: W,
    context: CardContext,
    { round, ...at }: { readonly round: number; readonly place: Place; readonly late: boolean },
  ): IAdaptiveCard => {
    const event = of.answerIn(view.now.events, round);
    return event && (reader.answers || reader.id === event.byId)
      ? of.receipt(view, event, reader, context, { ...at, isAnswerers: true })
      : of.notice(view, context, at.place, false);
  };
  /** The card of whoever is asked: the question while it is theirs and open, else what became of it. */
  const askedCard = (
    view: V,
    reader: W,
    context: CardContext,
    place: Place,
    late = false,
  ): IAdaptiveCard => {
    const { ask } = view.now;
    const isNow = ask !== null && place.about >= ask.round;
    if (isNow && reader.answers && of.isWaiting(view))
      return of.open(view, reader, context, { place });
    const ofMany = isNow ? manyCard(view, reader, context, { place, late }) : null;
    const round = isNow ? ask.round : place.about;
    return ofMany ?? endedCard(view, reader, context, { round, place, late });
  };
  const exchangeAt = ({ now }: V, question: number) =>
    now.exchanges.find((one) => one.question.seq === question) ?? null;
  /** What became of it, to whoever did not answer. */
  const became = (
    view: V,
    reader: W,
    context: CardContext,
    { place, event }: { readonly place: Place; readonly event: E | null },
  ): IAdaptiveCard =>
    event
      ? of.receipt(view, event, reader, context, { place, isAnswerers: false })
      : of.notice(view, context, place, false);

  const questionAt = (view: V, reader: W, context: CardContext, place: Place): IAdaptiveCard => {
    const exchange = exchangeAt(view, place.about);
    return exchange
      ? of.question(view, reader, context, { exchange, place })
      : of.notice(view, context, place, false);
  };
  const overdueAt = (view: V, reader: W, context: CardContext, place: Place): IAdaptiveCard =>
    (of.isOwed ?? of.isWaiting)(view)
      ? of.overdue(view, context, place)
      : became(view, reader, context, {
          place,
          event: of.answerIn(view.now.events, place.about),
        });
  const toldAt = (view: V, reader: W, context: CardContext, place: Place): IAdaptiveCard => {
    const event = view.now.events.find((one) => one.seq === place.about && of.isAnswer(one));
    return became(view, reader, context, { place, event: event ?? null });
  };

  /** The card at a place, as it stands when it is drawn. */
  const at = (view: V, reader: W, context: CardContext, place: Place): IAdaptiveCard => {
    const { question, told, overdue } = of.kinds;
    if (place.kind === question) return questionAt(view, reader, context, place);
    if (place.kind === told) return toldAt(view, reader, context, place);
    return place.kind === overdue
      ? overdueAt(view, reader, context, place)
      : askedCard(view, reader, context, place);
  };

  const failedReply = (
    view: V,
    reader: W,
    context: CardContext,
    { place, problem }: Failed<R>,
  ): IAdaptiveCard => {
    const exchange = exchangeAt(view, place.about);
    if (!exchange) return of.notice(view, context, place, true);
    const shown = { exchange, place, problem: exchange.reply ? null : problem };
    return of.question(view, reader, context, shown);
  };

  /** The card after a press that was not stored: why, and what was typed put back. */
  const failed = (
    view: V,
    reader: W,
    context: CardContext,
    given: Failed<R> & {
      /** Left out: all answers again. */
      readonly again?: (place: Place) => IAdaptiveCard;
    },
  ): IAdaptiveCard => {
    const { place, problem, again } = given;
    if (place.kind === of.kinds.question) return failedReply(view, reader, context, given);
    const asked = placeOfAsk(of.kinds.ask, view.now.ask);
    const refusal = refusalIn(problem);
    // One of several who has said so already answers no more.
    if (!reader.answers && refusal !== 'holdsAlready') return of.notice(view, context, place, true);
    // A second press of the very same: its receipt, and no word about it.
    if (isStoredOtherwise(refusal))
      return askedCard(view, reader, context, asked, refusal === 'movedOn');
    if (!view.isOpen) return of.notice(view, context, place, problem.type === 'refused');
    return again?.(asked) ?? of.open(view, reader, context, { place: asked, problem });
  };

  return { at, failed };
};
