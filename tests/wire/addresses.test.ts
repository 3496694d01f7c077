import { describe, expect, it } from 'vitest';
import { hashOf, type Route, routeOf, routeOfLink } from '#shared/contract/tabAddress.ts';
import { linksTo } from '../../bot/createBot.ts';

/*
 * Where links of November 2026 lead: on cards, in the activity feed, in mails people have sent. By
 * hand, so that no table of ours can move them.
 */

const story = 'aaaaaaaa-0000-4000-8000-000000000001';

/** What a Teams link names, the address without Teams, and the page that both are. */
const links: readonly (readonly [place: string, hash: string, route: Route])[] = [
  ['project:p1', '#/projekt/p1', { type: 'project', id: 'p1', section: '' }],
  ['request:p1-gate1-1', '#/beslutning/p1-gate1-1', { type: 'decide', requestId: 'p1-gate1-1' }],
  ['economy', '#/oekonomi', { type: 'money', query: '' }],
  ['stories', '#/historier', { type: 'stories', query: '' }],
  [`story:${story}`, `#/historier/${story}`, { type: 'story', id: story }],
  [
    'paper:p1:ideaDescription',
    '#/projekt/p1/papir/ideaDescription',
    { type: 'paper', id: 'p1', paper: 'ideaDescription' },
  ],
  ['board:', '#/', { type: 'board', as: 'board', query: '' }],
  [
    'list:grupper=omraade',
    '#/liste?grupper=omraade',
    {
      ...{ type: 'board', as: 'list', query: 'grupper=omraade' },
    },
  ],
];

const addresses: readonly (readonly [hash: string, route: Route])[] = [
  ['', { type: 'board', as: 'board', query: '' }],
  ['#/?soeg=lys', { type: 'board', as: 'board', query: 'soeg=lys' }],
  ['#/projekt/p1/historik', { type: 'project', id: 'p1', section: 'historik' }],
  ['#/projekt/%C3%86%201', { type: 'project', id: 'Æ 1', section: '' }],
  ['#/beslutning', { type: 'decide', requestId: null }],
  ['#/oekonomi?aar=2026', { type: 'money', query: 'aar=2026' }],
  ['#/historier?vis=liste', { type: 'stories', query: 'vis=liste' }],
  ['#/ulaeste', { type: 'aside' }],
  ['#/ord', { type: 'words' }],
  ['#/indstillinger', { type: 'settings' }],
  ['#/skabeloner', { type: 'templates' }],
  ['#/projekt/p1/papir/nonsense', { type: 'project', id: 'p1', section: 'papir' }],
];

/** A deep link as Teams reads it: the tab's own entity, what it names, and the way without Teams. */
const read = (link: string) => {
  const { origin, pathname, searchParams } = new URL(link);
  const context = searchParams.get('context');
  return {
    ...{ tab: `${origin}${pathname}`, webUrl: searchParams.get('webUrl') },
    place: context === null ? null : JSON.parse(context).subEntityId,
  };
};

describe('what the bot links to', () => {
  const made = linksTo({ publicUrl: 'https://digitek.example', teamsAppId: 'app-1' });

  it.each([
    [made.project('p1'), 'project:p1', '#/projekt/p1'],
    [made.request('p1-gate1-1'), 'request:p1-gate1-1', '#/beslutning/p1-gate1-1'],
    [made.board(), null, ''],
    [made.economy(), 'economy', '#/oekonomi'],
    [made.story(story), `story:${story}`, `#/historier/${story}`],
    [made.stories(), 'stories', '#/historier'],
  ])('%s', (link, place, hash) =>
    expect(read(link)).toEqual({
      tab: 'https://teams.microsoft.com/l/entity/app-1/board',
      webUrl: `https://digitek.example/tab/${hash}`,
      place,
    }),
  );

  it('are pictures by their own address', () =>
    expect(made.picture('a.jpg')).toBe('https://digitek.example/pictures/a.jpg'));
});

describe('an address that people have', () => {
  it.each(links)('%s is %s', (place, hash, route) => {
    expect(routeOfLink(place)).toEqual(route);
    expect(routeOf(hash)).toEqual(route);
    expect(hashOf(route)).toBe(hash);
  });

  it.each(addresses)('%s leads where it led', (hash, route) =>
    expect(routeOf(hash)).toEqual(route),
  );
});
