import { economyFilter, type PoolLineReply, type PostingReply } from '#shared/contract/economy.ts';
import { economyOf } from '#shared/useCases/pages/economyPage.ts';
import { economySheet } from '#shared/words/screens/economy.ts';
import { type Handler, readAs } from './context.ts';
import { demandPools } from './getEconomy.ts';
import { addSheet, type Cell, copenhagen, newBook, sendBook } from './workbook.ts';

const kroner = (ore: number): number => ore / 100;

const poolRow = ({ pool, balance, shortOre }: PoolLineReply): Cell[] => [
  pool.title,
  kroner(balance.budgetOre),
  kroner(balance.reservedOre),
  kroner(balance.grantedOre),
  kroner(balance.spentOre),
  kroner(balance.releasedOre),
  kroner(balance.availableOre),
  kroner(shortOre),
];

const postingRow = (posting: PostingReply): Cell[] => [
  copenhagen(posting.at),
  posting.poolTitle,
  economySheet.kinds[posting.kind],
  posting.projectTitle,
  posting.text,
  kroner(posting.ore),
  kroner(posting.afterOre),
  posting.by,
  posting.id,
];

/** What is on screen, as a workbook with real numbers and dates. */
export const getEconomyExport: Handler<'GET /api/economy/export'> =
  (parts) =>
  async ({ actor, request, reply }) => {
    demandPools(actor);
    const economy = economyOf(parts.deps, readAs(economyFilter, request.query));
    const book = await newBook();
    addSheet(book, economySheet.pools, economy.pools.map(poolRow));
    addSheet(book, economySheet.fixed, [
      ...economy.fixed.lines.map(({ pool }) => [pool.title, kroner(pool.budgetOre)]),
      [economySheet.computed, kroner(economy.fixed.computedOre)],
      [economySheet.stated, kroner(economy.fixed.statedOre)],
      [economySheet.difference, kroner(economy.fixed.differenceOre)],
    ]);
    addSheet(book, economySheet.postings, economy.postings.map(postingRow));
    return sendBook(reply, book, `oekonomi-${economy.year}`);
  };
