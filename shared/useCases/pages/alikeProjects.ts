import type { AlikeProject } from '#shared/domain/ideas/alike.ts';
import { may } from '#shared/domain/permissions.ts';
import type { Actor } from '#shared/domain/person.ts';
import type { Project } from '#shared/domain/project.ts';
import { evaluated } from '../lessons/lessons.ts';
import type { Deps } from '../ports.ts';
import { stoppedBecause } from './ideaStandings.ts';

const alikeFrom = (deps: Deps, project: Project, words: readonly string[]): AlikeProject => {
  const { id, title, leadArea, municipality, phase, status, leadName, ownerName } = project;
  return {
    ...{ id, title, leadArea, municipality, phase, status, words },
    knownBy: leadName || ownerName,
    stoppedBecause: status === 'stopped' ? stoppedBecause(deps, project) : '',
    learnt: evaluated(deps.stores, id)?.lines ?? [],
  };
};

/**
 * The ideas, projects and stopped projects most alike to what somebody has written so far, at most
 * five; `itself` is the idea they were written for, when it is stored.
 */
export const alikeProjects = (
  deps: Deps,
  actor: Actor,
  written: Pick<Project, 'title' | 'purpose'>,
  itself: string | null = null,
): readonly AlikeProject[] => {
  if (!may(actor, 'seePortfolio')) return [];
  const { projects } = deps.stores;
  const own = itself === null ? undefined : projects.get(itself);
  return deps.alike
    .among(projects.all(), written, own?.seq ?? null)
    .map(({ row, words }) => alikeFrom(deps, row.value, words));
};
