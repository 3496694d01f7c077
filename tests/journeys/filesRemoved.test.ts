import { describe, expect, it } from 'vitest';
import type { StepFile } from '#shared/domain/files/file.ts';
import type { StepCode } from '#shared/domain/steps.ts';
import { defaultStepTemplates } from '#shared/domain/stepTemplates.ts';
import { stepsByCode } from '#shared/useCases/checklist/steps.ts';
import { removeFile } from '#shared/useCases/files/removeFile.ts';
import { takeFile } from '#shared/useCases/files/takeFile.ts';
import { historyOf, projectPage } from '#shared/useCases/pages/projectPage.ts';
import { Fault } from '#shared/useCases/ports.ts';
import { tickStep } from '#shared/useCases/projects/tickStep.ts';
import { sendGateRequest } from '#shared/useCases/requests/sendGateRequest.ts';
import { withdrawRequest } from '#shared/useCases/requests/steerRequest.ts';
import { sweep } from '#shared/useCases/sweep/sweep.ts';
import { historyText } from '#shared/words/screens/history.ts';
import { actor, aWorld } from '../builders/portfolio.ts';
import { behind } from '../worlds/memory/behind.ts';
import { beside } from '../worlds/memory/kills.ts';
import { Crash, type TestDeps, testDeps } from '../worlds/memory/memoryStores.ts';

const aPlanned = (): TestDeps => {
  const deps = testDeps();
  aWorld(deps, 'gate2', { id: 'p1', ownerId: 'owner', leadId: 'lead' });
  return deps;
};

async function* aPdf(): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode('%PDF-1.7 aftale');
}

const lay = (deps: TestDeps, name = 'Aftale.pdf', code: StepCode = 'draftContract') =>
  takeFile(deps, actor('lead'), { projectId: 'p1', code, name, size: 15, parts: aPdf() });

const takeOff = async (
  deps: TestDeps,
  { by = 'lead', name = 'Aftale.pdf', code = 'draftContract' as StepCode } = {},
): Promise<string> => {
  const removed = await removeFile(deps, actor(by), { projectId: 'p1', code, name });
  await deps.settle();
  return removed.ok ? 'removed' : removed.refusal.type;
};

const filesAt = (deps: TestDeps, code: StepCode = 'draftContract'): readonly StepFile[] =>
  stepsByCode(deps.stores, 'p1').get(code)?.files ?? [];

const told = async (deps: TestDeps) =>
  (await historyOf(deps, 'p1')).entries
    .filter(({ kind }) => kind === 'stepChanged')
    .map((entry) => [
      historyText(entry, { areas: [], made: defaultStepTemplates }).head,
      entry.byId,
    ]);

const came = 'Udkast til kontrakt og databehandleraftale: Aftale.pdf (15\u00a0byte) lagt ved';
const went = 'Udkast til kontrakt og databehandleraftale: Aftale.pdf fjernet';

const resting = (deps: TestDeps) =>
  projectPage(deps, actor('lead'), 'p1')?.resting.filter(({ code }) => code === 'draftContract');

describe('a document that is taken off its step', () => {
  it('is gone from the row and the library, and the history says who, once', async () => {
    const deps = aPlanned();
    await lay(deps);
    deps.clock.pass(60_000);
    expect(await takeOff(deps, { by: 'owner' })).toBe('removed');
    expect(deps.files.held.size).toBe(0);
    expect(filesAt(deps)).toMatchObject([{ removed: { byId: 'owner', gone: true } }]);
    expect(await takeOff(deps, { by: 'digitek' })).toBe('removed');
    expect(await told(deps)).toEqual([
      ...[
        [came, 'lead'],
        [went, 'owner'],
      ],
    ]);
  });

  it('leaves its name: the next of that name is the next version', async () => {
    const deps = aPlanned();
    await lay(deps);
    await takeOff(deps);
    await lay(deps);
    expect(filesAt(deps).map(({ name, removed }) => [name, removed !== undefined])).toEqual([
      ...[
        ['Aftale.pdf', true],
        ['Aftale (version 2).pdf', false],
      ],
    ]);
  });

  it('by two at once, on two servers, is taken off once', async () => {
    const deps = aPlanned();
    await lay(deps);
    const other = beside(deps);
    expect(
      await Promise.all([takeOff(deps), takeOff(other, { by: 'owner' }), takeOff(deps)]),
    ).toEqual(['removed', 'removed', 'removed']);
    expect((await told(deps)).map(([head]) => head)).toEqual([came, went]);
  });

  it('that somebody deleted in SharePoint by hand is gone all the same', async () => {
    const deps = aPlanned();
    await lay(deps);
    deps.files.held.clear();
    expect(await takeOff(deps)).toBe('removed');
    expect(filesAt(deps)).toMatchObject([{ removed: { gone: true } }]);
  });

  it.each(['busy', 'kept'] as const)('stands as before where SharePoint says %s', async (why) => {
    const deps = aPlanned();
    await lay(deps);
    deps.files.unremovable.set('p1/draftContract/Aftale.pdf', why);
    expect(await takeOff(deps)).toBe(why);
    expect(filesAt(deps)).toMatchObject([{ name: 'Aftale.pdf', link: expect.any(String) }]);
    expect(filesAt(deps)[0]?.removed).toBeUndefined();
    expect((await told(deps)).map(([head]) => head)).toEqual([came]);
  });

  it('is taken off by those who may lay one there, and nobody else', async () => {
    const deps = aPlanned();
    await lay(deps);
    for (const by of ['stranger', 'chef-sundhed', 'direktor'])
      expect(await takeOff(deps, { by })).toBe('notAllowed');
    expect(await takeOff(deps, { name: 'Andet.pdf' })).toBe('noFile');
    expect(await takeOff(deps, { code: 'schedule' })).toBe('noFile');
    expect(deps.files.held.size).toBe(1);
    expect(await takeOff(deps, { by: 'chef-omsorg' })).toBe('removed');
  });
});

