import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { danishCalendar } from '#shared/calendar/danishCalendar.ts';
import { dayOf } from '#shared/domain/day.ts';
import { dueOf, isWorkday, workdaysAfter } from '#shared/domain/workday.ts';

const rule = { days: 1, dueTime: '16:00', nudgeTime: '09:00' };
/** Grundlovsdag, Christmas Eve and New Year's Eve, as the municipality closes. */
const calendar = danishCalendar(['06-05', '12-24', '12-31']);

/** Made by hand from an almanac: why, asked, due, nudge. Winter is UTC+1, summer UTC+2. */
const moments = [
  ['an ordinary Monday', '2026-11-23T09:14:00Z', '2026-11-24T15:00:00Z', '2026-11-24T08:00:00Z'],
  ['before work', '2026-11-24T05:00:00Z', '2026-11-25T15:00:00Z', '2026-11-25T08:00:00Z'],
  [
    'the last second of Thursday',
    '2026-11-26T22:59:59Z',
    '2026-11-27T15:00:00Z',
    '2026-11-27T08:00:00Z',
  ],
  ['Friday at 00.00', '2026-11-26T23:00:00Z', '2026-11-30T15:00:00Z', '2026-11-30T08:00:00Z'],
  ['Friday at noon', '2026-11-27T11:00:00Z', '2026-11-30T15:00:00Z', '2026-11-30T08:00:00Z'],
  ['Friday at 23.59', '2026-11-27T22:59:00Z', '2026-11-30T15:00:00Z', '2026-11-30T08:00:00Z'],
  ['Saturday', '2026-11-28T10:00:00Z', '2026-11-30T15:00:00Z', '2026-11-30T08:00:00Z'],
  ['Sunday at 23.59', '2026-11-29T22:59:00Z', '2026-11-30T15:00:00Z', '2026-11-30T08:00:00Z'],
  ['Monday at 00.00', '2026-11-29T23:00:00Z', '2026-12-01T15:00:00Z', '2026-12-01T08:00:00Z'],
  [
    '00.30 on a summer Wednesday, Tuesday in UTC',
    '2026-07-14T22:30:00Z',
    '2026-07-16T14:00:00Z',
    '2026-07-16T07:00:00Z',
  ],
  [
    '23.30 on a summer Tuesday',
    '2026-07-14T21:30:00Z',
    '2026-07-15T14:00:00Z',
    '2026-07-15T07:00:00Z',
  ],
  [
    '00.30 on a summer Saturday, Friday in UTC',
    '2026-07-17T22:30:00Z',
    '2026-07-20T14:00:00Z',
    '2026-07-20T07:00:00Z',
  ],
  [
    'Sunday at 23.59 in summer',
    '2026-07-19T21:59:00Z',
    '2026-07-20T14:00:00Z',
    '2026-07-20T07:00:00Z',
  ],
  [
    'Monday at 00.00 in summer',
    '2026-07-19T22:00:00Z',
    '2026-07-21T14:00:00Z',
    '2026-07-21T07:00:00Z',
  ],

  [
    'Tuesday before Easter 2026',
    '2026-03-31T10:00:00Z',
    '2026-04-01T14:00:00Z',
    '2026-04-01T07:00:00Z',
  ],
  [
    'Wednesday before Easter 2026',
    '2026-04-01T10:00:00Z',
    '2026-04-07T14:00:00Z',
    '2026-04-07T07:00:00Z',
  ],
  ['skærtorsdag 2026', '2026-04-02T10:00:00Z', '2026-04-07T14:00:00Z', '2026-04-07T07:00:00Z'],
  [
    'langfredag 2026 at 23.59',
    '2026-04-03T21:59:00Z',
    '2026-04-07T14:00:00Z',
    '2026-04-07T07:00:00Z',
  ],
  ['påskedag 2026', '2026-04-05T08:00:00Z', '2026-04-07T14:00:00Z', '2026-04-07T07:00:00Z'],
  ['2. påskedag 2026', '2026-04-06T20:00:00Z', '2026-04-07T14:00:00Z', '2026-04-07T07:00:00Z'],
  ['after Easter 2026', '2026-04-07T06:00:00Z', '2026-04-08T14:00:00Z', '2026-04-08T07:00:00Z'],
  [
    'Wednesday before Easter 2027, into summer time',
    '2027-03-24T10:00:00Z',
    '2027-03-30T14:00:00Z',
    '2027-03-30T07:00:00Z',
  ],
  ['langfredag 2027', '2027-03-26T10:00:00Z', '2027-03-30T14:00:00Z', '2027-03-30T07:00:00Z'],
  ['2. påskedag 2027', '2027-03-29T10:00:00Z', '2027-03-30T14:00:00Z', '2027-03-30T07:00:00Z'],

  [
    'Thursday before store bededag as it was, 2026',
    '2026-04-30T10:00:00Z',
    '2026-05-01T14:00:00Z',
    '2026-05-01T07:00:00Z',
  ],
  [
    'the same Friday in 2026',
    '2026-05-01T10:00:00Z',
    '2026-05-04T14:00:00Z',
    '2026-05-04T07:00:00Z',
  ],
  [
    'Thursday before store bededag as it was, 2027',
    '2027-04-22T10:00:00Z',
    '2027-04-23T14:00:00Z',
    '2027-04-23T07:00:00Z',
  ],
  [
    'Thursday before store bededag 2023, still a holiday',
    '2023-05-04T10:00:00Z',
    '2023-05-08T14:00:00Z',
    '2023-05-08T07:00:00Z',
  ],

  [
    'Wednesday before Kristi himmelfart 2026',
    '2026-05-13T10:00:00Z',
    '2026-05-15T14:00:00Z',
    '2026-05-15T07:00:00Z',
  ],
  [
    'Kristi himmelfart 2026',
    '2026-05-14T10:00:00Z',
    '2026-05-15T14:00:00Z',
    '2026-05-15T07:00:00Z',
  ],
  [
    'Wednesday before Kristi himmelfart 2027',
    '2027-05-05T10:00:00Z',
    '2027-05-07T14:00:00Z',
    '2027-05-07T07:00:00Z',
  ],
  [
    'Friday before pinse 2026',
    '2026-05-22T10:00:00Z',
    '2026-05-26T14:00:00Z',
    '2026-05-26T07:00:00Z',
  ],
  ['2. pinsedag 2026', '2026-05-25T10:00:00Z', '2026-05-26T14:00:00Z', '2026-05-26T07:00:00Z'],
  [
    'Friday before pinse 2027',
    '2027-05-14T10:00:00Z',
    '2027-05-18T14:00:00Z',
    '2027-05-18T07:00:00Z',
  ],

  [
    'Thursday before Grundlovsdag 2026, a Friday',
    '2026-06-04T10:00:00Z',
    '2026-06-08T14:00:00Z',
    '2026-06-08T07:00:00Z',
  ],
  ['Grundlovsdag 2026', '2026-06-05T10:00:00Z', '2026-06-08T14:00:00Z', '2026-06-08T07:00:00Z'],
  [
    'Friday before Grundlovsdag 2027, a Saturday',
    '2027-06-04T10:00:00Z',
    '2027-06-07T14:00:00Z',
    '2027-06-07T07:00:00Z',
  ],

  [
    'Tuesday before Christmas 2026',
    '2026-12-22T10:00:00Z',
    '2026-12-23T15:00:00Z',
    '2026-12-23T08:00:00Z',
  ],
  ['lillejuleaften 2026', '2026-12-23T10:00:00Z', '2026-12-28T15:00:00Z', '2026-12-28T08:00:00Z'],
  ['juleaften 2026', '2026-12-24T10:00:00Z', '2026-12-28T15:00:00Z', '2026-12-28T08:00:00Z'],
  ['juledag 2026', '2026-12-25T10:00:00Z', '2026-12-28T15:00:00Z', '2026-12-28T08:00:00Z'],
  ['between the days', '2026-12-29T10:00:00Z', '2026-12-30T15:00:00Z', '2026-12-30T08:00:00Z'],
  [
    'the day before nytårsaften 2026',
    '2026-12-30T10:00:00Z',
    '2027-01-04T15:00:00Z',
    '2027-01-04T08:00:00Z',
  ],
  [
    'nytårsaften 2026 at 23.59',
    '2026-12-31T22:59:00Z',
    '2027-01-04T15:00:00Z',
    '2027-01-04T08:00:00Z',
  ],
  [
    'nytårsdag 2027 at 00.00',
    '2026-12-31T23:00:00Z',
    '2027-01-04T15:00:00Z',
    '2027-01-04T08:00:00Z',
  ],

  [
    'Friday before summer time 2026',
    '2026-03-27T15:00:00Z',
    '2026-03-30T14:00:00Z',
    '2026-03-30T07:00:00Z',
  ],
  [
    'Sunday 01.59, before the clocks go on, 2026',
    '2026-03-29T00:59:00Z',
    '2026-03-30T14:00:00Z',
    '2026-03-30T07:00:00Z',
  ],
  [
    'Sunday 03.00, after the clocks went on, 2026',
    '2026-03-29T01:00:00Z',
    '2026-03-30T14:00:00Z',
    '2026-03-30T07:00:00Z',
  ],
  ['that Sunday at 23.59', '2026-03-29T21:59:00Z', '2026-03-30T14:00:00Z', '2026-03-30T07:00:00Z'],
  ['that Monday at 00.00', '2026-03-29T22:00:00Z', '2026-03-31T14:00:00Z', '2026-03-31T07:00:00Z'],
  [
    'summer-time Sunday 2027, påskedag',
    '2027-03-28T12:00:00Z',
    '2027-03-30T14:00:00Z',
    '2027-03-30T07:00:00Z',
  ],
  [
    'Friday before winter time 2026',
    '2026-10-23T12:00:00Z',
    '2026-10-26T15:00:00Z',
    '2026-10-26T08:00:00Z',
  ],
  [
    'Sunday 02.30 the first time, 2026',
    '2026-10-25T00:30:00Z',
    '2026-10-26T15:00:00Z',
    '2026-10-26T08:00:00Z',
  ],
  [
    'Sunday 02.30 the second time, 2026',
    '2026-10-25T01:30:00Z',
    '2026-10-26T15:00:00Z',
    '2026-10-26T08:00:00Z',
  ],
  ['that Sunday at 23.30', '2026-10-25T22:30:00Z', '2026-10-26T15:00:00Z', '2026-10-26T08:00:00Z'],
  [
    'that Monday at 00.00, 2026',
    '2026-10-25T23:00:00Z',
    '2026-10-27T15:00:00Z',
    '2026-10-27T08:00:00Z',
  ],
  [
    'Friday before winter time 2027',
    '2027-10-29T12:00:00Z',
    '2027-11-01T15:00:00Z',
    '2027-11-01T08:00:00Z',
  ],
  [
    'winter-time Sunday 2027 at 23.59',
    '2027-10-31T22:59:00Z',
    '2027-11-01T15:00:00Z',
    '2027-11-01T08:00:00Z',
  ],
] as const;

