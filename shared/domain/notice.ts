import type { ApprovalView } from './approvals/view.ts';
import type { Area } from './area.ts';
import type { Balance } from './book.ts';
import type { ChefCommentView } from './chefComments/view.ts';
import type { Pool } from './funding.ts';
import type { InquiryView } from './inquiries/view.ts';
import type { InterestView } from './interest/view.ts';
import type { PersonId } from './person.ts';
import type { Project } from './project.ts';
import type { UnreachedWhy } from './reach.ts';
import type { RequestView } from './requestView.ts';
import type { Step } from './steps.ts';
import type { StoryView } from './stories/view.ts';

/** What a message tells of, as it stands when the message is drawn. */
export type Matter =
  | { readonly type: 'request'; readonly revision: number; readonly view: RequestView }
  | { readonly type: 'story'; readonly revision: number; readonly view: StoryView }
  | { readonly type: 'approval'; readonly revision: number; readonly view: ApprovalView }
  | {
      readonly type: 'chefComment';
      readonly revision: number;
      readonly view: ChefCommentView;
    }
  | { readonly type: 'interest'; readonly revision: number; readonly view: InterestView }
  | { readonly type: 'inquiry'; readonly revision: number; readonly view: InquiryView }
  /** A pool has passed a mark; said once and never drawn again. */
  | {
      readonly type: 'poolMark';
      readonly revision: number;
      readonly pool: Pool;
      readonly balance: Balance;
      readonly mark: number;
    }
  /** The ideas that have come and that nobody has begun on, oldest first. */
  | {
      readonly type: 'newIdeas';
      readonly revision: number;
      readonly day: string;
      readonly ideas: readonly Project[];
      readonly areas: readonly Area[];
      readonly at: string;
    }
  /** A step that somebody was chosen for, and that others wait for. */
  | {
      readonly type: 'step';
      readonly revision: number;
      readonly step: Step;
      readonly project: Project;
      readonly areas: readonly Area[];
      /** The day on which they were reminded. */
      readonly day: string;
    }
  /** A year that the consultant is asked to open; drawn again when that has been done. */
  | {
      readonly type: 'year';
      readonly revision: number;
      readonly year: number;
      readonly isOpened: boolean;
      /** It has come, and is not only ahead. */
      readonly hasCome: boolean;
    };

type Counted = Exclude<Extract<Matter, { readonly view: unknown }>, { readonly type: 'request' }>;
type Uncounted<M> = M extends unknown ? Omit<M, 'revision'> : never;
/** All that somebody may be asked about but gate requests: it takes a minute, and has a clock. */
export type ShortMatter = Uncounted<Counted>;

export type Notice =
  | Matter
  /** Somebody cannot be reached, and what waits for them. */
  | {
      readonly type: 'unreached';
      readonly revision: number;
      readonly personId: PersonId;
      readonly name: string;
      readonly upn: string;
      readonly why: UnreachedWhy;
      readonly since: string;
      readonly inFeed: boolean;
      /** Everything has been brought, or waits no more. */
      readonly over: boolean;
      /** What they have not been told of. */
      readonly lacks: readonly Matter[];
    };
