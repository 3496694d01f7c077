import { describe, expect, it } from 'vitest';
import { asksAnew } from '#shared/domain/askAnew.ts';
import { changesAfter, commonPoolGranted, postingsAfter } from '#shared/domain/consequences.ts';
import { mayReroute } from '#shared/domain/decider.ts';
import { askedShares, type Share } from '#shared/domain/funding.ts';
import { choice } from '#shared/domain/gates.ts';
import { moneyMissing, sharesAskedOf } from '#shared/domain/readiness.ts';
import { aDecision, aProject, aRequest } from '../builders/request.ts';

const areas = ['social', 'sundhed', 'omsorg'];
const omsorg = (ore: number): Share => ({ pool: 'area:omsorg', ore });
const sundhed = (ore: number): Share => ({ pool: 'area:sundhed', ore });
const common = (ore: number): Share => ({ pool: 'common', ore });

describe('who pays and how much are two things', () => {
  it('keeps who pays after a decision, and empties how much', () => {
    const project = aProject({ askOre: 300, shares: [omsorg(100), common(200)] });
    const decision = aDecision(aRequest({ askOre: 300, shares: project.shares }));
    expect(changesAfter(project, decision)).toMatchObject({
      askOre: null,
      shares: [omsorg(0), common(0)],
    });
  });

  it('takes nothing of any pool for 0 kr., whatever the shares of the gate before still say', () => {
    const project = aProject({ phase: 'trial', askOre: 0, shares: [omsorg(100), sundhed(200)] });
    expect(moneyMissing(project, 'gate3')).toEqual([]);
    const shares = sharesAskedOf(project, 'gate3');
    expect(shares).toEqual([omsorg(0), sundhed(0)]);
    expect(askedShares({ askOre: 0, shares: project.shares })).toEqual([]);
  });

  it('asks for 0 kr. at gate 3 when nothing is written, and never for the shares left behind', () => {
    const project = aProject({ phase: 'trial', askOre: null, shares: [omsorg(10_000_00)] });
    expect(sharesAskedOf(project, 'gate3')).toEqual([omsorg(0)]);
  });

  it('grants nothing on a request for 0 kr. that an older build sent with shares', () => {
    const decision = aDecision(
      aRequest({ gate: 'gate3', askOre: 0, shares: [omsorg(10_000_00)] }),
      { choice: choice('operate') },
    );
    expect(postingsAfter(decision).map(({ kind }) => kind)).toEqual(['released']);
  });

  it('does not ask anew about 0 kr. because the shares of the gate before are still there', () => {
    const project = { ...aProject({ askOre: 0, shares: [omsorg(100)] }), commonGranted: false };
    const request = aRequest({ askOre: 0, shares: [omsorg(0)] });
    expect(asksAnew(project, request, areas)).toBe(false);
  });
});

describe('common-pool money binds', () => {
  const granted = aDecision(aRequest({ gate: 'gate2', askOre: 500, shares: [common(500)] }), {
    choice: choice('trial'),
  });

  it.each([
    ['a grant', [granted], true],
    ['a refusal', [{ ...granted, gate: 'funding' as const, outcome: 'refuse' as const }], false],
    ['a stop', [{ ...granted, outcome: 'stop' as const }], false],
    ['a withdrawal', [{ ...granted, ending: 'withdrawn' as const, outcome: null }], false],
    ['0 kr.', [{ ...granted, askOre: 0, shares: [common(0)] }], false],
    ['another pool', [{ ...granted, shares: [omsorg(500)] }], false],
  ])('after %s: %#', (_what, decisions, binds) => {
    expect(commonPoolGranted(decisions)).toBe(binds);
  });

  it('asks the chefgruppe anew when one chef was asked, or the matter was sent on to one', () => {
    const project = { ...aProject({ askOre: 0, shares: [common(0)] }), commonGranted: true };
    const one = aRequest({ askOre: 0, shares: [common(0)] });
    expect(asksAnew(project, one, areas)).toBe(true);
    const sentOn = aRequest({ ...one, why: { type: 'rerouted', by: 'K', because: 'Ferie' } });
    expect(asksAnew(project, sentOn, areas)).toBe(true);
  });

  it('is never sent on to one chef', () => {
    const chefgruppe = { type: 'chefgruppe', seats: areas } as const;
    const social = { type: 'chef', seats: ['social'] } as const;
    const two = { type: 'chefs', seats: ['omsorg', 'sundhed'] } as const;
    expect(mayReroute(chefgruppe, social)).toBe(false);
    expect(mayReroute(two, social)).toBe(false);
    expect(mayReroute(two, chefgruppe)).toBe(true);
    expect(mayReroute({ type: 'chef', seats: ['omsorg'] }, social)).toBe(true);
  });
});
