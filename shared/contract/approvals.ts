import { z } from 'zod';
import type { ApprovalEvent, ApprovalId } from '#shared/domain/approvals/approval.ts';
import type { ApprovalReader, ApprovalView } from '#shared/domain/approvals/view.ts';
import type { Unreached } from '#shared/domain/reach.ts';

z.config({ jitless: true });

/** An owner's approval of a paper, as one person sees it. */
export type ApprovalReply = {
  readonly view: ApprovalView;
  readonly reader: ApprovalReader;
  /** What it waits for from the reader. */
  readonly waits: 'answer' | 'reply' | null;
  /** Who has not been told something about it, because they cannot be reached. */
  readonly unreached: readonly Unreached[];
};

/** How it goes with the owner's approval, on the project's page. */
export type ApprovalLine = {
  readonly id: ApprovalId;
  /** Sent along when the owner is asked. */
  readonly revision: number;
  readonly isOpen: boolean;
  readonly overdue: boolean;
  /** When the answer that is asked for is due; null when nobody was ever asked. */
  readonly dueAt: string | null;
  /** When an answer asked for now would be due. */
  readonly wouldBeDueAt: string;
  readonly hasPaper: boolean;
  readonly hasOpenQuestion: boolean;
  /** A yes was said once, to the paper as it was. */
  readonly hadYes: boolean;
  /** The latest answer. */
  readonly answer: Pick<ApprovalEvent, 'kind' | 'byName' | 'at' | 'comment'> | null;
  readonly waits: ApprovalReply['waits'];
  /** The reader is the owner, or stands in. */
  readonly answers: boolean;
  /** The reader may put the question to the owner now. */
  readonly mayBeAsked: boolean;
};

const number = z.number().int().min(0);
const comment = z.string().max(20_000).default('');

/** POST /api/approvals/:id/moves. What is written down and taken back goes by the step's tick. */
export const postApprovalMove = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('asked'), revision: number }),
  z.strictObject({ type: z.literal('approved'), ask: number, comment }),
  z.strictObject({ type: z.literal('sentBack'), ask: number, comment }),
  z.strictObject({ type: z.literal('question'), ask: number, comment }),
  z.strictObject({ type: z.literal('reply'), question: number, comment }),
]);
export type PostApprovalMove = z.input<typeof postApprovalMove>;
