import { type Address, at, type FileRoute } from '#shared/contract/at.ts';

/** What the page shows, as it stands in the address: a link shows the same to whoever opens it. */
export type MoneyFilter = {
  readonly year: number | null;
  readonly pool: string;
  readonly project: string;
  readonly quarter: number | null;
};

export const noMoneyFilter: MoneyFilter = { year: null, pool: '', project: '', quarter: null };

const wholeIn = (text: string | null, from: number, to: number): number | null => {
  const number = Number(text ?? '');
  return text !== '' && Number.isInteger(number) && number >= from && number <= to ? number : null;
};

const longestId = 120;

const idIn = (text: string | null): string =>
  text === null || text.length > longestId ? '' : text;

/** What is not understood is left out: an old link still opens. */
export const filterOf = (query: string): MoneyFilter => {
  const params = new URLSearchParams(query);
  return {
    year: wholeIn(params.get('aar'), 2000, 2100),
    pool: idIn(params.get('pulje')),
    project: idIn(params.get('projekt')),
    quarter: wholeIn(params.get('kvartal'), 1, 4),
  };
};

const written = (pairs: readonly (readonly [string, string | number | null])[]): string => {
  const params = new URLSearchParams();
  for (const [name, value] of pairs)
    if (value !== null && value !== '') params.set(name, String(value));
  return params.toString();
};

export const moneyQuery = ({ year, pool, project, quarter }: MoneyFilter): string =>
  written([
    ['aar', year],
    ['pulje', pool],
    ['projekt', project],
    ['kvartal', quarter],
  ]);

const asked = ({ year, pool, project, quarter }: MoneyFilter): string =>
  written([
    ['year', year],
    ['pool', pool],
    ['project', project],
    ['quarter', quarter],
  ]);

export const economyPath = (filter: MoneyFilter): Address<'GET /api/economy'> =>
  at('GET /api/economy', {}, asked(filter));

/** Exactly what is on screen. */
export const exportPath = (filter: MoneyFilter): Address<FileRoute> =>
  at('GET /api/economy/export', {}, asked(filter));

/** The same pool in another year; the project and the quarter belong to the year that is left. */
export const inYear = (filter: MoneyFilter, year: number): MoneyFilter => ({
  ...noMoneyFilter,
  year,
  pool: filter.pool.replace(/^\d{4}(?=:)/, String(year)),
});

/** Whether fewer postings than all of the year's are asked for. */
export const isFiltered = ({ pool, project, quarter }: MoneyFilter): boolean =>
  pool !== '' || project !== '' || quarter !== null;
