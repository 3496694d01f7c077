import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultAreas } from '#shared/domain/area.ts';
import type { BoardProject } from '#shared/domain/board.ts';
import { type Looking, noFilter, passes } from '#shared/domain/boardLooking.ts';
import { daysFrom } from '#shared/words/dates.ts';
import { originNames } from '#shared/words/words.ts';
import { rowsToMount } from '../../tabs/board/CardColumn.tsx';
import { followBoard, mergeBoard } from '../../tabs/board/mergeBoard.ts';
import { rowsInSight, rowsOfShelves } from '../../tabs/board/Shelves.tsx';
import { shapeBoard } from '../../tabs/board/shapeBoard.ts';
import { placeAfter } from '../../tabs/board/useBoardKeys.ts';
import { pitchFor, scrollFor, windowOf } from '../../tabs/board/windowOf.ts';
import { aBoard, aBoardProject } from '../builders/board.ts';

const looking: Looking = {
  meId: 'me',
  seats: ['omsorg'],
  daysSince: (at) => daysFrom(at, '2026-11-23'),
  names: { areas: defaultAreas, people: { mette: 'Leder, Åboulevarden' }, origins: originNames },
};

const atGate = (id: string, since: string): BoardProject =>
  aBoardProject({
    id,
    waitingFor: {
      type: 'gate',
      gate: 'gate1',
      requestId: `${id}-gate1-1`,
      decider: 'chef',
      seats: ['omsorg'],
      pending: ['omsorg'],
      since,
    },
  });

const waitsFor = (id: string, since: string, stuck?: BoardProject['stuck']): BoardProject =>
  aBoardProject({
    id,
    waitingFor: { type: 'somebody', whom: 'Leverandøren', since },
    ...(stuck ? { stuck } : {}),
  });

const idsIn = (projects: readonly BoardProject[], place = 0): readonly string[] =>
  shapeBoard(projects, noFilter, looking).columns[place]?.cards.map((card) => card.id) ?? [];

describe('the columns', () => {
  it('put SKAL first, then the longest wait at the gate, then the highest priority', () => {
    expect(
      idsIn([
        aBoardProject({ id: 'none' }),
        aBoardProject({ id: 'low', priority: 'low' }),
        aBoardProject({ id: 'high', priority: 'high' }),
        atGate('short', '2026-11-20T08:00:00Z'),
        atGate('long', '2026-11-01T08:00:00Z'),
        aBoardProject({ id: 'skal', type: 'skal', priority: 'veryHigh' }),
        aBoardProject({ id: 'medium', priority: 'medium' }),
      ]),
    ).toEqual(['skal', 'long', 'short', 'high', 'medium', 'low', 'none']);
  });

  it('show spread beside operation, and keep what is not underway on the shelves', () => {
    const shape = shapeBoard(
      [
        aBoardProject({ id: 'a', phase: 'spread', status: 'operating' }),
        aBoardProject({ id: 'b', phase: 'operation', status: 'operating' }),
        aBoardProject({ id: 'c', status: 'raw' }),
        aBoardProject({ id: 'd', status: 'stopped' }),
      ],
      noFilter,
      looking,
    );
    expect(shape.columns[3]?.cards.map((card) => card.id)).toEqual(['a', 'b']);
    expect(shape.shelves.raw.map((card) => card.id)).toEqual(['c']);
    expect(shape.shelves.stopped.map((card) => card.id)).toEqual(['d']);
    expect(shape.total).toBe(3);
  });

  it('count and add up what passes, each sum for itself, and remember how many there are', () => {
    const shape = shapeBoard(
      [
        aBoardProject({ id: 'a', askOre: 100, area: 'social' }),
        aBoardProject({ id: 'b', askOre: 30, budgetOre: 900 }),
        aBoardProject({ id: 'd', budgetOre: 70 }),
        aBoardProject({ id: 'c' }),
      ],
      { ...noFilter, area: 'omsorg' },
      looking,
    );
    expect(shape.columns[0]).toMatchObject({ total: 4, askOre: 30, budgetOre: 970 });
    expect(shape.columns[0]?.cards).toHaveLength(3);
  });
});

