import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gainOf } from '#shared/domain/benefits/benefit.ts';
import {
  areMonths,
  isFollowedToTheDoor,
  laterDays,
  monthsAfter,
  nextAsk,
  nextDay,
  standingOf,
} from '#shared/domain/benefits/followUp.ts';
import {
  adds,
  amountIn,
  type BenefitMeasure,
  benefitMeasures,
  largestAmount,
  sumOf,
  uncertaintyOf,
} from '#shared/domain/benefits/measure.ts';
import { type BenefitGiven, benefitAnswerers } from '#shared/domain/benefits/rules.ts';
import {
  type BenefitRow,
  benefitRowOf,
  benefitSums,
  inYear,
  isAskable,
  isOf,
  measuredIn,
} from '#shared/domain/benefits/sums.ts';
import { numberText, readNumber, roughly } from '#shared/words/benefits/numbers.ts';
import {
  afterBenefit,
  askedAfterThree,
  clockOn,
  type Following,
  following,
  followUpIn,
  measuredBy,
  promised,
  seenBenefit,
  triedBenefit,
  typedTerms,
} from '../builders/benefit.ts';
import { people } from '../builders/portfolio.ts';

const hours = { measure: 'hoursAYear', unitName: '' } as const;
const kr = { measure: 'krAYear', unitName: '' } as const;
const visits = { measure: 'count', unitName: 'besøg' } as const;

describe('a number as Danes type it', () => {
  it.each([
    ['1.250,5', hours, 1_250_50],
    ['1250,50', hours, 1_250_50],
    ['1 250', hours, 1_250_00],
    ['1\u00a0250', hours, 1_250_00],
    ['1.250', hours, 1_250_00],
    ['1.250.000', kr, 1_250_000_00],
    ['kr. 120.000,-', kr, 120_000_00],
    ['120.000,- kr. om året', kr, 120_000_00],
    ['12 timer', hours, 12_00],
    ['12 t.', hours, 12_00],
    ['3.400 timer om året', hours, 3_400_00],
    ['400 timer pr. år', hours, 400_00],
    ['−2', visits, -2_00],
    ['-2 besøg', visits, -2_00],
    ['minus 2', visits, -2_00],
    ['60 %', { measure: 'percent', unitName: '' } as const, 60_00],
    ['60 procent', { measure: 'percent', unitName: '' } as const, 60_00],
    ['14 dage', { measure: 'days', unitName: '' } as const, 14_00],
    ['0,5', hours, 50],
    ['0', hours, 0],
    ['-0', hours, 0],
  ])('reads »%s«', (typed, of, hundredths) => {
    expect(readNumber(typed, of)).toBe(hundredths);
  });

  it.each([
    ['', hours, 'empty'],
    ['  ', hours, 'empty'],
    ['timer', hours, 'empty'],
    ['9-10', hours, 'notANumber'],
    ['ca. 9', hours, 'notANumber'],
    ['½', hours, 'notANumber'],
    // Another unit is another number.
    ['400 kr.', hours, 'notANumber'],
    ['400 timer', kr, 'notANumber'],
    ['1.5', hours, 'twoWays'],
    ['1,250', hours, 'twoWays'],
    ['0.500', hours, 'twoWays'],
    ['1,250.50', hours, 'twoWays'],
    ['12,345', hours, 'twoWays'],
    ['0,125', hours, 'tooFine'],
    ['1.250,125', hours, 'tooFine'],
    ['9999999999', hours, 'tooLarge'],
  ])('does not guess at »%s«', (typed, of, problem) => {
    expect(readNumber(typed, of)).toBe(problem);
  });

  it('reads back every number it writes, in every measure', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: -largestAmount, max: largestAmount }),
        fc.constantFrom(...benefitMeasures),
        (hundredths, measure) => {
          expect(readNumber(numberText(hundredths), { measure, unitName: '' })).toBe(hundredths);
        },
      ),
    ));

  it('says of a sum what anybody can know of it', () => {
    expect(roughly(552_27)).toBe('±\u00a0550');
    expect(roughly(40_000_00)).toBe('±\u00a040.000');
    expect(roughly(7)).toBe('±\u00a00,07');
  });
});

