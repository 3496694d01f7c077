import {
  type ChefCommentEvent,
  chefCommentEventKinds,
  chefSteps,
  isPayer,
} from '#shared/domain/chefComments/chefComment.ts';
import { askingColumns } from './askingColumns.ts';
import { choice, indexed, json, key, optional, ore, text } from './column.ts';
import { defineRecord } from './list.ts';

/** Every question to a chef before a gate, and every comment and choice of pool, numbered. Never edited. */
export const chefComments = defineRecord<ChefCommentEvent>('ChefComments', 'Chefens kommentarer', {
  ...askingColumns,
  chefCommentId: indexed(key('Kommentar, nøgle')),
  projectId: indexed(key('Projekt, nøgle')),
  step: choice('Trin', chefSteps),
  kind: choice('Hændelse', chefCommentEventKinds),
  payer: optional(json('Hvem betaler', isPayer)),
  askOre: optional(ore('Beløb, øre')),
  version: text('Papirets version'),
});
