import type { BoardChange, BoardReply } from '#shared/contract/api.ts';
import type { BoardProject } from '#shared/domain/board.ts';
import { withChanges } from '#shared/domain/boardChanges.ts';
import { sameValue } from '../remote/keepSame.ts';

/** When a card last changed under somebody's eyes; it glows for a second. */
const changedAt = new Map<string, number>();

export const glowFor = 1_000;

export const changedLately = (id: string): boolean => {
  const at = changedAt.get(id);
  if (at === undefined) return false;
  if (performance.now() - at < glowFor) return true;
  changedAt.delete(id);
  return false;
};

/** With more changes than this everything is new, and nothing glows. */
const mostGlowing = 50;

const glow = (changed: readonly string[]): void => {
  if (changed.length > mostGlowing) return;
  const now = performance.now();
  for (const id of changed) changedAt.set(id, now);
};

/** Keeps the object of every project that did not change, so that only changed cards are drawn again. */
export const mergeBoard = (before: BoardReply, after: BoardReply): BoardReply => {
  const known = new Map(before.projects.map((project) => [project.id, project]));
  const changed: string[] = [];
  const projects = after.projects.map((project): BoardProject => {
    const old = known.get(project.id);
    if (old && sameValue(old, project)) return old;
    changed.push(project.id);
    return project;
  });
  glow(changed);
  const areas = sameValue(before.areas, after.areas) ? before.areas : after.areas;
  const same = changed.length === 0 && before.projects.length === projects.length;
  const people = sameValue(before.people, after.people) ? before.people : after.people;
  return { ...after, areas, people, projects: same ? before.projects : projects };
};

/** The board with what became of it: all that was not told of stays the same object. */
export const followBoard = (
  before: BoardReply,
  { changed, gone, ...told }: BoardChange,
): BoardReply => {
  glow(changed.map(({ id }) => id));
  // That it is no longer stale is told by its not being told.
  const { stale: _, ...known } = before;
  const after = { ...known, ...told, projects: withChanges(before.projects, { changed, gone }) };
  const { areas, people } = before;
  return {
    ...after,
    ...(sameValue(areas, after.areas) ? { areas } : {}),
    ...(sameValue(people, after.people) ? { people } : {}),
  };
};
