import { describe, expect, it } from 'vitest';
import { endAbsence } from '#shared/domain/absence.ts';
import { followReplies, periodOf, type Replies } from '#shared/domain/outOfOffice.ts';
import type { Absence, Person } from '#shared/domain/person.ts';
import { actor, people } from '../builders/portfolio.ts';

/* The standing deputy answers while somebody's automatic replies are on. Monday is 23 November 2026. */

const today = '2026-11-23';
const scheduled = (start: string, end: string): Replies => ({ type: 'scheduled', start, end });
const week = scheduled('2026-11-24T07:00:00Z', '2026-11-30T07:00:00Z');

describe('the days that automatic replies mean', () => {
  it.each([
    ['off', { type: 'off' }, null],
    ['on: a week from today', { type: 'on' }, [today, '2026-11-30']],
    ['until the morning one is back', week, ['2026-11-24', '2026-11-29']],
    [
      'until the evening',
      scheduled('2026-11-24T07:00:00Z', '2026-11-27T16:00:00Z'),
      ['2026-11-24', '2026-11-27'],
    ],
    [
      'until noon',
      scheduled('2026-11-24T07:00:00Z', '2026-11-27T11:00:00Z'),
      ['2026-11-24', '2026-11-27'],
    ],
    [
      'until just before noon',
      scheduled('2026-11-24T07:00:00Z', '2026-11-27T10:59:59Z'),
      ['2026-11-24', '2026-11-26'],
    ],
    [
      'until midnight in Copenhagen',
      scheduled('2026-11-23T23:00:00Z', '2026-11-27T23:00:00Z'),
      ['2026-11-24', '2026-11-27'],
    ],
    [
      'from an hour that is tomorrow in Copenhagen',
      scheduled('2026-11-23T23:30:00Z', '2026-11-24T20:00:00Z'),
      ['2026-11-24', '2026-11-24'],
    ],
    [
      'in summer, an hour more',
      scheduled('2027-06-30T22:30:00Z', '2027-07-02T20:00:00Z'),
      ['2027-07-01', '2027-07-02'],
    ],
    ['a meeting of an hour', scheduled('2026-11-24T08:00:00Z', '2026-11-24T09:00:00Z'), null],
    [
      'begun before',
      scheduled('2026-11-16T07:00:00Z', '2026-11-25T16:00:00Z'),
      ['2026-11-16', '2026-11-25'],
    ],
    ['over', scheduled('2026-11-16T07:00:00Z', '2026-11-22T16:00:00Z'), null],
    ['ending before they begin', scheduled('2026-11-27T07:00:00Z', '2026-11-24T07:00:00Z'), null],
  ] as const)('%s', (_, replies, days) => {
    const period = periodOf(replies, today);
    expect(period && [period.from, period.to]).toEqual(days);
  });
});

const standing = {
  deputyId: 'owner',
  byId: 'chef-omsorg',
  byName: 'Chef',
  at: '2026-11-01T09:00:00Z',
};
const chef = people.find(({ id }) => id === 'chef-omsorg') as Person;
const withStanding = (more: Partial<Person> = {}): Person => ({ ...chef, standing, ...more });

let ids = 0;
const said = (away: Person, replies: Replies | null, day = today, all = people): Person => {
  ids += 1;
  const around = { people: all, today: day, now: `${day}T09:14:00Z`, id: `absence-made-${ids}` };
  return { ...away, absences: followReplies(away, replies, around) ?? away.absences };
};
const daysOf = ({ absences }: Person): readonly string[] =>
  absences.map(
    ({ from, to, ended, deputyId, replies }) =>
      `${from}–${to} ${replies ? deputyId : 'by hand'}${ended ? (ended.byId === '' ? ' ended' : ' ended by hand') : ''}`,
  );

const byHand = (from: string, to: string): Absence => ({
  ...{ id: `absence-${from}`, deputyId: 'direktor', from, to, ended: null },
  ...{ byId: 'chef-omsorg', byName: 'Chef', at: '2026-11-01T09:00:00Z' },
});

const endedByHand = (away: Person, day = today): Person => {
  const id = away.absences.at(-1)?.id ?? '';
  const by = { actor: actor(away.id), people, today: day, now: `${day}T10:00:00Z` };
  const ended = endAbsence(away, id, by);
  if (!ended.ok) throw new Error(ended.refusal.type);
  return { ...away, absences: away.absences.map((one) => (one.id === id ? ended.value : one)) };
};

