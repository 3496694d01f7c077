import type { ApprovalStep } from './approvals/approval.ts';
import type { ApprovalView } from './approvals/view.ts';
import type { Balance } from './book.ts';
import type { Pool } from './funding.ts';
import type { Gate } from './gates.ts';
import type { PersonId } from './person.ts';
import type { ProjectId } from './project.ts';
import type { UnreachedWhy } from './reach.ts';
import type { RequestView } from './requestView.ts';
import type { StoryId, StoryKind } from './stories/story.ts';
import type { StoryView } from './stories/view.ts';

/** What a message tells of, as it stands when the message is drawn. */
export type Matter =
  | { readonly type: 'request'; readonly revision: number; readonly view: RequestView }
  | { readonly type: 'story'; readonly revision: number; readonly view: StoryView }
  | { readonly type: 'approval'; readonly revision: number; readonly view: ApprovalView }
  /** A pool has passed a mark; said once and never drawn again. */
  | {
      readonly type: 'poolMark';
      readonly revision: number;
      readonly pool: Pool;
      readonly balance: Balance;
      readonly mark: number;
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

/** Kinds of matter that somebody may be asked about. */
export type Asked = Extract<Matter, { readonly view: unknown }>;
/** All but gate requests: what takes a minute, and has a clock. */
export type ShortMatter = Exclude<Asked['type'], 'request'>;

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
      readonly lacks: readonly Lacked[];
    };

/** One matter that somebody has not been told of. */
export type Lacked =
  | {
      readonly type: 'request';
      readonly gate: Gate;
      readonly title: string;
      readonly projectId: ProjectId;
    }
  | {
      readonly type: 'story';
      readonly kind: StoryKind;
      readonly title: string;
      readonly storyId: StoryId;
    }
  | {
      readonly type: 'approval';
      readonly step: ApprovalStep;
      readonly title: string;
      readonly projectId: ProjectId;
    }
  | { readonly type: 'pool'; readonly pool: Pool };
