import type { EndingAgreement } from './agreements.ts';
import type { ApprovalView } from './approvals/view.ts';
import type { Area, AreaId } from './area.ts';
import type { BenefitView } from './benefits/view.ts';
import type { Balance } from './book.ts';
import type { ChefCommentView } from './chefComments/view.ts';
import type { Pool } from './funding.ts';
import type { InquiryView } from './inquiries/view.ts';
import type { InterestView } from './interest/view.ts';
import type { Absence, Days, Person, PersonId, StandingDeputy } from './person.ts';
import type { PlanNews } from './plan/news.ts';
import type { Project } from './project.ts';
import type { QuarterView } from './quarter/view.ts';
import type { UnreachedWhy } from './reach.ts';
import type { RequestView } from './requestView.ts';
import type { Step, StepCode } from './steps.ts';
import type { StoryView } from './stories/view.ts';
import type { Uncovered } from './uncovered.ts';
import type { VisitView } from './visits/view.ts';
import type { NearPoint } from './yearPoints.ts';

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
  /** A kvartalsstatus: its pack, or its minutes. */
  | { readonly type: 'quarter'; readonly revision: number; readonly view: QuarterView }
  | { readonly type: 'inquiry'; readonly revision: number; readonly view: InquiryView }
  | { readonly type: 'benefit'; readonly revision: number; readonly view: BenefitView }
  /** A DigiTek 360 that the leder of a unit is asked about. */
  | { readonly type: 'visit'; readonly revision: number; readonly view: VisitView }
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
  /** All that waits for somebody as a day begins. */
  | {
      readonly type: 'morning';
      readonly revision: number;
      readonly personId: PersonId;
      readonly morning: Morning;
    }
  /** Somebody is away, and another answers for them. */
  | {
      readonly type: 'absence';
      readonly revision: number;
      readonly absence: Absence;
      readonly away: Pick<Person, 'id' | 'name'>;
      readonly deputy: string;
      /** The first days, from today on, on which nobody answers: the deputy is away too. */
      readonly gap: Days | null;
      /** It is told to whoever answers for them; else to whoever is away. */
      readonly isDeputy: boolean;
    }
  /** Somebody is named to answer whenever another is away. */
  | {
      readonly type: 'standing';
      readonly revision: number;
      readonly away: Pick<Person, 'id' | 'name'>;
      readonly deputy: string;
      /** It is told to whoever is to answer; else to whoever it is for. */
      readonly isDeputy: boolean;
      /** Who named them; null when it is so no more. */
      readonly said: StandingDeputy | null;
      /** Whether automatic replies are read, and begin it by themselves. */
      readonly readsReplies: boolean;
    }
  /** What a saved plan moved, of what somebody owns, leads or is chef of. */
  | { readonly type: 'plan'; readonly revision: number; readonly news: readonly PlanNews[] }
  /** A step that somebody was chosen for, and that others wait for. */
  | {
      readonly type: 'step';
      readonly revision: number;
      readonly step: Step;
      /** What the consultant calls it; '' as usual. */
      readonly name: string;
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

/* What somebody reads in the morning: all that waits for them, in one message (domain.md, Rhythm). */

/** A matter that waits, whoever it waits for. */
export type MorningMatter = { readonly type: 'request'; readonly view: RequestView } | ShortMatter;

export type MorningWait = {
  readonly matter: MorningMatter;
  readonly waits: 'answer' | 'reply';
  readonly since: string;
  /** Null for a gate, and for a question back. */
  readonly dueAt: string | null;
};

/** Something that was to be done on a project by a day that has passed. */
export type MorningLate = {
  readonly project: Pick<Project, 'id' | 'title'>;
  readonly due: string;
  readonly task:
    | { readonly type: 'step'; readonly code: StepCode; readonly name: string }
    | { readonly type: 'nextStep'; readonly text: string }
    /** A unit it is being spread to that should have started. */
    | { readonly type: 'unit'; readonly name: string };
};

/** What has waited long for somebody else: to the consultant. */
export type MorningLong = {
  readonly matter: MorningMatter;
  readonly since: string;
  /** Whom it waits for, by name. */
  readonly whom: readonly string[];
  /** Seats it waits for that nobody holds: it must be handed on. */
  readonly unheld: readonly AreaId[];
};

/** An agreement of a project that ends soon, or has ended. */
export type MorningAgreement = EndingAgreement;

export type Morning = {
  readonly day: string;
  /** What waited as the morning began and still does: due first, then oldest. */
  readonly waits: readonly MorningWait[];
  readonly late: readonly MorningLate[];
  readonly long: readonly MorningLong[];
  /** Who is away while nobody answers for them, for the consultants. */
  readonly uncovered: readonly Uncovered[];
  readonly agreements: readonly MorningAgreement[];
  /** Fixed points of the årshjul that are near, for the consultants; the first first. */
  readonly points: readonly NearPoint[];
  /** What a saved plan has moved, of what they must know. */
  readonly plan: readonly PlanNews[];
  /** Ideas that have come and that nobody has begun on. */
  readonly ideas: number;
  /** A newer morning says it all. */
  readonly isPast: boolean;
  /** The moment of the drawing. */
  readonly at: string;
};
