import { describe, expect, it } from 'vitest';
import { danishCalendar } from '#shared/calendar/danishCalendar.ts';
import {
  areYearPoints,
  longestPointTitle,
  mostYearPoints,
  nearPoints,
  pointsOfYear,
  type YearPoint,
  yearPointsProblem,
} from '#shared/domain/yearPoints.ts';
import { readRecurringDay, recurringDayText } from '#shared/words/recurringDay.ts';

const calendar = danishCalendar(['06-05', '12-24', '12-31']);

const on = (day: string, change: Partial<YearPoint> = {}): YearPoint => ({
  ...{ id: day, title: 'Strategisk dialog', day, area: null, link: '' },
  ...change,
});

const daysIn = (year: number, ...days: readonly string[]): readonly string[] =>
  pointsOfYear(
    days.map((day) => on(day)),
    year,
    calendar,
  ).map(({ day }) => day);

describe('a fixed point of the årshjul', () => {
  it('is on its day, or on the next working day; the last of the year on the one before', () => {
    expect(daysIn(2027, '03-15')).toEqual(['2027-03-15']);
    // A Saturday; Constitution Day, which is a closing day; Christmas.
    expect(daysIn(2027, '03-13', '06-05', '12-25')).toEqual([
      '2027-03-15',
      '2027-06-07',
      '2027-12-27',
    ]);
    expect(daysIn(2027, '12-31')).toEqual(['2027-12-30']);
  });

  it('of one year is in no other, and stands on the day that was written', () => {
    expect(daysIn(2027, '2027-03-13', '2028-03-13')).toEqual(['2027-03-13']);
  });

  it('on 29 February is in the years that have it', () => {
    expect([2027, 2028].map((year) => daysIn(year, '02-29'))).toEqual([[], ['2028-02-29']]);
  });

  it('is near from some working days before until it is held, over New Year too', () => {
    const near = (day: string) =>
      nearPoints([on('01-05')], { day, days: 5, calendar }).map((one) => one.day);
    expect(['2026-12-22', '2026-12-23'].map(near)).toEqual([[], ['2027-01-05']]);
    expect(['2027-01-05', '2027-01-06'].map(near)).toEqual([['2027-01-05'], []]);
  });

  it('is refused without a name, a day there is, or with a link that is not secure', () => {
    const problem = (change: Partial<YearPoint>) => yearPointsProblem([on('03-15', change)])?.type;
    expect(problem({})).toBeUndefined();
    expect(problem({ title: '' })).toBe('noTitle');
    expect(problem({ title: 'x'.repeat(longestPointTitle + 1) })).toBe('titleTooLong');
    for (const day of ['02-30', '13-01', '2027-02-29', '', '15. marts'])
      expect(problem({ day })).toBe('notADay');
    for (const link of ['http://viborg.dk', 'javascript:alert(1)', 'viborg.dk'])
      expect(problem({ link })).toBe('notALink');
    const many = Array.from({ length: mostYearPoints + 1 }, (_, at) =>
      on('03-15', { id: `${at}` }),
    );
    expect(yearPointsProblem(many)?.type).toBe('tooMany');
  });

  it('from a list edited by hand is read only when it makes sense', () => {
    expect(areYearPoints([on('03-15')])).toBe(true);
    expect(areYearPoints([on('03-15'), on('03-15')])).toBe(false);
    for (const value of [
      null,
      {},
      [null],
      [{ id: 'a' }],
      [on('03-45')],
      [{ ...on('03-15'), area: 3 }],
    ])
      expect(areYearPoints(value)).toBe(false);
  });

  it('is written as people write a day', () => {
    expect(['15. marts', '15/3', '15.03', '15. mar. 2027', 'snart'].map(readRecurringDay)).toEqual([
      ...['03-15', '03-15', '03-15'],
      ...['2027-03-15', null],
    ]);
    expect(['03-15', '2027-03-15'].map(recurringDayText)).toEqual(['15. marts', '15. marts 2027']);
  });
});
