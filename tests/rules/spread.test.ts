import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  changedUnit,
  isLate,
  phaseBySpread,
  type SpreadUnit,
  spreadCountsOf,
  type UnitChange,
} from '#shared/domain/spread/spreadUnit.ts';
import { spreadUnits } from '#shared/lists/spreadUnits.ts';
import { waitsIn } from '#shared/useCases/pages/board.ts';
import { historyOf } from '#shared/useCases/pages/projectPage.ts';
import { editProject } from '#shared/useCases/projects/editProject.ts';
import { addUnit, changeUnit } from '#shared/useCases/spread/spreadUnits.ts';
import { sweep } from '#shared/useCases/sweep/sweep.ts';
import { spreadHistory, unitText } from '#shared/words/spread/words.ts';
import { actor, furnish } from '../builders/portfolio.ts';
import { aProject } from '../builders/request.ts';
import { type TestDeps, testDeps } from '../worlds/memory/memoryStores.ts';

beforeEach(() => {
  vi.spyOn(console, 'log').mockImplementation(() => undefined);
});
afterEach(() => vi.restoreAllMocks());

const today = '2026-11-23';
const unit = (more: Partial<SpreadUnit> = {}): SpreadUnit => ({
  ...{ id: 'p1:a', projectId: 'p1', name: 'Distrikt Nord', state: 'planned' },
  ...{ planned: '2026-11-01', firstPlanned: null, startedOn: null },
  ...{ reason: '', givenUpOn: null, lastChange: null },
  ...more,
});

describe('a unit that a project is spread to (domain.md: SPREDNING has no new gate)', () => {
  it('is late when its month is over, and not before', () => {
    expect(isLate(unit(), today)).toBe(false);
    expect(isLate(unit({ planned: '2026-10-01' }), today)).toBe(true);
    expect(isLate(unit({ planned: '2026-10-01', state: 'givenUp' }), today)).toBe(false);
  });

  it('keeps the month it was planned for first, until it is moved back to it', () => {
    const moved = {
      ...unit(),
      ...changedUnit(unit(), { type: 'plan', month: '2027-02-14' }, today),
    };
    expect(moved).toMatchObject({ planned: '2027-02-01', firstPlanned: '2026-11-01' });
    const again = { ...moved, ...changedUnit(moved, { type: 'plan', month: '2027-03-01' }, today) };
    expect(again).toMatchObject({ planned: '2027-03-01', firstPlanned: '2026-11-01' });
    expect(changedUnit(again, { type: 'plan', month: '2026-11-30' }, today)).toMatchObject({
      ...{ planned: '2026-11-01', firstPlanned: null },
    });
  });

  it('counts what was given up among all, and not as started', () =>
    expect(
      spreadCountsOf(
        [
          unit({ state: 'started', startedOn: today }),
          unit({ state: 'givenUp', reason: 'Nej' }),
          unit({ planned: '2026-01-01' }),
          unit(),
        ],
        today,
      ),
    ).toEqual({ total: 4, started: 1, planned: 2, givenUp: 1, late: 1 }));

  it('is told in words, each way it can stand', () => {
    expect(unitText(unit(), today)).toBe('Planlagt til november 2026');
    expect(unitText(unit({ planned: '2026-09-01', firstPlanned: '2026-08-01' }), today)).toBe(
      'Skulle være startet i september 2026, flyttet fra august 2026',
    );
    expect(unitText(unit({ state: 'started', startedOn: '2026-04-03' }), today)).toContain(
      '3.\u00a0april',
    );
    expect(unitText(unit({ state: 'givenUp', givenUpOn: '2026-07-18' }), today)).toContain(
      '18.\u00a0juli',
    );
  });
});

describe('the phase', () => {
  const running = { phase: 'spread', status: 'operating' } as const;
  it('is operation when every unit has started or was given up', () => {
    const settled = [unit({ state: 'started' }), unit({ state: 'givenUp' })];
    expect(phaseBySpread(running, settled)).toBe('operation');
    expect(phaseBySpread({ ...running, phase: 'operation' }, [...settled, unit()])).toBe('spread');
    expect(phaseBySpread(running, [unit()])).toBe('spread');
  });

  it('is not for the units to say while there are none, or it does not run', () => {
    expect(phaseBySpread(running, [])).toBeNull();
    expect(phaseBySpread({ phase: 'trial', status: 'active' }, [unit()])).toBeNull();
    expect(phaseBySpread({ phase: 'spread', status: 'closed' }, [unit()])).toBeNull();
  });
});

