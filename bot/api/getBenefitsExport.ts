import { type BenefitRow, measuredIn } from '#shared/domain/benefits/sums.ts';
import { benefitsPage } from '#shared/useCases/pages/benefitsPage.ts';
import { settingsOf } from '#shared/useCases/settings/settingsOf.ts';
import { unitText } from '#shared/words/benefits/numbers.ts';
import { benefitsSheet, standingText } from '#shared/words/benefits/page.ts';
import { areaName } from '#shared/words/words.ts';
import type { Handler } from './context.ts';
import { addSheet, type Cell, copenhagen, newBook, sendBook } from './workbook.ts';

const plain = (hundredths: number | null): Cell => (hundredths === null ? null : hundredths / 100);

/** Each row says its own unit: no column can be added up across them by accident. */
const rowOf = (row: BenefitRow, areaText: string): readonly Cell[] => {
  const last = measuredIn(row);
  return [
    row.projectTitle,
    areaText,
    row.title,
    unitText(row.measure, row.unitName),
    row.indicator,
    plain(row.baseline),
    plain(row.target),
    plain(row.promised),
    plain(last?.value ?? null),
    plain(last?.gain ?? null),
    plain(last?.uncertainty ?? null),
    last ? copenhagen(last.at) : null,
    row.ownerName,
    standingText(row.standing),
  ];
};

/** Every benefit in operation, a sheet for each measure, so that a sum of a column is a sum of one kind. */
export const getBenefitsExport: Handler<'GET /api/benefits/export'> =
  ({ deps }) =>
  async ({ actor, reply }) => {
    const { rows, sums } = benefitsPage(deps, actor);
    const { areas } = settingsOf(deps.stores);
    const book = await newBook();
    for (const { measure } of sums)
      addSheet(
        book,
        { name: benefitsSheet.name(measure), heads: benefitsSheet.heads },
        rows
          .filter((row) => row.measure === measure)
          .map((row) => rowOf(row, row.leadArea === null ? '' : areaName(areas, row.leadArea))),
      );
    if (sums.length === 0)
      addSheet(book, { name: benefitsSheet.empty, heads: benefitsSheet.heads }, []);
    return sendBook(reply, book, `gevinster-${deps.clock.day()}`);
  };
