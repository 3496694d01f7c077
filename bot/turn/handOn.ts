import type { IAdaptiveCard } from '@microsoft/teams.cards';
import type { HandOnAction } from '#shared/contract/cardActions.ts';
import { may } from '#shared/domain/permissions.ts';
import type { Actor } from '#shared/domain/person.ts';
import type { Unheld } from '#shared/domain/steer.ts';
import { handOn, toHandOn, waysToHandOn } from '#shared/useCases/requests/handOn.ts';
import type { SteerResult } from '#shared/useCases/requests/steerRequest.ts';
import { emptySeats, unheldSeats } from '#shared/useCases/requests/unheld.ts';
import { openRequestOf, viewOf } from '#shared/useCases/requests/views.ts';
import { handOnWords as words } from '#shared/words/requests/handOn.ts';
import { steerText } from '#shared/words/requests/steer.ts';
import { plainCard, wordCard } from '../cards/chat/chatCards.ts';
import { handedOnCard, handOnCard } from '../cards/requests/handOnCard.ts';
import { type Kind, nothingHeld, type Press, type Shown, type Stored, word } from './actions.ts';
import type { BotParts } from './botParts.ts';
import { projectsLike } from './command.ts';

/** As many forms as somebody fills in at once. */
const mostForms = 3;

const formCard = (
  { deps, links }: BotParts,
  one: Unheld,
  typed: { readonly to: string; readonly comment: string } = { to: '', comment: '' },
  refused: string | null = null,
): IAdaptiveCard =>
  handOnCard(
    { ...one, ...typed, ways: waysToHandOn(deps, one.view), at: deps.clock.now() },
    links,
    refused,
  );

const openOf = ({ deps }: BotParts, name: string): readonly Unheld[] => {
  const empty = emptySeats(deps);
  return projectsLike(
    deps.stores.projects.all().map(({ value }) => value),
    name,
  ).flatMap(({ id }) => {
    const request = openRequestOf(deps, id);
    const view = request && viewOf(deps, request.id);
    return view ? [{ view, seats: unheldSeats(view, empty) }] : [];
  });
};

/** The cards behind `giv videre`: of the project that is named, else of what nobody can answer. */
export const handOnCardsFor = (
  parts: BotParts,
  actor: Actor,
  name: string,
): readonly IAdaptiveCard[] => {
  const { deps, links } = parts;
  if (!may(actor, 'rerouteRequest')) return [plainCard(words.notYours)];
  const found = name === '' ? toHandOn(deps) : openOf(parts, name);
  if (found.length === 0)
    return [
      name === ''
        ? wordCard(links, words.nothing, words.nothingText)
        : plainCard(words.unknownProject),
    ];
  return found.slice(0, mostForms).map((one) => formCard(parts, one));
};

const shownCard = (card: IAdaptiveCard): Shown => ({ type: 'card', card, view: null });

const formAgain = (parts: BotParts, { action }: Press<HandOnAction>, why: string): Shown => {
  const view = viewOf(parts.deps, action.matter);
  if (!view) return word(why);
  if (view.state.type === 'ended') return shownCard(handedOnCard(view, parts.links));
  const one = { view, seats: unheldSeats(view, emptySeats(parts.deps)) };
  return shownCard(formCard(parts, one, { to: action.to, comment: action.comment }, why));
};

const refusedWith = (
  parts: BotParts,
  press: Press<HandOnAction>,
  { refusal, view }: Extract<SteerResult, { type: 'refused' }>,
): Shown => {
  if (refusal.type === 'notAllowed') return word(words.notYours);
  return view.state.type === 'ended'
    ? shownCard(handedOnCard(view, parts.links))
    : formAgain(parts, press, steerText(refusal, view));
};

const carriedOut = async (parts: BotParts, press: Press<HandOnAction>): Promise<Stored> => {
  const { matter: requestId, to, comment } = press.action;
  const result = await handOn(parts.deps, press.actor, { requestId, to, comment });
  if (result.type === 'unknown') return { ending: 'refused', shown: word(words.notStored) };
  return result.type === 'refused'
    ? { ending: 'refused', shown: refusedWith(parts, press, result) }
    : { ending: 'kept', shown: shownCard(handedOnCard(result.view, parts.links)) };
};

/** Giv sagen videre. Whoever presses too late sees who has it now. */
export const handOnKind: Kind<HandOnAction, never> = {
  held: nothingHeld,
  asked: (parts, press) => ({ type: 'store', work: () => carriedOut(parts, press) }),
  received: () => shownCard(plainCard(words.sending)),
  failed: (parts, press, ending) =>
    formAgain(parts, press, ending === 'notStored' ? words.notStored : words.uncertain),
};
