import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Person } from '#shared/domain/person.ts';
import { Kept } from '#shared/useCases/kept/kept.ts';
import type { Deps } from '#shared/useCases/ports.ts';
import { people as everybody } from '../builders/request.ts';
import { aStep } from '../worlds/graph/graphRows.ts';
import { HeldStores, type Told } from '../worlds/memory/heldStores.ts';
import { TestClock, testDeps } from '../worlds/memory/memoryStores.ts';

/** What is worked out for each project here looks at the world in every way there is. */
const looks: Readonly<Record<string, (deps: Deps, projectId: string) => unknown>> = {
  own: ({ stores }, projectId) => stores.steps.where('projectId', projectId),
  one: ({ stores }) => stores.steps.get('k3')?.value.note,
  ofAnother: ({ stores }) => stores.steps.where('projectId', 'p0').map(({ value }) => value.note),
  all: ({ stores }) => stores.people.all().map(({ value }) => value.name),
  day: ({ clock }) => clock.day(),
  moment: ({ clock }) => clock.now(),
  nothing: () => null,
};
const names = Object.keys(looks);
const lookOf = (projectId: string) => looks[names[Number(projectId.slice(1))] ?? ''];

const aWorld = () => {
  const held = new HeldStores();
  const clock = new TestClock();
  const deps: Deps = { ...testDeps(), clock, stores: held.stores };
  const worked: string[] = [];
  const workOut = (given: Deps, projectId: string): string | undefined => {
    worked.push(projectId);
    if (given.stores.steps.where('projectId', projectId).length === 0) return undefined;
    return JSON.stringify(lookOf(projectId)?.(given, projectId));
  };
  const subjects = (): Iterable<string> =>
    new Set(held.stores.steps.all().map(({ value }) => value.projectId));
  const keep = () => new Kept({ deps, own: { steps: 'projectId' }, subjects, workOut });
  return { held, clock, keep, worked };
};

const step = (seq: number, project: number, note: string): Told => ({
  list: 'steps',
  seq,
  value: aStep(`k${seq}`, { projectId: `p${project}`, note }),
});

const person = (seq: number, name: string): Told => ({
  list: 'people',
  seq,
  value: { ...(everybody[0] as Person), id: `person${seq}`, name },
});

const happening = fc.oneof(
  fc
    .tuple(fc.integer({ min: 1, max: 9 }), fc.nat(6), fc.constantFrom('x', 'y'))
    .map(([seq, project, note]) => step(seq, project, note)),
  fc.integer({ min: 1, max: 9 }).map((seq): Told => ({ list: 'steps', seq, value: 'gone' })),
  fc
    .tuple(fc.integer({ min: 1, max: 2 }), fc.constantFrom('A', 'B'))
    .map(([seq, name]) => person(seq, name)),
);

describe('what is kept of many subjects', () => {
  it('is what would be worked out from nothing, whatever it was looked at for', () => {
    const turn = fc.record({
      told: fc.array(happening, { maxLength: 4 }),
      hours: fc.constantFrom(0, 1, 24),
    });
    fc.assert(
      fc.property(fc.array(turn, { maxLength: 10 }), (turns) => {
        const { held, clock, keep } = aWorld();
        const kept = keep();
        for (const { told, hours } of turns) {
          clock.pass(hours * 3_600_000);
          for (const one of told) held.tell(one);
          kept.refresh();
          const anew = keep();
          anew.refresh();
          expect(new Map([...kept.values].sort())).toEqual(new Map([...anew.values].sort()));
        }
      }),
      { seed: 20_261_129, numRuns: 1_000 },
    );
  });

  it('is worked out anew for those whom a change concerns, and for no others', () => {
    const { held, clock, keep, worked } = aWorld();
    const kept = keep();
    for (let project = 0; project < names.length; project += 1)
      held.tell(step(project + 1, project, 'x'));
    kept.refresh();
    const concerned = (happened: () => void): readonly string[] => {
      worked.length = 0;
      happened();
      kept.refresh();
      return [...worked].sort();
    };
    // Whoever asks what hour it is must be asked again.
    const [, , ofAnother, all, day, moment] = names.map((_, at) => `p${at}`);
    expect(concerned(() => undefined)).toEqual([moment]);
    expect(concerned(() => held.tell(step(7, 6, 'y')))).toEqual([moment, 'p6']);
    expect(concerned(() => held.tell(step(1, 0, 'y')))).toEqual(['p0', ofAnother, moment]);
    expect(concerned(() => held.tell(person(1, 'A')))).toEqual([all, moment]);
    expect(concerned(() => clock.pass(24 * 3_600_000))).toEqual([day, moment]);
  });

  it('is worked out again for all where it failed on the way', () => {
    const { held } = aWorld();
    const deps: Deps = { ...testDeps(), stores: held.stores };
    let fails = true;
    const kept = new Kept({
      ...{ deps, own: { steps: 'projectId' }, subjects: () => ['p1'] },
      workOut: ({ stores }, projectId): number => {
        if (fails) throw new Error('not now');
        return stores.steps.where('projectId', projectId).length;
      },
    });
    held.tell(step(1, 1, 'x'));
    expect(() => kept.refresh()).toThrow('not now');
    fails = false;
    kept.refresh();
    expect(kept.values.get('p1')).toBe(1);
  });

  it('asks nobody but memory', () => {
    const { held } = aWorld();
    const deps: Deps = { ...testDeps(), stores: held.stores };
    const kept = new Kept({
      ...{ deps, own: {}, subjects: () => ['p1'] },
      workOut: ({ stores }) => stores.steps.read('k1'),
    });
    expect(() => kept.refresh()).toThrow('from memory');
  });
});
