import { type PaperEvent, paperEventKinds } from '#shared/domain/papers/now.ts';
import { answers, type PaperField, paperCodes } from '#shared/domain/papers/paper.ts';
import { arePaperRows } from './accept.ts';
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
import { defineList, defineRecord } from './list.ts';

/** The drafts: a row for each field that somebody has written in. SharePoint keeps what it said before. */
export const papers = defineList<PaperField>('Papers', 'Papirer', {
  id: unique(key('Nøgle')),
  projectId: indexed(key('Projekt, nøgle')),
  paper: choice('Papir', paperCodes),
  field: key('Felt'),
  text: longText('Tekst'),
  answer: optional(choice('Svar', answers)),
  rows: json('Rækker', arePaperRows, []),
  byId: text('Person, id'),
  byName: text('Person'),
  at: instant('Skrevet den'),
});

/** Every version of every paper, and where its document lies. Never edited. */
export const paperVersions = defineRecord<PaperEvent>('PaperVersions', 'Papirernes versioner', {
  id: unique(key('Nøgle')),
  cause: unique(key('Årsag')),
  seq: wholeNumber('Løbenummer'),
  paperId: indexed(key('Papir, nøgle')),
  projectId: indexed(key('Projekt, nøgle')),
  paper: choice('Papir', paperCodes),
  kind: choice('Hændelse', paperEventKinds),
  byId: text('Person, id'),
  byName: text('Person'),
  at: instant('Sket den'),
  version: wholeNumber('Version'),
  fieldsHash: text('Felternes sum'),
  contentId: text('Indhold, nøgle'),
  words: wholeNumber('Ord'),
  link: longText('Link'),
});

/** All that a version says, in pieces that a field has room for. */
export type PaperContentRow = {
  /** `<project>:<paper>:<hash>`: the same content is one row. */
  readonly id: string;
  readonly projectId: string;
  readonly content: string;
  readonly rest: string;
};

/** Written before the version that names it; read when a version is looked at, never loaded whole. */
export const paperContents = defineRecord<PaperContentRow>('PaperContents', 'Papirernes indhold', {
  id: unique(key('Nøgle')),
  projectId: indexed(key('Projekt, nøgle')),
  content: longText('Indhold'),
  rest: longText('Indhold, fortsat'),
});
