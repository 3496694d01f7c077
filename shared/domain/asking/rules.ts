import { isReason } from '../gates.ts';
import type { Answerer, Ask, AskingEvent, Exchange } from './asking.ts';

/* What is judged alike wherever somebody is asked: whether a press comes too late, a question back, a reply. */

/** The question that was pressed on, and the newest event whoever pressed had seen. */
export type Seen = { readonly ask: number; readonly revision: number };

type Asking = { readonly ask: Ask | null; readonly word: object | null };

/**
 * Not what is asked now; and who has not seen that it is answered does not answer it otherwise.
 * `newest`: the number of the newest event that an answerer sees.
 */
export const isPast = ({ ask, word }: Asking, newest: number, seen: Seen): boolean =>
  ask === null || seen.ask !== ask.seq || (word !== null && seen.revision !== newest);

/** What a question back says, or why it is none; a question is asked before there is an answer. */
export const questionBack = (
  now: Asking,
  newest: number,
  { seat, onBehalf }: Answerer,
  given: Seen & { readonly comment: string },
) => {
  if (now.word !== null || isPast(now, newest, given)) return 'movedOn' as const;
  const comment = given.comment.trim();
  return isReason(comment) ? { seat, onBehalf, comment } : ('wordMissing' as const);
};

/** What a reply says, or why it is none: each question is replied to once, as long as it is asked. */
export const replyTo = <E extends AskingEvent>(
  exchanges: readonly Exchange<E>[],
  isAsked: boolean,
  { question, comment }: { readonly question: number; readonly comment: string },
) => {
  const open = exchanges.find((one) => one.question.seq === question);
  if (!open || open.reply || !isAsked) return 'movedOn' as const;
  const said = comment.trim();
  return isReason(said) ? { comment: said, about: question } : ('wordMissing' as const);
};
