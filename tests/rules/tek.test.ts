import { describe, expect, it } from 'vitest';
import {
  isInShadedField,
  type Tek,
  tekNear,
  tekPointOf,
  tekRemarksOf,
} from '#shared/domain/tek.ts';

const tek = (efficiency: number | null, quality: number | null, wellbeing: number | null) =>
  ({ efficiency, quality, wellbeing }) as Tek;

const values = [0, 1, 2, 3];
const all = values.flatMap((e) => values.flatMap((k) => values.map((t) => tek(e, k, t))));

describe('the TEK triangle (features E7–E10; N22)', () => {
  it.each([
    [tek(0, 3, 3), ['efficiencyMissing'], false],
    [tek(3, 0, 0), ['efficiencyAlone'], false],
    [tek(2, 1, 0), ['legMissing'], false],
    [tek(1, 2, 3), [], false],
    [tek(2, 2, 2), [], true],
    [tek(null, 2, 2), [], false],
  ])('%o says %j, in the shaded field: %s', (one, remarks, inside) => {
    expect(tekRemarksOf(one)).toEqual(remarks);
    expect(isInShadedField(one)).toBe(inside);
  });
});

describe('a point that is dragged', () => {
  it('stays the assessment it is, where it is put down again', () => {
    for (const one of all) {
      const point = tekPointOf(one);
      if (point) expect(tekNear(point, one)).toEqual(one);
    }
  });

  it('becomes the assessment it is nearest, and changes the legs as little as it can', () => {
    expect(tekNear({ efficiency: 1, quality: 0, wellbeing: 0 }, tek(3, 1, 1))).toEqual(
      tek(3, 0, 0),
    );
    const third = { efficiency: 0.34, quality: 0.33, wellbeing: 0.33 };
    expect(tekNear(third, tek(1, 1, 2))).toEqual(tek(1, 1, 1));
    expect(tekNear(third, tek(null, null, null))).toEqual(tek(2, 2, 2));
  });
});
