import {
  type ApprovalEvent,
  approvalEventKinds,
  approvalSteps,
} from '#shared/domain/approvals/approval.ts';
import { isPaperFacts } from './accept.ts';
import { askingColumns } from './askingColumns.ts';
import { choice, indexed, json, key, optional } from './column.ts';
import { defineRecord } from './list.ts';

/** Every question to an owner about a paper, and every answer, numbered. Never edited. */
export const approvals = defineRecord<ApprovalEvent>('Approvals', 'Godkendelser', {
  ...askingColumns,
  approvalId: indexed(key('Godkendelse, nøgle')),
  projectId: indexed(key('Projekt, nøgle')),
  step: choice('Trin', approvalSteps),
  kind: choice('Hændelse', approvalEventKinds),
  facts: optional(json('Papiret', isPaperFacts)),
});
