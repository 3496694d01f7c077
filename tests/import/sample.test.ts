import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { defaultAreas } from '#shared/domain/area.ts';
import { deciderOf } from '#shared/domain/decider.ts';
import { seededPools } from '#shared/domain/funding.ts';
import { type Gate, gateAfter } from '#shared/domain/gates.ts';
import type { Project } from '#shared/domain/project.ts';
import { missingFor } from '#shared/domain/readiness.ts';
import type { Step } from '#shared/domain/steps.ts';
import { lists } from '#shared/lists/all.ts';
import { planOf } from '../../infra/import/plan.ts';
import { readTable } from '../../infra/import/readTable.ts';
import { samplePapers } from '../../infra/sample/papers.ts';
import { ownersIn, peopleRows, samplePeople } from '../../infra/sample/people.ts';
import { spreadOf } from '../../infra/sample/spread.ts';
import { stepsFor } from '../../infra/sample/steps.ts';
import { findPerson } from '../../infra/tenant/organisation.ts';

const now = '2026-11-23T09:14:00Z';
const people = peopleRows(
  samplePeople.map(({ alias }) => ({ id: alias, name: alias, upn: `${alias}@viborg.example` })),
);
const areaIds = defaultAreas.map((area) => area.id);

let imported: readonly Project[];
let projects: readonly Project[];
let steps: readonly Step[];

beforeAll(async () => {
  const file = new URL('../../infra/sample/projects.csv', import.meta.url);
  const read = await readTable(await readFile(file));
  if (!read.ok) throw new Error(read.problem);
  const planning = planOf(read.table, {
    areas: defaultAreas,
    people: [],
    existing: [],
    at: now,
    by: 'Import',
  });
  if (!planning.ok) throw new Error(planning.problem);
  imported = planning.plan.rows.flatMap((row) => (row.type === 'created' ? [row.project] : []));
  projects = imported.map((project) => spreadOf(project, { people, now }));
  steps = projects.flatMap((project) =>
    stepsFor(project, { now, documents: 'https://viborg.example/docs' }),
  );
});

const byCode = (project: Project) =>
  new Map(steps.filter((step) => step.projectId === project.id).map((step) => [step.code, step]));

const readyAt = (gate: Gate): readonly Project[] =>
  projects.filter(
    (project) =>
      project.status === 'active' &&
      project.type === 'digitek' &&
      gateAfter(project.phase) === gate &&
      missingFor(project, gate, byCode(project)).length === 0,
  );

describe('the sample portfolio', () => {
  it('spreads over idea bank, backlog, pipeline and all phases', () => {
    const count = (phase: string, status: string): number =>
      projects.filter((one) => one.phase === phase && one.status === status).length;
    expect(count('idea', 'active')).toBe(9);
    expect(count('investigation', 'active')).toBe(8);
    expect(count('trial', 'active')).toBe(9);
    expect(count('operation', 'operating') + count('spread', 'operating')).toBe(8);
    for (const status of ['raw', 'backlog', 'pipeline'])
      expect(count('idea', status)).toBeGreaterThan(7);
    expect(projects.filter((one) => one.status === 'stopped').length).toBeGreaterThan(3);
    expect(projects.filter((one) => one.status === 'closed').length).toBeGreaterThan(9);
  });

  it.each(['gate1', 'gate2', 'gate3'] as const)(
    'has papers ready at %s for every decider',
    (gate) => {
      const ready = readyAt(gate);
      expect(ready.length).toBeGreaterThanOrEqual(4);
      const deciders = ready.map((project) => {
        const routing = deciderOf({ ...project, commonGranted: false }, gate, areaIds);
        return routing.ok ? routing.value.decider.type : 'none';
      });
      expect(new Set(deciders)).toEqual(new Set(['chef', 'chefs', 'chefgruppe']));
    },
  );

  it('has a very small project, and one whose pool is short', () => {
    expect(readyAt('gate1').some((project) => project.verySmall)).toBe(true);
    const pools = new Map(seededPools(2026, defaultAreas).map((pool) => [pool.id, pool.budgetOre]));
    const isShort = (project: Project): boolean =>
      project.shares.some((share) => share.ore > (pools.get(`2026:${share.pool}`) ?? 0));
    expect(readyAt('gate1').some(isShort)).toBe(true);
    expect(readyAt('gate2').some(isShort)).toBe(true);
  });

  it('has an area for every leder, as the directory has it, and owners from the area', () => {
    const leaders = samplePeople.filter(({ roles }) => roles.includes('leder'));
    for (const { alias, area } of leaders)
      expect([alias, area]).toEqual([alias, findPerson(`${alias}@viborg.example`)?.area]);
    for (const [area, owners] of Object.entries(ownersIn))
      for (const alias of owners) expect([alias, people.get(alias)?.area]).toEqual([alias, area]);
  });

  it('names every field that it made up, and no other', () => {
    for (const [at, project] of projects.entries()) {
      const was = imported[at];
      const changed = Object.keys(project).filter(
        (name) =>
          name !== 'sampleFields' &&
          JSON.stringify(project[name as keyof Project]) !==
            JSON.stringify(was?.[name as keyof Project]),
      );
      expect([...project.sampleFields].sort()).toEqual(changed.sort());
    }
    const facts = ['title', 'municipality', 'technology', 'sourceUrl', 'summary', 'startYear'];
    expect(
      projects.flatMap((one) => one.sampleFields).filter((name) => facts.includes(name)),
    ).toEqual([]);
  });

  it('is the same every time', () => {
    expect(imported.map((project) => spreadOf(project, { people, now }))).toEqual(projects);
  });

  it('keeps purposes to fifteen words', () => {
    for (const { purpose } of Object.values(samplePapers))
      expect(purpose.split(' ').length).toBeLessThanOrEqual(15);
  });

  it('can be kept in the lists and read back', () => {
    for (const project of projects) {
      const parsed = lists.projects.fromFields(lists.projects.toFields(project));
      expect(parsed).toEqual({ ok: true, value: project });
    }
    for (const step of steps)
      expect(lists.steps.fromFields(lists.steps.toFields(step))).toEqual({ ok: true, value: step });
  });
});
