import { hashOf } from '#shared/contract/tabAddress.ts';

const field = 'dag';

/** The day in the address; null when it says none. */
export const dayIn = (query: string): string | null => new URLSearchParams(query).get(field);

export const pastHash = (day: string | null): string =>
  hashOf({
    type: 'past',
    query: day === null ? '' : String(new URLSearchParams({ [field]: day })),
  });

/** The same day some months before. */
export const monthsBefore = (day: string, months: number): string => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 - months, Math.min(date, last)))
    .toISOString()
    .slice(0, 10);
};