describe('a row that a hand in the list left half said', () => {
  const read = (more: Partial<SpreadUnit>) =>
    spreadUnits.fromFields(spreadUnits.toFields(unit(more)));
  it.each([
    ['started without a day', { state: 'started' }, 'StartedOn'],
    ['given up without a word why', { state: 'givenUp' }, 'Reason'],
  ] as const)('%s stays planned, and is told', (_, more, field) =>
    expect(read(more)).toMatchObject({ ok: true, value: { state: 'planned' }, doubt: { field } }),
  );
});

const aWorld = (): TestDeps => {
  const deps = testDeps();
  furnish(deps.stores);
  deps.stores.projects.put(
    aProject({ id: 'p1', phase: 'spread', status: 'operating', nextStep: 'Aftale med Nord' }),
  );
  return deps;
};

const add = async (deps: TestDeps, name: string, month = '2026-12-01', by = 'lead') => {
  const added = await addUnit(deps, actor(by), { projectId: 'p1', name, month });
  await deps.settle();
  return added;
};

const change = async (deps: TestDeps, name: string, to: UnitChange, by = 'lead') => {
  const row = deps.stores.spreadUnits.all().find(({ value }) => value.name === name);
  const changed = await changeUnit(deps, actor(by), {
    ...{ projectId: 'p1', unitId: row?.value.id ?? '', revision: row?.etag ?? '', change: to },
  });
  await deps.settle();
  return changed;
};

const phaseOf = (deps: TestDeps) => deps.stores.projects.get('p1')?.value.phase;
const said = async (deps: TestDeps): Promise<readonly string[]> =>
  (await historyOf(deps, 'p1')).entries
    .filter(({ kind }) => kind === 'spread')
    .map(({ after }) => spreadHistory(JSON.parse(after)));

