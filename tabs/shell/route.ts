import { useSyncExternalStore } from 'react';
import { boardQueryOf } from '#shared/contract/boardAddress.ts';
import { hashOf, linkNameOf, type Route, routeOf } from '#shared/contract/tabAddress.ts';
import type { BoardView } from '#shared/domain/boardList.ts';
import type { PaperCode } from '#shared/domain/papers/paper.ts';

export const projectHash = (id: string, section = ''): string =>
  hashOf({ type: 'project', id, section });

export const paperHash = (id: string, paper: PaperCode): string =>
  hashOf({ type: 'paper', id, paper });

export const chainHash = (id: string, query = ''): string => hashOf({ type: 'chain', id, query });

export const storyHash = (id: string): string => hashOf({ type: 'story', id });

export const boardHash = (view: BoardView): string =>
  hashOf({ type: 'board', as: view.as, query: boardQueryOf(view) });

/** The board or the list as a Teams link names it. */
export const boardPlace = (view: BoardView): string =>
  linkNameOf({ type: 'board', as: view.as, query: boardQueryOf(view) });

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

const listeners = new Set<() => void>();

const tellAll = (): void => {
  for (const listener of listeners) listener();
};

/** The address is put back without a word, so that nothing on the page notices. */
const stay = (): void => {
  if (goingBack) trail.push(window.location.hash);
  goingBack = false;
  window.history.replaceState(null, '', here === '' ? '#/' : here);
};

const onMove = (): void => {
  const wanted = window.location.hash;
  if (wanted === here) return;
  if (guard && !guard(wanted)) {
    stay();
    return;
  }
  if (goingBack) goingBack = false;
  else trail.push(here);
  standAt(wanted);
};

/** Remembers the way, so that Teams' own back arrow leads back along it. */
export const keepTrail = (): void => {
  standAt(window.location.hash);
  window.addEventListener('hashchange', onMove);
};

/**
 * At once: the browser tells of it in its own time, and until then a field would show, and a filter
 * begin from, the address before.
 */
export const go = (hash: string): void => {
  if (window.location.hash === hash) return;
  window.location.hash = hash;
  onMove();
  tellAll();
};

/** False when there is nowhere to go back to in the tab: then Teams itself goes back. */
export const goBack = (): boolean => {
  const before = trail.pop();
  if (before === undefined) return false;
  goingBack = true;
  window.location.hash = before === '' ? '#/' : before;
  return true;
};

/** The same place, looked at otherwise: the way back does not go through every filter. */
export const rewrite = (hash: string): void => {
  if (window.location.hash === hash) return;
  window.history.replaceState(null, '', hash);
  standAt(hash);
  tellAll();
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

/** Where the person is now, which may be ahead of what is drawn. */
export const routeNow = (): Route => routeOf(currentHash());

export const useRoute = (): Route => routeOf(useSyncExternalStore(subscribe, currentHash));
