import { defaultAreas } from '#shared/domain/area.ts';
import { seededPools } from '#shared/domain/funding.ts';
import type { Gate } from '#shared/domain/gates.ts';
import { gateRule } from '#shared/domain/gates.ts';
import type { Actor, Person } from '#shared/domain/person.ts';
import { newIdea, type Project } from '#shared/domain/project.ts';
import { type Step, stepId, steps, stepsBefore } from '#shared/domain/steps.ts';
import type { MemoryStores, TestDeps } from '../worlds/memory/memoryStores.ts';

const aPerson = (id: string, name: string, more: Partial<Person> = {}): Person => ({
  id,
  name,
  upn: `${id}@viborg.example`,
  roles: [],
  area: null,
  deputyFor: null,
  deputyFrom: null,
  deputyTo: null,
  absences: [],
  standing: null,
  unit: '',
  ...more,
});

/** The organisation of the tests: three chefs, a consultant, DigiTek, an owner and a lead. */
export const people: readonly Person[] = [
  aPerson('chef-social', 'Chef, Social', { roles: ['chef'], area: 'social' }),
  aPerson('chef-sundhed', 'Chef, Sundhed', { roles: ['chef'], area: 'sundhed' }),
  aPerson('chef-omsorg', 'Chef, Omsorg', { roles: ['chef'], area: 'omsorg' }),
  aPerson('consultant', 'Konsulent, DigiTek', { roles: ['consultant'] }),
  aPerson('digitek', 'Team DigiTek', { roles: ['digitek'] }),
  aPerson('owner', 'Leder, nattevagten', { roles: ['leder'] }),
  aPerson('lead', 'Projektleder, DigiTek', { roles: ['digitek'] }),
  aPerson('direktor', 'Direktør', { roles: ['direktor'] }),
  aPerson('stranger', 'Medarbejder'),
];

export const actor = (id: string): Actor => {
  const person = people.find((one) => one.id === id);
  return person
    ? { id, name: person.name, roles: person.roles, area: person.area }
    : { id, name: id, roles: [], area: null };
};

const fromGate: Record<Gate, Partial<Project>> = {
  gate1: { recommendedOutcome: 'investigate' },
  gate2: { recommendedOutcome: 'trial', runningCostsOre: [100_00, 100_00, 100_00, 100_00] },
  gate3: {
    ...{ recommendedOutcome: 'operate', runningCostsOre: [100_00, 100_00, 100_00, 100_00] },
    operationPayer: 'Omsorgs driftsbudget',
  },
  funding: { type: 'skal', recommendedOutcome: 'grant' },
};

/** A project with everything a gate rests on. */
export const aReadyProject = (gate: Gate, more: Partial<Project> = {}): Project =>
  newIdea({
    id: 'p1',
    title: 'Nøglefri hjemmepleje',
    purpose: 'Hjemmeplejen åbner døren med en app i stedet for nøgler.',
    status: 'active',
    phase: gateRule(gate).from ?? 'trial',
    leadArea: 'omsorg',
    areas: ['omsorg'],
    ownerId: 'owner',
    ownerName: 'Leder, nattevagten',
    leadId: 'lead',
    leadName: 'Projektleder, DigiTek',
    askOre: 85_000_00,
    shares: [{ pool: 'area:omsorg', ore: 85_000_00 }],
    efficiency: 3,
    quality: 2,
    wellbeing: 1,
    riskCategory: 2,
    recommendedPriority: 'high',
    recommendationWhy: 'Kan bruges i alle distrikter.',
    createdAt: '2026-09-01T08:00:00Z',
    createdBy: 'Konsulent, DigiTek',
    ...fromGate[gate],
    ...more,
  });

export const allSteps = (projectId: string, gate: Gate): readonly Step[] =>
  stepsBefore(gate).map((code) => ({
    id: stepId(projectId, code),
    projectId,
    code,
    done: true,
    doneByName: 'Konsulent, DigiTek',
    doneAt: '2026-11-01T08:00:00Z',
    responsible: '',
    responsibleId: null,
    due: null,
    link: steps[code].paper ? `https://viborg.example/${projectId}/${code}.docx` : '',
    version: steps[code].paper ? 'version 3' : '',
    minutes: 3,
    note: '',
    files: [],
    lastChange: null,
  }));

export const furnish = (stores: MemoryStores): void => {
  stores.people.put(...people);
  stores.pools.put(...seededPools(2026, defaultAreas));
};

/** A world with one project that is ready for the gate. */
export const aWorld = (deps: TestDeps, gate: Gate, more: Partial<Project> = {}): Project => {
  furnish(deps.stores);
  const project = aReadyProject(gate, more);
  deps.stores.projects.put(project);
  deps.stores.steps.put(...allSteps(project.id, gate));
  return project;
};
