import { z } from 'zod';
import {
  type ChefCommentEvent,
  type ChefCommentId,
  type Payer,
  payerChoices,
} from '#shared/domain/chefComments/chefComment.ts';
import type { ChefCommentView, ChefReader } from '#shared/domain/chefComments/view.ts';
import type { Unreached } from '#shared/domain/reach.ts';

z.config({ jitless: true });

/** A chef's comment before a gate, as one person sees it. */
export type ChefCommentReply = {
  readonly view: ChefCommentView;
  readonly reader: ChefReader;
  /** What it waits for from the reader. */
  readonly waits: 'answer' | 'reply' | null;
  /** Who has not been told something about it, because they cannot be reached. */
  readonly unreached: readonly Unreached[];
};

/** How it goes with the chef's comment, on the project's page. */
export type ChefCommentLine = {
  readonly id: ChefCommentId;
  /** Sent along when the chef is asked. */
  readonly revision: number;
  readonly chefName: string;
  readonly lacks: ChefCommentView['lacks'];
  /** When the comment that is asked for is due; null when nobody was ever asked. */
  readonly dueAt: string | null;
  /** When a comment asked for now would be due. */
  readonly wouldBeDueAt: string;
  readonly isOwnerDone: boolean;
  readonly hasOpenQuestion: boolean;
  /** What the chef chose, where the project's shares are others. */
  readonly differs: Payer | null;
  /** The latest word. */
  readonly word: Pick<ChefCommentEvent, 'kind' | 'byName' | 'at' | 'comment'> | null;
  readonly waits: ChefCommentReply['waits'];
  /** The reader is the chef, or stands in. */
  readonly answers: boolean;
  /** The reader may put the question to the chef now. */
  readonly mayBeAsked: boolean;
};

const number = z.number().int().min(0);
const seen = { ask: number, revision: number };
const comment = z.string().max(20_000).default('');
/** Øre on the page that was pressed on. */
const ore = number.nullable();

/** POST /api/chef-comments/:id/moves. What is written down and taken back goes by the step's tick. */
export const postChefMove = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('asked'), revision: number }),
  z.strictObject({
    type: z.literal('chosen'),
    ...seen,
    ore,
    choice: z.enum(payerChoices),
    comment,
  }),
  z.strictObject({ type: z.literal('commented'), ...seen, ore, comment }),
  z.strictObject({ type: z.literal('question'), ...seen, comment }),
  z.strictObject({ type: z.literal('reply'), question: number, comment }),
]);
export type PostChefMove = z.input<typeof postChefMove>;
