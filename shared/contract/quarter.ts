import { z } from 'zod';
import { priorities } from '#shared/domain/priority.ts';
import type { AgendaPoint } from '#shared/domain/quarter/agenda.ts';
import type { NotReady, PointFacts } from '#shared/domain/quarter/facts.ts';
import type { Minutes } from '#shared/domain/quarter/minutes.ts';
import type { QuarterId, QuarterState, Signature } from '#shared/domain/quarter/quarter.ts';
import type { QuarterReader, QuarterSeat } from '#shared/domain/quarter/view.ts';

z.config({ jitless: true });

/** GET /api/quarters/:id */
export type QuarterReply = {
  readonly asOf: string;
  readonly id: QuarterId;
  /** The day it is on, and the day it was moved from last. */
  readonly day: string;
  readonly movedFrom: string | null;
  /** Where meetings are now that were to be on this day before. */
  readonly movedAway: readonly string[];
  readonly mayReschedule: boolean;
  readonly state: QuarterState;
  readonly revision: number;
  readonly reader: QuarterReader;
  readonly mayPlan: boolean;
  readonly mayLead: boolean;
  readonly points: readonly (AgendaPoint & { readonly facts: PointFacts })[];
  readonly current: string | null;
  /** When the pack was sent last, and whether the agenda is another now. */
  readonly sent: { readonly at: string; readonly byName: string; readonly isOther: boolean } | null;
  readonly version: number;
  readonly minutes: Minutes;
  readonly seats: readonly QuarterSeat[];
  readonly approvals: readonly Signature[];
  readonly proposals: readonly Signature[];
  readonly link: string | null;
  readonly notReady: readonly NotReady[];
  /** Every day there is or was one. */
  readonly days: readonly QuarterId[];
};

/** GET /api/quarters: the next one, and all there are. */
export type QuartersReply = {
  readonly days: readonly QuarterId[];
  readonly next: QuarterId | null;
  readonly mayPlan: boolean;
};

const point = z.string().min(1).max(200);
const text = z.string().max(20_000);
/* How many minutes make sense is the rule's to say. */
const minutes = z.number().int();

const given = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('move'), point, before: z.string().max(200) }),
  z.strictObject({ type: z.literal('time'), point, minutes }),
  z.strictObject({ type: z.literal('add'), title: text, minutes }),
  z.strictObject({ type: z.literal('remove'), point }),
  z.strictObject({ type: z.literal('send') }),
  z.strictObject({ type: z.literal('reschedule'), day: z.string().max(20) }),
  z.strictObject({ type: z.literal('begin'), present: text }),
  z.strictObject({ type: z.literal('present'), text }),
  z.strictObject({ type: z.literal('open'), point }),
  z.strictObject({ type: z.literal('note'), point, text }),
  z.strictObject({
    type: z.literal('prioritise'),
    projectId: z.string().min(1).max(120),
    priority: z.enum(priorities),
    why: text,
  }),
  z.strictObject({ type: z.literal('end') }),
  z.strictObject({ type: z.literal('correct'), point, text }),
  z.strictObject({ type: z.literal('approve'), version: z.number().int() }),
  z.strictObject({ type: z.literal('propose'), version: z.number().int(), text }),
]);

/** `seen`: the revision the presser had before them. */
export const postQuarterMove = z.strictObject({ seen: z.number().int().min(0), given });

export const postQuarter = z.strictObject({ day: z.string().max(20) });
