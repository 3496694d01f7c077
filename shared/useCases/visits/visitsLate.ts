import {
  type LateVisit,
  lateVisitOf,
  type YearBehind,
  yearBehindOf,
} from '#shared/domain/visits/late.ts';
import { isPlanned, type Planned } from '#shared/domain/visits/now.ts';
import { areasWithUnits, type VisitYear, visitYearOf } from '#shared/domain/visits/year.ts';
import { peopleIn } from '../people.ts';
import type { Deps } from '../ports.ts';
import { areaIdsOf } from '../settings/settingsOf.ts';
import { allVisits, visitGoalIn } from './visitsHeld.ts';

export const plannedVisits = ({ stores }: Pick<Deps, 'stores'>): readonly Planned[] =>
  allVisits(stores).filter(isPlanned);

/** What a year has come to, from memory. */
export const visitYearIn = (deps: Deps, year: number): VisitYear => {
  const visits = plannedVisits(deps);
  return visitYearOf(visits, year, {
    areas: areaIdsOf(deps.stores),
    withUnits: areasWithUnits(peopleIn(deps), visits),
    goal: visitGoalIn(deps.stores),
  });
};

const hasAny = ({ done, areas }: VisitYear): boolean =>
  done > 0 || areas.some(({ ahead }) => ahead.length > 0);

/** The year before is told of in the first quarter, where there were visits in it at all. */
const yearsLooked = (deps: Deps): readonly VisitYear[] => {
  const today = deps.clock.day();
  const year = Number(today.slice(0, 4));
  const before = today < `${year}-04-01` ? [visitYearIn(deps, year - 1)].filter(hasAny) : [];
  return [...before, visitYearIn(deps, year)];
};

export type VisitsLate = {
  /** The one that has been late the longest before the others. */
  readonly late: readonly LateVisit[];
  readonly behind: readonly YearBehind[];
};

/** What of DigiTek 360 is late, from memory. Nothing at all where nobody has ever planned a visit. */
export const visitsLate = (deps: Deps): VisitsLate => {
  const visits = plannedVisits(deps);
  if (visits.length === 0) return { late: [], behind: [] };
  const [today, at] = [deps.clock.day(), deps.clock.now()];
  return {
    late: visits
      .map((now) => lateVisitOf(now, { today, at }))
      .filter((one) => one !== null)
      .sort((a, b) => a.since.localeCompare(b.since)),
    behind: yearsLooked(deps)
      .map((year) => yearBehindOf(year, today))
      .filter((one) => one !== null),
  };
};
