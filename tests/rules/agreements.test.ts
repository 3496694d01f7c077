import { describe, expect, it } from 'vitest';
import { danishCalendar } from '#shared/calendar/danishCalendar.ts';
import { endingAgreements, toldOfAgreement } from '#shared/domain/agreements.ts';
import { morningWords } from '#shared/words/morning.ts';
import { aReadyProject } from '../builders/portfolio.ts';

/* 31 January 2027 is a Sunday; ten working days before it is Monday 18 January. */

const calendar = danishCalendar([]);
const project = aReadyProject('gate3', { slaUntil: '2027-01-31', agreementUntil: '2028-06-30' });
const on = (day: string, of = project) => endingAgreements(of, { day, days: 10, calendar });

describe('an agreement that ends', () => {
  it('is named from so many working days before its last day on, and as long as it stands', () => {
    expect(on('2027-01-15')).toEqual([]);
    expect(on('2027-01-18')).toMatchObject([
      { kind: 'sla', until: '2027-01-31', since: '2027-01-17' },
    ]);
    expect(on('2027-09-01').map(({ kind }) => kind)).toEqual(['sla']);
    expect(on('2028-06-30').map(({ kind }) => kind)).toEqual(['sla', 'agreement']);
  });

  it('is nobody’s when it has no day, is prolonged, or the project is over', () => {
    expect(on('2030-01-01', aReadyProject('gate3'))).toEqual([]);
    expect(on('2027-01-18', { ...project, slaUntil: '2029-01-31' })).toEqual([]);
    expect(on('2027-01-18', { ...project, status: 'stopped' })).toEqual([]);
    expect(on('2027-01-18', { ...project, status: 'closed' })).toEqual([]);
  });

  it('is the owner’s; the consultants’ where the owner has left, and theirs too when it is past', () => {
    const people = { isThere: (id: string) => id === 'owner', consultants: ['consultant'] };
    const told = (ownerId: string | null, day: string) =>
      toldOfAgreement({ ownerId }, { until: '2027-01-31' }, day, people);
    expect(told('owner', '2027-01-31')).toEqual(['owner']);
    expect(told('owner', '2027-02-01')).toEqual(['owner', 'consultant']);
    expect(told('gone', '2027-01-20')).toEqual(['consultant']);
    expect(told(null, '2027-01-20')).toEqual(['consultant']);
  });

  it('is said as what has been, when it has', () => {
    const sla = { kind: 'sla', until: '2027-01-31' } as const;
    expect(morningWords.agreement(sla, '2027-01-18')).toMatch(
      /^Serviceaftalen udløber 31\..januar/,
    );
    expect(morningWords.agreement(sla, '2027-02-01')).toMatch(/^Serviceaftalen udløb 31\..januar/);
  });
});
