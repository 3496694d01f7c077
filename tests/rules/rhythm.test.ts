import { describe, expect, it } from 'vitest';
import { danishCalendar } from '#shared/calendar/danishCalendar.ts';
import {
  defaultRhythm,
  isWithin,
  namedFrom,
  opensAt,
  waitsForHours,
  weekBegins,
} from '#shared/domain/rhythm.ts';

/* domain.md, Rhythm. Easter 2027: Maundy Thursday is 25 March, Easter Monday 29 March. */

const calendar = danishCalendar(['12-24']);
const within = (at: string): boolean => isWithin(at, defaultRhythm, calendar);

describe('the hours in which people are written to', () => {
  it.each([
    ['at seven in winter', '2026-11-23T06:00:00Z', true],
    ['a second before', '2026-11-23T05:59:59Z', false],
    ['at seven in summer', '2027-06-14T05:00:00Z', true],
    ['a second before five', '2026-11-23T15:59:59Z', true],
    ['at five', '2026-11-23T16:00:00Z', false],
    ['on a Saturday', '2026-11-28T10:00:00Z', false],
    ['on Maundy Thursday', '2027-03-25T10:00:00Z', false],
    ['on a day the town hall is closed', '2026-12-24T10:00:00Z', false],
    ['on store bededag, a working day since 2024', '2027-04-23T10:00:00Z', true],
  ])('%s', (_, at, expected) => {
    expect(within(at)).toBe(expected);
  });

  it.each([
    ['in the hours: at once', '2026-11-23T10:00:00Z', '2026-11-23T10:00:00Z'],
    ['before them: the same morning', '2026-11-23T03:00:00Z', '2026-11-23T06:00:00Z'],
    ['in the evening: the next morning', '2026-11-23T19:00:00Z', '2026-11-24T06:00:00Z'],
    ['on Friday evening: on Monday', '2026-11-27T19:00:00Z', '2026-11-30T06:00:00Z'],
    ['before Easter: after it', '2027-03-24T18:00:00Z', '2027-03-30T05:00:00Z'],
  ])('begin again, %s', (_, at, expected) => {
    expect(opensAt(at, defaultRhythm, calendar)).toBe(expected);
  });
});

describe('a question to somebody', () => {
  const night = '2026-11-23T21:00:00Z';

  it('waits for the hours', () => {
    expect(waitsForHours(night, null, defaultRhythm, calendar)).toBe(true);
    expect(waitsForHours(night, '2026-11-24T15:00:00Z', defaultRhythm, calendar)).toBe(true);
    expect(waitsForHours('2026-11-23T10:00:00Z', null, defaultRhythm, calendar)).toBe(false);
  });

  it('does not wait when it is due the same day, before the hours begin again', () => {
    const evening = '2026-11-23T16:30:00Z';
    expect(waitsForHours(evening, '2026-11-23T18:00:00Z', defaultRhythm, calendar)).toBe(false);
  });

  it('waits till seven when it is due that afternoon', () => {
    const early = '2026-11-24T04:00:00Z';
    expect(waitsForHours(early, '2026-11-24T15:00:00Z', defaultRhythm, calendar)).toBe(true);
    expect(waitsForHours(early, '2026-11-20T15:00:00Z', defaultRhythm, calendar)).toBe(true);
  });

  it('does not wait where it is set that it may come at any time', () => {
    const open = { ...defaultRhythm, asks: 'anyTime' } as const;
    expect(waitsForHours(night, null, open, calendar)).toBe(false);
  });
});

describe('what has waited is named', () => {
  const named = (since: string, day: string) => namedFrom(since, 2, day, calendar);

  it.each([
    ['not the day after', '2026-11-23', '2026-11-24', null],
    ['two working days after', '2026-11-23', '2026-11-25', '2026-11-25'],
    ['and still, until it has been, in that week', '2026-11-23', '2026-11-27', '2026-11-25'],
    ['not on the Monday after a Friday', '2026-11-27', '2026-11-30', null],
    ['again as the next week begins', '2026-11-23', '2026-11-30', '2026-11-30'],
    ['and till then not again', '2026-11-23', '2026-12-03', '2026-11-30'],
    ['over Easter, two working days after', '2027-03-24', '2027-03-31', '2027-03-31'],
  ])('%s', (_, since, day, expected) => {
    expect(named(since, day)).toBe(expected);
  });

  it('on Tuesday where Monday is Easter Monday', () => {
    expect(weekBegins('2027-03-31', calendar)).toBe('2027-03-30');
    expect(weekBegins('2027-03-30', calendar)).toBe('2027-03-30');
    expect(weekBegins('2026-11-27', calendar)).toBe('2026-11-23');
  });
});
