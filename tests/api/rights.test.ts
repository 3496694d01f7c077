import { describe, expect, it } from 'vitest';
import {
  type Field,
  fieldRights,
  fields,
  type Relation,
  relations,
  stepRights,
} from '#shared/domain/fieldRights.ts';
import type { Project } from '#shared/domain/project.ts';
import { type StepCode, stepCodes, steps } from '#shared/domain/steps.ts';
import { defaultStepTemplates, usualStep } from '#shared/domain/stepTemplates.ts';
import { otherValues } from '../builders/rights.ts';
import { type ApiWorld, anApiWorld, idOf, Untouched } from '../worlds/api/apiWorld.ts';

/* Every cell of the rights table over HTTP, from requests made of the table's own rows. */

/** Who is what to p1: it lies in Omsorg, and Sundhed is one of its areas. */
const actors: Readonly<Record<string, readonly Relation[]>> = {
  consultant: ['team'],
  digitek: ['team'],
  'chef-omsorg': ['leadChef', 'areaChef'],
  'chef-sundhed': ['areaChef'],
  'chef-social': [],
  owner: ['owner'],
  lead: ['lead'],
  leder: ['unitLeder'],
  communications: [],
  direktor: [],
  nobody: [],
};
const names = Object.keys(actors);

const holds = (name: string, who: readonly Relation[]): boolean =>
  (actors[name] ?? []).some((relation) => who.includes(relation));

const others = otherValues(idOf('nobody'));

type Standing = 'idea' | 'trial' | 'gateless' | 'stopped';

const projectIn: Record<Standing, Partial<Project>> = {
  idea: {},
  trial: { phase: 'trial', recommendedOutcome: null },
  gateless: { type: 'skal' },
  stopped: { status: 'stopped' },
};

/** The municipality's own steps have names, so that they are there to be ticked. */
const ownSteps = Object.fromEntries(
  stepCodes.filter((code) => steps[code].own).map((code) => [code, { ...usualStep, name: code }]),
);

const worldIn = (standing: Standing): ApiWorld => {
  const world = anApiWorld({ areas: ['omsorg', 'sundhed'], ...projectIn[standing] });
  const { people, settings } = world.deps.stores;
  const made = JSON.stringify({ ...defaultStepTemplates, steps: ownSteps });
  settings.put({ id: 'stepTemplates', value: made, lastChange: null });
  const leder = people.get(idOf('leder'))?.value;
  if (leder) people.rows.delete(leder.id);
  if (leder) people.put({ ...leder, area: 'omsorg' });
  // Only lead, and nothing else.
  const lead = people.get(idOf('lead'))?.value;
  if (lead) people.rows.delete(lead.id);
  if (lead) people.put({ ...lead, roles: [] });
  const nobody = leder && { ...leder, id: idOf('nobody'), roles: [], area: null };
  if (nobody && !people.get(nobody.id)) people.put(nobody);
  return world;
};

const untouched = new Untouched(worldIn);

const textFields: readonly Field[] = [
  'title',
  'purpose',
  'summary',
  'sourceUrl',
  'origin',
  'municipality',
  'technology',
  'citizenEffect',
  'involved',
];

const patch = async (world: ApiWorld, name: string, field: Field) => {
  const row = world.deps.stores.projects.get('p1');
  return world.call('PATCH', '/api/projects/p1', {
    as: name,
    body: { revision: row?.etag, changes: { [field]: others[field] }, reason: 'Aftalt på mødet' },
  });
};

describe.each(['idea', 'trial', 'gateless', 'stopped'] as const)(
  'who may change what in a project: %s',
  (standing) => {
    const cells = names.flatMap((name) => fields.map((field) => ({ name, field })));
    it.each(cells)('$name: $field', async ({ name, field }) => {
      const world = await untouched.of(standing);
      const before = world.deps.writes.count;
      const answer = await patch(world, name, field);
      const allowed =
        holds(name, fieldRights[field]) && (standing !== 'stopped' || textFields.includes(field));
      if (allowed) {
        // A rule may still say no, in words; a right does not.
        expect([200, 422]).toContain(answer.status);
        if (answer.status === 422) expect(answer.body.error.message).toMatch(/\p{L}{3}/u);
        return;
      }
      expect(answer.status).toBe(403);
      expect(answer.body.error.message).toMatch(/adgang/);
      expect(world.deps.writes.count).toBe(before);
    });
  },
);

