import { describe, expect, it } from 'vitest';
import { apart, type Circle } from '../../tabs/drawing/apart.ts';

const line = 128;
const most = 14;
const far = (one: Circle, other: Circle): number => Math.hypot(one.x - other.x, one.y - other.y);
const hidden = (circles: readonly Circle[]): number =>
  circles.flatMap((one, at) =>
    circles.slice(at + 1).filter((other) => far(one, other) < one.r + other.r),
  ).length;

/** As many projects stand in the middle of the triangle, by weights 1 to 3. */
const crowd: readonly Circle[] = [
  ...[2, 3, 1].flatMap((e) =>
    [2, 3, 1].flatMap((k) =>
      [2, 3, 1].map((t) => ({ e: e / (e + k + t), k: k / (e + k + t), r: 5.4 + (e + k + t) / 4 })),
    ),
  ),
]
  .filter(({ e, k }, at, all) => all.findIndex((one) => one.e === e && one.k === k) === at)
  .map(({ e, k, r }) => ({ x: 22 + e * 92 + k * 184, y: 180 - e * 154, r }));

describe('circles that would hide each other', () => {
  it('are moved apart, none far, and none over the line', () => {
    const shown = apart(crowd, { most, line });
    expect(hidden(crowd)).toBeGreaterThan(10);
    expect(hidden(shown)).toBe(0);
    shown.forEach((one, at) => {
      const home = crowd[at];
      if (!home) throw new Error('one too many');
      expect(far(one, home)).toBeLessThanOrEqual(most + 0.001);
      expect(one.y <= line).toBe(home.y <= line);
    });
    expect(apart(crowd, { most, line })).toEqual(shown);
  });

  it('two in one place stand side by side, and those with room stay', () => {
    const [one, other, alone] = apart(
      [
        { x: 50, y: 50, r: 5 },
        { x: 50, y: 50, r: 5 },
        { x: 100, y: 150, r: 5 },
      ],
      { most, line },
    );
    expect(one && other && far(one, other)).toBeGreaterThanOrEqual(10);
    expect(alone).toEqual({ x: 100, y: 150, r: 5 });
  });
});
