import { type HistoryEntry, historyKinds } from '#shared/domain/history.ts';
import { choice, indexed, instant, key, longText, text, unique, wholeNumber } from './column.ts';
import { defineList } from './list.ts';

/** Append-only, a hash chain per subject; read by subject or by time, never loaded whole. */
export const history = defineList<HistoryEntry>('History', 'Historik', {
  id: unique(key('Nøgle')),
  subject: indexed(key('Emne')),
  seq: wholeNumber('Løbenummer'),
  cause: unique(key('Årsag')),
  kind: indexed(choice('Slags', historyKinds)),
  byId: text('Person, id'),
  byName: text('Person'),
  at: indexed(instant('Sket den')),
  before: longText('Før'),
  after: longText('Efter'),
  previousHash: text('Forrige hash'),
  hash: text('Hash'),
});
