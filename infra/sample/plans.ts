import { laterBy } from '#shared/domain/plan/month.ts';
import { planRowOf, suggestedPlan } from '#shared/domain/plan/plan.ts';
import { columnsOf, defaultPlanSettings, type Planned } from '#shared/domain/plan/planned.ts';
import type { Project } from '#shared/domain/project.ts';

/** In how many months the projects that wait their turn begin, those that have a turn. */
const begins: Readonly<Record<string, number>> = {
  P054: 1,
  P117: 2,
  P135: 2,
  P095: 4,
  P092: 5,
  P126: 7,
  P108: 3,
};

/** Under way, and nobody has planned them yet: the page shows what they may come to. */
const unplanned: readonly string[] = ['P064', 'P140', 'P105'];

/** Months that lie behind what is in these phases. */
const behind = { idea: 0, investigation: 3, trial: 7 } as const;

/** A day by which the sample's SKAL project has to be there. */
const skalDays: Readonly<Record<string, number>> = { P112: 62 };

const numberOf = (id: string): number => Number(/\d+/.exec(id)?.[0] ?? 0);

const monthsIn = ({ start, end }: Planned): number =>
  Number(end.slice(0, 4)) * 12 +
  Number(end.slice(5)) -
  Number(start.slice(0, 4)) * 12 -
  Number(start.slice(5)) +
  1;

/** What a project takes a month differs, as it does. */
const withHours = (planned: Planned, id: string): Planned => ({
  ...planned,
  hours: Math.round((monthsIn(planned) * (8 + (numberOf(id) % 5) * 3)) / 5) * 5,
});

const skalPlan = (due: string, today: string): Planned => ({
  start: laterBy(today.slice(0, 7), -4),
  end: due.slice(0, 7),
  hours: 260,
});

const planOf = (project: Project, today: string): Planned | null => {
  const { id, phase, status } = project;
  const row = planRowOf({ ...project, hoursDigitek: null }, false);
  if (status === 'pipeline') {
    const from = begins[id];
    const start = from === undefined ? null : laterBy(today.slice(0, 7), from);
    return start === null ? null : suggestedPlan(row, defaultPlanSettings, today, start);
  }
  if (status !== 'active' || unplanned.includes(id)) return null;
  const usual = suggestedPlan(row, defaultPlanSettings, today);
  const months = phase in behind ? behind[phase as keyof typeof behind] : 0;
  return usual && { ...usual, start: laterBy(usual.start, -months) };
};

/** The sample's plan: most of what is under way, and some of what waits its turn. */
export const planFor = (project: Project, today: string): Partial<Project> => {
  const days = skalDays[project.id];
  if (days !== undefined) {
    const due = new Date(Date.parse(`${today}T00:00:00Z`) + days * 86_400_000)
      .toISOString()
      .slice(0, 10);
    return { skalDue: due, ...columnsOf(skalPlan(due, today)) };
  }
  const planned = planOf(project, today);
  return planned === null ? {} : columnsOf(withHours(planned, project.id));
};
