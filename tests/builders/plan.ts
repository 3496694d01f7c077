import type { PlanReply } from '#shared/contract/plan.ts';
import { defaultAreas } from '#shared/domain/area.ts';
import type { PlanRow } from '#shared/domain/plan/plan.ts';
import { defaultPlanSettings, type Planned } from '#shared/domain/plan/planned.ts';

export const aPlan = (start: string, end: string, hours: number): Planned => ({
  start,
  end,
  hours,
});

export const aPlanRow = (more: Partial<PlanRow> = {}): PlanRow => ({
  ...{ id: 'p1', title: 'SMS-rådgivning til unge', type: 'digitek', phase: 'idea' },
  ...{ status: 'backlog', since: '2026-09', area: 'social' },
  ...more,
});

export const aPlanReply = (rows: readonly PlanRow[], more: Partial<PlanReply> = {}): PlanReply => ({
  asOf: '2026-11-30T09:42:00Z',
  today: '2026-11-30',
  areas: defaultAreas,
  settings: defaultPlanSettings,
  rows,
  people: { l1: 'Projektleder, DigiTek', o1: 'Leder, nattevagten' },
  chefs: { social: 'Chef, Social', sundhed: 'Chef, Sundhed', omsorg: 'Chef, Omsorg' },
  quarterDays: ['2026-10-07', '2027-01-14'],
  pools: [],
  ...more,
});