describe('amounts', () => {
  it('are added within their measure, by type and by value', () => {
    const one = amountIn('hoursAYear', 3);
    const other = amountIn('krAYear', 4);
    expect(sumOf('hoursAYear', [one, one])).toBe(6);
    // @ts-expect-error hours are not kroner
    sumOf('hoursAYear', [one, other]);
    // @ts-expect-error nor does anything else take both
    sumOf<'hoursAYear' | 'krAYear'>('hoursAYear', [one, other]);
    // @ts-expect-error hours a year are not hours
    sumOf('hours', [one]);
    // @ts-expect-error a plain number is of no measure
    sumOf('hours', [3]);
  });

  it('have an uncertainty together that is the root of the squares, whatever their order', () => {
    const each = [400_00, 150_00, 350_00].map((one) => amountIn('hoursAYear', one));
    expect(uncertaintyOf('hoursAYear', each)).toBe(552_27);
    expect(uncertaintyOf('hoursAYear', [...each].reverse())).toBe(552_27);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: largestAmount }), { minLength: 1 }), (all) => {
        const of = (numbers: readonly number[]) =>
          uncertaintyOf(
            'kr',
            numbers.map((one) => amountIn('kr', one)),
          );
        expect(of(all)).toBe(of([...all].sort((a, b) => a - b)));
        expect(of(all)).toBeGreaterThanOrEqual(Math.max(...all) - 1);
        expect(of(all)).toBeLessThanOrEqual(all.reduce((sum, one) => sum + one, 1));
      }),
    );
  });

  it('count what becomes better, whichever way the number goes', () => {
    const fewer = { baseline: 40_00, target: 12_00, isWorse: false };
    expect(gainOf(fewer, 12_00)).toBe(28_00);
    expect(gainOf(fewer, 50_00)).toBe(-10_00);
    expect(gainOf({ baseline: 0, target: 3_400_00, isWorse: false }, 2_900_00)).toBe(2_900_00);
    const worse = { baseline: 10_00, target: 8_00, isWorse: true };
    expect(gainOf(worse, 8_00)).toBe(-2_00);
    expect(gainOf(worse, 9_00)).toBe(-1_00);
    expect(Object.is(gainOf(worse, 10_00), 0)).toBe(true);
  });
});

const anyRow = fc
  .record({
    measure: fc.constantFrom<BenefitMeasure>(...benefitMeasures),
    target: fc.integer({ min: 1, max: 9_000_00 }),
    value: fc.option(fc.integer({ min: -5_000_00, max: 9_000_00 })),
    uncertainty: fc.option(fc.integer({ min: 0, max: 900_00 })),
    isWorse: fc.boolean(),
  })
  .map(({ measure, target, value, uncertainty, isWorse }): BenefitRow => {
    const one = promised({ measure, target, uncertainty, isWorse });
    const { terms } = one.now;
    if (!terms) throw new RangeError('No terms');
    const measured =
      value === null
        ? one
        : afterBenefit(one, 'lead', {
            ...{ type: 'answered', ask: 0, revision: 1, value, uncertainty: null, comment: '' },
          });
    return benefitRowOf(
      {
        ...terms,
        ...{ id: one.now.id, revision: 1, written: 1, ask: 0, askedAt: null },
        ...{ projectId: 'p1', projectTitle: 'P', leadArea: 'omsorg', areas: [], leadId: null },
        standing:
          value === null
            ? { type: 'missing', month: 3, promised: null }
            : { type: 'measured', next: null },
        ...{ start: '2026-05-01', isWaiting: false, isOwnerless: false, why: '' },
      },
      terms,
      measured.now.answers,
    );
  });