describe('an answer is due at 16.00 on the next working day', () => {
  it.each(moments)('%s', (_why, askedAt, dueAt, nudgeAt) => {
    expect(dueOf(askedAt, rule, calendar)).toEqual({ dueAt, nudgeAt });
  });

  it('counts working days when the rule gives more than one', () => {
    const due = dueOf('2026-04-01T10:00:00Z', { ...rule, days: 3 }, calendar);
    expect(due.dueAt).toBe('2026-04-09T14:00:00Z');
  });

  it('keeps the times of the settings', () => {
    const own = { days: 1, dueTime: '12:30', nudgeTime: '08:15' };
    expect(dueOf('2026-11-23T09:00:00Z', own, calendar)).toEqual({
      dueAt: '2026-11-24T11:30:00Z',
      nudgeAt: '2026-11-24T07:15:00Z',
    });
  });
});

describe('the calendar', () => {
  it('knows Grundlovsdag, Christmas Eve and New Year’s Eve only as closing days', () => {
    const open = danishCalendar([]);
    for (const day of ['2026-06-05', '2026-12-24', '2026-12-31']) {
      expect(isWorkday(day, open)).toBe(true);
      expect(isWorkday(day, calendar)).toBe(false);
    }
  });

  it('closes a single day in its own year only', () => {
    const own = danishCalendar(['2026-10-12']);
    expect(isWorkday('2026-10-12', own)).toBe(false);
    expect(isWorkday('2027-10-12', own)).toBe(true);
  });

  it('takes the first of an hour that comes twice, and goes on past one that is skipped', () => {
    expect(calendar.instantAt('2026-10-25', '02:30')).toBe('2026-10-25T00:30:00Z');
    expect(calendar.instantAt('2026-03-29', '02:30')).toBe('2026-03-29T01:30:00Z');
    expect(calendar.instantAt('2026-03-29', '01:30')).toBe('2026-03-29T00:30:00Z');
    expect(calendar.instantAt('2026-10-25', '16:00')).toBe('2026-10-25T15:00:00Z');
  });

  it('ends the search when every day is closed', () => {
    const never = { ...calendar, isClosed: () => true };
    expect(workdaysAfter('2026-01-01', 1, never)).toBe('2027-01-02');
  });
});

const clock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Copenhagen',
  dateStyle: 'short',
  timeStyle: 'medium',
});

it('is due on a later working day at 16.00 with no working day between, whenever it is asked', () => {
  const instants = fc.date({
    min: new Date('2024-01-01T00:00:00Z'),
    max: new Date('2035-01-01T00:00:00Z'),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(instants, (instant) => {
      const askedAt = instant.toISOString();
      const { dueAt, nudgeAt } = dueOf(askedAt, rule, calendar);
      const asked = dayOf(askedAt);
      const due = dayOf(dueAt);
      expect(clock.format(new Date(dueAt))).toBe(`${due} 16:00:00`);
      expect(clock.format(new Date(nudgeAt))).toBe(`${due} 09:00:00`);
      expect(due > asked).toBe(true);
      expect(isWorkday(due, calendar)).toBe(true);
      for (let at = Date.parse(asked) + 86_400_000; at < Date.parse(due); at += 86_400_000) {
        expect(isWorkday(new Date(at).toISOString().slice(0, 10), calendar)).toBe(false);
      }
    }),
    { numRuns: 500 },
  );
});
