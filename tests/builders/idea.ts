import {
  type Declined,
  type IdeaAsked,
  type IdeaStanding,
  ideaStandingOf,
} from '#shared/domain/ideas/standing.ts';
import { newIdea, type Project } from '#shared/domain/project.ts';
import type { StepCode } from '#shared/domain/steps.ts';

/** An idea that somebody gave. */
export const anIdea = (more: Partial<Project> = {}): Project =>
  newIdea({
    id: 'p1',
    title: 'Kørestol med styring ved siden af brugeren',
    purpose: 'To kan gå ved siden af hinanden.',
    leadArea: 'omsorg',
    createdAt: '2026-11-19T13:36:00Z',
    createdBy: 'Medarbejder',
    createdById: 'stranger',
    ...more,
  });

export const standing = (
  more: Partial<Project> = {},
  around: {
    readonly done?: readonly StepCode[];
    readonly asked?: IdeaAsked | null;
    readonly declined?: Declined | null;
    readonly why?: string;
  } = {},
): IdeaStanding =>
  ideaStandingOf(
    anIdea(more),
    {
      doneSteps: new Set(around.done ?? []),
      asked: around.asked ?? null,
      declined: around.declined ?? null,
    },
    around.why ?? '',
  );
