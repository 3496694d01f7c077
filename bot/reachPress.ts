import type { ReachAction } from '#shared/contract/cardActions.ts';
import { apiWords } from '#shared/messages/api.ts';
import { botFaults } from '#shared/messages/chat.ts';
import { resentText } from '#shared/messages/reach.ts';
import { Fault } from '#shared/useCases/ports.ts';
import type { ResendResult } from '#shared/useCases/resend.ts';
import type { BotParts } from './botParts.ts';
import { inTime, type Outcome } from './deadline.ts';
import { factsOf, log } from './log.ts';
import { type Answered, endingOf, type Sender, type Shown } from './press.ts';

const word = (text: string): Shown => ({ type: 'word', text });

const saidOf = (result: ResendResult): Shown =>
  word(
    result.type === 'notAllowed' ? apiWords.notAllowed : resentText(result.name, result.outcome),
  );

const endedBy = (outcome: Outcome<ResendResult>): Shown => {
  if (outcome.type === 'done') return saidOf(outcome.value);
  const { error } = outcome;
  log(error instanceof Fault ? 'warn' : 'error', 'resendFailed', factsOf(error));
  return word(botFaults.fault);
};

/** Send kortene igen. The card itself is drawn anew when the outcome has changed it. */
export const reachPressed = async (
  parts: BotParts,
  { actor, action }: Sender & { readonly action: ReachAction },
): Promise<Answered> => {
  if (!parts.ready()) return { shown: word(botFaults.starting), rest: null };
  const first = await inTime(() => parts.resend(actor, action.personId), parts.deadlineMs);
  if (first.type !== 'late') return { shown: endedBy(first), rest: null };
  const rest = first.rest.then((outcome) => ({
    shown: endedBy(outcome),
    ending: endingOf(outcome),
  }));
  return { shown: word(resentText('', { type: 'underway' })), rest };
};
