import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { benefitIdOf } from '#shared/domain/benefits/benefit.ts';
import { type ChainColumn, linkIn } from '#shared/domain/chain/chain.ts';
import { type ChainGiven, causeOfEdit } from '#shared/domain/chain/edit.ts';
import type { Project } from '#shared/domain/project.ts';
import { moveBenefit } from '#shared/useCases/benefits/moveBenefit.ts';
import { chainOf, lookForEdits, readChain } from '#shared/useCases/chain/chains.ts';
import { editChain } from '#shared/useCases/chain/editChain.ts';
import { chainPage, chainVersion, printedChain } from '#shared/useCases/pages/chainPage.ts';
import type { Deps } from '#shared/useCases/ports.ts';
import { typedTerms } from '../builders/benefit.ts';
import { aChainProject, addLink, anyEdit, faultIn, saidBy, uuidOf } from '../builders/chain.ts';
import { actor, furnish } from '../builders/portfolio.ts';
import { behind } from '../worlds/memory/behind.ts';
import { beside } from '../worlds/memory/kills.ts';
import { Crash, type TestDeps, testDeps } from '../worlds/memory/memoryStores.ts';

/* An effect chain is edited by two people on two servers, cut off, looked back on and printed. */

const aWorldWith = (more: Partial<Project> = {}): TestDeps => {
  const deps = testDeps();
  furnish(deps.stores);
  deps.stores.projects.put(aChainProject({ id: 'p1', ...more }));
  return deps;
};

/** A server that has heard of no edit since it was made. */
const otherServer = (deps: TestDeps): Deps => ({
  ...deps,
  stores: { ...deps.stores, chainEdits: behind(deps.stores.chainEdits) },
});

let keys = 0;
const edit = (
  deps: Deps,
  who: string,
  given: ChainGiven,
  { key = uuidOf(20_000 + ++keys), seen = 0 } = {},
) => editChain(deps, actor(who), { projectId: 'p1', key, seen, given });

const edges = (deps: Deps) => chainOf(deps.stores, 'p1').chain.edges.length;

describe('two people on two servers', () => {
  it('lose nothing of what either was told is saved, and make no ring and no loose arrow', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.boolean(), anyEdit), { minLength: 4, maxLength: 30 }),
        async (edits) => {
          const deps = aWorldWith();
          const other = otherServer(deps);
          const saved: string[] = [];
          // Two by two, at once: each on a server of its own.
          for (let at = 0; at < edits.length; at += 2) {
            const pair = edits.slice(at, at + 2).map(async ([isOther, given], place) => {
              const key = uuidOf(1_000 + at + place);
              const server = isOther ? other : deps;
              const result = await edit(server, place === 0 ? 'lead' : 'owner', given, { key });
              if (result.type === 'done') saved.push(causeOfEdit('p1', key));
            });
            await Promise.all(pair);
          }
          const now = await readChain(deps, 'p1');
          expect(now.events.map(({ cause }) => cause).sort()).toEqual(saved.sort());
          expect(faultIn(now.chain)).toBe('');
          const there = await readChain(other, 'p1');
          expect(saidBy(there.chain)).toEqual(saidBy(now.chain));
        },
      ),
      { seed: 20_261_130, numRuns: 60 },
    ));

  it('see what the other has added within two seconds', async () => {
    const deps = aWorldWith();
    const other = otherServer(deps);
    await lookForEdits(other, 'p1');
    await edit(deps, 'lead', addLink(1, 'situation'));
    await edit(deps, 'lead', addLink(2, 'deliverable', 'x', [1]));
    deps.clock.pass(1_000);
    await lookForEdits(other, 'p1');
    expect(edges(other)).toBe(0);
    deps.clock.pass(1_000);
    await lookForEdits(other, 'p1');
    expect(edges(other)).toBe(1);
  });

  it('who make a ring together: the second is refused', async () => {
    const deps = aWorldWith();
    await edit(deps, 'lead', addLink(1, 'result'));
    await edit(deps, 'lead', addLink(2, 'result'));
    const other = otherServer(deps);
    const join = (from: number, to: number): ChainGiven => ({
      ...{ type: 'joined', edge: { from: uuidOf(from), to: uuidOf(to) } },
    });
    const both = await Promise.all([
      edit(deps, 'lead', join(1, 2)),
      edit(other, 'owner', join(2, 1)),
    ]);
    expect(both.map(({ type }) => type).sort()).toEqual(['done', 'refused']);
  });

  it('an arrow to what the other has just deleted is refused', async () => {
    const deps = aWorldWith();
    await edit(deps, 'lead', addLink(1, 'situation'));
    await edit(deps, 'lead', addLink(2, 'purpose'));
    const other = otherServer(deps);
    await edit(deps, 'lead', { type: 'removed', id: uuidOf(2) });
    const late = await edit(other, 'owner', {
      ...{ type: 'joined', edge: { from: uuidOf(1), to: uuidOf(2) } },
    });
    expect(late).toMatchObject({ type: 'refused', refusal: { type: 'loose' } });
  });

  it('an edit delivered twice is one', async () => {
    const deps = aWorldWith();
    const twice = { key: uuidOf(7) };
    expect((await edit(deps, 'lead', addLink(1, 'situation'), twice)).type).toBe('done');
    expect((await edit(otherServer(deps), 'lead', addLink(1, 'situation'), twice)).type).toBe(
      'repeated',
    );
    expect(deps.stores.chainEdits.all()).toHaveLength(1);
  });

  it('whoever has seen more than the server is judged by what they have seen', async () => {
    const deps = aWorldWith();
    const late = otherServer(deps);
    await edit(deps, 'lead', addLink(1, 'situation'));
    const tied = await edit(late, 'lead', addLink(2, 'purpose', 'x', [1]), { seen: 1 });
    expect(tied.type).toBe('done');
  });
});

