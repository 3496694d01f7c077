import type { Project } from '#shared/domain/project.ts';
import { firstOfMonth, type SpreadUnit } from '#shared/domain/spread/spreadUnit.ts';

type SampleUnit = {
  readonly name: string;
  /** Months from now; what is behind is negative. */
  readonly planned: number;
  readonly firstPlanned?: number;
  readonly started?: number;
  readonly givenUp?: { readonly months: number; readonly reason: string };
};

const units: Readonly<Record<string, readonly SampleUnit[]>> = {
  P123: [
    { name: 'Distrikt Nord', planned: -5, started: -5 },
    { name: 'Distrikt Syd', planned: -4, started: -4 },
    { name: 'Distrikt Midt', planned: -4, firstPlanned: -5, started: -3 },
    { name: 'Distrikt Vest', planned: -2, started: -2 },
    { name: 'Nattevagten', planned: -1, started: -1 },
    { name: 'Distrikt Øst', planned: -1 },
    { name: 'Sygeplejen', planned: 1 },
    { name: 'Rehabilitering', planned: 3, firstPlanned: 1 },
    {
      name: 'Daghjemmet',
      planned: -2,
      givenUp: { months: -2, reason: 'Borgerne kommer til os, ikke omvendt.' },
    },
  ],
  P102: [
    { name: 'Bofællesskabet Skelvej', planned: -6, started: -6 },
    { name: 'Bofællesskabet Åvej', planned: 2 },
    { name: 'Støttecentret', planned: 4 },
  ],
};

const monthFrom = (now: string, months: number): string => {
  const day = new Date(`${firstOfMonth(now.slice(0, 10))}T00:00:00Z`);
  day.setUTCMonth(day.getUTCMonth() + months);
  return day.toISOString().slice(0, 10);
};

const fourth = (month: string): string => `${month.slice(0, 8)}04`;

/** Where a few of the sample's projects are being spread to; one of the three has yet to name any. */
export const unitsFor = (project: Project, now: string): readonly SpreadUnit[] =>
  (units[project.id] ?? []).map((unit, at) => {
    const { name, planned, firstPlanned, started, givenUp } = unit;
    const of = (months: number | undefined): string | null =>
      months === undefined ? null : monthFrom(now, months);
    const startedOn = of(started);
    const givenUpOn = of(givenUp?.months);
    return {
      ...{ id: `${project.id}:${at + 1}`, projectId: project.id, name },
      state: startedOn ? 'started' : givenUp ? 'givenUp' : 'planned',
      planned: monthFrom(now, planned),
      firstPlanned: of(firstPlanned),
      startedOn: startedOn && fourth(startedOn),
      reason: givenUp?.reason ?? '',
      givenUpOn: givenUpOn && fourth(givenUpOn),
      lastChange: null,
    };
  });
