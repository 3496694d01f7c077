import { describe, expect, it } from 'vitest';
import type { BoardProject } from '#shared/domain/board.ts';
import { tekCloudOf } from '#shared/domain/tekCloud.ts';

const aProject = (id: string, given: Partial<BoardProject> = {}): BoardProject => ({
  ...{ id, title: id, phase: 'idea', status: 'active', type: 'digitek' },
  ...given,
});

describe('the portfolio’s cloud', () => {
  it('gathers those with the same weights, where most stand first', () => {
    const cloud = tekCloudOf([
      aProject('a', { tek: [3, 1, 0] }),
      aProject('b', { tek: [1, 1, 1] }),
      aProject('c', { tek: [2, 2, 2] }),
    ]);
    expect(cloud.points.map(({ projects }) => projects.map(({ id }) => id))).toEqual([
      ['b', 'c'],
      ['a'],
    ]);
    expect(cloud.points.map(({ isInside }) => isInside)).toEqual([true, false]);
    expect(cloud.points.map(({ remark }) => remark)).toEqual([null, 'legMissing']);
    expect(cloud).toMatchObject({ assessed: 3, inside: 2, placeless: [] });
  });

  it('counts every living project once, and none that has ended', () => {
    const values = [0, 1, 2, 3];
    const projects = values.flatMap((e) =>
      values.flatMap((k) => values.map((t) => aProject(`${e}${k}${t}`, { tek: [e, k, t] }))),
    );
    const ended = [
      aProject('x', { status: 'closed', tek: [1, 1, 1] }),
      aProject('y', { status: 'stopped', tek: [1, 1, 1] }),
    ];
    const cloud = tekCloudOf([...projects, ...ended, aProject('unsaid')]);
    const placed = cloud.points.flatMap((point) => point.projects.map(({ id }) => id));
    expect(new Set(placed).size).toBe(placed.length);
    expect(placed).toHaveLength(63);
    expect(cloud.placeless.map(({ id }) => id)).toEqual(['000', 'unsaid']);
  });
});
