import { describe, expect, it } from 'vitest';
import { rethoughtFrom } from '#shared/domain/consequences.ts';
import { type Family, familyOf, forebearsOf } from '#shared/domain/family.ts';
import type { Project } from '#shared/domain/project.ts';
import { projectPage } from '#shared/useCases/pages/projectPage.ts';
import { actor, furnish } from '../builders/portfolio.ts';
import { aDecision, aProject, aRequest } from '../builders/request.ts';
import { testDeps } from '../worlds/memory/memoryStores.ts';

const lineage = (...pairs: readonly (readonly [string, string | null])[]) => {
  const all = pairs.map(([id, parentId]) => aProject({ id, parentId }));
  const byId = (id: string) => all.find((one) => one.id === id);
  const childrenOf = (id: string) => all.filter((one) => one.parentId === id);
  return { of: (id: string) => [byId(id) ?? aProject(), byId, childrenOf] as const };
};

const drawn = (family: Family | null): unknown =>
  family && { [family.id]: family.children.map(drawn) };

describe('a family (domain.md: rethink opens a new idea that inherits lessons and lineage)', () => {
  const { of } = lineage(['a', null], ['b', 'a'], ['c', 'a'], ['d', 'b'], ['alone', null]);

  it('is the same from wherever in it one looks', () => {
    for (const id of ['a', 'b', 'c', 'd'])
      expect(drawn(familyOf(...of(id)))).toEqual({ a: [{ b: [{ d: [] }] }, { c: [] }] });
    const [d, byId] = of('d');
    expect(forebearsOf(d, byId).map(({ id }) => id)).toEqual(['b', 'a']);
  });

  it('is none where a project is alone, or builds on one there is not', () => {
    expect(familyOf(...of('alone'))).toBeNull();
    expect(familyOf(...lineage(['x', 'gone']).of('x'))).toBeNull();
  });

  it('that a hand in the list made a ring of ends', () => {
    const ring = lineage(['a', 'c'], ['b', 'a'], ['c', 'b'], ['self', 'self']);
    for (const id of ['a', 'b', 'c']) {
      const seen = JSON.stringify(drawn(familyOf(...ring.of(id))));
      for (const one of ['a', 'b', 'c']) expect(seen.split(`"${one}"`)).toHaveLength(2);
    }
    expect(familyOf(...ring.of('self'))).toBeNull();
  });
});

describe('a project that was thought anew', () => {
  it('shows what was said there, by whom, and the evaluation; its parent shows the family too', () => {
    const deps = testDeps();
    furnish(deps.stores);
    const { projects, decisions, steps } = deps.stores;
    const put = (...all: readonly Project[]) => projects.put(...all);
    const decision = aDecision(aRequest({ id: 'p1-gate3-1', projectId: 'p1', gate: 'gate3' }), {
      ...{ outcome: 'rethink', comment: 'Vælg de korte besøg først.', byName: 'Chef, Omsorg' },
    });
    decisions.put(decision);
    put(
      aProject({ id: 'p1', status: 'closed' }),
      aProject({ id: 'p1-gate3-1-ny', title: 'Tænkt om', parentId: 'p1' }),
      aProject({ id: 'p2', title: 'Efter en liste', parentId: 'p1' }),
    );
    steps.put({
      ...{ id: 'p1:evaluation', projectId: 'p1', code: 'evaluation', done: true, doneByName: '' },
      ...{
        doneAt: null,
        responsible: '',
        responsibleId: null,
        due: null,
        version: '',
        minutes: null,
        note: '',
        files: [],
      },
      ...{ link: 'https://viborg.example/evaluering.docx', lastChange: null },
    });
    const page = (id: string) => projectPage(deps, actor('lead'), id);
    expect(page('p1-gate3-1-ny')?.lessons).toEqual([
      {
        ...{ from: { id: 'p1', title: aProject().title }, byName: 'Chef, Omsorg' },
        ...{ at: decision.at, comment: 'Vælg de korte besøg først.' },
        link: 'https://viborg.example/evaluering.docx',
      },
    ]);
    expect(page('p2')?.lessons).toEqual([]);
    expect(page('p1')?.lessons).toEqual([]);
    expect(drawn(page('p1')?.family ?? null)).toEqual(drawn(page('p2')?.family ?? null));
  });
});

describe('what is thought anew', () => {
  const anew = (title: string, parentId: string | null = null) =>
    rethoughtFrom(
      aProject({ title, parentId }),
      aDecision(aRequest({ gate: 'gate3' }), { outcome: 'rethink' }),
    )?.title;

  it('is told from what it was by its number, and the next by the next', () => {
    expect(anew('DigiRehab')).toBe('DigiRehab 2');
    expect(anew('DigiRehab 2', 'p0')).toBe('DigiRehab 3');
    expect(anew('DigiRehab', 'p0')).toBe('DigiRehab 2');
    // Its own number is its name.
    expect(anew('Windows 11')).toBe('Windows 11 2');
    expect(anew('2026', 'p0')).toBe('2026 2');
  });

  it('has a title that a list can keep', () => {
    const title = anew('x'.repeat(255)) ?? '';
    expect([title.length <= 255, title.endsWith(' 2')]).toEqual([true, true]);
  });
});
