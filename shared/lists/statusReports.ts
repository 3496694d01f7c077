import { phases } from '#shared/domain/phase.ts';
import { lights, reportStates, type StatusReport } from '#shared/domain/reports/report.ts';
import { isChange } from './accept.ts';
import {
  choice,
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
import { defineList } from './list.ts';

export const statusReports = defineList<StatusReport>('StatusReports', 'Status', {
  id: unique(key('Nøgle')),
  projectId: indexed(key('Projekt, nøgle')),
  number: wholeNumber('Nummer'),
  state: choice('Kladde eller sendt', reportStates),
  time: optional(choice('Tid', lights)),
  money: optional(choice('Penge', lights)),
  benefits: optional(choice('Gevinster', lights)),
  said: longText('Sådan går det'),
  next: longText('Det sker nu'),
  help: longText('Det mangler vi'),
  phase: choice('Fase', phases),
  byName: text('Skrevet af'),
  at: instant('Skrevet den'),
  lastChange: optional(json('Seneste ændring', isChange)),
});
