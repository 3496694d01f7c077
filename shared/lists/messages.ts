import {
  type Conversation,
  type Message,
  messageKinds,
  messageStates,
} from '#shared/domain/message.ts';
import { unreachedWhys } from '#shared/domain/reach.ts';
import { areMembers, isRecipient } from './accept.ts';
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
import { defineList } from './list.ts';

export const outbox = defineList<Message>('Outbox', 'Udbakke', {
  id: unique(key('Nøgle')),
  kind: choice('Slags', messageKinds),
  requestId: optional(indexed(text('Anmodning, nøgle'))),
  poolRow: optional(text('Pulje, nøgle')),
  storyId: optional(indexed(text('Historie, nøgle'))),
  approvalId: optional(indexed(text('Godkendelse, nøgle'))),
  chefCommentId: optional(indexed(text('Kommentar, nøgle'))),
  interestId: optional(indexed(text('Interesse, nøgle'))),
  quarterId: optional(indexed(text('Kvartalsstatus, dag'))),
  inquiryId: optional(indexed(text('Forespørgsel, nøgle'))),
  benefitId: optional(indexed(text('Gevinst, nøgle'))),
  visitId: optional(indexed(text('DigiTek 360, nøgle'))),
  about: optional(text('Om')),
  to: json('Til', isRecipient),
  state: choice('Tilstand', messageStates),
  conversationId: optional(longText('Samtale')),
  activityId: optional(text('Besked')),
  shownRevision: wholeNumber('Vist udgave'),
  attempts: wholeNumber('Forsøg'),
  notBefore: optional(instant('Tidligst')),
  claimedUntil: optional(instant('Optaget til')),
  problem: longText('Problem'),
  unreached: optional(choice('Kan ikke nås', unreachedWhys)),
  feedAt: optional(instant('Vist i aktivitetsfeed')),
  createdAt: instant('Lagt i kø'),
});

export const conversations = defineList<Conversation>('Conversations', 'Samtaler', {
  id: unique(key('Nøgle')),
  conversationId: longText('Samtale'),
  serviceUrl: longText('Adresse'),
  kind: choice('Slags', ['personal', 'groupChat', 'channel'] as const),
  personId: optional(text('Person, id')),
  teamsUserId: optional(text('Teams-id')),
  members: json('Medlemmer', areMembers, []),
  installed: flag('Installeret'),
  unreachedSince: optional(instant('Kan ikke nås siden')),
  unreached: optional(choice('Kan ikke nås', unreachedWhys)),
  reachedAt: optional(instant('Nået igen')),
});
