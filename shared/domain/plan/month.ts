/* The plan is laid in whole months: people say "fra marts", and a day more or less changes nothing. */

/** YYYY-MM. */
export type Month = string;

/** Months since year 0, so that they can be counted with. Takes a day too. */
export const monthNo = (month: string): number =>
  Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;

export const monthAt = (no: number): Month =>
  `${String(Math.floor(no / 12)).padStart(4, '0')}-${String((no % 12) + 1).padStart(2, '0')}`;

export const laterBy = (month: Month, months: number): Month => monthAt(monthNo(month) + months);

/** A month that can be one; which years make sense is said here once. */
export const isMonth = (text: string): boolean =>
  /^(?:19|20|21)\d{2}-(?:0[1-9]|1[0-2])$/.test(text);

export const firstDayOf = (month: Month): string => `${month}-01`;

export const lastDayOf = (month: Month): string =>
  new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0))
    .toISOString()
    .slice(0, 10);

/** Quarters since year 0: jan, apr, jul and okt begin one (seeds 000:333). */
export const quarterNo = (month: string): number => Math.floor(monthNo(month) / 3);

/** The month a quarter begins with. */
export const quarterMonth = (quarter: number): Month => monthAt(quarter * 3);