describe('who may say what of a new idea', () => {
  const said = ['title', 'purpose', 'summary', 'sourceUrl', 'origin', 'leadArea', 'areas'];
  const cells = names.flatMap((name) =>
    fields.filter((field) => field !== 'phase').map((field) => ({ name, field })),
  );
  it.each(cells)('$name: $field', async ({ name, field }) => {
    const world = await untouched.of('idea');
    const before = world.deps.writes.count;
    const answer = await world.call('POST', '/api/projects', {
      as: name,
      body: { title: 'Ny', [field]: others[field] },
    });
    const allowed = said.includes(field) || holds(name, ['team']);
    expect(answer.status).toBe(allowed ? 201 : 403);
    if (!allowed) expect(world.deps.writes.count).toBe(before);
  });

  it('does not let somebody name himself lead and speak for everybody', async () => {
    const world = await untouched.of('idea');
    const answer = await world.call('POST', '/api/projects', {
      as: 'leder',
      body: {
        title: 'Min egen',
        leadId: idOf('leder'),
        ownerId: idOf('leder'),
        recommendedOutcome: 'investigate',
      },
    });
    expect(answer.status).toBe(403);
    expect(answer.body.error.details.map((one: { code: string }) => one.code).sort()).toEqual([
      'leadId',
      'ownerId',
      'recommendedOutcome',
    ]);
  });
});

describe('who may tick which step', () => {
  const cells = names.flatMap((name) => stepCodes.map((code) => ({ name, code })));
  const tick = (world: ApiWorld, name: string, code: StepCode, note: string) =>
    world.call('PUT', `/api/projects/p1/steps/${code}`, {
      as: name,
      body: { done: true, link: 'https://viborg.sharepoint.example/a.docx', note },
    });

  it.each(cells)('$name: $code', async ({ name, code }) => {
    const world = await untouched.of('idea');
    const before = world.deps.writes.count;
    const answer = await tick(world, name, code, 'Sagt på mødet');
    if (holds(name, stepRights(code))) {
      expect(answer.status).toBe(200);
      return;
    }
    expect(answer.status).toBe(403);
    expect(world.deps.writes.count).toBe(before);
  });

  it('says whose approval the team wrote down, and how it was said', async () => {
    const world = await untouched.of('idea');
    await tick(world, 'consultant', 'ideaOwner', 'Sagt på mødet den 3. marts');
    const { body } = await world.call('GET', '/api/projects/p1', { as: 'consultant' });
    expect(body.writesDown).toContain('ideaOwner');
    const step = body.steps.find((one: { code: string }) => one.code === 'ideaOwner');
    expect(step.note).toBe('Sagt på mødet den 3. marts');
    const own = await world.call('GET', '/api/projects/p1', { as: 'owner' });
    expect(own.body.writesDown).not.toContain('ideaOwner');
  });
});

describe('a recommendation', () => {
  it('is one of the coming gate’s own outcomes', async () => {
    const world = await untouched.of('trial');
    const row = world.deps.stores.projects.get('p1');
    const answer = await world.call('PATCH', '/api/projects/p1', {
      as: 'digitek',
      body: { revision: row?.etag, changes: { recommendedOutcome: 'investigate' } },
    });
    expect([answer.status, answer.body.error.code]).toEqual([422, 'notTheGates']);
  });
});

it('leaves no relation without a cell', () => {
  const used = new Set<string>(Object.values(actors).flat());
  // Whoever gave an idea is asked of in tests/rules/ideas.test.ts: p1 is nobody's new idea.
  const others: readonly Relation[] = ['anybody', 'author'];
  expect(relations.filter((one) => !others.includes(one) && !used.has(one))).toEqual([]);
});