describe('sums', () => {
  it('are the sum of their own rows, and of nobody else’s', () =>
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 12 }), (rows) => {
        const sums = benefitSums(rows);
        expect(sums.reduce((all, { count }) => all + count, 0)).toBe(rows.length);
        for (const { measure, count, measured, missing, total } of sums) {
          const own = rows.filter((row) => row.measure === measure);
          expect(count).toBe(own.length);
          expect(measured).toBe(own.filter((row) => measuredIn(row) !== null).length);
          expect(missing).toBe(own.filter((row) => measuredIn(row) === null).length);
          expect(total !== null).toBe(adds[measure]);
          if (total === null) continue;
          const plain = own.map((row) => ({
            promised: Number(row.promised),
            gain: row.measurements.length === 0 ? null : Number(measuredIn(row)?.gain),
          }));
          expect(Number(total.promised)).toBe(plain.reduce((sum, row) => sum + row.promised, 0));
          expect(Number(total.realised)).toBe(plain.reduce((sum, row) => sum + (row.gain ?? 0), 0));
          expect(Number(total.unmeasured)).toBe(
            plain.reduce((sum, row) => sum + (row.gain === null ? row.promised : 0), 0),
          );
        }
      }),
      { numRuns: 40 },
    ));

  it('see in a year only what had begun, and what was measured in it', () => {
    const { now } = measuredBy(askedAfterThree(), 'owner', 2_100_00);
    const [event] = now.answers;
    if (!now.terms || !event) throw new RangeError('Not measured');
    const row = benefitRowOf(
      {
        ...now.terms,
        ...{ id: now.id, revision: 3, written: 1, ask: 2, askedAt: event.at },
        ...{ projectId: 'p1', projectTitle: 'P', leadArea: null, areas: [], leadId: null },
        ...{ standing: { type: 'measured', next: null }, start: '2026-05-01', why: '' },
        ...{ isWaiting: false, isOwnerless: false },
      },
      now.terms,
      now.answers,
    );
    const own = [row].filter(isOf('hoursAYear'));
    expect(inYear(own, 2025)).toEqual([]);
    expect(inYear(own, 2026).map(({ measurements }) => measurements.length)).toEqual([1]);
    expect(inYear(own, 2027).map(({ measurements }) => measurements.length)).toEqual([0]);
  });
});

const keyOn = (one: Following, day: string) =>
  nextAsk(one.now, followUpIn({ ...one, at: `${day}T07:00:00Z` }))?.key ?? null;
const standing = (one: Following, day: string) =>
  standingOf(one.now, followUpIn({ ...one, at: `${day}T07:00:00Z` }));

describe('when the owner is asked', () => {
  it('counts months as people do', () => {
    expect(monthsAfter('2026-05-01', 3)).toBe('2026-08-01');
    expect(monthsAfter('2026-11-30', 3)).toBe('2027-02-28');
    expect(monthsAfter('2023-11-30', 3)).toBe('2024-02-29');
    expect(monthsAfter('2026-12-31', 12)).toBe('2027-12-31');
    expect(areMonths([3, 6, 12])).toBe(true);
    for (const wrong of [[], [6, 3], [0], [3, 3], [3.5], ['3'], null, [61]])
      expect(areMonths(wrong)).toBe(false);
  });

  it('is at 3, 6 and 12 months, and before that nobody is', () => {
    const one = promised();
    expect([keyOn(one, '2026-07-31'), keyOn(one, '2026-08-01')]).toEqual([null, 'm3']);
    expect(standing(one, '2026-07-31')).toEqual({ type: 'ahead', on: '2026-08-01' });
    expect(nextDay(one.now, followUpIn(one))).toBe('2026-08-01');
    const asked = clockOn(one, '2026-08-01');
    expect(keyOn(asked, '2026-08-02')).toBeNull();
    const answered = measuredBy(asked, 'owner', 2_100_00);
    expect(standing(answered, '2026-10-31')).toEqual({ type: 'measured', next: '2026-11-01' });
    expect([keyOn(answered, '2026-10-31'), keyOn(answered, '2026-11-01')]).toEqual([null, 'm6']);
  });

  it('is never before operation, nor when the project has not promised anything', () => {
    const before = promised({}, { follow: { operatingSince: null, months: [3] } });
    expect(keyOn(before, '2030-01-01')).toBeNull();
    expect(standing(before, '2030-01-01')).toEqual({ type: 'notStarted' });
    expect(keyOn(following(), '2030-01-01')).toBeNull();
  });

  it('of the months that had passed when it was written, is asked about the newest only', () => {
    const late = { ...promised({}, { at: '2027-02-01T09:00:00Z' }) };
    expect(keyOn(late, '2027-02-01')).toBe('m6');
    expect(keyOn(clockOn(late, '2027-02-01'), '2027-04-30')).toBeNull();
    expect(keyOn(clockOn(late, '2027-02-01'), '2027-05-01')).toBe('m12');
  });

  it('is on the day they gave and not before, also where a month comes meanwhile', () => {
    const asked = askedAfterThree();
    const later = afterBenefit(asked, 'owner', {
      ...{ type: 'notYet', ...seenBenefit(asked), until: '2026-11-16', comment: '' },
    });
    expect(standing(later, '2026-08-20')).toEqual({
      ...{ type: 'missing', month: 3, promised: '2026-11-16' },
    });
    // The sixth month came on 1 November.
    expect(keyOn(later, '2026-11-15')).toBeNull();
    expect(keyOn(later, '2026-11-16')).toBe('m6');
    const again = afterBenefit(asked, 'owner', {
      ...{ type: 'notYet', ...seenBenefit(asked), until: '2026-09-01', comment: '' },
    });
    expect(keyOn(again, '2026-09-01')).toBe(`m3:${again.now.revision}`);
  });

  it('lets a newer month take the place of one that nobody answered', () => {
    const six = clockOn(askedAfterThree(), '2026-11-02');
    expect(six.now.asked?.month).toBe(6);
    expect(six.now.months).toEqual([3, 6]);
    expect(standing(six, '2026-11-02')).toMatchObject({ type: 'missing', month: 6 });
  });

  it('ends when it cannot be measured, and begins anew when it is measured in another way', () => {
    const asked = askedAfterThree();
    const never = afterBenefit(asked, 'owner', {
      ...{ type: 'unmeasurable', ...seenBenefit(asked), comment: 'Kørebogen findes ikke mere.' },
    });
    expect(standing(never, '2027-05-02')).toEqual({ type: 'unmeasurable' });
    expect(keyOn(never, '2027-05-02')).toBeNull();
    expect(isFollowedToTheDoor(never.now, followUpIn(never))).toBe(true);
    const other = afterBenefit(never, 'lead', {
      ...{ type: 'written', revision: never.now.written },
      terms: typedTerms({ indicator: 'Vagtplanen' }),
    });
    expect(keyOn(other, '2026-11-02')).toBe('m6');
  });

  it('is followed to the door when it was measured for the last month', () => {
    const twelve = clockOn(measuredBy(askedAfterThree(), 'owner', 2_100_00), '2027-05-03');
    expect(isFollowedToTheDoor(twelve.now, followUpIn(twelve))).toBe(false);
    const done = measuredBy(twelve, 'owner', 3_300_00);
    expect(isFollowedToTheDoor(done.now, followUpIn(done))).toBe(true);
    expect(nextDay(done.now, followUpIn(done))).toBeNull();
  });

  it('offers three Mondays to whoever does not know yet', () => {
    expect(laterDays('2026-11-23')).toEqual(['2026-12-07', '2027-01-04', '2027-02-01']);
    expect(laterDays('2026-11-25')).toEqual(['2026-12-14', '2027-01-11', '2027-02-08']);
  });
});

