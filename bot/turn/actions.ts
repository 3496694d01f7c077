import type { IAdaptiveCard } from '@microsoft/teams.cards';
import type { CardAction } from '#shared/contract/cardActions.ts';
import type { Actor } from '#shared/domain/person.ts';
import type { RequestView } from '#shared/domain/requestView.ts';
import { Fault } from '#shared/useCases/ports.ts';
import { botFaults } from '#shared/words/server/chat.ts';
import { factsOf, log } from '../log.ts';
import type { BotParts } from './botParts.ts';
import { inTime, noSooner, type Outcome } from './deadline.ts';

/* The one way from somebody's press on a card to what they see of it, whatever the card is about. */

/** Who presses: authenticated, never what a card says. */
export type Sender = {
  readonly actor: Actor;
  /** The Teams id of whoever pressed: their client draws the card anew by itself. */
  readonly teamsUserId: string;
  readonly conversationId: string;
};

export type Press<A extends CardAction = CardAction> = Sender & { readonly action: A };

/** What the person sees: a card in the old one's place, or a short word. */
export type Shown =
  | {
      readonly type: 'card';
      readonly card: IAdaptiveCard;
      /** The request, which others in the chat see too; null for what is one person's own. */
      readonly view: RequestView | null;
    }
  | { readonly type: 'word'; readonly text: string };

/** Nothing was stored, or nobody knows. */
export type FaultEnding = 'notStored' | 'uncertain';

/** How it ended in the lists, and the card that tells it. */
export type Ended = { readonly ending: Stored['ending'] | FaultEnding; readonly shown: Shown };

/** What is shown now, and, when the lists were too slow, what will be shown in the end. */
export type Answered = { readonly shown: Shown; readonly rest: Promise<Ended> | null };

/** What the lists said to a press, and the card that tells it. */
export type Stored = { readonly ending: 'kept' | 'refused'; readonly shown: Shown };

/** What a press asks for: to look, to be asked for more first, or to have something stored. */
export type Asked<V> =
  | { readonly type: 'look'; readonly draw: (view: V) => Shown }
  | { readonly type: 'first'; readonly shown: Shown }
  | { readonly type: 'store'; readonly work: () => Promise<Stored> };

/** What a press is on, as memory has it and as the lists have it. */
type Held<A extends CardAction, V> = {
  /** From memory, at once. */
  readonly known: (parts: BotParts, action: A) => V | undefined;
  /** From the lists. */
  readonly fresh: (parts: BotParts, action: A) => Promise<V | undefined>;
  /** Whether what memory has is at least as new as the card that was pressed on. */
  readonly isUpToDate: (view: V, action: A) => boolean;
};

/** A kind of card, from a press on it to its receipt: `A` its actions, `V` what it shows. */
export type Kind<A extends CardAction, V> = {
  readonly held: Held<A, V>;
  readonly asked: (parts: BotParts, press: Press<A>) => Asked<V>;
  /** The lists are slow: it is on its way. `view` is what memory has. */
  readonly received: (parts: BotParts, press: Press<A>, view: V | undefined) => Shown;
  /** The lists failed: what is known is said, and what was typed is put back. */
  readonly failed: (
    parts: BotParts,
    press: Press<A>,
    ending: FaultEnding,
    view: V | undefined,
  ) => Shown;
};

/** Of a card that shows nothing but itself, such as a form. */
export const nothingHeld: Held<CardAction, never> = {
  known: () => undefined,
  fresh: async () => undefined,
  isUpToDate: () => true,
};

export const word = (text: string): Shown => ({ type: 'word', text });
export const unknown = word(botFaults.unknownRequest);

/** The word in a card's place when there is none to draw from: true, whatever the lists hold. */
export const wordAfter = (ending: FaultEnding): Shown =>
  word(ending === 'notStored' ? botFaults.fault : botFaults.uncertain);

/** Only what never went out is known not to be stored: a fault may come after the row is there. */
const endingOfFault = (error: unknown): FaultEnding =>
  error instanceof Fault && error.context['outcome'] === 'notSent' ? 'notStored' : 'uncertain';

/** What memory has, or the lists, when this server has not heard of the matter yet. */
const viewAtLeast = async <A extends CardAction, V>(
  parts: BotParts,
  { known, fresh, isUpToDate }: Held<A, V>,
  action: A,
): Promise<V | undefined | 'unread'> => {
  const view = known(parts, action);
  if (view && isUpToDate(view, action)) return view;
  const read = await inTime(() => fresh(parts, action), parts.lookMs);
  if (read.type === 'done') return read.value ?? view;
  return view ?? 'unread';
};

const looked = async <A extends CardAction, V>(
  parts: BotParts,
  held: Held<A, V>,
  action: A,
  draw: (view: V) => Shown,
): Promise<Shown> => {
  const view = await viewAtLeast(parts, held, action);
  if (!view) return unknown;
  return view === 'unread' ? word(botFaults.fault) : draw(view);
};

const stored = async <A extends CardAction, V>(
  parts: BotParts,
  kind: Kind<A, V>,
  press: Press<A>,
  work: () => Promise<Stored>,
): Promise<Answered> => {
  const { verb } = press.action;
  const known = (): V | undefined => kind.held.known(parts, press.action);
  const ended = (outcome: Outcome<Stored>): Ended => {
    if (outcome.type === 'done') return outcome.value;
    const { error } = outcome;
    log(error instanceof Fault ? 'warn' : 'error', 'pressFailed', { ...factsOf(error), verb });
    const ending = endingOfFault(error);
    return { ending, shown: kind.failed(parts, press, ending, known()) };
  };
  const first = await inTime(work, parts.deadlineMs);
  if (first.type !== 'late') return { shown: ended(first).shown, rest: null };
  // Work that ends just after the deadline must not be told before that it had not ended.
  const rest = noSooner(first.rest, parts.travelMs).then(ended);
  return { shown: kind.received(parts, press, known()), rest };
};

/** Does what a press asks, in time. Who may is asked by the use case, of the lists, never of the card. */
export const acted = async <A extends CardAction, V>(
  parts: BotParts,
  kind: Kind<A, V>,
  press: Press<A>,
): Promise<Answered> => {
  if (!parts.ready()) return { shown: word(botFaults.starting), rest: null };
  const asked = kind.asked(parts, press);
  switch (asked.type) {
    case 'look':
      return { shown: await looked(parts, kind.held, press.action, asked.draw), rest: null };
    case 'first':
      return { shown: asked.shown, rest: null };
    case 'store':
      return stored(parts, kind, press, asked.work);
  }
};
