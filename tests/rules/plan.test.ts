import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excessIn, hoursIn, loadOf, quartersOf, usedIn } from '#shared/domain/plan/load.ts';
import { lastDayOf, laterBy, monthAt, monthNo, quarterNo } from '#shared/domain/plan/month.ts';
import { type PlanRow, suggestedPlan } from '#shared/domain/plan/plan.ts';
import {
  columnsOf,
  defaultPlanSettings,
  isPlanned,
  isPlanSettings,
  movedBy,
  type Planned,
  plannedIn,
  stretchedBy,
} from '#shared/domain/plan/planned.ts';
import { barGates, decidedIn, segmentsOf } from '#shared/domain/plan/segments.ts';
import { plansThen } from '#shared/domain/plan/then.ts';
import {
  type AddedProject,
  noTrial,
  quarterLoad,
  skalSpan,
  type Trial,
  whatIf,
} from '#shared/domain/plan/whatIf.ts';

/* The plan (seeds 000:326–333, F1–F4, F10) and what a change of it would do (N25, N26). */

const today = '2026-11-30';
const settings = defaultPlanSettings;
const around = { settings, today };

const plan = (start: string, end: string, hours: number): Planned => ({ start, end, hours });

const aRow = (more: Partial<PlanRow> = {}): PlanRow => ({
  ...{ id: 'p1', title: 'Et projekt', type: 'digitek', phase: 'idea', status: 'backlog' },
  since: '2026-09',
  ...more,
});

const q = quarterNo;

describe('months', () => {
  it('are counted across New Year', () => {
    expect(monthAt(monthNo('2026-12') + 1)).toBe('2027-01');
    expect(laterBy('2027-01', -1)).toBe('2026-12');
    expect([q('2026-12'), q('2027-01')].map((one) => one - q('2026-10'))).toEqual([0, 1]);
    expect([lastDayOf('2028-02'), lastDayOf('2027-02')]).toEqual(['2028-02-29', '2027-02-28']);
  });
});

describe('a plan in its columns', () => {
  it('may be put there by hand as any day of a month', () => {
    const row = { planStart: '2027-01-17', planEnd: '2027-03-02', planHours: null };
    expect(plannedIn(row)).toEqual(plan('2027-01', '2027-03', 0));
    expect(columnsOf(plan('2027-01', '2027-02', 40))).toEqual({
      ...{ planStart: '2027-01-01', planEnd: '2027-02-28', planHours: 40 },
    });
  });

  it.each([
    ['2027-05-01', '2027-04-01'],
    ['2027-13-01', '2028-01-01'],
    ['2027-01-01', '2047-01-01'],
    ['2027-01-01', null],
  ])('%s to %s is no plan', (planStart, planEnd) => {
    expect(plannedIn({ planStart, planEnd, planHours: 10 })).toBeNull();
  });
});

const months = fc.integer({ min: monthNo('2026-01'), max: monthNo('2029-12') });
const plans = fc
  .record({
    from: months,
    length: fc.integer({ min: 0, max: 23 }),
    hours: fc.integer({ min: 0, max: 900 }),
  })
  .map(({ from, length, hours }) => plan(monthAt(from), monthAt(from + length), hours));

describe('the hours of a bar', () => {
  it('add up over its quarters to all of them, however long it is', () => {
    fc.assert(
      fc.property(plans, (planned) => {
        const each = quartersOf(planned).map((quarter) => hoursIn(planned, quarter));
        expect(each.reduce((sum, hours) => sum + hours, 0)).toBe(planned.hours);
        expect(each.every((hours) => hours >= 0)).toBe(true);
      }),
    );
  });

  it('lie where the months lie', () => {
    const planned = plan('2026-12', '2027-03', 40);
    expect([q('2026-10'), q('2027-01'), q('2027-04')].map((at) => hoursIn(planned, at))).toEqual([
      10, 30, 0,
    ]);
  });

  it('are used beside the study and the room that is kept for what nobody knows of', () => {
    const load = loadOf([plan('2027-01', '2027-03', 1_100)]);
    expect(usedIn(load, q('2027-01'), settings)).toBe(1_100 + 40 + 80);
    expect(excessIn(load, q('2027-01'), settings)).toBe(20);
    expect(excessIn(load, q('2027-04'), settings)).toBe(0);
  });
});

describe('a bar', () => {
  it('moves as it is, and is never shorter than a month', () => {
    const planned = plan('2026-11', '2027-01', 30);
    expect(movedBy(planned, 3)).toEqual(plan('2027-02', '2027-04', 30));
    expect(stretchedBy(planned, -9)).toEqual(plan('2026-11', '2026-11', 30));
    expect(stretchedBy(planned, 2).end).toBe('2027-03');
  });
});

