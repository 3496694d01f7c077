import type { Follower } from '#shared/domain/ideas/follower.ts';
import { isChange } from './accept.ts';
import { indexed, instant, json, key, longText, optional, text, unique } from './column.ts';
import { defineList } from './list.ts';

export const followers = defineList<Follower>('Followers', 'Har haft samme idé', {
  id: unique(key('Nøgle')),
  projectId: indexed(key('Projekt, nøgle')),
  personId: indexed(key('Person, id')),
  personName: text('Person'),
  words: longText('Med egne ord'),
  at: instant('Den'),
  lastChange: optional(json('Seneste ændring', isChange)),
});
