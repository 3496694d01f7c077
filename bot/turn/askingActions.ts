import type { IAdaptiveCard } from '@microsoft/teams.cards';
import type { CardAction } from '#shared/contract/cardActions.ts';
import type { Actor } from '#shared/domain/person.ts';
import type { AskingResult } from '#shared/useCases/asking/result.ts';
import { botFaults } from '#shared/words/server/chat.ts';
import type { Problem } from '../cards/asking/asking.ts';
import type { CardContext } from '../cards/context.ts';
import { type Kind, type Press, type Shown, unknown, word, wordAfter } from './actions.ts';
import type { BotParts } from './botParts.ts';

/* A press on what one person is asked about beside a gate: the same for every kind of it. */

/** What was pressed, by whom, and with what it is drawn. */
export type Pressed<A> = {
  readonly action: A;
  readonly actor: Actor;
  readonly context: CardContext;
};

/** What one kind says for itself. */
export type AskingCards<A extends CardAction, V, R> = {
  readonly held: Kind<A, V>['held'];
  /** Null when a press only draws the card. */
  readonly moveFor: (
    parts: BotParts,
    press: Press<A>,
  ) => (() => Promise<AskingResult<V, R>>) | null;
  /** Whether the card says something to this person: who has nothing to do with it sees only whose it is. */
  readonly isFor: (view: V, actor: Actor) => boolean;
  readonly another: (view: V, pressed: Pressed<A>) => IAdaptiveCard;
  readonly draw: (view: V, pressed: Pressed<A>, problem: Problem<R> | null) => IAdaptiveCard;
  /** The press is here, and the lists have not taken it yet. */
  readonly received: (view: V, pressed: Pressed<A>) => IAdaptiveCard;
};

const shownCard = (card: IAdaptiveCard): Shown => ({ type: 'card', card, view: null });

export const askingKind = <A extends CardAction, V, R>(cards: AskingCards<A, V, R>): Kind<A, V> => {
  const pressedIn = (parts: BotParts, press: Press<A>, typed: string): Pressed<A> => ({
    action: press.action,
    actor: press.actor,
    context: {
      links: parts.links,
      userIds: [press.teamsUserId].filter((id) => id !== ''),
      typed,
    },
  });
  const drawn = (parts: BotParts, press: Press<A>, view: V, problem: Problem<R> | null): Shown => {
    const { action } = press;
    const typed = problem && 'comment' in action ? action.comment : '';
    const pressed = pressedIn(parts, press, typed);
    return shownCard(
      cards.isFor(view, press.actor)
        ? cards.draw(view, pressed, problem)
        : cards.another(view, pressed),
    );
  };
  const afterMove = (parts: BotParts, press: Press<A>, result: AskingResult<V, R>): Shown => {
    if (result.type === 'unknown') return unknown;
    const isRefused = result.type === 'refused';
    const problem = isRefused ? { type: 'refused' as const, refusal: result.refusal } : null;
    return drawn(parts, press, result.view, problem);
  };
  return {
    held: cards.held,
    asked: (parts, press) => {
      const move = cards.moveFor(parts, press);
      if (!move) return { type: 'look', draw: (view) => drawn(parts, press, view, null) };
      return {
        type: 'store',
        work: async () => {
          const result = await move();
          const ending = result.type === 'refused' ? 'refused' : 'kept';
          return { ending, shown: afterMove(parts, press, result) };
        },
      };
    },
    received: (parts, press, view) => {
      if (!view) return word(botFaults.received);
      const pressed = pressedIn(parts, press, '');
      const draw = cards.isFor(view, press.actor) ? cards.received : cards.another;
      return shownCard(draw(view, pressed));
    },
    // The lists failed: everything is as it was, and what was typed is put back.
    failed: (parts, press, ending, view) =>
      view
        ? drawn(parts, press, view, { type: 'fault', uncertain: ending === 'uncertain' })
        : wordAfter(ending),
  };
};