describe('the views and the search', () => {
  const projects = [
    atGate('gate', '2026-11-20T08:00:00Z'),
    waitsFor('stuck', '2026-11-01T08:00:00Z', { why: 'somebody', since: '2026-11-01T08:00:00Z' }),
    waitsFor('soon', '2026-11-20T08:00:00Z'),
    aBoardProject({ id: 'mine', area: 'social', lead: 'me' }),
    aBoardProject({
      ...{ id: 'P043', area: 'social', common: true, title: 'Æblegården synger' },
      ...{ purpose: 'Kor på plejehjemmet', municipality: 'Aarhus', owner: 'mette' },
    }),
  ];

  it('answer their questions', () => {
    expect(shapeBoard(projects, noFilter, looking).inView).toEqual({
      all: 5,
      waiting: 1,
      mine: 4,
      common: 1,
      stuck: 1,
    });
  });

  const found = (text: string): readonly string[] =>
    shapeBoard(projects, { ...noFilter, text }, looking).columns[0]?.cards.map((one) => one.id) ??
    [];

  it.each([
    ['SYNGER æble', 'words in any order, whatever the case'],
    ['aeblegaarden', 'a keyboard without Danish letters'],
    ['\u0061\u030aboulevarden leder', 'the owner, with a letter in two signs'],
    ['plejehjemmet\u00a0 kor', 'the purpose, with another space'],
    ['århus social', 'municipality and area'],
    ['p043', 'the number'],
    ['leder, aaboulevarden p043 æble', 'all at once'],
  ])('find %j: %s', (text) => expect(found(text)).toEqual(['P043']));

  it('find nothing by what is nowhere', () => {
    expect(found('findes ikke')).toEqual([]);
    expect(found('aeblegaarden sundhed')).toEqual([]);
  });

  it('find by a new name as soon as somebody has it', () => {
    const renamed = { ...looking, names: { ...looking.names, people: { mette: 'Chef, Omsorg' } } };
    const filter = { ...noFilter, text: 'aaboulevarden' };
    expect(shapeBoard(projects, filter, renamed).shown).toBe(0);
    expect(found('aaboulevarden')).toEqual(['P043']);
  });
});

describe('new data', () => {
  it('keeps the objects of all that did not change', () => {
    const before = aBoard(20);
    const after = structuredClone(before);
    const projects = after.projects.map((project) =>
      project.id === 'p3' ? { ...project, title: 'Nyt navn' } : project,
    );
    const merged = mergeBoard(before, { ...after, projects });
    const changed = merged.projects.filter((project, place) => project !== before.projects[place]);
    expect(changed.map((project) => project.id)).toEqual(['p3']);
    expect(mergeBoard(before, structuredClone(before)).projects).toBe(before.projects);
  });
});

describe('what became of the board', () => {
  const around = { asOf: 'later', areas: defaultAreas, setAside: 0, gone: [] };
  const change = fc.record({
    at: fc.nat(39),
    to: fc.record({
      title: fc.constantFrom('Ny', 'Nyere'),
      phase: fc.constantFrom('idea', 'trial', 'spread'),
      status: fc.constantFrom('active', 'raw', 'closed', 'operating'),
      type: fc.constantFrom('digitek', 'skal'),
      priority: fc.constantFrom('low', 'veryHigh', undefined),
      waitingFor: fc.constantFrom(
        undefined,
        ...['2026-11-20T08:00:00Z', '2026-09-02T00:00:00.000Z'].map(
          (since) => atGate('x', since).waitingFor,
        ),
      ),
    }),
  });

  it('is drawn as if the whole had come, however often', () => {
    fc.assert(
      fc.property(fc.array(fc.array(change, { maxLength: 4 }), { maxLength: 6 }), (turns) => {
        let board = aBoard(40);
        shapeBoard(board.projects, noFilter, looking);
        for (const turn of turns) {
          const changed = turn.map(({ at, to }): BoardProject => {
            const { waitingFor: _, priority: __, ...rest } = board.projects[at] ?? aBoardProject();
            return JSON.parse(JSON.stringify({ ...rest, ...to }));
          });
          const { stuckLimits } = board;
          board = followBoard(board, { ...around, stuckLimits, changed });
          const anew = shapeBoard([...board.projects], noFilter, looking);
          expect(shapeBoard(board.projects, noFilter, looking)).toEqual(anew);
        }
      }),
      { seed: 20_261_129, numRuns: 200 },
    );
  });

  it('leaves the lists alone that nobody moved in', () => {
    const board = aBoard(40);
    const before = shapeBoard(board.projects, noFilter, looking);
    const [first] = board.projects;
    const changed = [{ ...(first ?? aBoardProject()), title: 'Ny' }];
    const { stuckLimits } = board;
    const { projects } = followBoard(board, { ...around, stuckLimits, changed });
    const after = shapeBoard(projects, noFilter, looking);
    const same = after.columns.map(({ cards }, at) => cards === before.columns[at]?.cards);
    expect(same.filter((one) => !one)).toHaveLength(1);
    expect(after.shelves.raw).toBe(before.shelves.raw);
  });

  it('is no longer old when it is not told that it is', () => {
    const board = { ...aBoard(3), stale: true as const };
    const { stuckLimits } = board;
    const after = followBoard(board, { ...around, stuckLimits, changed: [] });
    expect([after.stale, after.asOf, after.projects]).toEqual([undefined, 'later', board.projects]);
  });
});

