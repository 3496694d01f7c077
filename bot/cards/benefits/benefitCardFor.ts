import type { IAdaptiveCard } from '@microsoft/teams.cards';
import type { BenefitEvent, BenefitEventKind } from '#shared/domain/benefits/benefit.ts';
import type { BenefitRefusal } from '#shared/domain/benefits/rules.ts';
import type { BenefitReader, BenefitView } from '#shared/domain/benefits/view.ts';
import { answerToAsk, cardsFor } from '../asking/cardsFor.ts';
import type { CardContext } from '../context.ts';
import { laterBenefitCard, openBenefitCard } from './benefitCard.ts';
import type { BenefitPlace, BenefitProblem } from './benefitContext.ts';
import {
  benefitNotice,
  benefitQuestion,
  benefitReceipt,
  overdueBenefit,
  ownerlessBenefit,
} from './benefitReceipt.ts';

const answers: readonly BenefitEventKind[] = ['answered', 'notYet', 'unmeasurable'];
const isAnswer = ({ kind }: BenefitEvent): boolean => answers.includes(kind);

const cards = cardsFor<BenefitEvent, BenefitView, BenefitReader, BenefitRefusal>({
  kinds: {
    ...{ ask: 'benefitAsk', question: 'benefitQuestion' },
    ...{ told: 'benefitTold', overdue: 'benefitOverdue' },
  },
  isWaiting: ({ isWaiting }) => isWaiting,
  ...{ isAnswer, answerIn: answerToAsk(isAnswer) },
  ...{ open: openBenefitCard, receipt: benefitReceipt, notice: benefitNotice },
  ...{ question: benefitQuestion, overdue: overdueBenefit },
});

/** The card at a place, as it stands when it is drawn. */
export const benefitCardAt = (
  view: BenefitView,
  reader: BenefitReader,
  context: CardContext,
  place: BenefitPlace,
): IAdaptiveCard =>
  place.kind === 'benefitOwner' && view.isOpen
    ? ownerlessBenefit(view, context, place)
    : cards.at(view, reader, context, place);

type Failed = {
  readonly place: BenefitPlace;
  readonly problem: BenefitProblem;
  /** The number as it was typed. */
  readonly value: string;
  /** It was pressed on the card that asks when it will be known. */
  readonly isLater: boolean;
};

/** The card after a press that was not stored: why, and what was typed put back. */
export const failedBenefitCard = (
  view: BenefitView,
  reader: BenefitReader,
  context: CardContext,
  { place, problem, value, isLater }: Failed,
): IAdaptiveCard =>
  cards.failed(view, reader, context, {
    ...{ place, problem },
    again: (asked) =>
      isLater
        ? laterBenefitCard(view, context, { place: asked, problem })
        : openBenefitCard(view, reader, context, { place: asked, problem, value }),
  });
