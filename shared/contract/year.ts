import type { QuarterState } from '#shared/domain/quarter/quarter.ts';

/** Stories or articles of a month or a quarter. */
export type TellingPeriod = {
  /** `2026-11`, or `2026-K4`. */
  readonly period: string;
  readonly aim: number;
  readonly published: number;
  /** Begun and not out, and planned for then; without a day they count where we are now. */
  readonly underway: number;
  /** Of those, how many wait for an answer that is overdue. */
  readonly overdue: number;
};

/** GET /api/year/:year: all that has its place in a year. */
export type YearReply = {
  readonly asOf: string;
  readonly today: string;
  readonly year: number;
  /** The next kvartalsstatus from today on, in whatever year; null when none is planned. */
  readonly nextMeeting: string | null;
  readonly quarters: readonly { readonly day: string; readonly state: QuarterState }[];
  readonly stories: readonly TellingPeriod[];
  readonly articles: readonly TellingPeriod[];
  /** The pools of the year after: they begin anew on its first day. */
  readonly nextPools: { readonly year: number; readonly isOpened: boolean };
};
