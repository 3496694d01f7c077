import type { BoardReply } from '#shared/contract/api.ts';
import type { BoardProject } from '#shared/domain/board.ts';
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
  const now = performance.now();
  if (changed.length <= mostGlowing) for (const id of changed) changedAt.set(id, now);
  const areas = sameValue(before.areas, after.areas) ? before.areas : after.areas;
  const same = changed.length === 0 && before.projects.length === projects.length;
  const people = sameValue(before.people, after.people) ? before.people : after.people;
  return { ...after, areas, people, projects: same ? before.projects : projects };
};
