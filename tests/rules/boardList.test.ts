import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boardQueryOf, boardViewIn } from '#shared/contract/boardAddress.ts';
import { defaultAreas } from '#shared/domain/area.ts';
import { type BoardProject, columns, type Place, places } from '#shared/domain/board.ts';
import { dropOn } from '#shared/domain/boardDrop.ts';
import {
  type BoardView,
  groupings,
  shapeList,
  sortAfter,
  sorted,
  sortKeys,
} from '#shared/domain/boardList.ts';
import { type Looking, noFilter, passes, passing, views } from '#shared/domain/boardLooking.ts';
import { phases } from '#shared/domain/phase.ts';
import { priorities } from '#shared/domain/priority.ts';
import { ideaOrigins, projectTypes, statuses } from '#shared/domain/project.ts';
import { daysFrom } from '#shared/words/dates.ts';
import { dropText } from '#shared/words/screens/board.ts';
import { groupName } from '#shared/words/screens/boardList.ts';
import { originNames } from '#shared/words/words.ts';
import { aBoard, aBoardProject } from '../builders/board.ts';

const names = {
  areas: defaultAreas,
  people: { anna: 'Konsulent, Årslev', bo: 'Konsulent, Zebra', ane: 'Konsulent, Ære' },
  origins: originNames,
};

const looking: Looking = {
  meId: 'me',
  seats: [],
  daysSince: (at) => daysFrom(at, '2026-11-23'),
  names,
};

const view = (given: Partial<BoardView> = {}): BoardView => ({
  as: 'list',
  filter: noFilter,
  grouping: 'none',
  sort: { by: 'waits', down: true },
  ...given,
});

const waits = (id: string, since: string, decider: 'chef' | 'chefgruppe' = 'chef') =>
  aBoardProject({
    id,
    waitingFor: {
      ...{ type: 'gate', gate: 'gate1', requestId: `${id}-1`, decider, since },
      ...{ seats: ['omsorg'], pending: ['omsorg'] },
    },
  });

const whom = (id: string, name: string) =>
  aBoardProject({
    id,
    waitingFor: { type: 'somebody', whom: name, since: '2026-11-20T08:00:00Z' },
  });

const idsBy = (projects: readonly BoardProject[], by: BoardView['sort']['by'], down: boolean) =>
  sorted(projects, { by, down }, names).map(({ id }) => id);

describe('the order of the list', () => {
  const three = [
    aBoardProject({ id: 'a', title: 'Ål 10', askOre: 5, lead: 'anna' }),
    aBoardProject({ id: 'b', title: 'Zoo', askOre: 9, lead: 'bo' }),
    aBoardProject({ id: 'c', title: 'Ål 9', lead: 'ane' }),
    aBoardProject({ id: 'd', title: 'Æble', askOre: 7 }),
  ];

  it('is Danish, and reads numbers as numbers', () => {
    expect(idsBy(three, 'title', false)).toEqual(['b', 'd', 'c', 'a']);
    expect(idsBy(three, 'title', true)).toEqual(['a', 'c', 'd', 'b']);
  });

  it('puts what has no value last, whichever way it is turned', () => {
    expect(idsBy(three, 'ask', true)).toEqual(['b', 'd', 'a', 'c']);
    expect(idsBy(three, 'ask', false)).toEqual(['a', 'd', 'b', 'c']);
    expect(idsBy(three, 'lead', false)).toEqual(['b', 'c', 'a', 'd']);
    expect(idsBy(three, 'lead', true).at(-1)).toBe('d');
  });

  it('puts the longest wait first, and what waits for nobody last', () => {
    const rows = [
      aBoardProject({ id: 'none' }),
      waits('short', '2026-11-20T08:00:00Z'),
      waits('long', '2026-11-01T08:00:00Z'),
    ];
    expect(idsBy(rows, 'waits', true)).toEqual(['long', 'short', 'none']);
    expect(idsBy(rows, 'waits', false)).toEqual(['short', 'long', 'none']);
  });

  it('turns round when a head is pressed again', () => {
    const once = sortAfter({ by: 'waits', down: true }, 'title');
    expect(once).toEqual({ by: 'title', down: false });
    expect(sortAfter(once, 'title')).toEqual({ by: 'title', down: true });
    expect(sortAfter(once, 'budget')).toEqual({ by: 'budget', down: true });
  });
});

const groupsBy = (projects: readonly BoardProject[], grouping: BoardView['grouping']) =>
  shapeList(projects, view({ grouping }), looking).groups.map((group) => [
    groupName(grouping, group, names),
    group.projects.map(({ id }) => id).join(' '),
  ]);

