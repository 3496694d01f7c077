import type { FairnessReply } from '#shared/contract/fairness.ts';
import type { AreaId } from '#shared/domain/area.ts';
import { goesForward } from '#shared/domain/consequences.ts';
import { dayOf } from '#shared/domain/day.ts';
import { yearOf } from '#shared/domain/economy.ts';
import { fairTables, type Share } from '#shared/domain/fairness.ts';
import { askedShares, totalOf } from '#shared/domain/funding.ts';
import { hoursIn, quartersOf } from '#shared/domain/plan/load.ts';
import { plannedIn } from '#shared/domain/plan/planned.ts';
import { carriedOutOn, isPlanned, isStanding } from '#shared/domain/visits/now.ts';
import type { Deps } from '../ports.ts';
import { settingsOf } from '../settings/settingsOf.ts';
import { allStories } from '../stories/stories.ts';
import { allVisits } from '../visits/visitsHeld.ts';

const areaOf = ({ stores }: Deps, projectId: string): AreaId | null =>
  stores.projects.get(projectId)?.value.leadArea ?? null;

/** What was granted, by the lead area of its project, whichever pool paid. */
const moneyIn = (deps: Deps): readonly Share[] =>
  deps.stores.decisions
    .all()
    .map(({ value }) => value)
    .filter(goesForward)
    .map((decision) => ({
      measure: 'money',
      area: areaOf(deps, decision.projectId),
      year: yearOf(dayOf(decision.at)),
      amount: totalOf(askedShares(decision)),
    }));

/** DigiTek's hours as they are planned, in the year that they fall in. */
const hoursOf = (deps: Deps): readonly Share[] =>
  deps.stores.projects.all().flatMap(({ value }) => {
    const planned = plannedIn(value);
    if (!planned) return [];
    return quartersOf(planned).map((quarter) => ({
      measure: 'hours' as const,
      area: value.leadArea,
      year: Math.floor(quarter / 4),
      amount: hoursIn(planned, quarter),
    }));
  });

/** Visits whose practice has been held. */
const visitsIn = (deps: Deps): readonly Share[] =>
  allVisits(deps.stores)
    .filter(isPlanned)
    .filter(isStanding)
    .flatMap((now) => {
      const day = carriedOutOn(now);
      if (day === null) return [];
      return [{ measure: 'visits' as const, area: now.terms.area, year: yearOf(day), amount: 1 }];
    });

/** Micro-stories and articles that have come out, by the day they first did. */
const storiesIn = (deps: Deps): readonly Share[] =>
  allStories(deps).flatMap(({ kind, about, publications }) => {
    const first = publications.map(({ day, at }) => day ?? dayOf(at)).sort()[0];
    if (first === undefined || (kind !== 'microStory' && kind !== 'article')) return [];
    return [{ measure: 'stories' as const, area: about.area, year: yearOf(first), amount: 1 }];
  });

/** So many have room beside each other. */
const mostYears = 4;

/** The years there is something of, up to this one. */
const yearsIn = (shares: readonly Share[], now: number): readonly number[] =>
  [...new Set([...shares.map(({ year }) => year), now])]
    .filter((year) => year <= now)
    .sort((one, other) => one - other);

/** What each area has had, by year. */
export const fairnessPage = (deps: Deps): Omit<FairnessReply, 'asOf'> => {
  const { areas } = settingsOf(deps.stores);
  const shares = [moneyIn, hoursOf, visitsIn, storiesIn].flatMap((shared) => shared(deps));
  const known = yearsIn(shares, yearOf(deps.clock.day()));
  const years = known.slice(-mostYears);
  const ids = areas.map(({ id }) => id);
  const hasEarlier = known.length > years.length;
  return { areas, years, hasEarlier, tables: fairTables(shares, ids, years) };
};
