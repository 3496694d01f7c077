import { describe, expect, it } from 'vitest';
import {
  type AbsenceGiven,
  endAbsence,
  nameDeputy,
  timeOfAbsence,
} from '#shared/domain/absence.ts';
import {
  type Absence,
  holdersOf,
  type Person,
  seatsOf,
  standInsFor,
  standingsOf,
} from '#shared/domain/person.ts';
import { actor, people } from '../builders/portfolio.ts';

/* domain.md, Who decides: a chef is away. Monday is 23 November 2026. */

const today = '2026-11-23';
const now = '2026-11-23T09:14:00Z';
const given: AbsenceGiven = {
  ...{ id: 'absence-1', personId: 'chef-omsorg', deputyId: 'owner' },
  ...{ from: '2026-11-24', to: '2026-11-27' },
};

const around = (by: string, all: readonly Person[] = people) => ({
  ...{ actor: actor(by), people: all, today, now },
});

const tried = (more: Partial<AbsenceGiven>, by = 'chef-omsorg', all?: readonly Person[]) => {
  const result = nameDeputy({ ...given, ...more }, around(by, all));
  return result.ok ? 'set' : result.refusal.type;
};

const anAbsence = (more: Partial<Absence> = {}): Absence => {
  const made = nameDeputy(given, around('chef-omsorg'));
  if (!made.ok) throw new Error(made.refusal.type);
  return { ...made.value, ...more };
};

const withAbsence = (id: string, ...absences: readonly Absence[]): readonly Person[] =>
  people.map((person) => (person.id === id ? { ...person, absences } : person));

describe('a deputy is named', () => {
  it.each([
    ['by the chef', {}, 'chef-omsorg', 'set'],
    ['by the consultant, for a chef who is ill', {}, 'consultant', 'set'],
    ['not by another chef', {}, 'chef-social', 'notAllowed'],
    ['not by DigiTek', {}, 'digitek', 'notAllowed'],
    ['by a leder, for themselves', { personId: 'owner', deputyId: 'lead' }, 'owner', 'set'],
    [
      'not for somebody nothing is asked of',
      { personId: 'stranger' },
      'consultant',
      'answersNothing',
    ],
    ['for one day', { to: '2026-11-24' }, 'chef-omsorg', 'set'],
    ['from today', { from: today }, 'chef-omsorg', 'set'],
    ['not from yesterday', { from: '2026-11-22' }, 'chef-omsorg', 'past'],
    ['not to before it begins', { to: '2026-11-23' }, 'chef-omsorg', 'endBeforeStart'],
    ['not for years', { to: '2028-01-01' }, 'chef-omsorg', 'tooLong'],
    ['not without a day', { to: '' }, 'chef-omsorg', 'notADay'],
    ['not to a day there is not', { to: '2026-11-31' }, 'chef-omsorg', 'notADay'],
    ['not in one’s own place', { deputyId: 'chef-omsorg' }, 'chef-omsorg', 'oneself'],
    ['not without one', { deputyId: '' }, 'chef-omsorg', 'unknownDeputy'],
  ] as const)('%s', (_, more, by, expected) => {
    expect(tried(more, by)).toBe(expected);
  });

  it('not one who is away on some of the days', () => {
    const away = withAbsence(
      'owner',
      anAbsence({ deputyId: 'lead', from: '2026-11-27', to: '2026-12-04' }),
    );
    expect(tried({}, 'chef-omsorg', away)).toBe('deputyAway');
    expect(tried({ to: '2026-11-26' }, 'chef-omsorg', away)).toBe('set');
  });

  it('not beside another on some of the days, until that is ended', () => {
    const running = anAbsence({ id: 'other', from: '2026-11-20', to: '2026-11-24' });
    const ended = { ...running, ended: { byId: 'x', byName: 'X', at: now } };
    expect(tried({}, 'chef-omsorg', withAbsence('chef-omsorg', running))).toBe('overlaps');
    expect(tried({}, 'chef-omsorg', withAbsence('chef-omsorg', ended))).toBe('set');
  });

  it('once, however often the press is delivered', () => {
    const all = withAbsence('chef-omsorg', anAbsence());
    expect(nameDeputy({ ...given, deputyId: 'lead' }, around('chef-omsorg', all))).toMatchObject({
      ok: true,
      value: { deputyId: 'owner' },
    });
  });
});

