import type { ProjectReply } from '#shared/contract/api.ts';
import { familyOf, forebearsOf, type Lesson } from '#shared/domain/family.ts';
import type { Project, ProjectId } from '#shared/domain/project.ts';
import { stepsByCode } from '../checklist/steps.ts';
import type { Deps, Stores } from '../ports.ts';

/** The decision that opened a project by thinking another anew (`rethoughtFrom`). */
const decisionBehind = ({ decisions }: Stores, project: Project) =>
  decisions.get(project.id.replace(/-ny$/, ''))?.value;

/** What was said where each of a project's forebears was thought anew, the nearest first. */
const lessonsFor = (stores: Stores, project: Project, forebears: readonly Project[]) =>
  forebears.flatMap((from, at): readonly Lesson[] => {
    const decision = decisionBehind(stores, forebears[at - 1] ?? project);
    const { link = '' } = stepsByCode(stores, from.id).get('evaluation') ?? {};
    if (!decision || decision.projectId !== from.id) return [];
    const { byName, at: decidedAt, comment } = decision;
    const { id, title } = from;
    return [{ from: { id, title }, byName, at: decidedAt, comment, link }];
  });

const childrenIn = ({ projects }: Stores): ReadonlyMap<ProjectId, readonly Project[]> => {
  const children = new Map<ProjectId, Project[]>();
  for (const { value } of projects.all()) {
    if (value.parentId === null) continue;
    const known = children.get(value.parentId);
    if (known) known.push(value);
    else children.set(value.parentId, [value]);
  }
  return children;
};

type FamilyPart = Pick<ProjectReply, 'parent' | 'children' | 'family' | 'lessons'>;

const named = ({ id, title }: Project) => ({ id, title });

/** What a project builds on, what was built on it, and what it inherits. */
export const familyPage = ({ stores }: Deps, project: Project): FamilyPart => {
  const byId = (id: ProjectId): Project | undefined => stores.projects.get(id)?.value;
  const children = childrenIn(stores);
  const childrenOf = (id: ProjectId): readonly Project[] => children.get(id) ?? [];
  const forebears = forebearsOf(project, byId);
  const [parent] = forebears;
  return {
    parent: parent ? named(parent) : null,
    children: childrenOf(project.id).map(named),
    family: familyOf(project, byId, childrenOf),
    lessons: lessonsFor(stores, project, forebears),
  };
};
