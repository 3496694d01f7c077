import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PoolLineReply } from '#shared/contract/economy.ts';
import { hashOf, routeOf } from '#shared/contract/tabAddress.ts';
import { defaultAreas } from '#shared/domain/area.ts';
import {
  barText,
  leftText,
  poolRowName,
  shortHelpText,
} from '#shared/words/screens/economyPage.ts';
import { type EntryDraft, grantKey, readEntry } from '../../tabs/money/entryDraft.ts';
import { moveOf } from '../../tabs/money/FundingPreview.tsx';
import {
  economyPath,
  exportPath,
  filterOf,
  inYear,
  moneyQuery,
  noMoneyFilter,
} from '../../tabs/money/moneyAddress.ts';
import { saveBudget } from '../../tabs/money/saveBudget.ts';
import {
  barOf,
  budgetShareOf,
  mergeProjects,
  missingOf,
  shortPools,
  totalsOf,
} from '../../tabs/money/shapeMoney.ts';
import type { Api, Reply } from '../../tabs/remote/api.ts';
import { aBalance, aGrant, aLine, anEconomy, aPosting } from '../builders/economy.ts';

const omsorg = '2026:area:omsorg';
const social = '2026:area:social';
const nbsp = '\u00a0';
/** 42 + 13 + 110 of 200 are used, and 50 are asked for: 35 are left, so 15 are missing. */
const short = aLine(
  omsorg,
  aBalance(200_000, { spent: 42_000, granted: 13_000, reserved: 110_000 }),
  50_000,
);
const fine = aLine(social, aBalance(200_000, { spent: 62_000 }));

describe('a pool as a bar', () => {
  it('ends what is used and left at the line, and begins there with what is not covered', () => {
    const bar = barOf(short, 80);
    expect(bar.line).toBe(80);
    const ends = Object.fromEntries(bar.parts.map(({ kind, from, wide }) => [kind, from + wide]));
    expect(bar.parts.map(({ kind }) => kind)).toEqual([
      'spent',
      'granted',
      'reserved',
      'left',
      'beyond',
    ]);
    expect(ends['left']).toBeCloseTo(80);
    expect(ends['beyond']).toBeCloseTo(100);
  });

  it('leaves out what is nothing', () => {
    expect(barOf(fine, 98).parts.map(({ kind }) => kind)).toEqual(['spent', 'left']);
  });

  it('has all lines below one another, and more room the further a bar goes', () => {
    expect(budgetShareOf([fine])).toBe(98);
    expect(budgetShareOf([fine, short])).toBeCloseTo(80);
    expect(budgetShareOf([aLine(omsorg, aBalance(100), 10_000)])).toBe(60);
    expect(budgetShareOf([])).toBe(98);
  });

  it('stays in its track with its parts in order, whatever the figures', () => {
    const kroner = fc.integer({ min: 0, max: 5_000_000 });
    fc.assert(
      fc.property(
        kroner,
        kroner,
        kroner,
        kroner,
        kroner,
        (budget, spent, granted, reserved, more) => {
          const line = aLine(omsorg, aBalance(budget, { spent, granted, reserved }), more);
          const bar = barOf(line, budgetShareOf([line]));
          let end = 0;
          for (const part of bar.parts) {
            expect(part.from).toBeCloseTo(end);
            expect(part.wide).toBeGreaterThan(0);
            end = part.from + part.wide;
          }
          expect(end).toBeLessThanOrEqual(100.000_001);
          expect(bar.line).toBeLessThanOrEqual(98.000_001);
          if (line.balance.availableOre >= 0) {
            const beyond = bar.parts.find(({ kind }) => kind === 'beyond');
            if (beyond) expect(beyond.from).toBeCloseTo(bar.line);
          }
        },
      ),
    );
  });

  it('is said in a sentence', () => {
    expect(barText('Omsorg', short.balance, short.shortOre).replaceAll(nbsp, ' ')).toBe(
      'Omsorg: budget 200.000 kr., 42.000 kr. brugt, 13.000 kr. bevilget og ikke brugt, 110.000 kr. reserveret og 35.000 kr. tilbage. 50.000 kr. er søgt og ikke dækket.',
    );
  });
});

