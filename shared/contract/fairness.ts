import type { Area } from '#shared/domain/area.ts';
import type { FairTable } from '#shared/domain/fairness.ts';

/** GET /api/fairness: money, hours, visits and stories by area, for each year there is. */
export type FairnessReply = {
  readonly asOf: string;
  readonly areas: readonly Area[];
  /** Oldest first. */
  readonly years: readonly number[];
  readonly tables: readonly FairTable[];
};
