import { describe, expect, it } from 'vitest';
import { danishCalendar } from '#shared/calendar/danishCalendar.ts';
import type { Absence, Person } from '#shared/domain/person.ts';
import { answersFor, gapAhead, standingGone, uncoveredOn } from '#shared/domain/uncovered.ts';
import { people } from '../builders/portfolio.ts';

/* Nobody answers for somebody who is away. Monday is 23 November 2026. */

const calendar = danishCalendar([]);
const said = '2026-11-16T09:00:00Z';

const away = (deputyId: string, from: string, to = from, at = said): Absence => ({
  ...{ id: `absence-${deputyId}-${from}`, deputyId, from, to, at },
  ...{ byId: 'consultant', byName: 'Konsulent, DigiTek', ended: null },
});

type Rows = Readonly<Record<string, Partial<Person>>>;
const with_ = (rows: Rows): readonly Person[] =>
  people.map((one) => ({ ...one, ...(rows[one.id] ?? {}) }));

const both: Rows = {
  'chef-omsorg': { absences: [away('owner', '2026-11-23', '2026-12-04')] },
  owner: { absences: [away('lead', '2026-11-26', '2026-11-30')] },
};

const on = (rows: Rows, day: string) =>
  uncoveredOn(with_(rows), day, calendar).map((one) =>
    one.type === 'days'
      ? `${one.away.id} ${one.days.from}–${one.days.to} (${one.deputies.join()}) since ${one.since}`
      : one.away.id,
  );

const gap = 'chef-omsorg 2026-11-26–2026-11-30 (Leder, nattevagten) since 2026-11-24';

describe('somebody who is away while their deputy is away too', () => {
  it('is named from the working day before, and as long as it lasts', () => {
    expect(on(both, '2026-11-24')).toEqual([]);
    for (const day of ['2026-11-25', '2026-11-26', '2026-11-30'])
      expect(on(both, day)).toEqual([gap]);
    expect(on(both, '2026-12-01')).toEqual([]);
  });

  it('is not, when another stands in beside, in the column of the list', () => {
    const direktor = { deputyFor: 'omsorg', deputyFrom: '2026-11-20', deputyTo: '2026-12-20' };
    expect(on({ ...both, direktor }, '2026-11-26')).toEqual([]);
    const awayToo = { ...direktor, absences: [away('lead', '2026-11-27')] };
    expect(on({ ...both, direktor: awayToo }, '2026-11-26')).toEqual([
      'chef-omsorg 2026-11-27–2026-11-27 (Direktør,Leder, nattevagten) since 2026-11-25',
    ]);
  });

  it('is named from the day after it was said, where that is later', () => {
    const late = {
      ...both,
      owner: { absences: [away('lead', '2026-11-26', '2026-11-30', '2026-11-27T09:00:00Z')] },
    };
    expect(on(late, '2026-11-27')).toEqual([gap.replace('11-24', '11-27')]);
  });

  it('is not, once the deputy is back early, or when only a weekend is without', () => {
    const [first] = both['owner']?.absences ?? [];
    if (!first) throw new Error('nobody is away');
    const ended = { byId: 'owner', byName: '', at: '2026-11-25T09:00:00Z' };
    expect(on({ ...both, owner: { absences: [{ ...first, ended }] } }, '2026-11-26')).toEqual([]);
    const weekend = { absences: [away('lead', '2026-11-28', '2026-11-29')] };
    expect(on({ ...both, owner: weekend }, '2026-11-27')).toEqual([]);
  });

  it('is named when the deputy has left', () => {
    const left = with_(both).filter(({ id }) => id !== 'owner');
    expect(uncoveredOn(left, '2026-11-23', calendar)).toMatchObject([
      { away: { id: 'chef-omsorg' }, days: { from: '2026-11-23', to: '2026-12-04' }, deputies: [] },
    ]);
  });

  it('two who stand in for each other are both named', () => {
    const rows = {
      'chef-omsorg': { absences: [away('chef-social', '2026-11-23')] },
      'chef-social': { absences: [away('chef-omsorg', '2026-11-23')] },
    };
    expect(on(rows, '2026-11-23')).toHaveLength(2);
  });

  it('somebody of whom nothing is asked is not', () => {
    const rows = {
      ...both,
      'chef-omsorg': { ...both['chef-omsorg'], roles: ['digitek'] as const },
    };
    expect(on(rows, '2026-11-26')).toEqual([]);
  });
});

describe('a line of who answers', () => {
  it('says the first days from today on that nobody does', () => {
    const all = with_(both);
    const chef = all.find(({ id }) => id === 'chef-omsorg');
    const [absence] = chef?.absences ?? [];
    if (!chef || !absence) throw new Error('nobody is away');
    expect(gapAhead(chef, absence, all, '2026-11-23')).toEqual({
      from: '2026-11-26',
      to: '2026-11-30',
    });
    expect(gapAhead(chef, absence, all, '2026-11-27')).toEqual({
      from: '2026-11-27',
      to: '2026-11-30',
    });
    expect(gapAhead(chef, absence, all, '2026-12-01')).toBeNull();
  });

  it('names those whom somebody was to answer for', () => {
    const of = (from: string, to: string) =>
      answersFor({ id: 'owner' }, with_(both), { from, to }).map(({ id }) => id);
    expect(of('2026-12-04', '2026-12-08')).toEqual(['chef-omsorg']);
    expect(of('2026-12-05', '2026-12-08')).toEqual([]);
  });
});

it('a standing deputy who has left is named, and one who is there is not', () => {
  const standing = { deputyId: 'owner', byId: 'chef-omsorg', byName: '', at: said };
  const all = with_({ 'chef-omsorg': { standing } });
  expect(standingGone(all)).toEqual([]);
  expect(standingGone(all.filter(({ id }) => id !== 'owner'))).toMatchObject([
    { away: { id: 'chef-omsorg' }, since: '2026-11-16' },
  ]);
  const nobody = with_({ 'chef-omsorg': { standing: { ...standing, deputyId: '' } } });
  expect(standingGone(nobody)).toEqual([]);
});