describe('a project that is spread', () => {
  it('moves into operation by itself with its last unit, says so, and back when one starts anew', async () => {
    const deps = aWorld();
    await add(deps, 'Distrikt Nord');
    await add(deps, 'Distrikt Syd', '2027-01-15');
    expect(waitsIn(deps, deps.stores.projects.get('p1')?.value ?? aProject()).waitingFor).toEqual({
      ...{ type: 'spread', started: 0, total: 2 },
    });
    await change(deps, 'Distrikt Nord', { type: 'start', on: deps.clock.day() });
    expect(phaseOf(deps)).toBe('spread');
    await change(deps, 'Distrikt Syd', { type: 'giveUp', reason: 'Borgerne kommer til os' });
    expect(phaseOf(deps)).toBe('operation');
    await change(deps, 'Distrikt Syd', { type: 'plan', month: '2027-03-01' });
    expect(phaseOf(deps)).toBe('spread');
    const lines = await said(deps);
    expect(lines).toContain('Nu i IDRIFTSÆTTELSE: spredt til 1 af 2');
    expect(lines).toContain('Distrikt Syd: givet op');
    expect(lines.at(-1)).toBe('Nu i SPREDNING: spredt til 1 af 2');
  });

  it.each([
    ['a unit that is there', (d: TestDeps) => add(d, 'distrikt  NORD', '2027-05-01'), 'unitThere'],
    ['a unit without a name', (d: TestDeps) => add(d, ' '), 'unitNameMissing'],
    [
      'a word of a stranger',
      (d: TestDeps) => add(d, 'Vest', '2027-05-01', 'stranger'),
      'notAllowed',
    ],
    [
      'a start that has not been',
      (d: TestDeps) => change(d, 'Distrikt Nord', { type: 'start', on: '2099-01-01' }),
      'startInFuture',
    ],
    [
      'giving up without a word why',
      (d: TestDeps) => change(d, 'Distrikt Nord', { type: 'giveUp', reason: '-' }),
      'giveUpReasonMissing',
    ],
    [
      'a change by a stranger',
      (d: TestDeps) => change(d, 'Distrikt Nord', { type: 'name', name: 'X' }, 'stranger'),
      'notAllowed',
    ],
    [
      'a unit there is not',
      (d: TestDeps) => change(d, 'Øst', { type: 'name', name: 'X' }),
      'unknown',
    ],
  ] as const)('takes no %s', async (_, does, refusal) => {
    const deps = aWorld();
    await add(deps, 'Distrikt Nord');
    expect(await does(deps)).toMatchObject({ ok: false, refusal: { type: refusal } });
    expect(deps.stores.spreadUnits.all()).toHaveLength(1);
    expect(deps.stores.spreadUnits.all()[0]?.value).toMatchObject({ state: 'planned' });
  });

  it('takes units only once it is spread', async () => {
    const deps = aWorld();
    deps.stores.projects.put(aProject({ id: 'p1', phase: 'trial', status: 'active' }));
    expect(await add(deps, 'Nord')).toMatchObject({ refusal: { type: 'notSpreading' } });
  });

  it('has a unit once: pressed twice, or thought of by two at once', async () => {
    const deps = aWorld();
    const all = await Promise.all([add(deps, 'Nord'), add(deps, 'Nord'), add(deps, 'Nord')]);
    expect(all.every(({ ok }) => ok)).toBe(true);
    expect(await add(deps, 'NORD', '2026-12-01', 'consultant')).toMatchObject({ ok: false });
    expect(deps.stores.spreadUnits.all()).toHaveLength(1);
  });

  it('loses nothing when two change one unit: the second sees what the first said', async () => {
    const deps = aWorld();
    await add(deps, 'Nord');
    const [row] = deps.stores.spreadUnits.all();
    const input = { projectId: 'p1', unitId: row?.value.id ?? '', revision: row?.etag ?? '' };
    const start = { type: 'start', on: deps.clock.day() } as const;
    const give = { type: 'giveUp', reason: 'Ingen leder' } as const;
    const ended = await Promise.all([
      changeUnit(deps, actor('lead'), { ...input, change: start }),
      changeUnit(deps, actor('consultant'), { ...input, change: give }),
    ]);
    expect(ended.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(ended.find(({ ok }) => !ok)).toMatchObject({ refusal: { type: 'changed' } });
    const again = await changeUnit(deps, actor('lead'), { ...input, change: start });
    expect(again.ok).toBe(ended[0]?.ok);
  });

  it('has its last two units started at once by two people, and is in operation', async () => {
    const deps = aWorld();
    await add(deps, 'Nord');
    await add(deps, 'Syd');
    const start = { type: 'start', on: deps.clock.day() } as const;
    await Promise.all([change(deps, 'Nord', start), change(deps, 'Syd', start, 'consultant')]);
    expect(phaseOf(deps)).toBe('operation');
    expect((await said(deps)).filter((line) => line.startsWith('Nu i'))).toHaveLength(1);
  });

  it('is moved by the sweep when the server that should have was killed, once', async () => {
    const deps = aWorld();
    await add(deps, 'Nord');
    const [row] = deps.stores.spreadUnits.all();
    if (row)
      await deps.stores.spreadUnits.update(row, { state: 'started', startedOn: deps.clock.day() });
    expect(phaseOf(deps)).toBe('spread');
    for (const when of ['start', 'later'] as const)
      expect((await sweep(deps, when)).failed).toEqual([]);
    await deps.settle();
    expect(phaseOf(deps)).toBe('operation');
    expect((await said(deps)).filter((line) => line.startsWith('Nu i'))).toHaveLength(1);
  });

  it('is not called spread, nor closed, by a hand while a unit is still to start', async () => {
    const deps = aWorld();
    deps.stores.projects.put(
      aProject({ id: 'p1', type: 'other', phase: 'spread', status: 'operating' }),
    );
    await add(deps, 'Nord');
    const row = deps.stores.projects.get('p1');
    const moved = await editProject(deps, actor('consultant'), {
      ...{ id: 'p1', revision: row?.etag ?? '', changes: { phase: 'operation' }, reason: 'Færdig' },
    });
    expect(moved).toMatchObject({ refusal: { type: 'unitsLeft', count: 1 } });
  });
});
