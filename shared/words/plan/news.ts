import type { PlanNews } from '#shared/domain/plan/news.ts';
import { nbsp } from '../money.ts';
import { moveText } from './page.ts';
import { spanText } from './words.ts';

/* What those who must know read when the plan has been saved. */

const countText = (count: number): string =>
  count === 1 ? '1 projekt' : `${count}${nbsp}projekter`;

/** "flytter 1 kvartal. Nu februar–april 2027"; of one that was taken out, only that. */
export const newsText = ({ from, to }: Pick<PlanNews, 'from' | 'to'>): string =>
  to === null ? moveText({ from, to }) : `${moveText({ from, to })}. Nu ${spanText(to)}`;

export const planNewsWords = {
  kind: 'Planen',
  kicker: 'Planen er ændret',
  title: (news: readonly PlanNews[]): string => {
    const [only] = news;
    return news.length === 1 && only ? only.project.title : `${countText(news.length)} er flyttet`;
  },
  why: 'Du får det at vide, fordi du er projektejer, projektleder eller chef for noget af det. Du skal ikke svare.',
  by: (news: readonly PlanNews[]): string =>
    `Gemt af ${[...new Set(news.map(({ byName }) => byName))].join(' og ')}`,
  more: (count: number): string => `og ${count} til`,
  open: 'Åbn planen',
  head: 'Planen er ændret',
} as const;
