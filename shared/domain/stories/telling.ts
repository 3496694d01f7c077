/** Stories or articles of a month or a quarter, beside what we aim for. */
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