describe('a suggestion, where nobody has planned', () => {
  it('of what is under way runs from when it came into its phase, by the usual times', () => {
    const row = aRow({ status: 'active', phase: 'investigation', since: '2026-10' });
    expect(suggestedPlan(row, settings, today)).toEqual(plan('2026-10', '2027-07', 95));
  });

  it('never ends before today, and is at most a year behind', () => {
    const row = aRow({ status: 'active', phase: 'trial', since: '2019-01' });
    expect(suggestedPlan(row, settings, today)).toEqual(plan('2025-12', '2026-11', 60));
  });

  it("takes DigiTek's own estimate of the next phase", () => {
    const row = aRow({ status: 'active', phase: 'idea', since: '2026-11', nextHours: 200 });
    expect(suggestedPlan(row, settings, today)?.hours).toBe(15 + 200 + 60);
    expect(suggestedPlan(aRow({ nextHours: 5 }), settings, today)?.hours).toBe(5 + 35 + 60);
  });

  it('begins when somebody says, where it has not begun; and what operates has none', () => {
    expect(suggestedPlan(aRow(), settings, today, '2027-04')?.start).toBe('2027-04');
    expect(suggestedPlan(aRow({ phase: 'operation', status: 'operating' }), settings, today)).toBe(
      null,
    );
  });
});

describe('the phases on a bar', () => {
  it('share it out by their usual times, with no gap and no overlap', () => {
    const row = aRow();
    const segments = segmentsOf(row, plan('2027-01', '2028-01', 90), settings, today);
    expect(segments.map(({ phase, to }) => [phase, to - monthNo('2027-01')])).toEqual([
      ['idea', 3],
      ['investigation', 7],
      ['trial', 13],
    ]);
  });

  it('have the one it is in from when it came there, and until now when that is long', () => {
    const row = aRow({ status: 'active', phase: 'investigation', since: '2026-03' });
    const segments = segmentsOf(row, plan('2026-01', '2027-01', 90), settings, today);
    expect(segments.map(({ phase }) => phase)).toEqual(['idea', 'investigation', 'trial']);
    expect(segments[1]?.from).toBe(monthNo('2026-03'));
    expect(segments[1]?.to).toBeGreaterThan(monthNo('2026-11'));
    expect(segments[2]?.to).toBe(monthNo('2027-02'));
  });

  it('skip the investigation that a fast track skipped', () => {
    const row = aRow({ status: 'active', phase: 'trial', fastTracked: true, since: '2026-10' });
    const segments = segmentsOf(row, plan('2026-06', '2027-01', 90), settings, today);
    expect(segments.map(({ phase }) => phase)).toEqual(['idea', 'trial']);
  });

  it('end at gates, which only DigiTek projects have', () => {
    const row = aRow({ status: 'active', phase: 'investigation', since: '2026-10', asked: true });
    const segments = segmentsOf(row, plan('2026-08', '2027-06', 90), settings, today);
    expect(barGates(row, segments).map(({ door, state }) => [door, state])).toEqual([
      ['gate1', 'past'],
      ['gate2', 'asked'],
      ['gate3', 'ahead'],
    ]);
    expect(barGates({ ...row, type: 'skal' }, segments)).toEqual([]);
  });
});

const ids = Array.from({ length: 12 }, (_, at) => `p${at}`);
const rowsOf = fc.tuple(
  ...ids.map((id) =>
    fc
      .record({
        plan: plans,
        priority: fc.constantFrom('low', 'medium', 'high'),
        type: fc.constantFrom('digitek', 'skal', 'other'),
        status: fc.constantFrom('backlog', 'pipeline', 'active'),
      })
      .map((more): PlanRow => aRow({ id, title: id, ...more } as Partial<PlanRow>)),
  ),
);

const skal = (hours: number): AddedProject => ({
  ...{ key: 'k1', title: 'EcoKnow', area: 'social', due: '2027-04-01' },
  plan: { ...skalSpan('2027-04-01', today), hours },
});

const tight = { ...settings, hoursAQuarter: 700 };
const trials = fc
  .record({ hours: fc.integer({ min: 0, max: 900 }), moved: fc.option(plans), held: fc.boolean() })
  .map(
    ({ hours, moved, held }): Trial => ({
      added: [skal(hours)],
      edits: moved === null ? {} : { p0: moved },
      held: held ? ['p1'] : [],
    }),
  );

const sumOf = (load: ReadonlyMap<number, number>): number =>
  [...load.values()].reduce((sum, hours) => sum + hours, 0);