describe('a board that has been looked through', () => {
  const filterOf = (text: string) => ({ ...noFilter, text });

  it('shows what passes as if nothing else were there', () => {
    const { projects } = aBoard(400);
    const filters = ['vej', 'DIGI 6', 'leverandøren', ''].map(filterOf);
    for (const filter of [...filters, { ...filterOf('n'), view: 'waiting' as const }]) {
      const alone = shapeBoard(projects.filter(passes(filter, looking)), filter, looking);
      const { columns, queues, shelves, shown } = shapeBoard(projects, filter, looking);
      expect({ queues, shelves, shown }).toEqual({
        ...{ queues: alone.queues, shelves: alone.shelves, shown: alone.shown },
      });
      expect(columns.map(({ total: _, ...rest }) => rest)).toEqual(
        alone.columns.map(({ total: _, ...rest }) => rest),
      );
    }
  });

  it('shows what has changed since, in its new place', () => {
    const board = aBoard(40);
    const found = (projects: readonly BoardProject[]) =>
      shapeBoard(projects, filterOf('vindmølle'), looking).columns.map(({ cards }) =>
        cards.map(({ id }) => id),
      );
    expect(found(board.projects)).toEqual([[], [], [], []]);
    const moved = board.projects.map((project) =>
      project.id === 'p4' ? { ...project, title: 'Vindmølle', phase: 'trial' as const } : project,
    );
    const after = mergeBoard(board, { ...board, projects: moved }).projects;
    expect(found(after)).toEqual([[], [], ['p4'], []]);
    expect(shapeBoard(after, noFilter, looking).columns.map(({ total }) => total)).toEqual([
      9, 10, 11, 10,
    ]);
    expect(found(after.filter(({ id }) => id !== 'p4'))).toEqual([[], [], [], []]);
  });
});

describe('the window', () => {
  const pitch = pitchFor(16);

  it('mounts what is in sight and a little more, however many there are', () => {
    expect(windowOf(0, 800, pitch.step)).toEqual({ from: 0, to: 11 });
    const far = windowOf(1_100_000, 800, pitch.step);
    expect(far.from).toBe(9_997);
    expect(rowsToMount(20_000, far, -1)).toHaveLength(far.to - far.from);
    expect(windowOf(0, 50_000, pitch.step).to).toBeLessThanOrEqual(28);
  });

  it('keeps the focused card mounted when it is scrolled away', () => {
    expect(rowsToMount(100, { from: 40, to: 44 }, 3)).toEqual([3, 40, 41, 42, 43]);
    expect(rowsToMount(100, { from: 0, to: 2 }, 99)).toEqual([0, 1, 99]);
  });

  it('scrolls only when the row is not in sight', () => {
    expect(scrollFor(2, pitch, 0, 800, 46)).toBe(0);
    expect(scrollFor(0, pitch, 500, 800, 46)).toBe(0);
    expect(scrollFor(50, pitch, 0, 800, 46)).toBe(50 * 110 - (800 - 46 - 110));
  });

  it('follows the size of the text in steps', () => {
    expect([16, 20, 32].map((size) => pitchFor(size).card)).toEqual([102, 126, 150]);
  });
});

describe('the arrows', () => {
  it('go up and down in a column, and across to the next column with cards', () => {
    const lengths = [3, 0, 2, 1];
    expect(placeAfter(lengths, { column: 0, row: 2 }, 'ArrowDown')).toEqual({ column: 0, row: 2 });
    expect(placeAfter(lengths, { column: 0, row: 2 }, 'ArrowRight')).toEqual({ column: 2, row: 1 });
    expect(placeAfter(lengths, { column: 3, row: 0 }, 'ArrowRight')).toBeNull();
    expect(placeAfter(lengths, { column: 0, row: 0 }, 'End')).toEqual({ column: 0, row: 2 });
    expect(placeAfter(lengths, { column: 0, row: 0 }, 'x')).toBeNull();
  });
});

describe('the reading list', () => {
  it('places every row by arithmetic and finds those in sight', () => {
    const many = Array.from({ length: 5_000 }, (_, at) =>
      aBoardProject({
        id: `r${at}`,
        status: 'raw',
        title: at % 2 === 0 ? 'Kort' : 'Et navn der tager to linjer',
      }),
    );
    const { rows, height } = rowsOfShelves(
      { raw: many, backlog: [], pipeline: [], closed: [], stopped: [] },
      new Set(['raw']),
    );
    const last = rows.at(-1);
    expect(height).toBe((last?.top ?? 0) + (last?.height ?? 0));
    const seen = rowsInSight(rows, 50_000, 50_800);
    expect(seen.length).toBeLessThan(40);
    expect(seen[0]?.top).toBeGreaterThan(49_900);
  });
});
