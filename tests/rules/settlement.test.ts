import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Choice, choice, outcomesOf, sameChoice } from '#shared/domain/gates.ts';
import { inTimeOf, type Statement, settlementOf } from '#shared/domain/request.ts';

const seats = ['social', 'sundhed', 'omsorg'];
const group = { type: 'chefgruppe', seats } as const;
const paying = { type: 'chefs', seats: ['omsorg', 'sundhed'] } as const;

let made = 0;
const said = (seat: string, given: Choice | 'meeting'): Statement => {
  made += 1;
  const chosen = given === 'meeting' ? null : given;
  return {
    id: `s${made}`,
    requestId: 'r',
    kind: given === 'meeting' ? 'meeting' : 'position',
    seat,
    onBehalf: false,
    byId: seat,
    byName: seat,
    outcome: chosen?.outcome ?? null,
    spread: chosen?.spread ?? false,
    rethink: chosen?.rethink ?? false,
    text: '',
    about: null,
    noted: [],
    at: '2026-11-23T09:00:00Z',
  };
};
const trial = choice('trial');
const back = choice('backToInvestigation');
const stop = choice('stop');

describe('several paying chefs', () => {
  it('decide when all say the same', () => {
    const result = settlementOf(paying, [said('omsorg', trial), said('sundhed', trial)]);
    expect(result).toMatchObject({ type: 'decided', choice: trial });
  });
  it('stop when any of them stops', () => {
    expect(settlementOf(paying, [said('sundhed', stop)])).toMatchObject({
      type: 'decided',
      choice: stop,
    });
  });
  it('lift it by themselves when they otherwise differ', () => {
    expect(settlementOf(paying, [said('omsorg', trial), said('sundhed', back)]).type).toBe(
      'lifted',
    );
  });
  it('wait while one is silent', () => {
    expect(settlementOf(paying, [said('omsorg', trial)]).type).toBe('waiting');
  });
});

describe('the chefgruppe', () => {
  it('decides when all say the same', () => {
    const all = seats.map((seat) => said(seat, trial));
    expect(settlementOf(group, all)).toMatchObject({ type: 'decided', choice: trial });
  });
  it('leaves any difference to the meeting, at once', () => {
    expect(settlementOf(group, [said('social', trial), said('omsorg', stop)]).type).toBe('meeting');
  });
  it('leaves it to the meeting when a member asks for it', () => {
    expect(settlementOf(group, [said('social', 'meeting')]).type).toBe('meeting');
  });
  it('counts the latest position of a seat', () => {
    const changed = [said('social', stop), said('omsorg', trial), said('sundhed', trial)];
    expect(settlementOf(group, changed).type).toBe('meeting');
    expect(settlementOf(group, [...changed, said('social', trial)])).toMatchObject({
      type: 'decided',
      choice: trial,
    });
  });
  it('waits with a member missing, until it is put on the agenda', () => {
    const two = [said('social', trial), said('omsorg', trial)];
    expect(settlementOf(group, two).type).toBe('waiting');
    const agenda = { ...said('social', 'meeting'), kind: 'agenda' as const, seat: null };
    expect(settlementOf(group, [...two, agenda]).type).toBe('meeting');
  });

  it('decides at the first moment when all say the same, in any order of presses', () => {
    const press = fc.record({
      seat: fc.constantFrom(...seats),
      given: fc.constantFrom<(Choice | 'meeting')[]>(
        ...outcomesOf('gate2').map((outcome) => choice(outcome)),
        'meeting',
      ),
    });
    type Press = typeof press extends fc.Arbitrary<infer P> ? P : never;
    const isUnanimous = (presses: readonly Press[]): boolean => {
      const latest = new Map(presses.map((one) => [one.seat, one.given]));
      const [first, ...rest] = latest.values();
      return (
        latest.size === seats.length &&
        first !== undefined &&
        first !== 'meeting' &&
        rest.every((one) => one !== 'meeting' && sameChoice(one, first))
      );
    };
    fc.assert(
      fc.property(fc.array(press, { maxLength: 12 }), (presses) => {
        const statements = presses.map((one) => said(one.seat, one.given));
        const end = presses.findIndex((_, index) => isUnanimous(presses.slice(0, index + 1)));
        expect(settlementOf(group, statements).type === 'decided').toBe(end >= 0);
        if (end >= 0) expect(inTimeOf(group, statements)).toEqual(statements.slice(0, end + 1));
      }),
      { seed: 7, numRuns: 2000 },
    );
  });

  it('has decided what was written down of its meeting, where every difference before is noted', () => {
    const recorded = (...noted: readonly string[]): Statement => ({
      ...said('', trial),
      kind: 'recorded',
      seat: null,
      noted: noted.map((seat) => ({ seat, text: 'Sagt på mødet' })),
    });
    const wish = said('omsorg', 'meeting');
    const stops = said('social', stop);
    const decided = { type: 'decided', choice: trial };
    expect(settlementOf(group, [wish, recorded()])).toMatchObject(decided);
    expect(settlementOf(group, [wish, stops, recorded('social')])).toMatchObject(decided);
    // A difference that came in between: what was written down counts for nothing.
    expect(settlementOf(group, [wish, stops, recorded()]).type).toBe('meeting');
    // One that came after it came too late.
    expect(settlementOf(group, [wish, recorded(), stops])).toMatchObject(decided);
    expect(inTimeOf(group, [wish, recorded(), stops])).toHaveLength(2);
    // It did not wait for a meeting when it was written down.
    expect(settlementOf(group, [said('omsorg', trial), recorded()]).type).toBe('waiting');
  });
});
