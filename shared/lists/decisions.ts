import { gateNames, outcomes } from '#shared/domain/gates.ts';
import {
  type Decision,
  endings,
  type GateRequest,
  type Statement,
  statementKinds,
} from '#shared/domain/request.ts';
import {
  areDisagreements,
  arePoolViews,
  areShares,
  isDecider,
  isDeciderReason,
  isPaper,
} from './accept.ts';
import {
  choice,
  flag,
  indexed,
  instant,
  json,
  key,
  longText,
  optional,
  ore,
  text,
  unique,
  wholeNumber,
} from './column.ts';
import { defineList, defineRecord } from './list.ts';

export const requests = defineList<GateRequest>('Requests', 'Anmodninger', {
  id: unique(key('Nøgle')),
  projectId: indexed(key('Projekt, nøgle')),
  gate: choice('Gate', gateNames),
  round: wholeNumber('Runde'),
  askedBy: text('Sendt af, id'),
  askedByName: text('Sendt af'),
  askedAt: instant('Sendt den'),
  askOre: ore('Beløb, øre'),
  shares: json('Puljer', areShares, []),
  decider: json('Hvem beslutter', isDecider),
  why: json('Hvorfor', isDeciderReason),
  paper: json('Papir', isPaper),
  previous: optional(text('Følger efter')),
  closedAt: optional(instant('Afsluttet')),
});

/** Everything said about a request before it ends: positions, questions, replies. Never edited. */
export const statements = defineRecord<Statement>('Positions', 'Tilkendegivelser', {
  id: unique(key('Nøgle')),
  requestId: indexed(key('Anmodning, nøgle')),
  kind: choice('Slags', statementKinds),
  seat: optional(text('Plads')),
  onBehalf: flag('På vegne af'),
  byId: text('Person, id'),
  byName: text('Person'),
  outcome: optional(choice('Svar', outcomes)),
  spread: flag('Med spredning'),
  rethink: flag('Med nytænkning'),
  text: longText('Tekst'),
  about: optional(text('Svar på')),
  noted: json('Noteret uenighed', areDisagreements, []),
  at: instant('Sagt den'),
});

/** One row per ended request, never edited: the record is the list itself. */
export const decisions = defineRecord<Decision>('Decisions', 'Beslutninger', {
  id: unique(key('Nøgle')),
  projectId: indexed(key('Projekt, nøgle')),
  gate: choice('Gate', gateNames),
  ending: choice('Afslutning', endings),
  outcome: optional(choice('Svar', outcomes)),
  spread: flag('Med spredning'),
  rethink: flag('Med nytænkning'),
  comment: longText('Kommentar'),
  byId: text('Person, id'),
  byName: text('Person'),
  seat: optional(text('Plads')),
  onBehalf: flag('På vegne af'),
  atMeeting: flag('På møde'),
  at: instant('Besluttet den'),
  decider: json('Hvem beslutter', isDecider),
  why: json('Hvorfor', isDeciderReason),
  askOre: ore('Beløb, øre'),
  shares: json('Puljer', areShares, []),
  pools: json('Puljer før og efter', arePoolViews, []),
  paper: json('Papir', isPaper),
  reroutedTo: optional(json('Sendt videre til', isDecider)),
  noted: json('Noteret uenighed', areDisagreements, []),
});
