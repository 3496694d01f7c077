import type { Project, ProjectId } from '#shared/domain/project.ts';
import type { Stuck } from '#shared/domain/stuck.ts';
import { Kept } from '../kept/kept.ts';
import type { Deps } from '../ports.ts';
import { isEnded, ofProject, openIn, stuckBeforeIn, stuckIn } from './stuck.ts';

export type StuckProject = { readonly project: Project; readonly stuck: Stuck };

type Known = {
  readonly kept: Kept<StuckProject | null>;
  readonly stuck: Map<ProjectId, StuckProject>;
};

const known = new WeakMap<Deps, Known & { before: string }>();

const knowing = (deps: Deps): Known & { before: string } => ({
  kept: new Kept<StuckProject | null>({
    ...{ deps, own: ofProject },
    subjects: () => deps.stores.projects.all().map(({ value }) => value.id),
    workOut: (noted, id) => {
      const { stores } = noted;
      const project = stores.projects.get(id)?.value;
      if (!project) return undefined;
      if (isEnded(project)) return null;
      const stuck = stuckIn(stores, project, openIn(stores, project), stuckBeforeIn(noted));
      return stuck ? { project, stuck } : null;
    },
  }),
  stuck: new Map(),
  before: '',
});

/** Every project that sits, longest first; a look costs what has changed since the one before. */
export const stuckProjects = (deps: Deps): readonly StuckProject[] => {
  const found = known.get(deps) ?? knowing(deps);
  known.set(deps, found);
  const before = JSON.stringify(stuckBeforeIn(deps));
  for (const id of found.kept.refresh(before !== found.before)) {
    const one = found.kept.values.get(id);
    if (one) found.stuck.set(id, one);
    else found.stuck.delete(id);
  }
  found.before = before;
  return [...found.stuck.values()].sort((a, b) => a.stuck.since.localeCompare(b.stuck.since));
};
