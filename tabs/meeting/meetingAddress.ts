import { hashOf } from '#shared/contract/tabAddress.ts';

/** The project that is looked at; null = the first. */
export const chosenIn = (query: string): string | null => new URLSearchParams(query).get('projekt');

export const meetingHash = (chosen: string | null): string =>
  hashOf({
    type: 'meeting',
    query: chosen === null ? '' : new URLSearchParams({ projekt: chosen }).toString(),
  });
