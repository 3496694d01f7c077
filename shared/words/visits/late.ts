import type { Area } from '#shared/domain/area.ts';
import type { LateVisit, YearBehind } from '#shared/domain/visits/late.ts';
import { dayText } from '../dates.ts';
import { nbsp } from '../money.ts';
import { areaName, listText } from '../words.ts';
import { visitStepNames } from './words.ts';

/* What the chefgruppe hears of DigiTek 360: visits that are late, and a year that is behind. */

/** "Lindely: praktik skulle være holdt 12. oktober". */
export const lateVisitText = ({ unit, step, since }: LateVisit): string =>
  step === null
    ? `${unit}: lederen skulle have svaret ${dayText(since)}`
    : `${unit}: ${visitStepNames[step].toLowerCase()} skulle være holdt ${dayText(since)}`;

/** "2026: 1 af 4 besøg er gennemført, 3 skulle være det nu, 1 er planlagt. Omsorg mangler." */
export const yearBehindText = (
  { year, done, goal, due, ahead, lacking }: YearBehind,
  areas: readonly Area[],
): string => {
  const said = [
    `${year}: ${done} af ${goal} besøg er gennemført`,
    ...(due > done && due < goal ? [`${due} skulle være det nu`] : []),
    ...(ahead > 0 ? [`${ahead} er planlagt`] : []),
  ].join(', ');
  const names = lacking.map((area) => areaName(areas, area));
  return names.length === 0 ? said : `${said}. ${listText(names)} mangler besøg`;
};

/** "2 besøg over tiden, 1 af 4 i 2026" */
export const visitsLateText = (late: readonly LateVisit[], behind: readonly YearBehind[]): string =>
  [
    ...(late.length > 0 ? [`${late.length}${nbsp}besøg over tiden`] : []),
    ...behind.map(({ done, goal, year }) => `${done} af ${goal} i ${year}`),
  ].join(', ');
