import type { Intake } from '#shared/domain/ideas/intake.ts';
import type { IdeaStanding } from '#shared/domain/ideas/standing.ts';
import type { InquiryAnswer } from '#shared/domain/inquiries/inquiry.ts';
import type { InterestEvent, InterestId } from '#shared/domain/interest/interest.ts';
import type { Ore } from '#shared/domain/money.ts';
import type { Project } from '#shared/domain/project.ts';

/** An idea as a line of the lane. */
export type IdeaLine = Pick<
  Project,
  'id' | 'title' | 'leadArea' | 'origin' | 'createdBy' | 'createdAt'
> &
  Intake;

/** An idea of the reader's own: where it is, and what is asked of them. */
export type OwnIdea = IdeaStanding & {
  readonly intake: Pick<Intake, 'done' | 'present'> | null;
  readonly question: {
    readonly interestId: InterestId;
    readonly event: Pick<InterestEvent, 'seq' | 'byName' | 'comment' | 'at'>;
  } | null;
};

/** A purchase as a line of its lane: how long the consultant has had it, and what the chain has said. */
export type PurchaseLine = Pick<
  Project,
  'id' | 'title' | 'leadArea' | 'createdBy' | 'createdAt'
> & {
  readonly ore: Ore | null;
  readonly screening: {
    readonly since: string;
    readonly dueAt: string;
    /** Working days of the clock, and how many of them have gone. */
    readonly days: number;
    readonly gone: number;
    readonly answer: InquiryAnswer | null;
    readonly byName: string;
  };
  /** Whom of the chain it lies with, or what they have said; null when nobody is asked yet. */
  readonly chain: {
    readonly name: string;
    readonly dueAt: string;
    readonly isLate: boolean;
    readonly answer: InquiryAnswer | null;
  } | null;
};

/** GET /api/ideas: what is on its way in, newest first, and the reader's own. */
export type IdeasReply = {
  readonly asOf: string;
  readonly ideas: readonly IdeaLine[];
  /** What is to be bought and not decided, the one that has waited longest first. */
  readonly purchases: readonly PurchaseLine[];
  readonly own: readonly OwnIdea[];
  /** How many lie in the idea bank without anybody having taken them up, and in the backlog. */
  readonly ideaBank: number;
  readonly backlog: number;
};
