import type { Area } from '#shared/domain/area.ts';
import type { FairTable } from '#shared/domain/fairness.ts';

/** GET /api/fairness: money, hours, visits and stories by area, for each year there is. */
export type FairnessReply = {
  readonly asOf: string;
  readonly areas: readonly Area[];
  /** Oldest first; all there is up to this one, or the latest of them. */
  readonly years: readonly number[];
  /** The first of them takes what is older, so that the sums are of all there is. */
  readonly hasEarlier: boolean;
  readonly tables: readonly FairTable[];
};