describe('what a gate was sent on', () => {
  const sent = async (deps: TestDeps): Promise<string> => {
    const request = await sendGateRequest(deps, actor('lead'), { projectId: 'p1', gate: 'gate2' });
    await deps.settle();
    if (!request.ok) throw new Error(request.refusal.type);
    return request.value.id;
  };

  it('stays and says why; what came later goes, and after a withdrawal all may go', async () => {
    const deps = aPlanned();
    await lay(deps);
    deps.clock.pass(60_000);
    const requestId = await sent(deps);
    deps.clock.pass(60_000);
    await lay(deps, 'Senere.pdf');
    expect(resting(deps)).toEqual([
      {
        ...{ code: 'draftContract', name: 'Aftale.pdf' },
        why: { type: 'request', gate: 'gate2', isOpen: true },
      },
    ]);
    expect(await takeOff(deps)).toBe('rests');
    expect(await takeOff(deps, { name: 'Senere.pdf' })).toBe('removed');
    await withdrawRequest(deps, actor('consultant'), { requestId, comment: 'Sendt for tidligt' });
    await deps.settle();
    expect(resting(deps)).toEqual([]);
    expect(await takeOff(deps)).toBe('removed');
  });

  it('by another server in the same moment is not lost: the mark is taken back', async () => {
    const deps = aPlanned();
    await lay(deps);
    deps.clock.pass(60_000);
    // This server's memory has not heard of the request that another server just sent.
    const stores = { ...deps.stores, requests: behind(deps.stores.requests) as never };
    await sent(deps);
    const removed = await removeFile({ ...beside(deps), stores }, actor('owner'), {
      ...{ projectId: 'p1', code: 'draftContract', name: 'Aftale.pdf' },
    });
    expect(removed).toMatchObject({ ok: false, refusal: { type: 'rests' } });
    expect(deps.files.held.size).toBe(1);
    expect(filesAt(deps)[0]?.removed).toBeUndefined();
  });

  it('as a link stays too, and a link that nothing rests on may go', async () => {
    const deps = aPlanned();
    const untick = (code: StepCode) =>
      tickStep(deps, actor('lead'), { projectId: 'p1', code, link: '', done: false });
    await tickStep(deps, actor('lead'), {
      ...{ projectId: 'p1', code: 'draftContract', link: 'https://viborg.example/kontrakt' },
    });
    const requestId = await sent(deps);
    for (const code of ['projectDescription', 'draftContract'] as const)
      expect(await untick(code)).toMatchObject({ ok: false, refusal: { type: 'rests' } });
    await withdrawRequest(deps, actor('consultant'), { requestId, comment: 'Sendt for tidligt' });
    await deps.settle();
    for (const code of ['projectDescription', 'draftContract'] as const) {
      expect((await untick(code)).ok).toBe(true);
      expect(stepsByCode(deps.stores, 'p1').get(code)).toMatchObject({ link: '', done: false });
    }
  });
});

describe('a server that dies while it takes a document off', () => {
  it('finishes it elsewhere: gone, with its line in the history, after any write', async () => {
    for (let writes = 0; writes < 5; writes += 1) {
      const deps = aPlanned();
      await lay(deps);
      await deps.settle();
      deps.writes.failAfter = deps.writes.count + writes;
      await takeOff(deps).catch((cause: unknown) => {
        if (!(cause instanceof Crash)) throw cause;
      });
      await deps.settle();
      deps.writes.failAfter = Number.POSITIVE_INFINITY;
      const next = beside(deps);
      for (const when of ['start', 'later'] as const) {
        await sweep(next, when);
        await next.settle();
      }
      expect(filesAt(next)).toMatchObject([{ removed: { gone: true } }]);
      expect(deps.files.held.size).toBe(0);
      expect((await told(next)).map(([head]) => head)).toEqual([came, went]);
    }
  });

  it('or an answer that was lost is found out by the sweep', async () => {
    const deps = aPlanned();
    await lay(deps);
    const remove = deps.files.remove.bind(deps.files);
    deps.files.remove = async (place) => {
      await remove(place);
      throw new Fault('graph.unavailable', { outcome: 'unknown' });
    };
    await expect(takeOff(deps)).rejects.toMatchObject({ code: 'graph.unavailable' });
    deps.files.remove = remove;
    await sweep(deps, 'later');
    await deps.settle();
    expect((await told(deps)).map(([head]) => head)).toEqual([came, went]);
  });
});
