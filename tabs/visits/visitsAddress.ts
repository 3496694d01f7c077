import { hashOf } from '#shared/contract/tabAddress.ts';

export const visitsHash = (year: number | null = null): string =>
  hashOf({ type: 'visits', query: year === null ? '' : `aar=${year}` });

export const visitHash = (id: string): string => hashOf({ type: 'visit', id, section: '' });

export const visitNotesHash = (id: string): string =>
  hashOf({ type: 'visit', id, section: 'notes' });

/** The year that is looked at; null = the present one. */
export const visitYearIn = (query: string): number | null => {
  const said = new URLSearchParams(query).get('aar') ?? '';
  return /^20\d{2}$/.test(said) ? Number(said) : null;
};
