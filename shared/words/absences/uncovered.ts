import type { Days } from '#shared/domain/person.ts';
import type { Uncovered } from '#shared/domain/uncovered.ts';
import { dayText, weekdayText } from '../dates.ts';
import { listText } from '../words.ts';

/* Somebody is away, and nobody answers for them. */

/** "onsdag 2. december", "2. december – 4. december". */
const spanText = ({ from, to }: Days): string =>
  from === to ? weekdayText(from) : `${dayText(from)} – ${dayText(to)}`;

const deputiesText = (deputies: readonly string[]): string =>
  deputies.length === 0
    ? 'Stedfortræderen er her ikke mere'
    : `${listText(deputies)} skulle svare, men er selv væk`;

const changeIt = 'Vælg en anden under Fravær i Til beslutning.';

export const uncoveredWords = {
  head: 'Væk, uden at nogen svarer',
  title: (uncovered: readonly Uncovered[]): string => {
    const [first] = uncovered;
    if (uncovered.length > 1 || !first) return `${uncovered.length} er væk, uden at nogen svarer`;
    return first.type === 'days'
      ? `Ingen svarer for ${first.away.name}`
      : `${first.away.name} mangler en stedfortræder`;
  },
  /** Why, and what helps. */
  why: (one: Uncovered): string =>
    one.type === 'days'
      ? `${spanText(one.days)}. ${deputiesText(one.deputies)}. ${changeIt}`
      : `Den faste stedfortræder er her ikke mere. ${changeIt}`,
  /** Under the line that says who answers. */
  gap: (days: Days): string => `Ingen svarer ${spanText(days)}: stedfortræderen er selv væk`,
  /** To whoever says that they are away. */
  alsoFor: (names: readonly string[]): string =>
    `Du skulle svare for ${listText(names)} imens. Konsulenten får besked.`,
} as const;
