import { type Pool, type Posting, postingKinds } from '#shared/domain/funding.ts';
import { isChange } from './accept.ts';
import {
  choice,
  indexed,
  instant,
  json,
  key,
  longText,
  optional,
  ore,
  text,
  unique,
  wholeNumber,
} from './column.ts';
import { defineList } from './list.ts';

export const pools = defineList<Pool>('Pools', 'Puljer', {
  id: unique(key('Nøgle')),
  year: wholeNumber('År'),
  title: key('Pulje'),
  kind: choice('Slags', ['areaPool', 'commonPool', 'fixed'] as const),
  area: optional(text('Chefområde')),
  budgetOre: ore('Budget, øre'),
  lastChange: optional(json('Seneste ændring', isChange)),
});

export const ledger = defineList<Posting>('Ledger', 'Posteringer', {
  id: unique(key('Nøgle')),
  cause: unique(key('Årsag')),
  poolRow: indexed(key('Pulje, nøgle')),
  seq: wholeNumber('Løbenummer'),
  kind: choice('Slags', postingKinds),
  ore: ore('Beløb, øre'),
  projectId: optional(text('Projekt, nøgle')),
  requestId: optional(indexed(text('Anmodning, nøgle'))),
  corrects: optional(text('Retter postering')),
  text: longText('Tekst'),
  by: text('Person'),
  at: instant('Bogført den'),
});
