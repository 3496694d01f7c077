import { describe, expect, it } from 'vitest';
import type { StepFile } from '#shared/domain/files/file.ts';
import type { StepCode } from '#shared/domain/steps.ts';
import { defaultStepTemplates } from '#shared/domain/stepTemplates.ts';
import { stepsByCode } from '#shared/useCases/checklist/steps.ts';
import { takeFile } from '#shared/useCases/files/takeFile.ts';
import { historyOf, projectPage } from '#shared/useCases/pages/projectPage.ts';
import { Fault } from '#shared/useCases/ports.ts';
import { tickStep } from '#shared/useCases/projects/tickStep.ts';
import { sweep } from '#shared/useCases/sweep/sweep.ts';
import { historyText } from '#shared/words/screens/history.ts';
import { actor, aWorld } from '../builders/portfolio.ts';
import { beside } from '../worlds/memory/kills.ts';
import { Crash, type TestDeps, testDeps } from '../worlds/memory/memoryStores.ts';

const aPlanned = (): TestDeps => {
  const deps = testDeps();
  aWorld(deps, 'gate2', { id: 'p1', ownerId: 'owner', leadId: 'lead' });
  return deps;
};

const pdf = (length: number): Uint8Array => {
  const bytes = new Uint8Array(length);
  bytes.set(new TextEncoder().encode('%PDF-1.7').subarray(0, length));
  return bytes;
};

async function* inParts(bytes: Uint8Array, part = 3): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += part) yield bytes.subarray(at, at + part);
}

const send = (
  deps: TestDeps,
  name: string,
  more: { by?: string; code?: StepCode; bytes?: Uint8Array; size?: number } = {},
) => {
  const { by = 'lead', code = 'draftContract', bytes = pdf(40), size = bytes.length } = more;
  const input = { projectId: 'p1', code, name, size, parts: inParts(bytes) };
  return takeFile(deps, actor(by), input);
};

const filesAt = (deps: TestDeps, code: StepCode = 'draftContract'): readonly StepFile[] =>
  stepsByCode(deps.stores, 'p1').get(code)?.files ?? [];

const namesAt = (deps: TestDeps) => filesAt(deps).map(({ name, version }) => [name, version]);

describe('a document at its step', () => {
  it('is there with its name, size, who, when and where, and in the history once', async () => {
    const deps = aPlanned();
    expect((await send(deps, 'Aftale.pdf')).ok).toBe(true);
    await deps.settle();
    const link =
      'https://viborg.sharepoint.com/sites/digitek/Documents/Dokumenter/p1/draftContract/Aftale.pdf';
    expect(filesAt(deps)).toEqual([
      {
        ...{
          name: 'Aftale.pdf',
          version: 1,
          size: 40,
          byId: 'lead',
          byName: 'Projektleder, DigiTek',
        },
        ...{ at: deps.clock.now(), link },
      },
    ]);
    const told = (await historyOf(deps, 'p1')).entries.filter(({ kind }) => kind === 'stepChanged');
    expect(
      told.map((entry) => [
        historyText(entry, { areas: [], made: defaultStepTemplates }).head,
        entry.byId,
      ]),
    ).toEqual([
      ['Udkast til kontrakt og databehandleraftale: Aftale.pdf (40\u00a0byte) lagt ved', 'lead'],
    ]);
    expect(
      projectPage(deps, actor('stranger'), 'p1')?.steps.find(({ files }) => files.length > 0),
    ).toMatchObject({ code: 'draftContract', done: true });
  });

  it('that comes again is the next version beside the first', async () => {
    const deps = aPlanned();
    for (const name of ['Aftale.pdf', 'aftale.pdf', 'Plan.pdf']) await send(deps, name);
    expect(namesAt(deps)).toEqual([
      ...[
        ['Aftale.pdf', 1],
        ['aftale (version 2).pdf', 2],
      ],
      ['Plan.pdf', 1],
    ]);
  });

  it('that two send at once, on two servers, is two versions and none is lost', async () => {
    const deps = aPlanned();
    const other = beside(deps);
    await Promise.all([
      send(deps, 'Aftale.pdf'),
      send(other, 'Aftale.pdf', { by: 'owner' }),
      send(deps, 'Aftale.pdf', { by: 'digitek' }),
    ]);
    expect(namesAt(deps).sort()).toEqual([
      ...[
        ['Aftale (version 2).pdf', 2],
        ['Aftale (version 3).pdf', 3],
      ],
      ['Aftale.pdf', 1],
    ]);
    expect(deps.files.held.size).toBe(3);
  });

  it('passes over a name that somebody used in the library by hand', async () => {
    const deps = aPlanned();
    deps.files.held.set('p1/draftContract/Aftale.pdf', 7);
    await send(deps, 'Aftale.pdf');
    expect(namesAt(deps)).toEqual([['Aftale (version 2).pdf', 2]]);
  });

  it('stays when the step is ticked, planned or unticked', async () => {
    const deps = aPlanned();
    await send(deps, 'Aftale.pdf');
    for (const said of [{ done: false }, { due: '2026-12-01' }, { done: true }])
      await tickStep(deps, actor('lead'), { projectId: 'p1', code: 'draftContract', ...said });
    expect(namesAt(deps)).toEqual([['Aftale.pdf', 1]]);
  });

  it.each([
    'ownerAppointed',
    'investigationOwner',
    'investigationChef',
    'operatingOrganisation',
  ] as const)('may lie at any step (%s), and is no word of anybody', async (code) => {
    const deps = aPlanned();
    const before = stepsByCode(deps.stores, 'p1').get(code)?.done ?? false;
    await send(deps, 'Note.pdf', { code, by: 'digitek' });
    expect(filesAt(deps, code)).toHaveLength(1);
    expect(stepsByCode(deps.stores, 'p1').get(code)?.done ?? false).toBe(before);
  });
});