describe('a benefit that is described', () => {
  const move = (column: ChainColumn): ChainGiven => ({ type: 'moved', id: uuidOf(1), column });
  const columnOf = (deps: Deps) => linkIn(chainOf(deps.stores, 'p1').chain, uuidOf(1))?.column;
  const benefit = benefitIdOf('p1', uuidOf(1));
  const describeIt = (deps: Deps) =>
    moveBenefit(deps, actor('lead'), benefit, {
      ...{ type: 'written', revision: 0, terms: typedTerms() },
    });

  it('stays among the benefits, by undo too and on a server that has not heard of it', async () => {
    const deps = aWorldWith();
    await edit(deps, 'lead', addLink(1, 'result'));
    const key = uuidOf(8);
    await edit(deps, 'lead', move('benefit'), { key });
    const other: Deps = {
      ...deps,
      stores: { ...deps.stores, benefits: behind(deps.stores.benefits) },
    };
    expect((await describeIt(deps)).type).toBe('done');
    for (const given of [move('purpose'), { type: 'undone', of: key } as const])
      expect(await edit(other, 'lead', given)).toMatchObject({
        type: 'refused',
        refusal: { type: 'promised' },
      });
    expect(columnOf(deps)).toBe('benefit');
    // Promised no more, it is a link like others.
    await moveBenefit(deps, actor('lead'), benefit, {
      ...{ type: 'withdrawn', revision: 1, comment: 'Den kom ikke.' },
    });
    expect((await edit(other, 'lead', move('purpose'))).type).toBe('done');
  });

  it('can be moved back, where one moved it while another described it', async () => {
    const deps = aWorldWith();
    await edit(deps, 'lead', addLink(1, 'benefit'));
    await edit(deps, 'lead', move('result'));
    await describeIt(deps);
    expect((await edit(deps, 'lead', move('benefit'))).type).toBe('done');
  });
});