const refusalOf = (one: Following, by: string, given: Parameters<typeof triedBenefit>[2]) => {
  const made = triedBenefit(one, by, given);
  return 'now' in made ? null : made.type;
};
const write = (more = {}, revision = 0) =>
  ({ type: 'written', revision, terms: typedTerms(more) }) as const;

describe('who writes a benefit, and what', () => {
  it('is whoever edits the project', () => {
    for (const by of ['owner', 'lead', 'digitek', 'consultant', 'chef-omsorg'])
      expect(refusalOf(following(), by, write())).toBeNull();
    for (const by of ['stranger', 'direktor', 'chef-social'])
      expect(refusalOf(following(), by, write())).toBe('notAllowed');
  });

  it('is told what is lacking, in a word for each', () => {
    const lacks = (more: Parameters<typeof write>[0]) =>
      refusalOf(following(), 'lead', write(more));
    expect(lacks({ title: ' ' })).toBe('titleMissing');
    expect(lacks({ target: 0 })).toBe('targetSame');
    expect(lacks({ target: 'twoWays' })).toBe('badNumber');
    expect(lacks({ ownerId: 'somebody-else' })).toBe('unknownPerson');
    expect(lacks({ ownerId: null })).toBeNull();
  });

  it('does not overwrite what another wrote since it was read', () => {
    const one = promised();
    const changed = afterBenefit(one, 'owner', write({ target: 3_000_00 }, 1));
    expect(refusalOf(changed, 'lead', write({ target: 2_000_00 }, 1))).toBe('changed');
    expect(refusalOf(changed, 'lead', write({ target: 3_000_00 }, 2))).toBe('holdsAlready');
  });

  it('may not make it another measure once it has been asked about', () => {
    expect(refusalOf(promised(), 'lead', write({ measure: 'kr' }, 1))).toBeNull();
    expect(refusalOf(askedAfterThree(), 'lead', write({ measure: 'kr' }, 1))).toBe('measureFixed');
  });

  it('says why when it is withdrawn, and then nothing happens to it', () => {
    const one = askedAfterThree();
    const gone = { type: 'withdrawn', revision: 1, comment: ' ' } as const;
    expect(refusalOf(one, 'lead', gone)).toBe('wordMissing');
    const after = afterBenefit(one, 'lead', { ...gone, comment: 'Målt i et andet projekt.' });
    expect(standing(after, '2026-11-02')).toEqual({ type: 'withdrawn' });
    expect(refusalOf(after, 'lead', write({}, 1))).toBe('notNow');
    expect(keyOn(after, '2027-05-02')).toBeNull();
  });

  it('is nobody when the project is over', () => {
    const over = following();
    const stopped = { ...over, project: { ...over.project, status: 'stopped' as const } };
    expect(refusalOf(stopped, 'lead', write())).toBe('notNow');
  });
});

