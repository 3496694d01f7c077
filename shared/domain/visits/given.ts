import type { AreaId } from '../area.ts';
import type { Seen } from '../asking/rules.ts';
import { may } from '../permissions.ts';
import type { Actor, Person, PersonId } from '../person.ts';
import type { ProjectId } from '../project.ts';
import { type Result, refused } from '../result.ts';
import type { Findings } from './findings.ts';
import type { VisitNow } from './now.ts';
import {
  blankVisitEvent,
  type GroupLevel,
  type VisitAnswer,
  type VisitEvent,
  type VisitStep,
  type VisitTerms,
} from './visit.ts';

/* What somebody does to a visit, and what may come of it. */

/** What somebody of the team plans; names are looked up. */
export type TypedVisit = Omit<VisitTerms, 'lederName' | 'consultants'> & {
  readonly consultantIds: readonly PersonId[];
};

/** What somebody does to a visit; an observation is `noteFor`. */
export type VisitGiven =
  /** `revision`: the event that said the plan, as it was seen; 0 when it is a new one. */
  | { readonly type: 'planned'; readonly revision: number; readonly terms: TypedVisit }
  /** The leder is asked; once more, when they have not answered. */
  | { readonly type: 'asked'; readonly revision: number }
  | (Seen & {
      readonly type: 'answered';
      readonly answer: VisitAnswer;
      /** The day the leder would rather have. */
      readonly day: string | null;
      readonly comment: string;
    })
  | (Seen & { readonly type: 'question'; readonly comment: string })
  | { readonly type: 'reply'; readonly question: number; readonly comment: string }
  | { readonly type: 'withdrawn'; readonly revision: number; readonly comment: string }
  /** `seen`: the event that said the step, as it was seen. */
  | {
      readonly type: 'stepped';
      readonly step: VisitStep;
      readonly seen: number;
      readonly day: string | null;
      readonly done: boolean;
    }
  | { readonly type: 'grouped'; readonly note: string; readonly group: string }
  | { readonly type: 'dropped'; readonly note: string }
  | {
      readonly type: 'valued';
      readonly group: string;
      readonly seen: number;
      readonly name: string;
      readonly value: GroupLevel | null;
      readonly effort: GroupLevel | null;
      readonly isChosen: boolean;
      readonly comment: string;
    }
  /** A new idea; or it belongs to a project there is already, by its id. */
  | {
      readonly type: 'becameIdea';
      readonly group: string;
      readonly projectId?: ProjectId | undefined;
    };

export type PlainRefusal =
  | 'notAllowed'
  /** Asked of another. */
  | 'notYours'
  /** It has gone on since: late, double, or somebody else was first. */
  | 'movedOn'
  /** Somebody has written it otherwise since it was read. */
  | 'changed'
  | 'wordMissing'
  /** It is called off, or over. */
  | 'notNow'
  | 'unitMissing'
  | 'unknownArea'
  /** The leder, or a consultant, is not on the list. */
  | 'unknownPerson'
  | 'lederMissing'
  | 'employeesMissing'
  /** Two to four, and no more than there are. */
  | 'chosenCount'
  | 'twoConsultants'
  | 'dayMissing'
  | 'dayPast'
  | 'daysOrder'
  /** The leder was asked today. */
  | 'askedToday'
  /** Nothing is held before the leder has said yes. */
  | 'yesFirst'
  | 'unknownNote'
  | 'unknownGroup'
  /** The project it is to belong to is not there. */
  | 'unknownProject'
  | 'nameMissing'
  | 'notChosen'
  /** What has become an idea is not laid elsewhere. */
  | 'isIdea'
  | 'holdsAlready';

export type VisitRefusal =
  | { readonly type: PlainRefusal }
  | { readonly type: 'personNumber'; readonly found: string }
  | { readonly type: 'wordTooLong'; readonly longest: number };

/** What the rule goes by beside the visit itself. */
export type VisitFacts = {
  readonly people: readonly Person[];
  readonly areas: readonly AreaId[];
  readonly findings: Findings;
  readonly isProject: (id: ProjectId) => boolean;
  readonly day: string;
  /** When an answer asked for now would be due. */
  readonly due: { readonly dueAt: string; readonly nudgeAt: string };
  readonly dayOf: (instant: string) => string;
};

/** What an event says beside who and when; the use case adds key and number. */
export type VisitMove = Omit<
  VisitEvent,
  'id' | 'cause' | 'seq' | 'byId' | 'byName' | 'at' | 'visitId'
>;

export const fewestChosen = 2;
export const mostChosen = 4;
export const mostEmployees = 5_000;

export type Turn = { readonly now: VisitNow; readonly actor: Actor; readonly around: VisitFacts };

export const move = (kind: VisitMove['kind'], more: Partial<VisitMove> = {}): VisitMove => ({
  ...blankVisitEvent,
  kind,
  ...more,
});

export const no = (type: PlainRefusal): Result<never, VisitRefusal> => refused({ type });

/** The team plans visits, notes what they see and groups it. */
export const mayPlanVisits = (actor: Actor): boolean => may(actor, 'planVisit');

/** What people said and did is read by the team and the unit's own leder; others read what came of it. */
export const mayReadNotes = (actor: Actor, { terms }: Pick<VisitNow, 'terms'>): boolean =>
  mayPlanVisits(actor) || (terms !== null && terms.lederId === actor.id);
