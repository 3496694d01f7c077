import { hashOf, type Route } from '#shared/contract/tabAddress.ts';
import type { Action } from '#shared/domain/permissions.ts';
import { placeNames } from '#shared/words/screens/places.ts';
import { lastBoardHash } from './route.ts';

export type Place = {
  readonly type: Route['type'];
  readonly name: string;
  /** Left out: where the board was looked at last. */
  readonly hash?: string;
  /** Shown to those who may; left out: to everybody. */
  readonly needs?: Action;
  /** Those who may this find it under another place. */
  readonly unless?: Action;
};

/** Where a place leads. */
export const hashOfPlace = ({ hash }: Place): string => hash ?? lastBoardHash();

/** The tab's places, in order. A new page is one more line. */
export const places: readonly Place[] = [
  {
    type: 'decide',
    name: placeNames.decide,
    hash: hashOf({ type: 'decide', requestId: null }),
  },
  { type: 'tasks', name: placeNames.tasks, hash: hashOf({ type: 'tasks', query: '' }) },
  { type: 'ideas', name: placeNames.ideas, hash: hashOf({ type: 'ideas', query: '' }) },
  { type: 'board', name: placeNames.board },
  { type: 'plan', name: placeNames.plan, hash: hashOf({ type: 'plan', query: '' }) },
  {
    type: 'meeting',
    name: placeNames.meetings,
    hash: hashOf({ type: 'meeting', query: '' }),
    needs: 'holdMeeting',
  },
  {
    type: 'quarter',
    name: placeNames.meetings,
    hash: hashOf({ type: 'quarter', id: '', query: '' }),
    needs: 'seeQuarter',
    unless: 'holdMeeting',
  },
  {
    type: 'money',
    name: placeNames.money,
    hash: hashOf({ type: 'money', query: '' }),
    needs: 'seePools',
  },
  {
    type: 'stories',
    name: placeNames.stories,
    hash: hashOf({ type: 'stories', query: '' }),
    needs: 'seeStories',
  },
  {
    type: 'benefits',
    name: placeNames.benefits,
    hash: hashOf({ type: 'benefits', query: '' }),
  },
  { type: 'visits', name: placeNames.visits, hash: hashOf({ type: 'visits', query: '' }) },
  { type: 'year', name: placeNames.year, hash: hashOf({ type: 'year', query: '' }) },
];
