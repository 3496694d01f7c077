import { expect, it } from 'vitest';
import { dayOf } from '#shared/domain/day.ts';

it.each([
  ['2026-11-22T22:59:59Z', '2026-11-22'],
  ['2026-11-22T23:00:00Z', '2026-11-23'],
  ['2026-06-30T21:59:59Z', '2026-06-30'],
  ['2026-06-30T22:00:00Z', '2026-07-01'],
  ['2026-12-31T23:00:00Z', '2027-01-01'],
])('%s is %s in Copenhagen', (instant, day) => {
  expect(dayOf(instant)).toBe(day);
});
