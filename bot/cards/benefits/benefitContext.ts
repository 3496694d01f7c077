import type { BenefitAction } from '#shared/contract/cardActions.ts';
import type { BenefitRefusal } from '#shared/domain/benefits/rules.ts';
import type { BenefitView } from '#shared/domain/benefits/view.ts';
import { benefitSummaries } from '#shared/words/benefits/words.ts';
import type { Frame, Problem } from '../asking/asking.ts';
import { type Place, placeOfAsk } from '../asking/cardsFor.ts';
import type { CardContext } from '../context.ts';
import type { Refresh } from '../elements.ts';
import { around } from '../summary.ts';

export type BenefitPlace = Place;

/** The card of what is asked now. */
export const benefitPlace = ({ now }: BenefitView): Place => placeOfAsk('benefitAsk', now.ask);

/** Why what was pressed is not stored. */
export type BenefitProblem = Problem<BenefitRefusal>;

type AboutBenefit = Pick<BenefitAction, 'benefitId' | 'ask' | 'revision'>;

/** What every button sends: ids and numbers, nothing that gives a right. */
export const aboutBenefit = ({ now }: BenefitView): AboutBenefit => ({
  benefitId: now.id,
  ask: now.ask?.seq ?? 0,
  revision: now.revision,
});

export const refreshBenefit = (
  { now }: BenefitView,
  context: CardContext,
  { kind, about }: BenefitPlace,
): Refresh<'refreshBenefit'> => ({
  verb: 'refreshBenefit',
  data: { benefitId: now.id, revision: now.revision, kind, about },
  userIds: context.userIds,
});

export const benefitSummary = (
  view: BenefitView,
  [before, after]: readonly [string, string],
): string => around(before, view.project.title, after);

/** What every card of it has; a notice is told by its first line. */
export const benefitFrame = (
  view: BenefitView,
  context: CardContext,
  place: BenefitPlace,
  first: string,
): Frame => ({
  title: view.project.title,
  url: context.links.project(view.project.id),
  summary: benefitSummary(view, benefitSummaries.told(first)),
  refresh: refreshBenefit(view, context, place),
});