describe('an answer', () => {
  const asked = askedAfterThree();
  const answer = (value: number | 'notANumber' = 2_100_00): BenefitGiven => ({
    ...{ type: 'answered', ...seenBenefit(asked), value, uncertainty: null, comment: '' },
  });

  it('is the owner’s, or is written down by whoever edits the project', () => {
    expect(refusalOf(asked, 'owner', answer())).toBeNull();
    expect(refusalOf(asked, 'lead', answer())).toBeNull();
    expect(refusalOf(asked, 'stranger', answer())).toBe('notYours');
    expect(refusalOf(asked, 'owner', answer('notANumber'))).toBe('badNumber');
  });

  it('keeps the target it was asked with', () => {
    const moved = afterBenefit(asked, 'lead', write({ target: 2_000_00 }, 1));
    const { answers, terms } = measuredBy(moved, 'owner', 2_100_00).now;
    expect(answers.map(({ target, month }) => [target, month])).toEqual([[3_400_00, 3]]);
    expect(terms?.target).toBe(2_000_00);
  });

  it('may be put right by whoever saw it, and not by who did not', () => {
    const once = measuredBy(asked, 'owner', 2_100_00);
    expect(refusalOf(once, 'owner', answer())).toBe('holdsAlready');
    expect(refusalOf(once, 'lead', answer(9_00))).toBe('movedOn');
    const twice = measuredBy(once, 'owner', 2_200_00);
    expect(twice.now.answers.map(({ value }) => value)).toEqual([2_200_00]);
  });

  it('says a day that is ahead, within a year', () => {
    const on = (until: string) =>
      refusalOf(asked, 'owner', { type: 'notYet', ...seenBenefit(asked), until, comment: '' });
    expect([on('2026-08-03'), on('2026-08-04'), on('2027-08-04')]).toEqual([
      ...['dayPast', null, 'dayFar'],
    ]);
  });

  it('is asked for once more by the team, once a day, and never before a promised day', () => {
    const again = { type: 'askedAgain', revision: asked.now.revision } as const;
    expect(refusalOf(asked, 'digitek', again)).toBe('askedToday');
    const next = { ...asked, at: '2026-08-04T08:00:00Z' };
    expect(refusalOf(next, 'digitek', again)).toBeNull();
    expect(refusalOf(next, 'owner', again)).toBe('notAllowed');
    const later = afterBenefit(asked, 'owner', {
      ...{ type: 'notYet', ...seenBenefit(asked), until: '2026-09-01', comment: '' },
    });
    expect(refusalOf(later, 'digitek', { type: 'askedAgain', revision: 3 })).toBe('movedOn');
  });

  it('is nobody’s when the owner has left, and the new owner’s when one is chosen', () => {
    const left = { ...asked, people: people.filter(({ id }) => id !== 'owner') };
    expect(benefitAnswerers(left.now, left.people, '2026-08-03')).toEqual([]);
    const chosen = afterBenefit(left, 'lead', { type: 'owner', revision: 1, ownerId: 'digitek' });
    expect(benefitAnswerers(chosen.now, left.people, '2026-08-03').map(({ id }) => id)).toEqual([
      'digitek',
    ]);
    expect(chosen.now.asked?.month).toBe(3);
  });

  it('is lacked by those one can ask: not by who was asked today, gave a day, or is gone', () => {
    const row = {
      ...{ standing: { type: 'missing', month: 3, promised: null } as const, isWaiting: true },
      ...{ isOwnerless: false, askedAt: '2026-08-03T07:00:00Z' },
    };
    expect(isAskable(row, '2026-08-04')).toBe(true);
    expect(isAskable(row, '2026-08-03')).toBe(false);
    expect(isAskable({ ...row, isOwnerless: true }, '2026-08-04')).toBe(false);
    const day = { type: 'missing', month: 3, promised: '2026-09-01' } as const;
    expect(isAskable({ ...row, standing: day }, '2026-08-04')).toBe(false);
  });
});
