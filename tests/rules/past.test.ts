import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foundAt, Span, toldOf, walkBack } from '#shared/domain/past/span.ts';
import { foundThen, oldestFirst, type Told } from '#shared/domain/past/told.ts';

const entry = fc.record({
  subject: fc.constantFrom('p1', 'p2', 'p3'),
  seq: fc.nat(99),
  cause: fc.constantFrom('p1:made', 'p2:made', 'edit'),
  kind: fc.constant('edited' as const),
  byName: fc.constant('Konsulent'),
  at: fc.integer({ min: 1, max: 9 }).map((second) => `2026-09-0${second}T08:00:00Z`),
  // What is taken away was something, and what was nothing is said as null.
  was: fc.dictionary(
    fc.constantFrom('nextStep', 'priority', 'ownerId'),
    fc.constantFrom('a', 'b', null),
    { maxKeys: 3, noNullPrototype: true },
  ),
  is: fc.constant({}),
});

/** A history, cut into spans anywhere. */
const history = fc
  .tuple(fc.array(entry, { maxLength: 30 }), fc.array(fc.nat(30), { maxLength: 3 }))
  .map(([entries, cuts]) => {
    const all: readonly Told[] = [...entries].sort(oldestFirst);
    const places = [0, ...[...cuts].sort((a, b) => a - b), all.length];
    const spans = places.slice(1).map((to, at) => new Span(all.slice(places[at], to)));
    return { all: spans.flatMap((span) => span.entries), spans };
  });

const instant = fc.integer({ min: 0, max: 9 }).map((second) => `2026-09-0${second}T08:00:00Z`);

describe('the past, read in spans', () => {
  it('finds what one walk over all of it finds', () => {
    fc.assert(
      fc.property(history, instant, ({ all, spans }, at) => {
        const whole = foundThen(all.filter((one) => one.at >= at));
        expect(foundAt(spans, at)).toEqual(whole);
        // Asked again it says the same: what is kept is not written in.
        expect(foundAt(spans, at)).toEqual(whole);
      }),
      { seed: 11, numRuns: 1_000 },
    );
  });

  it('is walked back from the latest before an instant, as far as is asked', () => {
    fc.assert(
      fc.property(history, instant, fc.nat(5), ({ all, spans }, at, most) => {
        const seen: Told[] = [];
        walkBack(spans, at, (one) => {
          seen.push(one);
          return seen.length > most ? 'enough' : undefined;
        });
        const before = all.filter((one) => one.at < at).reverse();
        expect(seen).toEqual(before.slice(0, most + 1));
      }),
      { seed: 12, numRuns: 500 },
    );
  });

  it('tells of some subjects each in order', () => {
    fc.assert(
      fc.property(history, ({ all, spans }) => {
        const told = toldOf(spans, new Set(['p1', 'p3']));
        expect(told.get('p1') ?? []).toEqual(all.filter(({ subject }) => subject === 'p1'));
        expect(told.has('p2')).toBe(false);
      }),
      { seed: 13, numRuns: 200 },
    );
  });
});
