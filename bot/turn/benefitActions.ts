import type { BenefitAction } from '#shared/contract/cardActions.ts';
import type { BenefitGiven, BenefitRefusal } from '#shared/domain/benefits/rules.ts';
import { type BenefitView, benefitReaderOf } from '#shared/domain/benefits/view.ts';
import { benefitViewOf, freshBenefitViewOf } from '#shared/useCases/benefits/benefits.ts';
import { moveBenefit } from '#shared/useCases/benefits/moveBenefit.ts';
import { readNumber } from '#shared/words/benefits/numbers.ts';
import { askedTerms, laterBenefitCard, openBenefitCard } from '../cards/benefits/benefitCard.ts';
import { benefitCardAt, failedBenefitCard } from '../cards/benefits/benefitCardFor.ts';
import type { BenefitPlace } from '../cards/benefits/benefitContext.ts';
import { benefitNotice, receivedBenefit } from '../cards/benefits/benefitReceipt.ts';
import type { Kind } from './actions.ts';
import { askingKind } from './askingActions.ts';

type DrawingAction = Extract<
  BenefitAction,
  { verb: 'refreshBenefit' | 'benefitLater' | 'measureAgain' }
>;
type MovingAction = Exclude<BenefitAction, DrawingAction>;

const isDrawing = (action: BenefitAction): action is DrawingAction =>
  action.verb === 'refreshBenefit' ||
  action.verb === 'benefitLater' ||
  action.verb === 'measureAgain';

const placeIn = (action: BenefitAction): BenefitPlace => {
  switch (action.verb) {
    case 'refreshBenefit':
      return { kind: action.kind, about: action.about };
    case 'replyAboutBenefit':
      return { kind: 'benefitQuestion', about: action.question };
    default:
      return { kind: 'benefitAsk', about: action.ask };
  }
};

const isLater = ({ verb }: BenefitAction): boolean =>
  verb === 'benefitNotYet' || verb === 'benefitUnmeasurable';

/** The number is read in the unit it was asked in. */
const givenOf = (action: MovingAction, view: BenefitView | undefined): BenefitGiven => {
  const { ask, revision, comment } = action;
  switch (action.verb) {
    case 'measureBenefit': {
      const terms = (view && askedTerms(view)) ?? { measure: 'count', unitName: '' };
      const value = readNumber(action.value, terms);
      return { type: 'answered', ask, revision, value, uncertainty: null, comment };
    }
    case 'benefitNotYet':
      return { type: 'notYet', ask, revision, until: action.until, comment };
    case 'benefitUnmeasurable':
      return { type: 'unmeasurable', ask, revision, comment };
    case 'askAboutBenefit':
      return { type: 'question', ask, revision, comment };
    case 'replyAboutBenefit':
      return { type: 'reply', question: action.question, comment };
  }
};

/** How a benefit has gone, and the lead's card with a question back. */
export const benefitKind: Kind<BenefitAction, BenefitView> = askingKind<
  BenefitAction,
  BenefitView,
  BenefitRefusal
>({
  held: {
    known: ({ deps }, { benefitId }) => benefitViewOf(deps, benefitId),
    fresh: ({ deps }, { benefitId }) => freshBenefitViewOf(deps, benefitId),
    isUpToDate: (view, { revision }) => view.now.revision >= revision,
  },
  moveFor: ({ deps }, { action, actor }) =>
    isDrawing(action)
      ? null
      : async () => {
          const { benefitId } = action;
          const view =
            benefitViewOf(deps, benefitId) ?? (await freshBenefitViewOf(deps, benefitId));
          return moveBenefit(deps, actor, benefitId, givenOf(action, view));
        },
  isFor: (view, actor) => {
    const { answers, replies, writes } = benefitReaderOf(view, actor);
    return answers || replies || writes || view.now.events.some(({ byId }) => byId === actor.id);
  },
  another: (view, { action, context }) =>
    benefitNotice(view, context, placeIn(action), !isDrawing(action)),
  draw: (view, { action, actor, context }, problem) => {
    const reader = benefitReaderOf(view, actor);
    const place = placeIn(action);
    if (problem) {
      const value = 'value' in action ? action.value : '';
      const failed = { place, problem, value, isLater: isLater(action) };
      return failedBenefitCard(view, reader, context, failed);
    }
    const isMine = view.isOpen && reader.answers && view.now.ask?.seq === action.ask;
    if (action.verb === 'benefitLater' && isMine)
      return laterBenefitCard(view, { ...context, typed: action.comment }, { place });
    return action.verb === 'measureAgain' && isMine
      ? openBenefitCard(view, reader, { ...context, typed: action.comment }, { place })
      : benefitCardAt(view, reader, context, place);
  },
  received: (view, { action, context }) => receivedBenefit(view, context, placeIn(action)),
});
