import type { Project } from '#shared/domain/project.ts';
import { type Light, reportId, type StatusReport } from '#shared/domain/reports/report.ts';
import { before } from './spread.ts';

type Told = {
  readonly daysAgo: number;
  readonly lights: readonly [Light, Light, Light];
  readonly said: string;
  readonly next: string;
  readonly help?: string;
};

/** What those who run a few of the sample's projects have said of them, the oldest first. */
const told: Readonly<Record<string, readonly Told[]>> = {
  P041: [
    {
      daysAgo: 70,
      lights: ['green', 'green', 'green'],
      said: 'Aftalen er på plads, og de første borgere er fundet.',
      next: 'Vi begynder i to distrikter.',
    },
    {
      daysAgo: 8,
      lights: ['yellow', 'green', 'green'],
      said: 'Borgerne er glade for det. Kursus til aftenvagten er flyttet to uger.',
      next: 'Aftenvagten kommer på kursus.',
    },
  ],
  P004: [
    {
      daysAgo: 12,
      lights: ['red', 'yellow', 'yellow'],
      said: 'Leverandøren er seks uger forsinket, og vi kan ikke måle noget endnu.',
      next: 'Vi holder møde med leverandøren.',
      help: 'Chefen må tage fat i leverandørens ledelse.',
    },
  ],
  P102: [
    {
      daysAgo: 15,
      lights: ['green', 'green', 'yellow'],
      said: 'Det breder sig som planlagt. To enheder mangler at måle.',
      next: 'Næste enhed begynder i næste måned.',
    },
  ],
};

/** The statuses of a project of the sample. */
export const reportsFor = (project: Project, now: string): readonly StatusReport[] =>
  (told[project.id] ?? []).map(({ daysAgo, lights, said, next, help }, nth) => ({
    ...{ id: reportId(project.id, nth + 1), projectId: project.id, number: nth + 1 },
    ...{ state: 'published' as const, said, next, help: help ?? '' },
    ...{ time: lights[0], money: lights[1], benefits: lights[2] },
    ...{ phase: project.phase, byName: project.leadName, at: before(now, daysAgo) },
    lastChange: null,
  }));
