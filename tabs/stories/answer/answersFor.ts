import { machines } from '#shared/domain/stories/machines.ts';
import { isAsked, type StoryNow } from '#shared/domain/stories/now.ts';
import type { StoryAnswer } from '#shared/words/stories/answers.ts';

/** The order is the same on every story: forward, other words, back, stop. */
const inOrder: readonly StoryAnswer[] = [
  'approved',
  'taken',
  'suggested',
  'declined',
  'closed',
  'stopped',
];

/** What whoever is asked may press now. An enquiry is closed once it is taken, not before. */
export const answersFor = (now: StoryNow): readonly StoryAnswer[] =>
  isAsked(now)
    ? inOrder.filter(
        (answer) =>
          !(answer === 'closed' && now.state === 'asked') &&
          machines[now.kind].moves.some(
            ({ event, from, by }) =>
              event === answer && by === 'answerer' && from.includes(now.state),
          ),
      )
    : [];
