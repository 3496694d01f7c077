import { type QuarterEvent, quarterEventKinds } from '#shared/domain/quarter/quarter.ts';
import { areKeptPoints, areTexts } from './accept.ts';
import {
  choice,
  flag,
  indexed,
  instant,
  json,
  key,
  longText,
  optional,
  text,
  unique,
  wholeNumber,
} from './column.ts';
import { defineRecord } from './list.ts';

/** All that happens to each kvartalsstatus, numbered: agenda, meeting, minutes, signatures. Never edited. */
export const meetings = defineRecord<QuarterEvent>('Meetings', 'Kvartalsstatus', {
  id: unique(key('Nøgle')),
  cause: unique(key('Årsag')),
  seq: wholeNumber('Løbenummer'),
  quarterId: indexed(key('Møde, dag')),
  kind: choice('Hændelse', quarterEventKinds),
  byId: text('Person, id'),
  byName: text('Person'),
  seat: optional(text('Svar for')),
  onBehalf: flag('På vegne af'),
  at: instant('Sket den'),
  point: text('Punkt'),
  text: longText('Tekst'),
  value: longText('Værdi'),
  count: optional(wholeNumber('Minutter eller version')),
  points: json('Dagsorden', areKeptPoints, []),
  order: json('Rækkefølge', areTexts, []),
});
