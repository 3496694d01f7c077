import { z } from 'zod';
import {
  type InterestEvent,
  type InterestId,
  interestPriorities,
} from '#shared/domain/interest/interest.ts';
import type { InterestReader, InterestView } from '#shared/domain/interest/view.ts';
import type { Person } from '#shared/domain/person.ts';
import type { Unreached } from '#shared/domain/reach.ts';

z.config({ jitless: true });

/** Whether an idea is wanted, as one person sees it. */
export type InterestReply = {
  readonly view: InterestView;
  readonly reader: InterestReader;
  /** What it waits for from the reader. */
  readonly waits: 'answer' | 'reply' | null;
  /** Who has not been told something about it, because they cannot be reached. */
  readonly unreached: readonly Unreached[];
};

/** How it goes with the question, on the page of its idea. */
export type InterestLine = {
  readonly id: InterestId;
  /** Sent along when somebody is asked. */
  readonly revision: number;
  readonly askedName: string;
  readonly owes: InterestView['owes'];
  readonly dueAt: string | null;
  /** When an answer asked for now would be due. */
  readonly wouldBeDueAt: string;
  readonly hasOpenQuestion: boolean;
  /** The latest answer. */
  readonly word: Pick<InterestEvent, 'kind' | 'priority' | 'byName' | 'at' | 'comment'> | null;
  readonly waits: InterestReply['waits'];
  /** The reader is the one who is asked. */
  readonly answers: boolean;
  /** Whom the reader may ask now; the first is the chef, who has no id here. */
  readonly mayAsk: readonly (Pick<Person, 'name'> & { readonly id: string | null })[];
};

const number = z.number().int().min(0);
const seen = { ask: number, revision: number };
const comment = z.string().max(20_000).default('');
const person = z.string().min(1).max(60).nullable();

/** POST /api/interests/:id/moves. What is written down and taken back goes by the step's tick. */
export const postInterestMove = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('asked'), revision: number, askedId: person }),
  z.strictObject({
    type: z.literal('yes'),
    ...seen,
    priority: z.enum(interestPriorities),
    comment,
  }),
  z.strictObject({ type: z.literal('notNow'), ...seen, comment }),
  z.strictObject({ type: z.literal('no'), ...seen, comment }),
  z.strictObject({ type: z.literal('question'), ...seen, comment }),
  z.strictObject({ type: z.literal('owner'), ...seen, ownerId: person }),
  z.strictObject({ type: z.literal('reply'), question: number, comment }),
]);
export type PostInterestMove = z.input<typeof postInterestMove>;
