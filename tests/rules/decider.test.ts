import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerersOf, deciderOf } from '#shared/domain/decider.ts';
import type { Share } from '#shared/domain/funding.ts';
import { people } from '../builders/portfolio.ts';

const areas = ['social', 'sundhed', 'omsorg'];
const omsorg = (ore = 100): Share => ({ pool: 'area:omsorg', ore });
const sundhed = (ore = 100): Share => ({ pool: 'area:sundhed', ore });
const common = (ore = 100): Share => ({ pool: 'common', ore });

const project = (shares: readonly Share[], more = {}) => ({
  leadArea: 'omsorg' as string | null,
  shares,
  liftedGate: null,
  liftedBy: '',
  commonGranted: false,
  ...more,
});

describe('who decides', () => {
  it.each([
    ['the lead area pays alone', project([omsorg()]), 'chef', ['omsorg'], 'ownPool'],
    ['nobody pays', project([]), 'chef', ['omsorg'], 'noMoney'],
    ['the common pool pays', project([common()]), 'chefgruppe', areas, 'commonPool'],
    [
      'any share from the common pool',
      project([omsorg(), common(1)]),
      'chefgruppe',
      areas,
      'commonPool',
    ],
    ['another area pays alone', project([sundhed()]), 'chefs', ['omsorg', 'sundhed'], 'otherPools'],
    ['two areas pay', project([omsorg(), sundhed()]), 'chefs', ['omsorg', 'sundhed'], 'otherPools'],
    [
      'the chef lifted it',
      project([omsorg()], { liftedGate: 'gate1', liftedBy: 'Chef, Omsorg' }),
      'chefgruppe',
      areas,
      'lifted',
    ],
    [
      'lifted at another gate does not count',
      project([omsorg()], { liftedGate: 'gate2' }),
      'chef',
      ['omsorg'],
      'ownPool',
    ],
    [
      'the common pool comes before a lift',
      project([common()], { liftedGate: 'gate1', liftedBy: 'Chef, Omsorg' }),
      'chefgruppe',
      areas,
      'commonPool',
    ],
    [
      'the common pool is named with 0 kr.',
      project([common(0)]),
      'chefgruppe',
      areas,
      'commonPool',
    ],
    [
      'the common pool has paid before',
      project([], { commonGranted: true }),
      'chefgruppe',
      areas,
      'commonPool',
    ],
    [
      'another area is named with 0 kr.',
      project([omsorg(0), sundhed(0)]),
      'chefs',
      ['omsorg', 'sundhed'],
      'otherPools',
    ],
    ['the own pool is named with 0 kr.', project([omsorg(0)]), 'chef', ['omsorg'], 'noMoney'],
  ])('%s', (_what, given, type, seats, why) => {
    const routing = deciderOf(given, 'gate1', areas);
    expect(routing.ok && [routing.value.decider.type, routing.value.why.type]).toEqual([type, why]);
    expect(routing.ok && routing.value.decider.seats).toEqual(seats);
  });

  it('refuses a project across areas without a lead area', () => {
    const routing = deciderOf(project([common()], { leadArea: null }), 'gate1', areas);
    expect(routing).toEqual({ ok: false, refusal: { type: 'leadAreaMissing' } });
  });

  it('does not depend on the order of the shares', () => {
    const share = fc.record({
      pool: fc.constantFrom('common', 'area:social', 'area:sundhed', 'area:omsorg'),
      ore: fc.integer({ min: 0, max: 3 }),
    });
    fc.assert(
      fc.property(fc.array(share, { maxLength: 5 }), (shares) => {
        const there = deciderOf(project(shares as Share[]), 'gate2', areas);
        const back = deciderOf(project([...shares].reverse() as Share[]), 'gate2', areas);
        const seats = (routing: typeof there) =>
          routing.ok ? [...routing.value.decider.seats].sort() : [];
        expect(seats(there)).toEqual(seats(back));
        expect(there.ok && there.value.decider.type).toEqual(back.ok && back.value.decider.type);
      }),
      { seed: 11, numRuns: 500 },
    );
  });

  it('lets a deputy answer only from the first to the last day', () => {
    const decider = { type: 'chef', seats: ['omsorg'] } as const;
    const deputy = { deputyFor: 'omsorg', deputyFrom: '2026-11-23', deputyTo: '2026-11-27' };
    const group = people.map((one) => (one.id === 'chef-sundhed' ? { ...one, ...deputy } : one));
    const on = (day: string) => answerersOf(decider, group, day).map((one) => one.person.id);
    expect(on('2026-11-22')).toEqual(['chef-omsorg']);
    expect(on('2026-11-23')).toEqual(['chef-omsorg', 'chef-sundhed']);
    expect(on('2026-11-27')).toEqual(['chef-omsorg', 'chef-sundhed']);
    expect(on('2026-11-28')).toEqual(['chef-omsorg']);
  });
});
