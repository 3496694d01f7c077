import type { VisitRefusal } from '#shared/domain/visits/given.ts';
import type { VisitReader, VisitView } from '#shared/domain/visits/view.ts';
import type { VisitEvent } from '#shared/domain/visits/visit.ts';
import { answerBeforeNextAsk, cardsFor } from '../asking/cardsFor.ts';
import { openVisitCard } from './visitCard.ts';
import { overdueVisit, visitNotice, visitQuestion, visitReceipt } from './visitReceipt.ts';

const isAnswer = ({ kind }: VisitEvent): boolean => kind === 'answered';

/** The card at a place, and the card after a press that was not stored. */
export const { at: visitCardAt, failed: failedVisitCard } = cardsFor<
  VisitEvent,
  VisitView,
  VisitReader,
  VisitRefusal
>({
  kinds: {
    ...{ ask: 'visitAsk', question: 'visitQuestion' },
    ...{ told: 'visitTold', overdue: 'visitOverdue' },
  },
  isWaiting: ({ isWaiting }) => isWaiting,
  ...{ isAnswer, answerIn: answerBeforeNextAsk(isAnswer) },
  ...{ open: openVisitCard, receipt: visitReceipt, notice: visitNotice },
  ...{ question: visitQuestion, overdue: overdueVisit },
});