describe('who is short', () => {
  it('misses what is asked for beyond what is left', () => {
    expect(missingOf(short)).toBe(15_000_00);
    expect(missingOf(fine)).toBe(0);
    expect(missingOf(aLine(social, aBalance(100, { spent: 130 })))).toBe(30_00);
  });

  it('names the pool that misses most first', () => {
    const common = aLine('2026:common', aBalance(10, { spent: 10 }), 99_999);
    expect(shortPools([fine, short, common]).map(({ line }) => line.pool.id)).toEqual([
      '2026:common',
      omsorg,
    ]);
    expect(poolRowName(defaultAreas, short.pool)).toBe('Omsorgs pulje');
    expect(poolRowName(defaultAreas, common.pool)).toBe('Fællespuljen');
  });

  it('says what can be done, also when too much was spent', () => {
    expect(shortHelpText(50_000_00, 35_000_00)).toContain('søg fællespuljen');
    expect(shortHelpText(0, -1)).toContain('brugt mere');
    expect(leftText(-5_00, 2026).replaceAll(nbsp, ' ')).toBe(
      'Puljerne er overtrukket med 5 kr. i 2026',
    );
  });

  it('adds every column up', () => {
    const totals = totalsOf([short, fine]);
    expect(totals).toEqual({
      ...aBalance(400_000, { spent: 104_000, granted: 13_000, reserved: 110_000 }),
      shortOre: 50_000_00,
    });
  });
});

describe('the address', () => {
  it('holds the filter, and gives it back', () => {
    const filter = { year: 2026, pool: omsorg, project: 'P014', quarter: 3 };
    const hash = hashOf({ type: 'money', query: moneyQuery(filter) });
    expect(hash).toBe('#/oekonomi?aar=2026&pulje=2026%3Aarea%3Aomsorg&projekt=P014&kvartal=3');
    const route = routeOf(hash);
    expect(route.type === 'money' && filterOf(route.query)).toEqual(filter);
    expect(economyPath(filter)).toBe(
      'GET /api/economy?year=2026&pool=2026%3Aarea%3Aomsorg&project=P014&quarter=3',
    );
    expect(exportPath(filter).split('?')[1]).toBe(economyPath(filter).split('?')[1]);
  });

  it('is short when nothing is chosen', () => {
    expect(hashOf({ type: 'money', query: moneyQuery(noMoneyFilter) })).toBe('#/oekonomi');
    expect(economyPath(noMoneyFilter)).toBe('GET /api/economy');
  });

  it.each(['aar=nu&kvartal=9', 'aar=1&kvartal=', `projekt=${'x'.repeat(121)}`, 'a=b', '%E0%A4%A'])(
    'leaves out what it does not understand: %s',
    (query) => {
      expect(filterOf(query)).toEqual(noMoneyFilter);
    },
  );

  it('looks at the same pool in another year', () => {
    const filter = { year: 2026, pool: omsorg, project: 'P014', quarter: 3 };
    expect(inYear(filter, 2027)).toEqual({
      year: 2027,
      pool: '2027:area:omsorg',
      project: '',
      quarter: null,
    });
  });

  it('keeps projects to choose from when a filter leaves fewer', () => {
    const all = [
      { id: 'b', title: 'Ørered' },
      { id: 'a', title: 'Abe' },
    ];
    expect(mergeProjects(all, [{ id: 'a', title: 'Abe' }]).map(({ id }) => id)).toEqual(['a', 'b']);
  });
});

const draft = (given: Partial<EntryDraft> = {}): EntryDraft => ({
  kind: 'spending',
  corrects: null,
  grant: grantKey(aGrant()),
  poolRow: '',
  amount: '8.000,-',
  direction: '',
  text: 'Faktura 7',
  ...given,
});

const read = (given: Partial<EntryDraft>) => readEntry(draft(given), 'key-1234', [aGrant()]);

describe('what is typed in the dialog', () => {
  it('becomes spending on the chosen grant', () => {
    expect(read({ text: '  Faktura 7 ' })).toEqual({
      ok: true,
      body: {
        type: 'spending',
        key: 'key-1234',
        poolRow: omsorg,
        requestId: 'p1-gate1-1',
        ore: 8_000_00,
        text: 'Faktura 7',
      },
    });
  });

  it('becomes a purchase, with no grant', () => {
    expect(read({ kind: 'purchase', poolRow: social, grant: '' })).toMatchObject({
      body: { type: 'purchase', poolRow: social, ore: 8_000_00 },
    });
  });

  it('becomes a correction with its sign from what was wrong', () => {
    const corrects = aPosting();
    expect(read({ kind: 'correction', corrects, direction: 'tooMuch' })).toMatchObject({
      body: { type: 'correction', corrects: corrects.id, poolRow: omsorg, ore: -8_000_00 },
    });
    expect(read({ kind: 'correction', corrects, direction: 'tooLittle' })).toMatchObject({
      body: { ore: 8_000_00 },
    });
  });

  it.each([
    [{ amount: '-5' }, ['amount']],
    [{ amount: 'NaN' }, ['amount']],
    [{ amount: '10^15' }, ['amount']],
    [{ amount: '0' }, ['amount']],
    [{ amount: '' }, ['amount']],
    [{ grant: '' }, ['grant']],
    [{ grant: 'another' }, ['grant']],
    [{ text: '?' }, ['text']],
    [{ kind: 'purchase' }, ['poolRow']],
    [{ kind: 'correction', corrects: aPosting() }, ['direction']],
    [{ kind: 'release', amount: '38.000,01' }, ['amount']],
    [{ grant: '', amount: 'x', text: '' }, ['grant', 'amount', 'text']],
  ] as const)('is refused where it is wrong: %j', (given, fields) => {
    const result = read(given);
    expect(result.ok).toBe(false);
    if (!result.ok) {
      expect(Object.keys(result.problems)).toEqual(fields);
      for (const sentence of Object.values(result.problems)) expect(sentence).toMatch(/\.$/);
    }
  });

  it('lets a grant be spent beyond what it has, which the pool then pays', () => {
    expect(read({ amount: '40.000' }).ok).toBe(true);
  });
});