describe('the groups of the list', () => {
  it('stand in the order of a project, the reading lists after the rooms', () => {
    const rows = [
      aBoardProject({ id: 'o', phase: 'spread', status: 'operating' }),
      aBoardProject({ id: 't', phase: 'trial' }),
      aBoardProject({ id: 'i' }),
      aBoardProject({ id: 'r', status: 'raw' }),
    ];
    expect(groupsBy(rows, 'phase')).toEqual([
      ['IDÉ', 'i'],
      ['AFPRØVNING', 't'],
      ['IDRIFTSÆTTELSE / SPREDNING', 'o'],
      ['Idébank', 'r'],
    ]);
  });

  it('of waiting are by whom, however the name is written', () => {
    const rows = [
      whom('x', 'Leverandøren'),
      whom('y', 'LEVERANDØREN '),
      waits('c', '2026-11-20T08:00:00Z'),
      waits('g', '2026-11-20T08:00:00Z', 'chefgruppe'),
      aBoardProject({ id: 'n' }),
      aBoardProject({ id: 'm', waitingFor: { type: 'missing', gate: 'gate1', count: 2 } }),
    ];
    expect(groupsBy(rows, 'waits')).toEqual([
      ['Chefgruppen', 'g'],
      ['Chef, Omsorg', 'c'],
      ['Leverandøren', 'x y'],
      ['Mangler noget før en gate', 'm'],
      ['Venter ikke på nogen', 'n'],
    ]);
  });

  it('name also what has none', () => {
    const { area: _, ...across } = aBoardProject({ id: 'across' });
    const rows: readonly BoardProject[] = [across, aBoardProject({ id: 'led', lead: 'bo' })];
    expect(groupsBy(rows, 'area')).toEqual([
      ['Omsorg', 'led'],
      ['På tværs', 'across'],
    ]);
    expect(groupsBy(rows, 'lead')).toEqual([
      ['Konsulent, Zebra', 'led'],
      ['Ingen projektleder endnu', 'across'],
    ]);
    expect(groupsBy(rows, 'priority')).toEqual([['Ingen prioritet endnu', 'across led']]);
  });

  it('hold what came from one place, when that is asked for', () => {
    const rows = [
      aBoardProject({ id: 'a', origin: 'radar' }),
      aBoardProject({ id: 'b', origin: 'os2' }),
      aBoardProject({ id: 'c' }),
    ];
    const found = shapeList(rows, view({ filter: { ...noFilter, origin: 'radar' } }), looking);
    expect(found.shown).toBe(1);
    // What type it is of is asked for beside where it comes from: neither clears the other.
    const both = { ...noFilter, origin: 'radar' as const, type: 'skal' };
    expect(shapeList(rows, view({ filter: both }), looking).shown).toBe(0);
    const address = boardQueryOf(view({ filter: both }));
    expect(boardViewIn('list', address).filter).toMatchObject({ origin: 'radar', type: 'skal' });
  });

  it('find where an idea comes from by the name it is shown with', () => {
    const rows = [
      aBoardProject({ id: 'a', origin: 'radar', title: 'Gulvsensor' }),
      aBoardProject({ id: 'b', origin: 'kombit', title: 'Kalender' }),
      aBoardProject({ id: 'c', title: 'Radarhus' }),
    ];
    const found = (text: string) =>
      passing(rows, { ...noFilter, text }, looking).map(({ id }) => id);
    expect(found('teknologiradar')).toEqual(['a']);
    expect(found('KOMBIT')).toEqual(['b']);
    expect(found('radar')).toEqual(['a', 'c']);
  });

  it('add the next phase and the whole budget each for itself', () => {
    const rows = [
      aBoardProject({ id: 'a', askOre: 100, budgetOre: 1_000 }),
      aBoardProject({ id: 'b', budgetOre: 30 }),
      aBoardProject({ id: 'c', phase: 'trial', askOre: 7 }),
    ];
    const shape = shapeList(rows, view({ grouping: 'phase' }), looking);
    expect(shape).toMatchObject({ askOre: 107, budgetOre: 1_030, shown: 3 });
    expect(shape.groups.map(({ askOre, budgetOre }) => [askOre, budgetOre])).toEqual([
      [100, 1_030],
      [7, 0],
    ]);
  });
});

const anyView: fc.Arbitrary<Omit<BoardView, 'as'>> = fc.record({
  filter: fc.record({
    view: fc.constantFrom(...views),
    area: fc.constantFrom('', 'across', 'omsorg', 'børn & unge'),
    type: fc.constantFrom('', ...projectTypes),
    priority: fc.constantFrom('', ...priorities),
    origin: fc.constantFrom('' as const, ...ideaOrigins),
    place: fc.constantFrom('' as const, 'ended' as const, ...places),
    person: fc.constantFrom('', '00000000-0000-4000-8000-000000000001'),
    text: fc.string({ maxLength: 40 }).map((text) => text.trim()),
  }),
  grouping: fc.constantFrom(...groupings),
  sort: fc.record({ by: fc.constantFrom(...sortKeys), down: fc.boolean() }),
});

