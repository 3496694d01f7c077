import {
  type ApprovalEvent,
  approvalEventKinds,
  approvalSteps,
} from '#shared/domain/approvals/approval.ts';
import { isPaperFacts } from './accept.ts';
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

/** Every question to an owner about a paper, and every answer, numbered. Never edited. */
export const approvals = defineRecord<ApprovalEvent>('Approvals', 'Godkendelser', {
  id: unique(key('Nøgle')),
  cause: unique(key('Årsag')),
  approvalId: indexed(key('Godkendelse, nøgle')),
  seq: wholeNumber('Løbenummer'),
  projectId: indexed(key('Projekt, nøgle')),
  step: choice('Trin', approvalSteps),
  kind: choice('Hændelse', approvalEventKinds),
  byId: text('Person, id'),
  byName: text('Person'),
  seat: optional(text('Svar for')),
  onBehalf: flag('På vegne af'),
  at: instant('Sket den'),
  comment: longText('Kommentar'),
  facts: optional(json('Papiret', isPaperFacts)),
  dueAt: optional(instant('Svar senest')),
  nudgeAt: optional(instant('Påmindelse')),
  about: optional(wholeNumber('Svar på')),
});