describe('what if (N25, N26)', () => {
  it('no hour is made and none is lost, and no quarter has less than nothing', () => {
    fc.assert(
      fc.property(rowsOf, trials, (rows, trial) => {
        const result = whatIf(rows, trial, { settings: tight, today });
        const given = rows.reduce((sum, { id, plan: its }) => {
          const to = trial.edits[id] ?? its;
          return sum + (to?.hours ?? 0);
        }, trial.added[0]?.plan.hours ?? 0);
        expect(sumOf(result.load)).toBe(given);
        expect(sumOf(result.loadBefore)).toBe(
          rows.reduce((sum, { plan: its }) => sum + (its?.hours ?? 0), 0),
        );
        expect([...result.load.values()].every((hours) => hours >= 0)).toBe(true);
      }),
    );
  });

  it('nothing moves that need not: putting any one back makes a quarter fuller', () => {
    const first = q(today);
    fc.assert(
      fc.property(rowsOf, trials, (rows, trial) => {
        const result = whatIf(rows, trial, { settings: tight, today });
        const worse = (load: Map<number, number>): number =>
          [...load.keys()]
            .filter((quarter) => quarter >= first)
            .reduce(
              (sum, quarter) =>
                sum +
                Math.max(
                  0,
                  excessIn(load, quarter, tight) - excessIn(result.loadBefore, quarter, tight),
                ),
              0,
            );
        const now = worse(result.load);
        for (const { from, to } of result.moves.filter(({ by }) => by === 'slide')) {
          const others = [...loadOf([from]).entries()];
          const back = new Map(result.load);
          for (const [quarter, hours] of others)
            back.set(quarter, (back.get(quarter) ?? 0) + hours);
          for (const [quarter, hours] of loadOf([to]))
            back.set(quarter, (back.get(quarter) ?? 0) - hours);
          expect(worse(back)).toBeGreaterThan(now);
        }
      }),
    );
  });

  it('what has begun, SKAL, what was moved by hand and what is held never slide', () => {
    fc.assert(
      fc.property(rowsOf, trials, (rows, trial) => {
        const { moves } = whatIf(rows, trial, { settings: tight, today });
        for (const { row, from, to, by } of moves) {
          if (by === 'hand') continue;
          expect(row.type).not.toBe('skal');
          expect((from?.start ?? '') > '2026-11').toBe(true);
          expect(trial.held).not.toContain(row.id);
          expect(row.id in trial.edits).toBe(false);
          expect(to).toEqual(movedBy(from ?? plan('2000-01', '2000-01', 0), 3));
        }
      }),
    );
  });

  const waits = (id: string, hours: number, more: Partial<PlanRow> = {}): PlanRow =>
    aRow({ id, title: id, plan: plan('2027-01', '2027-03', hours), ...more });

  it('where there is room nobody moves', () => {
    const rows = [waits('a', 300), waits('b', 300)];
    const { moves, suggestion } = whatIf(rows, { ...noTrial, added: [skal(200)] }, around);
    expect(moves.map(({ row }) => row.id)).toEqual(['new:k1']);
    expect(suggestion).toBeNull();
  });

  it('the lowest priority makes room first, and only as many as it takes', () => {
    const rows = [
      waits('high', 400, { priority: 'high' }),
      waits('low', 400, { priority: 'low', area: 'omsorg', lead: 'l1', owner: 'o1' }),
    ];
    const result = whatIf(rows, { ...noTrial, added: [skal(500)] }, around);
    expect(result.moves.map(({ row, by }) => [row.id, by])).toEqual([
      ['new:k1', 'hand'],
      ['low', 'slide'],
    ]);
    expect(result.mustKnow).toEqual({
      areas: ['social', 'omsorg'],
      leads: ['l1'],
      owners: ['o1'],
      chefgruppe: false,
    });
    const january = quarterLoad(result, q('2027-01'), settings);
    expect([january.before, january.overBefore, january.over]).toEqual([920, 0, 0]);
  });

  it('who is held stays, and the next makes room; when nobody can, it says so and names one', () => {
    const rows = [
      waits('low', 500, { priority: 'low' }),
      waits('begun', 600, { status: 'active', plan: plan('2026-10', '2027-03', 1_100) }),
    ];
    const trial: Trial = { ...noTrial, added: [skal(500)], held: ['low'] };
    const result = whatIf(rows, trial, around);
    expect(result.moves.map(({ row }) => row.id)).toEqual(['new:k1']);
    expect(result.suggestion).toMatchObject({ row: { id: 'begun' }, way: 'stretch' });
    expect(result.suggestion?.to.end).toBe('2027-06');
  });

  it('a quarter that was over before is not this trial’s to mend', () => {
    const rows = [waits('a', 900), waits('b', 900)];
    const moved: Trial = { ...noTrial, edits: { a: plan('2027-01', '2027-03', 890) } };
    expect(whatIf(rows, moved, around).moves.map(({ row }) => row.id)).toEqual(['a']);
  });

  it('money that is decided on in another year moves with the bar', () => {
    const row = waits('a', 10, {
      ...{ plan: plan('2026-06', '2026-11', 10), phase: 'trial', status: 'active' },
      ...{ askOre: 45_000_00, shares: [{ pool: 'area:social', ore: 45_000_00 }] },
    });
    const { pools } = whatIf(
      [row],
      { ...noTrial, edits: { a: plan('2026-06', '2027-02', 10) } },
      around,
    );
    expect(pools).toEqual([
      { pool: 'area:social', year: 2026, beforeOre: 45_000_00, afterOre: 0 },
      { pool: 'area:social', year: 2027, beforeOre: 0, afterOre: 45_000_00 },
    ]);
    expect(Math.floor(decidedIn(row, plan('2026-06', '2026-12', 10), settings, today) / 12)).toBe(
      2026,
    );
  });

  it('five thousand bars are worked out within a moment, also when many have to move', () => {
    const many = Array.from({ length: 5_000 }, (_, at) => waits(`p${at}`, at % 40));
    const began = performance.now();
    const { moves } = whatIf(many, { ...noTrial, added: [skal(900)] }, around);
    expect(moves.length).toBeGreaterThan(1);
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});

describe('a SKAL project with a date', () => {
  it('is to be there before it, and is begun half a year ahead at most', () => {
    expect(skalSpan('2027-04-01', today)).toEqual({ start: '2026-12', end: '2027-03' });
    expect(skalSpan('2028-01-15', today)).toEqual({ start: '2027-08', end: '2028-01' });
    expect(skalSpan('2026-11-30', today)).toEqual({ start: '2026-12', end: '2026-12' });
  });
});

describe('the plan as it was, out of the history alone', () => {
  const columns = (planned: Planned | null) => ({
    ...columnsOf(planned),
    createdAt: '2026-01-01T08:00:00Z',
  });
  const change = (subject: string, at: string, before: object) => ({
    ...{ subject, at, before: JSON.stringify(before) },
  });

  it('is as it is now where nothing was changed since, and else what the first change after it found', () => {
    const now = new Map([
      ['still', columns(plan('2027-01', '2027-02', 5))],
      ['moved', columns(plan('2027-07', '2027-08', 5))],
      ['new', columns(plan('2027-01', '2027-02', 5))],
      ['out', columns(null)],
      ['young', { ...columns(plan('2027-01', '2027-02', 5)), createdAt: '2026-11-01T08:00:00Z' }],
    ]);
    const changes = [
      change('moved', '2026-11-20T10:00:00Z', { planStart: '2027-04-01', planEnd: '2027-05-31' }),
      change('moved', '2026-10-20T10:00:00Z', { planStart: '2027-01-01' }),
      change('moved', '2026-09-01T10:00:00Z', { planStart: '2020-01-01' }),
      change('new', '2026-10-09T10:00:00Z', { planStart: null, planEnd: null, planHours: null }),
      change('out', '2026-10-09T10:00:00Z', columnsOf(plan('2026-10', '2026-12', 8))),
    ];
    expect(Object.fromEntries(plansThen(now, changes, '2026-10-07'))).toEqual({
      still: plan('2027-01', '2027-02', 5),
      moved: plan('2027-01', '2027-05', 5),
      new: null,
      out: plan('2026-10', '2026-12', 8),
      young: null,
    });
  });

  it('what happened on the day itself belongs to it', () => {
    const now = new Map([['a', columns(plan('2027-02', '2027-02', 5))]]);
    const late = [change('a', '2026-10-07T21:00:00Z', { planStart: '2027-01-01' })];
    expect(plansThen(now, late, '2026-10-07').get('a')?.start).toBe('2027-02');
    const next = [change('a', '2026-10-07T22:30:00Z', { planStart: '2027-01-01' })];
    expect(plansThen(now, next, '2026-10-07').get('a')?.start).toBe('2027-01');
  });
});

describe('the settings of the plan', () => {
  it('are whole hours and months that make sense', () => {
    expect(isPlanSettings(defaultPlanSettings)).toBe(true);
    expect(isPlanSettings({ ...defaultPlanSettings, hoursAQuarter: 1.5 })).toBe(false);
    expect(isPlanSettings({ ...defaultPlanSettings, months: { idea: 0 } })).toBe(false);
    expect(isPlanSettings(null)).toBe(false);
    expect(isPlanned(plan('2027-01', '2027-01', 20_001))).toBe(false);
  });
});
