import type { ReachAction } from '#shared/contract/cardActions.ts';
import type { ResendResult } from '#shared/useCases/outbox/resend.ts';
import { resentText, resentUncertain } from '#shared/words/screens/reach.ts';
import { apiWords } from '#shared/words/server/api.ts';
import { botFaults } from '#shared/words/server/chat.ts';
import { type Kind, nothingHeld, word } from './actions.ts';

const textOf = (result: ResendResult): string =>
  result.type === 'notAllowed' ? apiWords.notAllowed : resentText(result.name, result.outcome);

/** Send kortene igen. The card itself is drawn anew when the outcome has changed it. */
export const reachKind: Kind<ReachAction, never> = {
  held: nothingHeld,
  asked: (parts, { actor, action }) => ({
    type: 'store',
    work: async () => {
      const result = await parts.resend(actor, action.personId);
      return {
        ending: result.type === 'notAllowed' ? 'refused' : 'kept',
        shown: word(textOf(result)),
      };
    },
  }),
  received: () => word(resentText('', { type: 'underway' })),
  failed: (_parts, _press, ending) =>
    word(ending === 'notStored' ? botFaults.fault : resentUncertain),
};