const failed = (status: number): Reply<never> => ({
  type: 'failed',
  status,
  code: 'changed',
  message: 'En anden har ændret budgettet imens.',
  details: [],
  body: null,
});

/** A server with one pool, whose row is as given when it is read. */
const serverWith = (now: PoolLineReply) => {
  const sent: unknown[] = [];
  const api: Api = {
    read: async <T>() =>
      ({ type: 'done', etag: '', value: anEconomy({ pools: [now] }) as T }) as Reply<T>,
    send: async <T>(_address: string, body: unknown) => {
      sent.push(body);
      return (body as { revision: string }).revision === now.revision
        ? ({ type: 'done', etag: '', value: anEconomy() as T } as Reply<T>)
        : failed(409);
    },
    file: async () => failed(500),
  };
  return { api, sent };
};

describe('saving a budget', () => {
  it('saves again when the row moved and the budget did not', async () => {
    const { api, sent } = serverWith({ ...short, revision: '"new"' });
    expect((await saveBudget(api, short, 250_000_00)).type).toBe('saved');
    expect(sent).toHaveLength(2);
  });

  it('shows the other figure when somebody changed the budget, and saves nothing', async () => {
    const theirs = { ...aLine(omsorg, aBalance(300_000)), revision: '"new"' };
    const { api, sent } = serverWith(theirs);
    const saved = await saveBudget(api, short, 250_000_00);
    expect(saved).toMatchObject({ type: 'clash', line: { pool: { budgetOre: 300_000_00 } } });
    expect(sent).toHaveLength(1);
    if (saved.type === 'clash')
      expect((await saveBudget(api, saved.line, 250_000_00)).type).toBe('saved');
  });
});

describe('moving a project to another pool', () => {
  const project = {
    leadArea: 'omsorg',
    shares: [{ pool: 'area:omsorg', ore: 100_00 }],
    liftedGate: null,
    liftedBy: '',
    askOre: 100_00,
    commonGranted: false,
  } as const;

  it('says at once who will decide, and why', () => {
    const move = moveOf(project, 'gate1', defaultAreas, [{ pool: 'common', ore: 100_00 }]);
    expect(move).toMatchObject({
      changes: true,
      withThese: 'Chefgruppen beslutter, fordi pengene kommer fra fællespuljen.',
    });
    expect(move?.today).toContain('Chef, Omsorg beslutter');
  });

  it('says when it stays the same', () => {
    const move = moveOf(project, 'gate1', defaultAreas, [{ pool: 'area:omsorg', ore: 90_00 }]);
    expect(move?.changes).toBe(false);
  });

  it('compares with whoever was asked, also when it was sent on', () => {
    const asked = {
      decider: { type: 'chefgruppe', seats: ['social', 'sundhed', 'omsorg'] },
      why: { type: 'rerouted', by: 'Konsulent, DigiTek', because: 'Den rører alle' },
    } as const;
    const move = moveOf(project, 'gate1', defaultAreas, project.shares, asked);
    expect(move?.changes).toBe(true);
    expect(move?.today).toContain('Konsulent, DigiTek har sendt sagen videre');
    expect(move?.withThese).toContain('Chef, Omsorg beslutter');
  });

  it('has nobody who decides today about funding that is not asked for', () => {
    const move = moveOf({ ...project, askOre: null }, 'funding', defaultAreas, [
      { pool: 'area:omsorg', ore: 90_00 },
      { pool: 'area:social', ore: Number.NaN },
    ]);
    expect(move).toMatchObject({ changes: true, today: '' });
    expect(move?.withThese).toContain('Chef, Omsorg og Chef, Social beslutter');
  });

  it('cannot be told without a lead area', () => {
    expect(moveOf({ ...project, leadArea: null }, 'gate1', defaultAreas, [])).toBeNull();
  });
});
