import type { AskPace, GatePace, LongStay, PhasePace } from '#shared/domain/pace.ts';

/** GET /api/pace: how long projects are in their phases, and how long answers at the gates take. */
export type PaceReply = {
  readonly asOf: string;
  readonly phases: readonly PhasePace[];
  readonly gates: readonly GatePace[];
  /** Half of all answers came within so many working days; null where there was none. */
  readonly middle: number | null;
  /** What is asked beside the gates, each kind of which anything was asked. */
  readonly asks: readonly AskPace[];
  /** Those that are furthest beyond what is usual; `over` says how many there are in all. */
  readonly longest: readonly LongStay[];
};
