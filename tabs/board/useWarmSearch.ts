import { useEffect } from 'react';
import type { BoardProject } from '#shared/domain/board.ts';
import { foundBy, type Names } from '#shared/domain/boardLooking.ts';

/** As many as are made ready between two frames. */
const atOnce = 500;

/**
 * What each project is found by is made ready while nobody types, a little at a time: the first
 * key in the search is then as quick as the rest. What is ready already costs nothing again.
 */
export const useWarmSearch = (projects: readonly BoardProject[], names: Names): void => {
  useEffect(() => {
    let next = 0;
    let timer = 0;
    const warm = (): void => {
      for (const project of projects.slice(next, next + atOnce)) foundBy(project, names);
      next += atOnce;
      if (next < projects.length) timer = window.setTimeout(warm, 0);
    };
    timer = window.setTimeout(warm, 200);
    return () => window.clearTimeout(timer);
  }, [projects, names]);
};