describe('cut off', () => {
  it('after the one write it is saved, before it nothing is', async () => {
    for (const failAfter of [0, 1]) {
      const deps = aWorldWith();
      await edit(deps, 'lead', addLink(1, 'situation'));
      const before = deps.writes.count;
      if (failAfter === 0) deps.writes.failBefore = before;
      else deps.writes.failAfter = before;
      const key = uuidOf(9);
      await edit(deps, 'lead', addLink(2, 'purpose', 'x', [1]), { key }).catch((fault: unknown) => {
        if (!(fault instanceof Crash)) throw fault;
      });
      const next = beside(deps);
      deps.writes.failBefore = deps.writes.failAfter = Number.POSITIVE_INFINITY;
      expect(chainOf(next.stores, 'p1').chain.links).toHaveLength(1 + failAfter);
      // Sent again, as the tab does: it is there once.
      await edit(next, 'lead', addLink(2, 'purpose', 'x', [1]), { key });
      expect(chainOf(next.stores, 'p1').chain.links).toHaveLength(2);
    }
  });
});

describe('a row that somebody made in the list by hand', () => {
  it('makes neither a ring nor a loose arrow', async () => {
    const deps = aWorldWith();
    await edit(deps, 'lead', addLink(1, 'result'));
    const row = deps.stores.chainEdits.all()[0]?.value;
    if (!row) throw new Error('no row');
    const edge = { from: uuidOf(1), to: uuidOf(99) };
    deps.stores.chainEdits.put({
      ...{ ...row, id: 'p1:chain:2', cause: 'by hand', seq: 2, kind: 'joined', back: null },
      op: { type: 'join', edge },
    });
    expect(faultIn(chainOf(deps.stores, 'p1').chain)).toBe('');
  });
});

const benefitNumber = 50;

/** A chain of three, whose benefit is described as one of the project's. */
const described = async (deps: TestDeps) => {
  await edit(deps, 'lead', addLink(1, 'result', '8 min. kørsel pr. besøg'));
  await edit(deps, 'lead', addLink(benefitNumber, 'benefit', 'Timer til pleje', [1]));
  await edit(deps, 'lead', addLink(2, 'purpose', 'Flere hænder', [benefitNumber]));
  const id = benefitIdOf('p1', uuidOf(benefitNumber));
  await moveBenefit(deps, actor('lead'), id, {
    ...{ type: 'written', revision: 0, terms: typedTerms({ title: '3.400 timer til pleje' }) },
  });
  await deps.settle();
  return id;
};

describe('a benefit of the chain', () => {
  it('is the project’s own: one number, one owner, in one place', async () => {
    const deps = aWorldWith();
    const id = await described(deps);
    const page = chainPage(deps, actor('lead'), 'p1');
    expect(page?.benefits.map((row) => [row.id, row.title, row.ownerId])).toEqual([
      [id, '3.400 timer til pleje', 'owner'],
    ]);
    expect(linkIn(chainOf(deps.stores, 'p1').chain, uuidOf(benefitNumber))).toBeDefined();
    expect(page?.mayEdit).toBe(true);
    expect(chainPage(deps, actor('somebody'), 'p1')?.mayEdit).toBe(false);
  });

  it('is in a version as it was promised then', async () => {
    const deps = aWorldWith();
    const id = await described(deps);
    await edit(deps, 'lead', { type: 'kept', version: 'investigation' });
    deps.clock.pass(86_400_000);
    await moveBenefit(deps, actor('lead'), id, {
      ...{
        type: 'written',
        revision: 1,
        terms: typedTerms({ title: 'Færre timer', target: 200_00 }),
      },
    });
    await edit(deps, 'lead', { type: 'removed', id: uuidOf(2) });
    const then = chainVersion(deps, 'p1', 'investigation');
    expect(then?.links.map(({ text }) => text)).toEqual([
      ...['8 min. kørsel pr. besøg', '3.400 timer til pleje', 'Flere hænder'],
    ]);
    expect(then?.links[1]?.promised?.target).toBe(3_400_00);
    expect(printedChain(deps, 'p1')?.links.map(({ text }) => text)).toEqual([
      ...['8 min. kørsel pr. besøg', 'Færre timer'],
    ]);
    expect(chainVersion(deps, 'p1', 'operation')).toBeUndefined();
  });
});
