import { z } from 'zod';
import type { Area, AreaId } from '#shared/domain/area.ts';
import type { BenefitRow } from '#shared/domain/benefits/sums.ts';
import type { Choice } from '#shared/domain/gates.ts';
import type { PersonId } from '#shared/domain/person.ts';
import type { Project } from '#shared/domain/project.ts';
import type { Unreached } from '#shared/domain/reach.ts';
import type { Group, Observation } from '#shared/domain/visits/findings.ts';
import type { VisitFrame, VisitHours } from '#shared/domain/visits/hours.ts';
import type { VisitNow, VisitState } from '#shared/domain/visits/now.ts';
import type { VisitReader, VisitView } from '#shared/domain/visits/view.ts';
import {
  groupLevels,
  longestGroup,
  longestUnit,
  type VisitStep,
  visitAnswers,
  visitSteps,
} from '#shared/domain/visits/visit.ts';
import type { VisitYear } from '#shared/domain/visits/year.ts';

z.config({ jitless: true });

/** A visit as a line among others. */
export type VisitLine = {
  readonly id: string;
  readonly area: AreaId;
  readonly unit: string;
  readonly lederName: string;
  readonly state: VisitState;
  readonly steps: VisitNow['steps'];
  readonly next: VisitStep | null;
  readonly hours: VisitHours;
  readonly observations: number;
  readonly ideas: number;
  /** The day it was, or is planned for; null when nobody has said. */
  readonly day: string | null;
  /** The leder has not answered, and should have. */
  readonly overdue: boolean;
};

/** Whom a visit can be planned with; empty for whoever plans none. */
export type VisitChoices = {
  readonly ledere: readonly {
    readonly id: PersonId;
    readonly name: string;
    readonly area: AreaId | null;
    readonly unit: string;
  }[];
  readonly team: readonly { readonly id: PersonId; readonly name: string }[];
  readonly frame: VisitFrame;
};

/** GET /api/visits: every visit, and what the years have come to. */
export type VisitsReply = VisitChoices & {
  readonly asOf: string;
  readonly today: string;
  readonly areas: readonly Area[];
  readonly mayPlan: boolean;
  readonly visits: readonly VisitLine[];
  /** The year before, this one and the next. */
  readonly years: readonly VisitYear[];
};

/** What became of a group: the idea, what was decided of it, and what came of that. */
export type Became = Pick<Project, 'id' | 'title' | 'phase' | 'status'> & {
  readonly decided: (Choice & { readonly at: string }) | null;
  readonly benefits: readonly BenefitRow[];
};

export type GroupLine = Group & { readonly became: Became | null };

/** An earlier visit in the same area, and what came of it. */
export type EarlierVisit = {
  readonly id: string;
  readonly unit: string;
  readonly day: string;
  readonly became: readonly Became[];
};

/** GET /api/visits/:id, as one person sees it. */
export type VisitReply = VisitChoices & {
  readonly view: VisitView;
  readonly reader: VisitReader;
  /** What it waits for from the reader. */
  readonly waits: 'answer' | 'reply' | null;
  /** Who has not been told something about it, because they cannot be reached. */
  readonly unreached: readonly Unreached[];
  readonly count: number;
  readonly groups: readonly GroupLine[];
  /** What was noted; null for whoever may not read it. */
  readonly notes: readonly Observation[] | null;
  readonly year: VisitYear;
  readonly earlier: readonly EarlierVisit[];
};

/** What came of a visit, on the page of an idea that it led to. */
export type VisitOfProject = {
  readonly id: string;
  readonly unit: string;
  readonly day: string | null;
};

const number = z.number().int().min(0);
const seen = { ask: number, revision: number };
const comment = z.string().max(20_000).default('');
const personId = z.string().min(1).max(60);
const day = z.iso.date();
const group = z.string().max(longestGroup * 2);
const noteKey = z.string().max(60);
const level = z.enum(groupLevels).nullable();

const days = z.strictObject(
  Object.fromEntries(visitSteps.map((step) => [step, day.nullable()])) as Record<
    VisitStep,
    z.ZodNullable<typeof day>
  >,
);

const terms = z.strictObject({
  area: z.string().max(60),
  unit: z.string().max(longestUnit * 2),
  lederId: personId.nullable(),
  employees: z.number(),
  chosen: z.number(),
  consultantIds: z.array(personId).max(2),
  days,
});

/** POST /api/visits/:id/moves. */
export const postVisitMove = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('planned'), revision: number, terms }),
  z.strictObject({ type: z.literal('asked'), revision: number }),
  z.strictObject({
    type: z.literal('answered'),
    ...seen,
    answer: z.enum(visitAnswers),
    day: day.nullable().default(null),
    comment,
  }),
  z.strictObject({ type: z.literal('question'), ...seen, comment }),
  z.strictObject({ type: z.literal('reply'), question: number, comment }),
  z.strictObject({ type: z.literal('withdrawn'), revision: number, comment }),
  z.strictObject({
    type: z.literal('stepped'),
    step: z.enum(visitSteps),
    seen: number,
    day: day.nullable(),
    done: z.boolean(),
  }),
  z.strictObject({ type: z.literal('grouped'), note: noteKey, group }),
  z.strictObject({ type: z.literal('dropped'), note: noteKey }),
  z.strictObject({
    type: z.literal('valued'),
    group,
    seen: number,
    name: group,
    value: level,
    effort: level,
    isChosen: z.boolean(),
    comment,
  }),
  z.strictObject({
    type: z.literal('becameIdea'),
    group,
    projectId: z.string().min(1).max(120).optional(),
  }),
]);
export type PostVisitMove = z.input<typeof postVisitMove>;

/** POST /api/visits/:id/notes: an observation, under the key its device made. */
export const postVisitNote = z.strictObject({
  key: noteKey,
  number: z.number().int().min(1).max(1_000_000_000),
  text: z.string().max(60_000),
  group: group.default(''),
  picture: z
    .string()
    .regex(/^[0-9a-f]{64}\.(?:jpg|png)$/)
    .nullable()
    .default(null),
  notedAt: z.iso.datetime(),
});
export type PostVisitNote = z.input<typeof postVisitNote>;

/** It is kept, now or before. */
export type VisitNoteReply = { readonly key: string };