describe('a list that has been looked through', () => {
  const rows = [
    ...aBoard(60).projects,
    aBoardProject({ id: 'over', status: 'closed', title: 'Online' }),
  ];
  const filters = ['', 'online', 'talt 3'].map((text) => ({ ...noFilter, text }));

  it.each(groupings)('holds what passes as if nothing else were there, by %s', (grouping) => {
    for (const filter of [...filters, { ...noFilter, place: 'ended' as const }]) {
      const alone = rows.filter(passes(filter, looking));
      expect(shapeList(rows, view({ filter, grouping }), looking)).toEqual(
        shapeList(alone, view({ filter, grouping }), looking),
      );
    }
  });

  it('holds those that pass when each is asked', () => {
    fc.assert(
      fc.property(anyView, fc.constantFrom('', 'nat', 'leder 1', 'Ø'), ({ filter }, text) => {
        const asked = { ...filter, text };
        expect(passing(rows, asked, looking)).toEqual(rows.filter(passes(asked, looking)));
      }),
    );
  });

  it('groups anew what has changed, and by new names', () => {
    const before = [
      aBoardProject({ id: 'a', lead: 'bo' }),
      aBoardProject({ id: 'b', lead: 'ane' }),
    ];
    const byLead = view({ grouping: 'lead' });
    const keysOf = (projects: readonly BoardProject[], who = looking) =>
      shapeList(projects, byLead, who).groups.map(({ key }) => key);
    expect(keysOf(before)).toEqual(['bo', 'ane']);
    expect(keysOf(before.map((one) => (one.id === 'a' ? { ...one, lead: 'anna' } : one)))).toEqual([
      'ane',
      'anna',
    ]);
    const renamed = { ...looking, names: { ...names, people: { bo: 'Å', ane: 'A' } } };
    expect(keysOf(before, renamed)).toEqual(['ane', 'bo']);
    expect(keysOf(before)).toEqual(['bo', 'ane']);
  });
});

describe('what is over', () => {
  const rows = [
    aBoardProject({ id: 'on' }),
    aBoardProject({ id: 'closed', status: 'closed' }),
    aBoardProject({ id: 'stopped', status: 'stopped' }),
  ];
  const idsAt = (place: Place | '' | 'ended') =>
    shapeList(rows, view({ filter: { ...noFilter, place } }), looking);

  it('is counted, and shown when it is asked for', () => {
    expect(idsAt('')).toMatchObject({ shown: 1, ended: 2 });
    expect(idsAt('ended')).toMatchObject({ shown: 2, ended: 0 });
    expect(idsAt('stopped').groups[0]?.projects.map(({ id }) => id)).toEqual(['stopped']);
  });
});

describe('the address', () => {
  it('says the whole view, and is read back as the same', () => {
    fc.assert(
      fc.property(anyView, (given) => {
        expect(boardViewIn('list', boardQueryOf(given))).toEqual({ as: 'list', ...given });
      }),
    );
  });

  it('is plain when nothing is chosen, and readable when something is', () => {
    expect(boardQueryOf(boardViewIn('list', ''))).toBe('');
    const chefs = { ...noFilter, view: 'waiting' as const, area: 'omsorg' };
    expect(boardQueryOf(view({ filter: chefs, grouping: 'phase' }))).toBe(
      'vis=venter&omraade=omsorg',
    );
  });

  it('that nobody wrote still opens', () => {
    const odd = boardViewIn('list', 'vis=x&fase=y&grupper=z&sorter=-&type=%00&prioritet=1');
    expect(odd).toEqual(boardViewIn('list', ''));
  });
});

describe('a card that is let go', () => {
  const all = phases.flatMap((phase) =>
    statuses.flatMap((status) =>
      projectTypes.flatMap((type) =>
        columns.map((to) => [aBoardProject({ phase, status, type }), to] as const),
      ),
    ),
  );

  it('asks for the gate of the next room, stays in its own, and is refused with a sentence elsewhere', () => {
    const at = (phase: BoardProject['phase'], to: (typeof columns)[number], given = {}) =>
      dropOn(aBoardProject({ phase, ...given }), to);
    expect(at('idea', 'investigation')).toEqual({ type: 'toGate', gate: 'gate1' });
    expect(at('trial', 'operation')).toEqual({ type: 'toGate', gate: 'gate3' });
    expect(at('idea', 'idea')).toEqual({ type: 'stays' });
    expect(at('idea', 'trial')).toMatchObject({ refusal: { type: 'notNext', gate: 'gate1' } });
    expect(at('trial', 'idea')).toMatchObject({ refusal: { type: 'backwards' } });
    expect(at('idea', 'investigation', { type: 'skal' })).toMatchObject({
      refusal: { type: 'noGates' },
    });
    expect(at('idea', 'investigation', { status: 'raw' })).toMatchObject({
      refusal: { type: 'notUnderway' },
    });
  });

  it('always comes to something, and never to a silent nothing', () => {
    for (const [project, to] of all) {
      const drop = dropOn(project, to);
      if (drop.type === 'refused') expect(dropText(project.title, drop.refusal)).toMatch(/\.$/);
      if (drop.type === 'toGate') expect(project.type).toBe('digitek');
    }
  });
});
