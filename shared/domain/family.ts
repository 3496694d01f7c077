import type { Project, ProjectId } from './project.ts';

/* NYTÆNKNING: a project that is rethought becomes a new idea that builds on it; together they are a family. */

type Member = Pick<Project, 'id' | 'title' | 'leadArea' | 'phase' | 'status' | 'createdAt'>;

/** A project with those that were thought anew from it. */
export type Family = Member & { readonly children: readonly Family[] };

/** What was learnt where a project was rethought, as it was said there; whoever builds on it begins there. */
export type Lesson = {
  readonly from: Pick<Project, 'id' | 'title'>;
  readonly byName: string;
  readonly at: string;
  /** The word the decision was given; '' when there was none. */
  readonly comment: string;
  /** The evaluation; '' when it has no link. */
  readonly link: string;
};

/** Longer than any project lives; a hand in the list may have made a ring of them. */
const mostGenerations = 12;

type Lineage = Member & Pick<Project, 'parentId'>;

/** Those a project builds on, the nearest first. */
export const forebearsOf = <T extends Lineage>(
  project: T,
  byId: (id: ProjectId) => T | undefined,
): readonly T[] => {
  const found: T[] = [];
  let next = project.parentId === null ? undefined : byId(project.parentId);
  while (
    next &&
    next.id !== project.id &&
    !found.includes(next) &&
    found.length < mostGenerations
  ) {
    found.push(next);
    next = next.parentId === null ? undefined : byId(next.parentId);
  }
  return found;
};

const branchOf = <T extends Lineage>(
  { id, title, leadArea, phase, status, createdAt }: T,
  childrenOf: (id: ProjectId) => readonly T[],
  above: ReadonlySet<ProjectId>,
): Family => {
  const path = new Set([...above, id]);
  const children = path.size > mostGenerations ? [] : childrenOf(id);
  return {
    ...{ id, title, leadArea, phase, status, createdAt },
    children: children
      .filter((child) => !path.has(child.id))
      .map((child) => branchOf(child, childrenOf, path)),
  };
};

/** The whole family from its first project on; null for a project that is alone. */
export const familyOf = <T extends Lineage>(
  project: T,
  byId: (id: ProjectId) => T | undefined,
  childrenOf: (id: ProjectId) => readonly T[],
): Family | null => {
  const first = forebearsOf(project, byId).at(-1) ?? project;
  const family = branchOf(first, childrenOf, new Set());
  return family.children.length === 0 ? null : family;
};
