import { phases } from '#shared/domain/phase.ts';
import {
  channels,
  type Story,
  type StoryEvent,
  storyEventKinds,
  storyKinds,
  storyStates,
} from '#shared/domain/stories/story.ts';
import { areMaterials, arePictures } from './accept.ts';
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

/** What people see in SharePoint; kept up with the events, never read back from. */
export const stories = defineList<Story>('Stories', 'Historier', {
  id: unique(key('Nøgle')),
  kind: indexed(choice('Slags', storyKinds)),
  title: text('Historie'),
  projectId: optional(indexed(text('Projekt, nøgle'))),
  area: optional(text('Chefområde')),
  state: indexed(choice('Tilstand', storyStates)),
  stateSince: instant('Siden'),
  dueAt: optional(instant('Svar senest')),
  plannedFor: optional(day('Planlagt til')),
  lederName: text('Leder'),
  text: longText('Tekst'),
  link: longText('Link'),
  revision: wholeNumber('Udgave'),
  createdAt: instant('Oprettet den'),
  createdBy: text('Oprettet af person'),
});

/** Append-only: every text, question, answer and publication of a story, numbered. */
export const storyEvents = defineList<StoryEvent>('StoryVersions', 'Historier, udgaver', {
  id: unique(key('Nøgle')),
  cause: unique(key('Årsag')),
  storyId: indexed(key('Historie, nøgle')),
  seq: wholeNumber('Løbenummer'),
  story: choice('Slags historie', storyKinds),
  projectId: optional(indexed(text('Projekt, nøgle'))),
  kind: choice('Hændelse', storyEventKinds),
  byId: text('Person, id'),
  byName: text('Person'),
  seat: optional(text('Svar for')),
  onBehalf: flag('På vegne af'),
  at: instant('Sket den'),
  title: text('Overskrift'),
  text: longText('Tekst'),
  pictures: json('Billeder', arePictures, []),
  files: json('Filer', areMaterials, []),
  hash: text('Hash'),
  area: optional(text('Chefområde')),
  lederId: optional(text('Leder, id')),
  lederName: text('Leder'),
  plannedFor: optional(day('Planlagt til')),
  comment: longText('Kommentar'),
  dueAt: optional(instant('Svar senest')),
  nudgeAt: optional(instant('Påmindelse')),
  channel: optional(choice('Kanal', channels)),
  outlet: text('Hvor'),
  link: longText('Link'),
  day: optional(day('Dag')),
  phase: optional(choice('Fase', phases)),
});
