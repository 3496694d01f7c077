import type { BenefitMoveBody, BenefitReply } from '#shared/contract/benefits.ts';
import type { BenefitGiven } from '#shared/domain/benefits/rules.ts';
import type { BenefitView } from '#shared/domain/benefits/view.ts';
import { has } from '#shared/domain/person.ts';
import { benefitViewOf, freshBenefitViewOf } from '#shared/useCases/benefits/benefits.ts';
import { moveBenefit } from '#shared/useCases/benefits/moveBenefit.ts';
import {
  askableBenefits,
  benefitReplyOf,
  benefitsPage,
} from '#shared/useCases/pages/benefitsPage.ts';
import { readNumber, readOptional } from '#shared/words/benefits/numbers.ts';
import { benefitRefusalWords } from '#shared/words/benefits/words.ts';
import { apiWords } from '#shared/words/server/api.ts';
import { askingRefusal } from './askingRefusal.ts';
import type { ApiParts, Asked, Handler } from './context.ts';
import { ApiRefusal } from './reply.ts';

const unknown = () => new ApiRefusal(404, 'unknown', apiWords.noBenefit);

const pageFor = ({ deps, freshness }: ApiParts, { actor }: Asked) => ({
  asOf: freshness.asOf(),
  ...benefitsPage(deps, actor),
});

/** Every benefit in operation, and what they come to. */
export const getBenefits: Handler<'GET /api/benefits'> = (parts) => (turn) => pageFor(parts, turn);

/** The follow-up of one, as the reader sees it. */
export const getBenefit: Handler<'GET /api/benefits/:id'> =
  ({ deps }) =>
  ({ actor, idIn }) => {
    const view = benefitViewOf(deps, idIn('id', apiWords.noBenefit));
    if (!view) throw unknown();
    return benefitReplyOf(deps, view, actor);
  };

/** A number is read in the unit it is asked in; of a new promise, in its own. */
const givenOf = (body: BenefitMoveBody, view: BenefitView | undefined): BenefitGiven => {
  if (body.type === 'written') {
    const { baseline, target, uncertainty, ...said } = body.terms;
    return {
      ...body,
      terms: {
        ...said,
        baseline: baseline.trim() === '' ? 0 : readNumber(baseline, said),
        target: readNumber(target, said),
        uncertainty: readOptional(uncertainty, said),
      },
    };
  }
  if (body.type !== 'answered') return body;
  const unit = view?.now.terms ?? { measure: 'count' as const, unitName: '' };
  return {
    ...body,
    value: readNumber(body.value, unit),
    uncertainty: readOptional(body.uncertainty, unit),
  };
};

/** The same rule as the card's. */
export const postMoveOfBenefit: Handler<'POST /api/benefits/:id/moves'> =
  ({ deps }) =>
  async ({ actor, idIn, body }) => {
    const id = idIn('id', apiWords.noBenefit);
    const given = body();
    const known = benefitViewOf(deps, id);
    const view = known?.now.terms ? known : await freshBenefitViewOf(deps, id);
    const result = await moveBenefit(deps, actor, id, givenOf(given, view));
    if (result.type === 'unknown') throw unknown();
    const current: BenefitReply = benefitReplyOf(deps, result.view, actor);
    const { refusal } = result.type === 'refused' ? result : { refusal: null };
    if (refusal === null || refusal.type === 'holdsAlready') return current;
    throw askingRefusal(refusal.type, benefitRefusalWords(refusal), current);
  };

/** Everybody who lacks an answer, and has not said a day, is asked once more; once a day. */
export const postBenefitsAsk: Handler<'POST /api/benefits/ask'> = (parts) => async (turn) => {
  const { deps } = parts;
  const { actor } = turn;
  turn.body();
  if (!has(actor, 'consultant', 'digitek'))
    throw new ApiRefusal(403, 'notAllowed', apiWords.notAllowed);
  for (const { id, revision } of askableBenefits(deps))
    await moveBenefit(deps, actor, id, { type: 'askedAgain', revision });
  return pageFor(parts, turn);
};
