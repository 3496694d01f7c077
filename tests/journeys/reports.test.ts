import { describe, expect, it } from 'vitest';
import { mayReport, type ReportWords } from '#shared/domain/reports/report.ts';
import { projectPage } from '#shared/useCases/pages/projectPage.ts';
import { quarterPage } from '#shared/useCases/pages/quarterPage.ts';
import { planQuarter } from '#shared/useCases/quarter/planQuarter.ts';
import { quarterViewOf } from '#shared/useCases/quarter/quarters.ts';
import { saveReport } from '#shared/useCases/reports/saveReport.ts';
import { recordAll, unrecorded } from '#shared/useCases/sweep/recordChanges.ts';
import { actor, aReadyProject, aWorld } from '../builders/portfolio.ts';
import { type TestDeps, testDeps } from '../worlds/memory/memoryStores.ts';

const [lead, owner] = [actor('lead'), actor('owner')];

const goes: ReportWords = {
  ...{ time: 'green', money: 'green', benefits: 'yellow' },
  ...{ said: 'Borgerne er glade for det.', next: '', help: '' },
};

const begun = (): TestDeps => {
  const deps = testDeps();
  aWorld(deps, 'gate2');
  return deps;
};

const write = (
  deps: TestDeps,
  words: Partial<ReportWords>,
  more: Partial<Parameters<typeof saveReport>[2]> = {},
  as = lead,
) =>
  saveReport(deps, as, {
    ...{ projectId: 'p1', number: 1, revision: null, publish: true },
    ...more,
    words: { ...goes, ...words },
  });

const revisionOf = (deps: TestDeps): string => deps.stores.statusReports.get('p1:1')?.etag ?? '';

const refusal = async (written: ReturnType<typeof write>) => {
  const result = await written;
  return result.ok ? 'written' : result.refusal;
};

describe('a status', () => {
  it('is a draft for those who work on it until it is published, and then everybody’s', async () => {
    const deps = begun();
    await write(deps, {}, { publish: false });
    const seen = (who: string) => projectPage(deps, actor(who), 'p1')?.reports;
    expect(seen('lead')?.draft).toMatchObject({ said: goes.said, revision: revisionOf(deps) });
    expect(seen('stranger')).toMatchObject({ draft: null, mayReport: false, published: [] });
    await write(deps, { next: 'Måling i maj' }, { revision: revisionOf(deps) });
    expect(seen('stranger')?.published).toMatchObject([{ next: 'Måling i maj', number: 1 }]);
    expect(seen('lead')).toMatchObject({ draft: null, next: 2 });
    await deps.settle();
    const [entry] = deps.stores.history.all();
    expect([entry?.value.kind, entry?.value.byName]).toEqual(['report', 'Projektleder, DigiTek']);
  });

  it('keeps the earlier ones, newest first', async () => {
    const deps = begun();
    await write(deps, {});
    await write(deps, { said: 'Nu går det stærkt.' }, { number: 2 });
    const published = projectPage(deps, lead, 'p1')?.reports.published ?? [];
    expect(published.map(({ number, said }) => [number, said])).toEqual([
      [2, 'Nu går det stærkt.'],
      [1, goes.said],
    ]);
  });

  it('names what it lacks: a light, how it goes, and what a red light needs', async () => {
    const deps = begun();
    const lacks = { type: 'lacks', lacks: ['lights', 'said'] };
    expect(await refusal(write(deps, { time: null, said: ' ok ' }))).toEqual(lacks);
    expect(await refusal(write(deps, { money: 'red' }))).toEqual({
      type: 'lacks',
      lacks: ['help'],
    });
    expect(await refusal(write(deps, { time: null, said: '' }, { publish: false }))).toBe(
      'written',
    );
  });

  it('holds no number like a person’s, and no more than is read', async () => {
    const deps = begun();
    expect(await refusal(write(deps, { help: 'Ring om 070761-4285' }))).toMatchObject({
      type: 'personNumber',
    });
    expect(await refusal(write(deps, { said: 'x'.repeat(1_001) }))).toEqual({ type: 'tooLong' });
  });

  it('is one when it is pressed twice, on any server', async () => {
    const deps = begun();
    const both = await Promise.all([write(deps, {}), write({ ...deps, clock: deps.clock }, {})]);
    expect(both.map(({ ok }) => ok)).toEqual([true, true]);
    expect(deps.stores.statusReports.all()).toHaveLength(1);
  });

  it('loses nothing when two write it: the second sees who was first', async () => {
    const deps = begun();
    await write(deps, {}, { publish: false });
    const revision = revisionOf(deps);
    await write(deps, { said: 'Ejerens ord om det' }, { revision, publish: false }, owner);
    expect(await refusal(write(deps, {}, { revision, publish: false }))).toMatchObject({
      type: 'changed',
      current: { said: 'Ejerens ord om det', byName: 'Leder, nattevagten' },
    });
    await write(deps, {}, { revision: revisionOf(deps) });
    expect(
      await refusal(write(deps, { said: 'Bagefter' }, { revision: revisionOf(deps) })),
    ).toMatchObject({
      type: 'changed',
      current: { state: 'published', said: goes.said },
    });
    expect(await refusal(write(deps, {}, { number: 7 }))).toMatchObject({ type: 'changed' });
  });

  it('is written by who may edit the project, and not of one that is over', async () => {
    const deps = begun();
    expect(await refusal(write(deps, {}, {}, actor('stranger')))).toEqual({ type: 'notAllowed' });
    for (const status of ['stopped', 'closed'] as const)
      expect(mayReport(lead, aReadyProject('gate2', { status }))).toBe(false);
  });

  it('reaches the history by the sweep when its writer was cut off', async () => {
    const deps = begun();
    await write({ ...deps, later: () => undefined } as TestDeps, {});
    expect(deps.stores.history.all()).toEqual([]);
    for (const changed of await unrecorded(deps, () => true)) await recordAll(deps, changed);
    expect(deps.stores.history.all().map(({ value }) => value.kind)).toContain('report');
  });
});

describe('the kvartalsstatus', () => {
  const day = '2027-01-14';
  const points = (deps: TestDeps) => {
    const view = quarterViewOf(deps, day);
    return view ? quarterPage(deps, actor('consultant'), view).points : [];
  };

  it('takes up the newest status of each project, where a light is not green', async () => {
    const deps = begun();
    await planQuarter(deps, actor('consultant'), day);
    await write(deps, {});
    const point = points(deps).find(({ key }) => key === 'reports');
    expect(point?.facts).toMatchObject({ projects: [{ id: 'p1', benefits: 'yellow' }] });
    await write(deps, { benefits: 'green' }, { number: 2 });
    expect(points(deps).some(({ key }) => key === 'reports')).toBe(false);
  });
});
