import type { Area } from '#shared/domain/area.ts';
import type { BarPicture } from '#shared/domain/picture/bars.ts';
import type { VisitYear } from '#shared/domain/visits/year.ts';
import { pictureWords } from '#shared/words/screens/picture.ts';
import { visitsWords } from '#shared/words/visits/page.ts';
import { areaName } from '#shared/words/words.ts';

const { year: words } = visitsWords;

/** The year's meter: what was held in each area, what is planned, and what the goal lacks. */
export const yearPicture = (year: VisitYear, areas: readonly Area[], today: string): BarPicture => {
  const longest = Math.max(1, ...year.areas.map(({ done, ahead }) => done + ahead.length));
  return {
    title: words.pictureTitle(year.year),
    said: [words.done(year).join(' '), words.lackText(year, areas)]
      .filter((part) => part !== '')
      .join('. '),
    legend: [
      { look: 'filled', text: words.heldHint },
      { look: 'dashed', text: words.plannedHint },
    ],
    heads: [words.held, words.ahead],
    parts: [
      {
        name: words.area,
        rows: year.areas.map(({ area, done, ahead, hasUnits }) => ({
          name: areaName(areas, area),
          under: hasUnits ? words.planned(ahead) : words.noUnits,
          bar: [
            { look: 'filled', from: 0, to: done / longest },
            { look: 'dashed', from: done / longest, to: (done + ahead.length) / longest },
          ],
          cells: [String(done), String(ahead.length)],
        })),
      },
    ],
    source: pictureWords.source(today),
  };
};