describe('what is refused leaves nothing behind', () => {
  const refused = async (deps: TestDeps, sent: ReturnType<typeof send>) => {
    const result = await sent;
    expect(filesAt(deps)).toEqual([]);
    expect(deps.files.held.size).toBe(0);
    return result.ok ? 'taken' : result.refusal.type;
  };

  it('by whom, at what, and how it is', async () => {
    const deps = aPlanned();
    for (const by of ['stranger', 'chef-sundhed', 'communications', 'direktor'])
      expect(await refused(deps, send(deps, 'a.pdf', { by }))).toBe('notAllowed');
    expect(await refused(deps, send(deps, '../a.pdf'))).toBe('nameSigns');
    expect(await refused(deps, send(deps, 'a.pdf', { bytes: new Uint8Array() }))).toBe('empty');
    expect(await refused(deps, send(deps, 'a.docx'))).toBe('notThatType');
    expect(await refused(deps, send(deps, 'a.pdf', { size: 41 }))).toBe('cutShort');
    deps.stores.projects.put({
      ...(deps.stores.projects.get('p1')?.value as never as object),
      status: 'stopped',
    } as never);
    expect(await refused(deps, send(deps, 'a.pdf'))).toBe('notAllowed');
  });

  it('of a project that is not there', async () => {
    const deps = testDeps();
    expect(await refused(deps, send(deps, 'a.pdf'))).toBe('unknown');
  });

  it('when its sender goes away', async () => {
    const deps = aPlanned();
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield pdf(20);
      throw new Error('gone');
    }
    const input = { projectId: 'p1', code: 'draftContract', name: 'a.pdf', size: 40 } as const;
    await expect(takeFile(deps, actor('lead'), { ...input, parts: broken() })).rejects.toThrow();
    expect(filesAt(deps)).toEqual([]);
  });

  it('also past as many as a step has room for', async () => {
    const deps = aPlanned();
    await send(deps, 'a.pdf');
    const row = deps.stores.steps.get('p1:draftContract')?.value;
    const many = Array.from({ length: 60 }, (_, at) => ({ ...row?.files[0], name: `${at}.pdf` }));
    deps.stores.steps.put({ ...row, files: many } as never);
    const result = await send(deps, 'b.pdf');
    expect(result).toEqual({ ok: false, refusal: { type: 'tooMany', most: 60 } });
    expect(filesAt(deps)).toHaveLength(60);
  });
});

describe('a server that dies while a document is on its way', () => {
  const later = async (deps: TestDeps): Promise<TestDeps> => {
    deps.writes.failAfter = Number.POSITIVE_INFINITY;
    const next = beside(deps);
    next.clock.pass(16 * 60_000);
    await sweep(next, 'start');
    await next.settle();
    await sweep(next, 'later');
    await next.settle();
    return next;
  };

  it('leaves it there when it came whole, and nothing when it did not, after any write', async () => {
    for (let writes = 0; writes < 6; writes += 1) {
      const deps = aPlanned();
      deps.writes.failAfter = deps.writes.count + writes;
      await send(deps, 'Aftale.pdf').catch((cause: unknown) => {
        if (!(cause instanceof Crash)) throw cause;
      });
      await deps.settle();
      const next = await later(deps);
      const files = filesAt(next);
      expect(files.map(({ link }) => link !== null)).toEqual(
        deps.files.held.size > 0 ? [true] : [],
      );
      const told = (await historyOf(next, 'p1')).entries.filter(({ after }) =>
        after.includes('Aftale.pdf'),
      );
      expect(told).toHaveLength(files.length);
    }
  });

  it('says that nobody knows, and the sweep finds what is there', async () => {
    const deps = aPlanned();
    const put = deps.files.put.bind(deps.files);
    deps.files.put = async (place, file) => {
      await put(place, file);
      throw new Fault('graph.unavailable', { outcome: 'unknown' });
    };
    await expect(send(deps, 'Aftale.pdf')).rejects.toMatchObject({ code: 'graph.unavailable' });
    expect(filesAt(deps)).toMatchObject([{ name: 'Aftale.pdf', link: null }]);
    await later(deps);
    expect(filesAt(deps)).toMatchObject([{ name: 'Aftale.pdf', link: expect.any(String) }]);
  });
});
