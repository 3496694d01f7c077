import type { FairnessReply } from '#shared/contract/fairness.ts';
import { dayOf } from '#shared/domain/day.ts';
import type { BarPicture, BarRow } from '#shared/domain/picture/bars.ts';
import {
  fairNames,
  fairnessWords,
  fairText,
  shareText,
  yearHead,
} from '#shared/words/screens/fairness.ts';
import { pictureWords } from '#shared/words/screens/picture.ts';
import { placeNames } from '#shared/words/screens/places.ts';
import { areaName } from '#shared/words/words.ts';

/** Every table of the page, its bars each area's part of all. */
export const fairnessPicture = ({
  asOf,
  areas,
  years,
  hasEarlier,
  tables,
}: FairnessReply): BarPicture => ({
  title: placeNames.fairness,
  said: fairnessWords.intro,
  legend: [],
  heads: [
    ...years.map((year, place) => yearHead(year, hasEarlier && place === 0)),
    fairnessWords.total,
    fairnessWords.share,
  ],
  parts: tables
    .filter(({ total }) => total > 0)
    .map(({ measure, rows, byYear, total }) => ({
      name: fairNames[measure],
      rows: [
        ...rows.map(
          (row): BarRow => ({
            ...{ name: areaName(areas, row.area), under: '' },
            bar: row.total > 0 ? [{ look: 'filled', from: 0, to: row.total / total }] : [],
            cells: [
              ...row.byYear.map((amount) => fairText(measure, amount)),
              fairText(measure, row.total),
              shareText(row.total, total),
            ],
          }),
        ),
        {
          ...{ name: fairnessWords.all, under: '', bar: [], isSum: true },
          cells: [
            ...byYear.map((amount) => fairText(measure, amount)),
            fairText(measure, total),
            '',
          ],
        },
      ],
    })),
  source: pictureWords.source(dayOf(asOf)),
});
