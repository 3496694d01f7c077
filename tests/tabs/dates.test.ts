import { describe, expect, it } from 'vitest';
import {
  dayIn,
  daysFrom,
  momentText,
  momentYearText,
  shortDayText,
  timeText,
  weekdayText,
  weekOf,
} from '#shared/words/dates.ts';

const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

describe('dates as text', () => {
  it('says weekday, date and time in Copenhagen', () => {
    expect(plain(momentText('2026-11-23T09:14:00Z'))).toBe('mandag 23. november kl. 10.14');
    expect(plain(momentYearText('2026-07-01T22:30:00Z'))).toBe('torsdag 2. juli 2026 kl. 0.30');
  });

  it('says a day without a time as it stands', () => {
    expect(plain(weekdayText('2026-12-10'))).toBe('torsdag 10. december');
    expect(timeText('2026-12-10')).toBe('');
    expect(plain(shortDayText('2026-06-26'))).toBe('26. juni');
    expect(plain(shortDayText('2026-09-18'))).toBe('18. sep.');
  });

  it('counts days on the calendar of Copenhagen, summer time included', () => {
    expect(daysFrom('2026-03-28T22:59:00Z', '2026-03-28T23:01:00Z')).toBe(1);
    expect(daysFrom('2026-03-28T12:00:00Z', '2026-03-30')).toBe(2);
    expect(daysFrom('2026-11-24', '2026-11-23')).toBe(0);
    expect(dayIn('2026-12-31T23:30:00Z')).toBe('2027-01-01');
  });

  it.each([
    ['2026-01-01', 1],
    ['2026-12-31', 53],
    ['2027-01-03', 53],
    ['2027-01-04', 1],
    ['2026-10-01', 40],
  ])('numbers the week of %s', (day, week) => {
    expect(weekOf(day)).toBe(week);
  });

  it('says nothing about what is not a date', () => {
    expect(momentText('i morgen')).toBe('');
    expect(daysFrom('', '2026-01-01')).toBe(0);
  });
});