describe('an absence is ended', () => {
  const all = withAbsence('chef-omsorg', anAbsence());
  const chef = all.find(({ id }) => id === 'chef-omsorg');

  it.each([
    ['by the chef', 'chef-omsorg', true],
    ['by the consultant', 'consultant', true],
    ['not by the deputy', 'owner', false],
  ])('%s', (_, by, ok) => {
    expect(endAbsence(chef, 'absence-1', around(by, all)).ok).toBe(ok);
  });

  it('not when it is over, or is not there', () => {
    const late = { ...around('chef-omsorg', all), today: '2026-11-28' };
    expect(endAbsence(chef, 'absence-1', late)).toMatchObject({ refusal: { type: 'over' } });
    expect(endAbsence(chef, 'absence-9', late)).toMatchObject({ refusal: { type: 'unknown' } });
  });
});

describe('who answers for a seat', () => {
  const all = withAbsence('chef-omsorg', anAbsence());
  const deputiesOn = (day: string, among = all) =>
    holdersOf('omsorg', among, day).deputies.map(({ id }) => id);

  it('is the deputy too, on the days and on no other', () => {
    expect(
      ['2026-11-23', '2026-11-24', '2026-11-27', '2026-11-28'].map((day) => deputiesOn(day)),
    ).toEqual([[], ['owner'], ['owner'], []]);
  });

  it('is the deputy no more from the moment it is ended', () => {
    const ended = withAbsence(
      'chef-omsorg',
      anAbsence({ ended: { byId: 'x', byName: 'X', at: now } }),
    );
    expect(deputiesOn('2026-11-25', ended)).toEqual([]);
  });

  it('is a chef who stands in, beside their own seat', () => {
    const byChef = withAbsence('chef-omsorg', anAbsence({ deputyId: 'chef-social' }));
    const social = byChef.find(({ id }) => id === 'chef-social');
    expect(social && seatsOf(social, byChef, '2026-11-25')).toEqual(['social', 'omsorg']);
    expect(social && seatsOf(social, byChef, '2026-11-28')).toEqual(['social']);
  });

  it('says which days, as the column of old does', () => {
    expect(holdersOf('omsorg', all, '2026-11-25').deputies).toMatchObject([
      { deputyFrom: '2026-11-24', deputyTo: '2026-11-27' },
    ]);
  });

  it('is for a leder by the leder’s own name', () => {
    const leder = withAbsence('owner', anAbsence({ deputyId: 'lead' })).find(
      ({ id }) => id === 'owner',
    );
    expect(leder && standInsFor(leder, people, '2026-11-25').map(({ id }) => id)).toEqual(['lead']);
  });
});

describe('what has begun and ended for somebody who stands in', () => {
  it('only ever rises', () => {
    const owner = people.find(({ id }) => id === 'owner');
    const risen = (day: string, more: Partial<Absence> = {}) =>
      owner && standingsOf(owner, withAbsence('chef-omsorg', anAbsence(more)), day);
    expect([risen('2026-11-23'), risen('2026-11-24'), risen('2026-11-28')]).toEqual([0, 1, 2]);
    expect(risen('2026-11-25', { ended: { byId: 'x', byName: 'X', at: now } })).toBe(2);
  });

  it('is told apart as running, to come, or over', () => {
    const when = (day: string) => timeOfAbsence(anAbsence(), day);
    expect([when('2026-11-23'), when('2026-11-24'), when('2026-11-28')]).toEqual([
      'coming',
      'running',
      'over',
    ]);
  });
});
