import type {
  ChefCommentEvent,
  ChefCommentEventKind,
} from '#shared/domain/chefComments/chefComment.ts';
import type { ChefRefusal } from '#shared/domain/chefComments/rules.ts';
import type { ChefCommentView, ChefReader } from '#shared/domain/chefComments/view.ts';
import { answerToAsk, cardsFor } from '../asking/cardsFor.ts';
import { openChefCard } from './chefCard.ts';
import { chefNotice, chefReceipt, chefsQuestion, overdueChefComment } from './chefReceipt.ts';

const answers: readonly ChefCommentEventKind[] = ['chosen', 'commented', 'noted'];
const isAnswer = ({ kind }: ChefCommentEvent): boolean => answers.includes(kind);

/** The deadline has passed without a word, and none is needed: it may still be written. */
const mayStillWrite = ({ now, isOpen }: ChefCommentView): boolean =>
  isOpen && now.said?.kind === 'passed' && now.word === null;

/** The card at a place, and the card after a press that was not stored. */
export const { at: chefCardAt, failed: failedChefCard } = cardsFor<
  ChefCommentEvent,
  ChefCommentView,
  ChefReader,
  ChefRefusal
>({
  kinds: {
    ...{ ask: 'chefAsk', question: 'chefQuestion' },
    ...{ told: 'chefTold', overdue: 'chefOverdue' },
  },
  isWaiting: (view) => view.lacks !== null || mayStillWrite(view),
  isOwed: ({ lacks }) => lacks === 'pool',
  ...{ isAnswer, answerIn: answerToAsk(isAnswer) },
  ...{ open: openChefCard, receipt: chefReceipt, notice: chefNotice },
  ...{ question: chefsQuestion, overdue: overdueChefComment },
});
