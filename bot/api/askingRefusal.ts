import { type RefusalWords, refusalSentence } from '#shared/words/asking/words.ts';
import { ApiRefusal } from './reply.ts';

const forbidden: readonly string[] = ['notAllowed', 'notYours'];
/** It has gone on since: whoever pressed is shown how it is now. */
const conflicts: readonly string[] = [
  'changed',
  'movedOn',
  'askedAlready',
  'gateSent',
  'holdsAlready',
  'newVersion',
  'begun',
  'signed',
  'unknownPoint',
];

const statusOf = (type: string): number => {
  if (forbidden.includes(type)) return 403;
  return conflicts.includes(type) ? 409 : 422;
};

/** Why a move on what somebody is asked was not stored; how it is now comes along. */
export const askingRefusal = <R>(type: string, words: RefusalWords, current?: R): ApiRefusal =>
  new ApiRefusal(
    statusOf(type),
    type,
    refusalSentence(words),
    current ? { beside: { current } } : {},
  );
