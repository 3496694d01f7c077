import { isPoolId } from '#shared/domain/funding.ts';
import {
  type AskedSeat,
  type InquiryEvent,
  inquiryAnswers,
  inquiryEventKinds,
} from '#shared/domain/inquiries/inquiry.ts';
import { askingColumns } from './askingColumns.ts';
import { choice, indexed, json, key, optional, ore, text } from './column.ts';
import { defineRecord } from './list.ts';

const areAskedSeats = (value: unknown): value is readonly AskedSeat[] =>
  Array.isArray(value) &&
  value.every((one) => typeof one?.seat === 'string' && typeof one?.name === 'string');

/** Everything that somebody is asked about a project, and every answer, numbered. Never edited. */
export const inquiries = defineRecord<InquiryEvent>('Inquiries', 'Forespørgsler', {
  ...askingColumns,
  inquiryId: indexed(key('Forespørgsel, nøgle')),
  projectId: indexed(key('Projekt, nøgle')),
  kind: choice('Hændelse', inquiryEventKinds),
  askedId: optional(text('Spurgt, id')),
  askedName: text('Spurgt'),
  seats: json('Spurgt samtidig', areAskedSeats, []),
  answer: optional(choice('Svar', inquiryAnswers)),
  ore: optional(ore('Pris, øre')),
  payer: optional(json('Pulje', isPoolId)),
});
