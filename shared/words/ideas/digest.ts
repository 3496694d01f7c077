import type { Area } from '#shared/domain/area.ts';
import type { Project } from '#shared/domain/project.ts';
import { daysFrom, spanText, weekdayText } from '../dates.ts';
import { capital } from '../requests/cards.ts';
import { areaName, originNames } from '../words.ts';

/* What team DigiTek reads in the morning of the ideas that have come. */

export const digestWords = {
  kind: 'Nye idéer',
  kicker: (day: string): string => capital(weekdayText(day)),
  title: (count: number): string => `${count} nye idéer`,
  one: 'Ny idé',
  first: (count: number): string =>
    count === 1
      ? 'Første skridt: er det et køb eller et projekt?'
      : 'Første skridt for dem alle: køb eller projekt?',
  /** "Omsorg. Medarbejder. Fra TUCV." */
  from: (areas: readonly Area[], { leadArea, createdBy, origin }: Project): string =>
    [
      leadArea === null ? 'På tværs' : areaName(areas, leadArea),
      createdBy,
      origin === null ? '' : originNames[origin],
    ]
      .filter((part) => part !== '')
      .join(' · '),
  age: ({ createdAt }: Project, at: string): string => {
    const days = daysFrom(createdAt, at);
    return days === 0 ? 'kom i dag' : `har ventet ${spanText(days)}`;
  },
  more: (count: number): string => `og ${count} til`,
  open: 'Åbn nye idéer',
} as const;
