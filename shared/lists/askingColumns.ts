import { flag, instant, key, longText, optional, text, unique, wholeNumber } from './column.ts';

/** The columns of every list of numbered events by which one person is asked (domain/asking). */
export const askingColumns = {
  id: unique(key('Nøgle')),
  cause: unique(key('Årsag')),
  seq: wholeNumber('Løbenummer'),
  byId: text('Person, id'),
  byName: text('Person'),
  seat: optional(text('Svar for')),
  onBehalf: flag('På vegne af'),
  at: instant('Sket den'),
  comment: longText('Kommentar'),
  dueAt: optional(instant('Svar senest')),
  nudgeAt: optional(instant('Påmindelse')),
  about: optional(wholeNumber('Svar på')),
} as const;
