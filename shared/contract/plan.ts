import { z } from 'zod';
import type { Area, AreaId } from '#shared/domain/area.ts';
import type { PoolId } from '#shared/domain/funding.ts';
import type { Ore } from '#shared/domain/money.ts';
import type { PersonId } from '#shared/domain/person.ts';
import type { PlanRow } from '#shared/domain/plan/plan.ts';
import { mostPlanHours, type Planned, type PlanSettings } from '#shared/domain/plan/planned.ts';
import type { ProjectId } from '#shared/domain/project.ts';

z.config({ jitless: true });

/** GET /api/plan: all bars there are, and what may become one. */
export type PlanReply = {
  readonly asOf: string;
  readonly today: string;
  readonly areas: readonly Area[];
  readonly settings: PlanSettings;
  readonly rows: readonly PlanRow[];
  /** The names of those who own or lead one. */
  readonly people: Readonly<Record<PersonId, string>>;
  readonly chefs: Readonly<Record<AreaId, string>>;
  /** Days of kvartalsstatus, past and planned. */
  readonly quarterDays: readonly string[];
  /** What the pools have left; left out for those who do not see pools. */
  readonly pools: readonly {
    readonly pool: PoolId;
    readonly year: number;
    readonly availableOre: Ore;
  }[];
};

/** GET /api/plan/then: the bars that stood elsewhere on the day of the last kvartalsstatus. */
export type PlanThenReply = {
  /** Null: there has been none. */
  readonly day: string | null;
  readonly plans: Readonly<Record<ProjectId, Planned | null>>;
};

/** POST /api/plan: how many were changed, and the plan as it is then. */
export type PlanSavedReply = {
  readonly changed: number;
  /** How many others are to hear of it; a server of the release before says nothing. */
  readonly told?: number;
  readonly plan: PlanReply;
};

const month = z.string().regex(/^\d{4}-\d{2}$/);
const planned = z.strictObject({
  start: month,
  end: month,
  hours: z.number().int().min(0).max(mostPlanHours),
});
const projectId = z.string().min(1).max(120);

/** `seen`: where the bar stood when it was moved; null = nowhere. */
const move = z.strictObject({ id: projectId, seen: planned.nullable(), to: planned.nullable() });

/** More than anybody moves at once. */
const mostMoves = 400;
const why = z.string().trim().max(500);

export const postPlan = z.strictObject({
  moves: z.array(move).max(mostMoves),
  added: z
    .array(
      z.strictObject({
        key: z.string().regex(/^[a-z0-9]{8,40}$/),
        title: z.string().trim().min(1).max(255),
        area: z.string().min(1).max(60).nullable(),
        due: z.iso.date(),
        plan: planned,
      }),
    )
    .max(20),
});

/** POST /api/plan/proposals: what a lead or owner would have, and DigiTek's no to one. */
export const postPlanProposal = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('propose'), moves: z.array(move).min(1).max(mostMoves), why }),
  z.strictObject({ type: z.literal('decline'), id: projectId, why }),
]);
