import type { QuarterAction } from '#shared/contract/cardActions.ts';
import type { QuarterGiven, QuarterRefusal } from '#shared/domain/quarter/rules.ts';
import { type QuarterView, quarterReaderOf } from '#shared/domain/quarter/view.ts';
import { moveQuarter } from '#shared/useCases/quarter/moveQuarter.ts';
import { freshQuarterViewOf, quarterViewNamed } from '#shared/useCases/quarter/quarters.ts';
import {
  minutesPlace,
  type QuarterPlace,
  quarterCardAt,
  receivedQuarter,
} from '../cards/quarter/quarterCards.ts';
import type { Kind } from './actions.ts';
import { askingKind } from './askingActions.ts';

const placeIn = (view: QuarterView, action: QuarterAction): QuarterPlace =>
  action.verb === 'refreshQuarter'
    ? { kind: action.kind, about: action.about }
    : minutesPlace(view);

const givenOf = (action: Exclude<QuarterAction, { verb: 'refreshQuarter' }>): QuarterGiven =>
  action.verb === 'approveMinutes'
    ? { type: 'approve', version: action.version }
    : { type: 'propose', version: action.version, text: action.comment };

/** The minutes of a kvartalsstatus, and the cards that tell of it. */
export const quarterKind: Kind<QuarterAction, QuarterView> = askingKind<
  QuarterAction,
  QuarterView,
  QuarterRefusal
>({
  held: {
    known: ({ deps }, { quarterId }) => quarterViewNamed(deps, quarterId),
    fresh: ({ deps }, { quarterId }) => freshQuarterViewOf(deps, quarterId),
    isUpToDate: (view, { revision }) => view.now.revision >= revision,
  },
  moveFor: ({ deps }, { action, actor }) =>
    action.verb === 'refreshQuarter'
      ? null
      : () =>
          moveQuarter(deps, actor, action.quarterId, {
            seen: action.revision,
            given: givenOf(action),
          }),
  // Everybody may see what a kvartalsstatus came to; who may answer is said by the card itself.
  isFor: () => true,
  another: (view, { action, actor, context }) =>
    quarterCardAt(view, quarterReaderOf(view, actor.id), context, { place: placeIn(view, action) }),
  draw: (view, { action, actor, context }, problem) =>
    quarterCardAt(view, quarterReaderOf(view, actor.id), context, {
      ...{ place: placeIn(view, action), problem },
      pressed: action.verb !== 'refreshQuarter',
    }),
  received: (view, { action, context }) => receivedQuarter(view, context, placeIn(view, action)),
});
