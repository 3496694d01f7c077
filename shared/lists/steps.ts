import { type Step, stepCodes } from '#shared/domain/steps.ts';
import { areStepFiles, isChange } from './accept.ts';
import {
  choice,
  day,
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
import { defineList } from './list.ts';

export const steps = defineList<Step>('Steps', 'Trin', {
  id: unique(key('Nøgle')),
  projectId: indexed(key('Projekt, nøgle')),
  code: choice('Trin', stepCodes),
  done: flag('Klar'),
  doneByName: text('Klar ved'),
  doneAt: optional(instant('Klar den')),
  responsible: text('Ansvarlig'),
  responsibleId: indexed(optional(text('Ansvarlig, id'))),
  due: optional(day('Senest')),
  link: longText('Link'),
  version: text('Udgave'),
  minutes: optional(wholeNumber('Læsetid, minutter')),
  note: longText('Note'),
  files: json('Dokumenter', areStepFiles, []),
  lastChange: optional(json('Seneste ændring', isChange)),
});
