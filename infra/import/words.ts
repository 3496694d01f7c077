import type { Area } from '#shared/domain/area.ts';
import type { Priority } from '#shared/domain/priority.ts';
import type { Phase, Project, ProjectType, Status } from '#shared/domain/project.ts';
import { importWords } from '#shared/messages/import.ts';

/** Where a project stands, as files write it. */
export type Standing = Pick<Project, 'phase' | 'status'>;

const standing = (phase: Phase, status: Status): Standing => ({ phase, status });

/** What nobody knows the state of waits in the idea bank; what is over has been through a trial. */
export const standings: ReadonlyMap<string, Standing> = new Map([
  ['idé', standing('idea', 'active')],
  ['undersøgelse', standing('investigation', 'active')],
  ['afprøvning', standing('trial', 'active')],
  ['drift', standing('operation', 'operating')],
  ['idriftsættelse', standing('operation', 'operating')],
  ['i drift', standing('operation', 'operating')],
  ['spredning', standing('spread', 'operating')],
  ['afsluttet', standing('operation', 'closed')],
  ['stoppet', standing('trial', 'stopped')],
  ['idébank', standing('idea', 'raw')],
  ['backlog', standing('idea', 'backlog')],
  ['pipeline', standing('idea', 'pipeline')],
  ['ukendt', standing('idea', 'raw')],
]);

export const typeWords: ReadonlyMap<string, ProjectType> = new Map([
  ['digitek', 'digitek'],
  ['digitek-projekt', 'digitek'],
  ['skal', 'skal'],
  ['skal-projekt', 'skal'],
  ['øvrigt', 'other'],
  ['øvrigt projekt', 'other'],
]);

export const priorityWords: ReadonlyMap<string, Priority> = new Map([
  ['lav', 'low'],
  ['middel', 'medium'],
  ['høj', 'high'],
  ['meget høj', 'veryHigh'],
]);

export type Leg = 'efficiency' | 'quality' | 'wellbeing';

export const benefitWords: ReadonlyMap<string, Leg> = new Map([
  ['effektivitet', 'efficiency'],
  ['kvalitet', 'quality'],
  ['trivsel', 'wellbeing'],
]);

/** An area by its name or id; null = across all of them, without a lead area. */
export const areaWords = (areas: readonly Area[]): ReadonlyMap<string, Area['id'] | 'across'> =>
  new Map([
    ...areas.map((area) => [area.name.toLowerCase(), area.id] as const),
    ...areas.map((area) => [area.id.toLowerCase(), area.id] as const),
    [importWords.acrossAreas.toLowerCase(), 'across'] as const,
    ['på tværs', 'across'] as const,
  ]);
