import type { VisitTerms } from './visit.ts';

/* What a visit takes (seeds 000:437–444; domain.md, Rhythm). */

/** ⚙: hours of the consultants in all, of the leder, and of each employee and each who is chosen. */
export type VisitFrame = {
  readonly team: number;
  readonly leder: number;
  readonly employee: number;
  readonly chosen: number;
};

export type VisitHours = {
  readonly team: number;
  readonly leder: number;
  readonly employees: number;
  /** Beside the hours the chosen have as employees. */
  readonly chosen: number;
  /** What the unit gives: all but the team's. */
  readonly unit: number;
  readonly total: number;
};

export const visitHoursOf = (
  { employees, chosen }: Pick<VisitTerms, 'employees' | 'chosen'>,
  frame: VisitFrame,
): VisitHours => {
  const all = employees * frame.employee;
  const more = chosen * frame.chosen;
  const unit = frame.leder + all + more;
  return {
    ...{ team: frame.team, leder: frame.leder, employees: all, chosen: more },
    ...{ unit, total: frame.team + unit },
  };
};
