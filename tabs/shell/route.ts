import { useSyncExternalStore } from 'react';
import { boardQueryOf } from '#shared/contract/boardAddress.ts';
import type { BoardView } from '#shared/domain/boardList.ts';

/** The places of the tab. They live in the hash, so that a link works whoever serves the page. */
export type Route =
  | { readonly type: 'board'; readonly as: BoardView['as']; readonly query: string }
  | { readonly type: 'decide'; readonly requestId: string | null }
  | { readonly type: 'project'; readonly id: string; readonly section: string }
  | { readonly type: 'money'; readonly query: string }
  | { readonly type: 'stories'; readonly query: string }
  | { readonly type: 'story'; readonly id: string }
  | { readonly type: 'aside' }
  | { readonly type: 'words' };

const decoded = (part: string | undefined): string => {
  try {
    return decodeURIComponent(part ?? '');
  } catch {
    // Nonsense in the address is a place that does not exist, not a crash.
    return '';
  }
};

export const routeOf = (hash: string): Route => {
  const [path = '', query = ''] = hash.replace(/^#?\/?/, '').split('?');
  const [place, first, second] = path.split('/');
  const id = decoded(first);
  if (place === 'projekt' && id !== '') return { type: 'project', id, section: decoded(second) };
  if (place === 'beslutning') return { type: 'decide', requestId: id === '' ? null : id };
  if (place === 'oekonomi') return { type: 'money', query };
  if (place === 'historier') return id === '' ? { type: 'stories', query } : { type: 'story', id };
  if (place === 'ulaeste') return { type: 'aside' };
  if (place === 'ord') return { type: 'words' };
  return { type: 'board', as: place === 'liste' ? 'list' : 'board', query };
};

export const hashOf = (route: Route): string => {
  switch (route.type) {
    case 'board': {
      const path = route.as === 'list' ? '#/liste' : '#/';
      return route.query === '' ? path : `${path}?${route.query}`;
    }
    case 'decide':
      return route.requestId === null
        ? '#/beslutning'
        : `#/beslutning/${encodeURIComponent(route.requestId)}`;
    case 'project':
      return `#/projekt/${encodeURIComponent(route.id)}${route.section === '' ? '' : `/${encodeURIComponent(route.section)}`}`;
    case 'money':
      return route.query === '' ? '#/oekonomi' : `#/oekonomi?${route.query}`;
    case 'stories':
      return route.query === '' ? '#/historier' : `#/historier?${route.query}`;
    case 'story':
      return `#/historier/${encodeURIComponent(route.id)}`;
    case 'aside':
      return '#/ulaeste';
    case 'words':
      return '#/ord';
  }
};

export const projectHash = (id: string, section = ''): string =>
  hashOf({ type: 'project', id, section });

export const storyHash = (id: string): string => hashOf({ type: 'story', id });

export const boardHash = (view: BoardView): string =>
  hashOf({ type: 'board', as: view.as, query: boardQueryOf(view) });

/** The board or the list as a Teams link names it. */
export const boardPlace = (view: BoardView): string => `${view.as}:${boardQueryOf(view)}`;

/** What a Teams deep link names: `economy`, `stories`, or a kind of thing and its id. */
export const hashOfPlace = (place: string): string | null => {
  if (place === 'economy') return hashOf({ type: 'money', query: '' });
  if (place === 'stories') return hashOf({ type: 'stories', query: '' });
  const [kind, ...rest] = place.split(':');
  const id = rest.join(':');
  if (kind === 'list' || kind === 'board') return hashOf({ type: 'board', as: kind, query: id });
  if (id === '') return null;
  if (kind === 'project') return projectHash(id);
  if (kind === 'story') return storyHash(id);
  return kind === 'request' ? hashOf({ type: 'decide', requestId: id }) : null;
};

/** Where the person came from in the tab, newest last. */
const trail: string[] = [];
let here = '';
let goingBack = false;
/** The board as it was looked at last, so that its place in the bar leads back to the same. */
let lastBoard = '#/';

export const lastBoardHash = (): string => lastBoard;

const standAt = (hash: string): void => {
  here = hash;
  if (routeOf(hash).type === 'board') lastBoard = hash === '' ? '#/' : hash;
};

/** Asked before the person leaves a place; false keeps them there. */
type Guard = (wanted: string) => boolean;
let guard: Guard | null = null;

/** While something typed is not saved, whoever holds the place is asked first. */
export const holdPlace = (ask: Guard): (() => void) => {
  guard = ask;
  return () => {
    if (guard === ask) guard = null;
  };
};

/** The address is put back without a word, so that nothing on the page notices. */
const stay = (): void => {
  if (goingBack) trail.push(window.location.hash);
  goingBack = false;
  window.history.replaceState(null, '', here === '' ? '#/' : here);
};

const onMove = (): void => {
  const wanted = window.location.hash;
  if (guard && wanted !== here && !guard(wanted)) {
    stay();
    return;
  }
  if (goingBack) goingBack = false;
  else trail.push(here);
  standAt(window.location.hash);
};

/** Remembers the way, so that Teams' own back arrow leads back along it. */
export const keepTrail = (): void => {
  standAt(window.location.hash);
  window.addEventListener('hashchange', onMove);
};

export const go = (hash: string): void => {
  if (window.location.hash !== hash) window.location.hash = hash;
};

/** False when there is nowhere to go back to in the tab: then Teams itself goes back. */
export const goBack = (): boolean => {
  const before = trail.pop();
  if (before === undefined) return false;
  goingBack = true;
  window.location.hash = before === '' ? '#/' : before;
  return true;
};

const listeners = new Set<() => void>();

/** The same place, looked at otherwise: the way back does not go through every filter. */
export const rewrite = (hash: string): void => {
  if (window.location.hash === hash) return;
  window.history.replaceState(null, '', hash);
  standAt(hash);
  for (const listener of listeners) listener();
};

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  window.addEventListener('hashchange', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('hashchange', listener);
  };
};

const currentHash = (): string => window.location.hash;

export const useRoute = (): Route => routeOf(useSyncExternalStore(subscribe, currentHash));
