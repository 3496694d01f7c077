import { describe, expect, it } from 'vitest';
import { areaPool } from '#shared/domain/funding.ts';
import { choice } from '#shared/domain/gates.ts';
import type { Person } from '#shared/domain/person.ts';
import type { RequestView } from '#shared/domain/requestView.ts';
import { plainAnswerOf } from '#shared/domain/together.ts';
import {
  aReader,
  aStatement,
  aView,
  chefs,
  deputy,
  lead,
  people,
  type ViewParts,
} from '../builders/request.ts';

/** A matter that costs nothing, of little risk, and recommended. */
const free = { askOre: 0, shares: [] };
const plainProject = { ...free, budgetOre: 0, runningCostsOre: [], riskCategory: 2 as const };
const plain = (parts: ViewParts = {}, project = {}, request = {}): RequestView =>
  aView({
    project: { ...plainProject, ...project },
    request: { ...free, why: { type: 'noMoney', leadArea: 'omsorg' }, ...request },
    pools: [],
    ...parts,
  });

const answerFor = (view: RequestView, person: Person = chefs.omsorg) =>
  plainAnswerOf(view, aReader(view, person));

describe('what may be answered together with others (features N35, P52)', () => {
  it('is what DigiTek recommends, where it goes forward and costs nothing', () => {
    expect(answerFor(plain())).toEqual(choice('investigate'));
  });

  it('is a deputy’s too', () => {
    const view = plain({ people: [...people, deputy] });
    expect(answerFor(view, deputy)).toEqual(choice('investigate'));
  });

  it.each<[string, RequestView, Person?]>([
    ['another’s', plain(), chefs.social],
    ['nobody’s, to whoever leads it', plain(), lead],
    ['the chefgruppe’s', plain({}, {}, { decider: { type: 'chefgruppe', seats: ['omsorg'] } })],
    ['several chefs’', plain({}, {}, { decider: { type: 'chefs', seats: ['omsorg', 'social'] } })],
    ['paid for', plain({}, {}, { askOre: 1, shares: [{ pool: areaPool('omsorg'), ore: 1 }] })],
    ['paid for every year', plain({}, { runningCostsOre: [0, 0, 0, 1] })],
    ['a recommendation to stop', plain({}, { recommendedOutcome: 'stop' })],
    ['a fast track, which needs a reason', plain({}, { recommendedOutcome: 'fastTrack' })],
    ['not recommended yet', plain({}, { recommendedOutcome: null })],
    ['an outcome of another gate', plain({}, { recommendedOutcome: 'operate' })],
    ['a suggestion to lift', plain({}, { recommendLift: true })],
    ['of a risk that is more than one kind of challenge', plain({}, { riskCategory: 3 })],
    ['of a risk nobody has judged', plain({}, { riskCategory: null })],
    ['above the appetite', plain({}, { efficiency: 1, quality: 0, wellbeing: 0, riskCategory: 2 })],
    [
      'into operation',
      plain(
        {},
        { recommendedOutcome: 'operate', runningCostsOre: [0, 0, 0, 0] },
        { gate: 'gate3' },
      ),
    ],
    ['asked about', plain({ statements: [aStatement({ kind: 'question' })] })],
  ])('is not what is %s', (_what, view, person) => {
    expect(answerFor(view, person)).toBeNull();
  });

  it('is not what is answered, and is again what was asked and replied to', () => {
    const question = aStatement({ kind: 'question' });
    const reply = aStatement({ kind: 'reply', about: question.id });
    expect(answerFor(plain({ statements: [question, reply] }))).toEqual(choice('investigate'));
  });
});
