import { longestComment } from '../asking/asking.ts';
import type { Actor } from '../person.ts';
import { type Result, refused } from '../result.ts';
import { becameIdea, dropped, grouped, valued } from './findingRules.ts';
import {
  no,
  type Turn,
  type VisitFacts,
  type VisitGiven,
  type VisitMove,
  type VisitRefusal,
} from './given.ts';
import { answered, asked, askedBack, replied, withdrawn } from './lederRules.ts';
import { isPlanned, nextStep, type VisitNow } from './now.ts';
import { planned, stepped } from './planRules.ts';

/** Neither called off nor over. */
export const isVisitOpen = (now: VisitNow): boolean =>
  now.withdrawn === null && nextStep(now) !== null;

const moved = (turn: Turn, given: VisitGiven): Result<VisitMove, VisitRefusal> => {
  switch (given.type) {
    case 'planned':
      return planned(turn, given);
    case 'asked':
      return asked(turn, given);
    case 'answered':
      return answered(turn, given);
    case 'question':
      return askedBack(turn, given);
    case 'reply':
      return replied(turn, given);
    case 'withdrawn':
      return withdrawn(turn, given);
    case 'stepped':
      return stepped(turn, given);
    case 'grouped':
      return grouped(turn, given);
    case 'dropped':
      return dropped(turn, given);
    case 'valued':
      return valued(turn, given);
    case 'becameIdea':
      return becameIdea(turn, given);
  }
};

/** What is seen is grouped, and steps are put right, also after the last step. */
const always: readonly VisitGiven['type'][] = [
  'stepped',
  'grouped',
  'dropped',
  'valued',
  'becameIdea',
];

/**
 * Whether somebody may do this to a visit now, and what it comes to. Pure: the caller brings what
 * the lists hold, and the sender is who the token says, never what a card says.
 */
export const visitMoveFor = (
  now: VisitNow,
  actor: Actor,
  given: VisitGiven,
  around: VisitFacts,
): Result<VisitMove, VisitRefusal> => {
  const turn: Turn = { now, actor, around };
  if ('comment' in given && given.comment.length > longestComment)
    return refused({ type: 'wordTooLong', longest: longestComment });
  if (given.type !== 'planned' && !isPlanned(now)) return no('notNow');
  if (now.withdrawn !== null) return no('notNow');
  if (!isVisitOpen(now) && !always.includes(given.type)) return no('notNow');
  return moved(turn, given);
};
