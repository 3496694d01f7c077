import type { IAdaptiveCard } from '@microsoft/teams.cards';
import type { Balance } from '#shared/domain/book.ts';
import type { Pool } from '#shared/domain/funding.ts';
import type { Notice } from '#shared/domain/notice.ts';
import { yearNotOpened } from '#shared/words/pools.ts';
import { poolChat, poolTitle, yearChat } from '#shared/words/screens/economy.ts';
import { yearWords } from '#shared/words/screens/economyPage.ts';
import { chatButtons } from '#shared/words/server/chat.ts';
import type { Links } from '../context.ts';
import {
  actionSet,
  amountRow,
  bold,
  card,
  heading,
  kicker,
  line,
  note,
  openUrl,
} from '../elements.ts';
import { wordCard } from './chatCards.ts';

type PoolBalance = { readonly pool: Pool; readonly balance: Balance };

const sums = (balance: Balance) => [
  amountRow({ label: poolChat.budget, ore: balance.budgetOre, separator: true }, 'Medium'),
  amountRow({ label: poolChat.spent, ore: -balance.spentOre }),
  amountRow({ label: poolChat.granted, ore: -balance.grantedOre }),
  amountRow({ label: poolChat.reserved, ore: -balance.reservedOre }),
  amountRow({ label: poolChat.left, ore: balance.availableOre, bold: true, separator: true }),
];

/** To the consultant, once: a pool has passed 80 or 100 per cent. */
export const poolMarkCard = (
  notice: Extract<Notice, { type: 'poolMark' }>,
  links: Links,
): IAdaptiveCard => {
  const title = poolTitle(notice.pool);
  return card(
    [
      kicker(poolChat.kicker(notice.pool.year)),
      heading(title),
      bold(poolChat.passed(notice.mark)),
      ...sums(notice.balance),
      note(poolChat.whyYou),
      actionSet([openUrl(chatButtons.economy, links.economy())]),
    ],
    `${title}: ${poolChat.passed(notice.mark)}`.slice(0, 90),
    null,
  );
};

type YearNotice = Extract<Notice, { type: 'year' }>;

/** To the consultant: a year waits to be opened, or, after that, that it has been. */
export const yearCard = ({ year, isOpened, hasCome }: YearNotice, links: Links): IAdaptiveCard => {
  const title = isOpened ? yearChat.opened(year) : yearChat.title(year, hasCome);
  return card(
    [
      kicker(poolChat.kicker(year)),
      heading(title),
      ...(isOpened
        ? [line([yearChat.openedText])]
        : [
            line([hasCome ? yearChat.hasCome(year) : yearChat.ahead(year)], 'Medium'),
            note(yearChat.whyYou),
          ]),
      actionSet([openUrl(isOpened ? chatButtons.economy : yearWords.open(year), links.economy())]),
    ],
    title.slice(0, 90),
    null,
  );
};

/** Instead of figures: the pools of the year have no budgets yet. */
export const yearNotOpenedCard = (year: number, links: Links): IAdaptiveCard =>
  card(
    [
      kicker(poolChat.kicker(year)),
      heading(yearNotOpened.title(year)),
      line([yearNotOpened.text(year)], 'Medium'),
      actionSet([openUrl(chatButtons.economy, links.economy())]),
    ],
    yearNotOpened.title(year),
    null,
  );

/** What is left in each pool, for those who may see it. */
export const poolsCard = (
  lines: readonly PoolBalance[],
  year: number,
  links: Links,
): IAdaptiveCard =>
  card(
    [
      kicker(poolChat.kicker(year)),
      heading(poolChat.title),
      ...lines.flatMap(({ pool, balance }, index) => [
        amountRow(
          { label: poolTitle(pool), ore: balance.availableOre, bold: true, separator: true },
          index === 0 ? 'Medium' : 'Small',
        ),
        note(poolChat.of(balance.budgetOre, balance.reservedOre), 'None'),
      ]),
      actionSet([openUrl(chatButtons.economy, links.economy())]),
    ],
    poolChat.title,
    null,
  );

export const poolsNotYoursCard = (links: Links): IAdaptiveCard =>
  wordCard(links, poolChat.notYours, poolChat.notYoursText);
