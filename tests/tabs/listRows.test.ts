import { describe, expect, it } from 'vitest';
import { type ListRows, rowActFor, rowsOf } from '../../tabs/list/listRows.ts';
import { tiedPeople } from '../../tabs/list/tiedPeople.ts';
import { aBoardProject } from '../builders/board.ts';

const aGroup = (key: string, ...ids: readonly string[]) => ({
  ...{ key, askOre: 0, budgetOre: 0 },
  projects: ids.map((id) => aBoardProject({ id })),
});

const groups = [aGroup('idea', 'a', 'b'), aGroup('trial', 'c')];
const keys = (rows: ListRows): readonly (string | undefined)[] =>
  Array.from({ length: rows.count }, (_, index) => rows.at(index)?.key);

describe('the rows of the list', () => {
  it('are the groups and what stands in them', () => {
    expect(keys(rowsOf(groups, new Set(), true))).toEqual([
      ...['group:idea', 'project:a', 'project:b'],
      ...['group:trial', 'project:c'],
    ]);
  });

  it('leave out what stands in a folded group', () => {
    expect(keys(rowsOf(groups, new Set(['group:idea']), true))).toEqual([
      ...['group:idea', 'group:trial', 'project:c'],
    ]);
  });

  it('have no heads without groups, and nothing is folded then', () => {
    expect(keys(rowsOf(groups, new Set(['group:idea']), false))).toEqual([
      ...['project:a', 'project:b', 'project:c'],
    ]);
  });
});

describe('where a row stands', () => {
  it.each([
    ['all open', new Set<string>(), true],
    ['one folded', new Set(['group:idea']), true],
    ['no heads', new Set<string>(), false],
  ])('is found by its key, %s', (_name, folded, hasHeads) => {
    const rows = rowsOf(groups, folded, hasHeads);
    const found = keys(rows).map((key) => rows.indexOf(key ?? ''));
    expect(found).toEqual(found.map((_one, index) => index));
    expect(rows.at(rows.count)).toBeUndefined();
    expect(rows.at(-1)).toBeUndefined();
  });

  it('is nowhere for what is folded away, filtered out, or a head without heads', () => {
    expect(rowsOf(groups, new Set(['group:idea']), true).indexOf('project:a')).toBe(-1);
    expect(rowsOf(groups, new Set(), true).indexOf('project:x')).toBe(-1);
    expect(rowsOf(groups, new Set(), false).indexOf('group:idea')).toBe(-1);
  });
});

describe('a key on a row', () => {
  const rows = rowsOf(groups, new Set(['group:trial']), true);
  const go = (to: number) => ({ type: 'go', to });
  it.each([
    [0, 'ArrowDown', go(1)],
    [0, 'ArrowUp', go(0)],
    [3, 'ArrowDown', go(3)],
    [1, 'End', go(3)],
    [2, 'Home', go(0)],
    [0, 'PageDown', go(2)],
    [3, 'PageUp', go(1)],
    [0, 'ArrowRight', go(1)],
    [3, 'ArrowRight', { type: 'fold' }],
    [0, 'ArrowLeft', { type: 'fold' }],
    [2, 'ArrowLeft', go(0)],
    [3, 'ArrowLeft', null],
    [1, 'ArrowRight', null],
    [1, 'Enter', { type: 'open' }],
    [0, 'Enter', { type: 'fold' }],
    [0, ' ', { type: 'fold' }],
    [1, ' ', null],
    [1, 'x', null],
  ] as const)('%i %s', (at, key, act) => expect(rowActFor(rows, at, key, 2)).toEqual(act));
});

describe('people to narrow by', () => {
  it('are those who own or lead something, by name, with how much', () => {
    const projects = [
      aBoardProject({ id: 'a', owner: 'bo', lead: 'ane' }),
      aBoardProject({ id: 'b', owner: 'bo' }),
      aBoardProject({ id: 'c', lead: 'gone' }),
    ];
    expect(tiedPeople(projects, { bo: 'Leder, Øst', ane: 'Chef, Nord', cy: 'Ingen' })).toEqual([
      { id: 'ane', name: 'Chef, Nord', owns: 0, leads: 1 },
      { id: 'bo', name: 'Leder, Øst', owns: 2, leads: 0 },
    ]);
  });
});
