import type { Actor } from '../person.ts';
import { done, type Result, refused } from '../result.ts';
import { cprLikeIn } from '../stories/privacy.ts';
import { mayPlanVisits, move, type VisitMove, type VisitRefusal } from './given.ts';
import { isNoteKey, longestGroup, longestNote, type VisitEvent } from './visit.ts';

/* What one notes in a visit, perhaps without a net. */

/** An observation as it comes from a device, perhaps long after it was written. */
export type NoteGiven = {
  readonly key: string;
  /** The device's own number of it. */
  readonly number: number;
  readonly text: string;
  readonly group: string;
  readonly picture: string | null;
  readonly notedAt: string;
};

export type NoteRefusal =
  | { readonly type: 'notAllowed' | 'noteEmpty' | 'badKey' }
  | Extract<VisitRefusal, { readonly type: 'personNumber' | 'wordTooLong' }>;

/** Why an observation can't be kept, whoever asks: the device before it keeps it, and the server. */
export const noteProblem = (
  { text, group }: Pick<NoteGiven, 'text' | 'group'>,
  today: string,
): NoteRefusal | null => {
  if (text.trim() === '') return { type: 'noteEmpty' };
  if (text.length > longestNote) return { type: 'wordTooLong', longest: longestNote };
  if (group.length > longestGroup) return { type: 'wordTooLong', longest: longestGroup };
  const [found] = [text, group].flatMap((one) => cprLikeIn(one, today));
  return found ? { type: 'personNumber', found: found.text } : null;
};

/**
 * What an observation comes to. It is taken also when the visit has been called off meanwhile: what
 * was written without a net is not lost by that.
 */
export const noteFor = (
  actor: Actor,
  given: NoteGiven,
  { day, at }: { readonly day: string; readonly at: string },
): Result<VisitMove & Pick<VisitEvent, 'seq'>, NoteRefusal> => {
  if (!mayPlanVisits(actor)) return refused({ type: 'notAllowed' });
  if (!isNoteKey(given.key)) return refused({ type: 'badKey' });
  const problem = noteProblem(given, day);
  if (problem) return refused(problem);
  const { key, number, text, group, picture, notedAt } = given;
  return done({
    ...move('noted', { note: key, comment: text.trim(), group: group.trim(), picture }),
    // A clock that is ahead tells of no day to come.
    notedAt: notedAt < at ? notedAt : at,
    seq: number,
  });
};
