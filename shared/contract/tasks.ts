import { z } from 'zod';
import type { AgreementKind } from '#shared/domain/agreements.ts';
import type { AreaId } from '#shared/domain/area.ts';
import type { Gate } from '#shared/domain/gates.ts';
import type { IdeaAsked } from '#shared/domain/ideas/standing.ts';
import type { InquirySubject } from '#shared/domain/inquiries/inquiry.ts';
import type { ProjectId } from '#shared/domain/project.ts';
import type { StepCode } from '#shared/domain/steps.ts';
import type { TaskTime } from '#shared/domain/tasks/when.ts';

z.config({ jitless: true });

/** What something to be done is done on; a story may be about no project. */
export type TaskSubject = {
  readonly projectId: ProjectId | null;
  readonly title: string;
  readonly area: AreaId | null;
};

/** Something the reader has to do. */
export type TaskLine = {
  readonly id: string;
  readonly about: TaskSubject;
  /** A day. */
  readonly due: string | null;
  readonly when: TaskTime;
  /** What the reader is to the project. */
  readonly as: 'lead' | 'owner' | 'other';
  readonly task:
    | {
        readonly type: 'step';
        readonly code: StepCode;
        /** What the consultant calls it; '' as usual. */
        readonly name: string;
        /** The gate that rests on it. */
        readonly gate: Gate | null;
        /** One press does it, and it takes nothing more. */
        readonly ticks: boolean;
      }
    | { readonly type: 'nextStep'; readonly text: string }
    /** A unit of a spread that should have started. */
    | { readonly type: 'unit'; readonly name: string }
    /** An agreement of the project that ends soon, or has ended. */
    | { readonly type: 'agreement'; readonly kind: AgreementKind; readonly until: string }
    | { readonly type: 'send'; readonly gate: Gate }
    /** Somebody asks the reader: what it is, in Danish, and where it is answered. */
    | { readonly type: 'matter'; readonly kind: string; readonly matterId: string };
};

/** Something somebody else has to do on the reader's project. */
export type WaitedLine = {
  readonly id: string;
  readonly about: TaskSubject;
  readonly what:
    | {
        readonly type: 'step';
        readonly code: StepCode;
        readonly whom: string;
        readonly due: string | null;
        readonly isLate: boolean;
      }
    /** The owner, the chef, or whoever decides the gate. */
    | { readonly type: 'asked'; readonly asked: IdeaAsked }
    /** What the reader has asked somebody: a person of the project, IT, or about a purchase. */
    | {
        readonly type: 'inquiry';
        readonly subject: InquirySubject;
        /** By name; '' where it is a role that is asked. */
        readonly whom: string;
        readonly due: string;
        readonly isLate: boolean;
      };
  /** They can be reminded by one press. */
  readonly mayNudge: boolean;
};

/** A step the reader was chosen for, and that was done lately. */
export type DoneLine = {
  readonly id: string;
  readonly about: TaskSubject;
  readonly code: StepCode;
  readonly doneAt: string;
};

/** GET /api/tasks: what the reader has to do, what they wait for, and what is done. */
export type TasksReply = {
  readonly asOf: string;
  readonly today: string;
  readonly tasks: readonly TaskLine[];
  readonly waitsOn: readonly WaitedLine[];
  readonly done: readonly DoneLine[];
};

/** Whom it goes to stands on the step. */
export const postNudge = z.strictObject({});

/** Somebody is reminded of a step once a day, whoever presses. */
export type NudgeReply = { readonly outcome: 'told' | 'alreadyTold'; readonly whom: string };
