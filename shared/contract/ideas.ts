import type { Intake } from '#shared/domain/ideas/intake.ts';
import type { IdeaStanding } from '#shared/domain/ideas/standing.ts';
import type { InterestEvent, InterestId } from '#shared/domain/interest/interest.ts';
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

/** GET /api/ideas: what is on its way in, newest first, and the reader's own. */
export type IdeasReply = {
  readonly asOf: string;
  readonly ideas: readonly IdeaLine[];
  readonly own: readonly OwnIdea[];
  /** How many lie in the idea bank without anybody having taken them up, and in the backlog. */
  readonly ideaBank: number;
  readonly backlog: number;
};
