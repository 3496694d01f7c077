import { type Change, differenceOf } from '#shared/domain/history.ts';
import type { Actor } from '#shared/domain/person.ts';
import { phases } from '#shared/domain/phase.ts';
import type { Project } from '#shared/domain/project.ts';
import { changeBy } from '#shared/useCases/record/recordHistory.ts';
import { before, isAtWork, numberOf } from './spread.ts';

/** Those that were stopped or closed lately; the rest were so when they were put in. */
const endedLately: Readonly<Record<string, number>> = { P049: 12, P081: 40, P107: 75, P008: 33 };

/** Whose recommended priority was another, and for how long it has not been. */
const rankedLately: Readonly<Record<string, number>> = { P136: 9, P041: 21 };

type Was = { readonly at: string; readonly was: Partial<Project> };

const endedWas = ({ id, phase }: Project, now: string): readonly Was[] => {
  const days = endedLately[id];
  const status = phase === 'operation' ? 'operating' : 'active';
  return days === undefined ? [] : [{ at: before(now, days), was: { status } }];
};

/** Where it stood before the place it stands in. */
const stoodIn = ({ id, phase }: Project): Partial<Project> => {
  const place = phases.indexOf(phase === 'spread' ? 'operation' : phase);
  return place === 0
    ? { status: numberOf(id) % 2 === 0 ? 'raw' : 'pipeline' }
    : { phase: phases[place - 1] ?? 'idea', status: 'active' };
};

const rankedWas = ({ id }: Project, now: string): readonly Was[] => {
  const days = rankedLately[id];
  return days === undefined
    ? []
    : [{ at: before(now, days), was: { recommendedPriority: 'medium' } }];
};

const wasOf = (project: Project, now: string): readonly Was[] => {
  const { phaseSince, createdAt } = project;
  return isAtWork(project)
    ? [
        { at: phaseSince, was: { ...stoodIn(project), phaseSince: createdAt } },
        ...rankedWas(project, now),
      ]
    : endedWas(project, now);
};

/** What has happened to the sample's projects since they were put in, as the history tells it. */
export const pastOf = (project: Project, by: Actor, now: string): readonly Change[] =>
  wasOf(project, now).map(({ at, was }, nth) => {
    const fields = Object.keys(was) as (keyof Project)[];
    const is = Object.fromEntries(fields.map((field) => [field, project[field]]));
    const change = differenceOf({ ...project, ...was }, is as Partial<Project>);
    return changeBy(by, 'moved', `${project.id}:sample:${nth}`, at, change);
  });
