import { type InterestEvent, interestEventKinds } from '#shared/domain/interest/interest.ts';
import { priorities } from '#shared/domain/priority.ts';
import { askingColumns } from './askingColumns.ts';
import { choice, indexed, key, optional, text } from './column.ts';
import { defineRecord } from './list.ts';

/** Every question whether an idea is wanted, and every answer, numbered. Never edited. */
export const interests = defineRecord<InterestEvent>('Interests', 'Interesse for idéer', {
  ...askingColumns,
  interestId: indexed(key('Interesse, nøgle')),
  projectId: indexed(key('Projekt, nøgle')),
  kind: choice('Hændelse', interestEventKinds),
  askedId: optional(text('Spurgt leder, id')),
  priority: optional(choice('Første prioritet', priorities)),
  ownerId: optional(text('Projektejer, id')),
  ownerName: text('Projektejer'),
});