describe('an absence follows the automatic replies', () => {
  it('is made, of the standing deputy, and only once', () => {
    const away = said(withStanding(), week);
    expect(daysOf(away)).toEqual(['2026-11-24–2026-11-29 owner']);
    expect(said(away, week)).toEqual(away);
    expect(away.absences[0]).toMatchObject({
      byId: '',
      replies: { start: '2026-11-24T07:00:00Z' },
    });
  });

  it.each([
    ['without a standing deputy', { standing: null }, people],
    ['with one who was taken back', { standing: { ...standing, deputyId: '' } }, people],
    ['of whom nothing is asked', { roles: ['digitek'] }, people],
    ['whose deputy is gone', {}, people.filter(({ id }) => id !== 'owner')],
  ] as const)('not for somebody %s', (_, more, all) => {
    expect(daysOf(said(withStanding(more as Partial<Person>), week, today, all))).toEqual([]);
  });

  it('is made also where the deputy is away on some of the days: they answer on the others', () => {
    const all = people.map((one) =>
      one.id === 'owner' ? { ...one, absences: [byHand('2026-11-25', '2026-11-26')] } : one,
    );
    expect(daysOf(said(withStanding(), week, today, all))).toEqual(['2026-11-24–2026-11-29 owner']);
  });

  it('moves with them, and remembers where it was', () => {
    const away = said(
      said(withStanding(), week),
      scheduled('2026-11-25T07:00:00Z', '2026-12-04T16:00:00Z'),
    );
    expect(daysOf(away)).toEqual(['2026-11-25–2026-12-04 owner']);
    expect(away.absences[0]?.replies?.moves).toMatchObject([
      { from: '2026-11-24', to: '2026-11-29' },
    ]);
  });

  it('keeps the first day that has begun, and is another when it begins later after all', () => {
    const running = said(withStanding(), week, '2026-11-24');
    expect(
      daysOf(
        said(running, scheduled('2026-11-24T07:00:00Z', '2026-11-26T16:00:00Z'), '2026-11-25'),
      ),
    ).toEqual(['2026-11-24–2026-11-26 owner']);
    expect(
      daysOf(
        said(running, scheduled('2026-12-01T07:00:00Z', '2026-12-04T16:00:00Z'), '2026-11-25'),
      ),
    ).toEqual(['2026-11-24–2026-11-29 owner ended', '2026-12-01–2026-12-04 owner']);
  });

  it('ends when they are turned off, and is not ended when its days are over', () => {
    const away = said(withStanding(), week);
    expect(daysOf(said(away, { type: 'off' }, '2026-11-26'))).toEqual([
      '2026-11-24–2026-11-29 owner ended',
    ]);
    expect(daysOf(said(away, week, '2026-12-01'))).toEqual(['2026-11-24–2026-11-29 owner']);
  });

  it('goes on for as long as they are on, written twice a week', () => {
    let away = said(withStanding(), { type: 'on' });
    const written = new Set([JSON.stringify(away.absences)]);
    for (const day of ['24', '25', '26', '27', '28', '29', '30']) {
      away = said(away, { type: 'on' }, `2026-11-${day}`);
      written.add(JSON.stringify(away.absences));
    }
    expect(daysOf(away)).toEqual(['2026-11-23–2026-12-05 owner']);
    expect(written.size).toBe(2);
    expect(away.absences[0]?.replies?.moves).toEqual([]);
  });

  it('is another when the standing deputy is, and ends when there is none', () => {
    const away = said(withStanding(), week, '2026-11-24');
    const other = { ...away, standing: { ...standing, deputyId: 'direktor' } };
    expect(daysOf(said(other, week, '2026-11-25'))).toEqual([
      '2026-11-24–2026-11-29 owner ended',
      '2026-11-25–2026-11-29 direktor',
    ]);
    expect(daysOf(said({ ...away, standing: null }, null, '2026-11-25'))).toEqual([
      '2026-11-24–2026-11-29 owner ended',
    ]);
  });
});

describe('what a person says wins', () => {
  it('ended by hand, it is not made again for the same time away, however long that gets', () => {
    const ended = endedByHand(said(withStanding(), week));
    expect(said(ended, week)).toEqual(ended);
    const longer = scheduled('2026-11-24T07:00:00Z', '2026-12-11T16:00:00Z');
    expect(said(ended, longer, '2026-11-26')).toEqual(ended);
    expect(said(ended, null)).toEqual(ended);
  });

  it('nor while the deputy is away, and then back', () => {
    const ended = endedByHand(said(withStanding(), week));
    const gone = people.filter(({ id }) => id !== 'owner');
    expect(daysOf(said(said(ended, week, today, gone), week))).toEqual([
      '2026-11-24–2026-11-29 owner ended by hand',
    ]);
  });

  it('and is made for the next', () => {
    const ended = endedByHand(said(withStanding(), week));
    const next = scheduled('2026-12-07T07:00:00Z', '2026-12-11T16:00:00Z');
    expect(daysOf(said(ended, next, '2026-11-26'))).toEqual([
      '2026-11-24–2026-11-29 owner ended by hand',
      '2026-12-07–2026-12-11 owner',
    ]);
    const on = endedByHand(said(withStanding(), { type: 'on' }));
    expect(said(on, { type: 'on' }, '2026-12-20')).toEqual(on);
    const off = said(on, { type: 'off' }, '2026-12-20');
    expect(daysOf(said(off, { type: 'on' }, '2026-12-21'))).toEqual([
      '2026-11-23–2026-11-30 owner ended by hand',
      '2026-12-21–2026-12-28 owner',
    ]);
  });

  it('days set by hand are left as they are, and the others are filled as they come', () => {
    const away = withStanding({ absences: [byHand('2026-11-25', '2026-11-26')] });
    const first = said(away, week);
    expect(daysOf(first)).toEqual(['2026-11-24–2026-11-24 owner', '2026-11-25–2026-11-26 by hand']);
    expect(daysOf(said(first, week, '2026-11-25'))).toEqual([
      '2026-11-24–2026-11-24 owner',
      '2026-11-25–2026-11-26 by hand',
      '2026-11-27–2026-11-29 owner',
    ]);
    const all = withStanding({ absences: [byHand('2026-11-20', '2026-12-31')] });
    expect(said(all, week)).toEqual(all);
  });
});
