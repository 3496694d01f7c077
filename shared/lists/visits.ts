import {
  groupLevels,
  noDays,
  type VisitEvent,
  visitAnswers,
  visitEventKinds,
  visitSteps,
} from '#shared/domain/visits/visit.ts';
import { areVisitDays, areVisitors } from './accept.ts';
import { askingColumns } from './askingColumns.ts';
import {
  choice,
  day,
  flag,
  indexed,
  instant,
  json,
  key,
  optional,
  text,
  wholeNumber,
} from './column.ts';
import { defineRecord } from './list.ts';

/** Everything that happens to a DigiTek 360, numbered, and every observation under a key of its own. Never edited. */
export const visits = defineRecord<VisitEvent>('Visits', 'DigiTek 360', {
  ...askingColumns,
  visitId: indexed(key('Besøg, nøgle')),
  kind: choice('Hændelse', visitEventKinds),
  area: optional(text('Område')),
  unit: text('Enhed'),
  lederId: optional(text('Leder, id')),
  lederName: text('Leder'),
  employees: optional(wholeNumber('Ansatte')),
  chosen: optional(wholeNumber('Udvalgte ansatte')),
  consultants: json('Konsulenter', areVisitors, []),
  days: json('Trinnenes dage', areVisitDays, noDays),
  answer: optional(choice('Svar', visitAnswers)),
  step: optional(choice('Trin', visitSteps)),
  day: optional(day('Dag')),
  done: flag('Klar eller valgt'),
  group: text('Gruppe'),
  name: text('Nyt navn'),
  note: text('Observation, nøgle'),
  value: optional(choice('Værdi', groupLevels)),
  effort: optional(choice('Indsats', groupLevels)),
  picture: optional(text('Billede')),
  notedAt: optional(instant('Skrevet')),
  projectId: optional(indexed(text('Projekt, nøgle'))),
});
