import type { TypedTerms } from '#shared/domain/benefits/rules.ts';
import { benefitReaderOf } from '#shared/domain/benefits/view.ts';
import { laterBenefitCard } from '../../bot/cards/benefits/benefitCard.ts';
import { benefitCardAt, failedBenefitCard } from '../../bot/cards/benefits/benefitCardFor.ts';
import {
  type BenefitPlace,
  type BenefitProblem,
  benefitPlace,
} from '../../bot/cards/benefits/benefitContext.ts';
import { benefitNotice, receivedBenefit } from '../../bot/cards/benefits/benefitReceipt.ts';
import {
  afterBenefit,
  askedAfterThree,
  benefitActor,
  benefitViewOf,
  clockOn,
  type Following,
  hoursLater,
  measuredBy,
  seenBenefit,
} from '../builders/benefit.ts';
import { people } from '../builders/portfolio.ts';
import { spoken } from './spoken.ts';
import { context, type State } from './states.ts';

const asked = askedAfterThree();
const worseTerms: Partial<TypedTerms> = {
  ...{ title: 'Færre ansigter i døren', measure: 'count', unitName: 'besøg om ugen' },
  ...{ indicator: 'Fysiske besøg pr. borger', baseline: 10_00, target: 8_00, isWorse: true },
};
const worse = askedAfterThree(worseTerms);
const measured = measuredBy(asked, 'owner', 2_100_00, 'Skøn fra to ruter.');
const six = clockOn(measured, '2026-11-02');
const more = measuredBy(six, 'owner', 3_600_50);
const later = afterBenefit(asked, 'owner', {
  ...{ type: 'notYet', ...seenBenefit(asked), until: '2026-09-07' },
  comment: 'Vi tæller i uge 36.',
});
const never = afterBenefit(asked, 'owner', {
  ...{ type: 'unmeasurable', ...seenBenefit(asked), comment: 'Kørebogen findes ikke mere.' },
});
const asking = afterBenefit(asked, 'owner', {
  ...{ type: 'question', ...seenBenefit(asked), comment: 'Er weekender med?' },
});
const replied = afterBenefit(asking, 'lead', {
  ...{ type: 'reply', question: 3, comment: 'Ja, alle ugens dage.' },
});
const left: Following = { ...asked, people: people.filter(({ id }) => id !== 'owner') };
const chosen = afterBenefit(left, 'lead', { type: 'owner', revision: 1, ownerId: 'direktor' });
const withdrawn = afterBenefit(asked, 'lead', {
  ...{ type: 'withdrawn', revision: 1, comment: 'Målt i et andet projekt.' },
});

const at = (kind: BenefitPlace['kind'], about: number): BenefitPlace => ({ kind, about });

const seen = (one: Following, by: string, place?: BenefitPlace) => {
  const view = benefitViewOf(one);
  const reader = benefitReaderOf(view, benefitActor(one, by));
  return benefitCardAt(spoken(view), reader, context, place ?? benefitPlace(view));
};

const failed = (
  one: Following,
  by: string,
  problem: BenefitProblem,
  typed: { readonly value?: string; readonly comment?: string; readonly isLater?: boolean } = {},
  place?: BenefitPlace,
) => {
  const view = benefitViewOf(one);
  const reader = benefitReaderOf(view, benefitActor(one, by));
  const { value = '', comment = '', isLater = false } = typed;
  const failing = { place: place ?? benefitPlace(view), problem, value, isLater };
  return failedBenefitCard(spoken(view), reader, { ...context, typed: comment }, failing);
};

type Refusal = Extract<BenefitProblem, { type: 'refused' }>['refusal']['type'];
const refused = (type: Exclude<Refusal, 'wordTooLong' | 'badNumber'>): BenefitProblem => ({
  type: 'refused',
  refusal: { type },
});
const unread: BenefitProblem = {
  type: 'refused',
  refusal: { type: 'badNumber', field: 'value', problem: 'notANumber' },
};

const ownerStates = (): readonly State[] => [
  { name: 'gevinst: efter 3 måneder', card: seen(asked, 'owner') },
  { name: 'gevinst: bliver værre', card: seen(worse, 'owner') },
  { name: 'gevinst: efter 6 måneder', card: seen(six, 'owner') },
  { name: 'gevinst: husk', card: seen(hoursLater(asked, 168), 'owner', at('benefitNudge', 2)) },
  { name: 'gevinst: fristen er gået', card: seen(hoursLater(asked, 180), 'owner') },
  { name: 'gevinst: målt', card: seen(measured, 'owner') },
  { name: 'gevinst: mere end lovet', card: seen(more, 'owner') },
  {
    name: 'gevinst: bedre end ventet',
    card: seen(measuredBy(worse, 'owner', 9_00), 'owner'),
  },
  {
    name: 'gevinst: ved ikke endnu',
    card: laterBenefitCard(spoken(benefitViewOf(asked)), context, { place: at('benefitAsk', 2) }),
  },
  { name: 'gevinst: ved det den dag', card: seen(later, 'owner') },
  { name: 'gevinst: kan ikke måles', card: seen(never, 'owner') },
  { name: 'gevinst: har spurgt', card: seen(asking, 'owner') },
  { name: 'gevinst: svar fra projektlederen', card: seen(replied, 'owner', at('benefitReply', 4)) },
  {
    name: 'gevinst: tallet kan ikke læses',
    card: failed(asked, 'owner', unread, { value: '9-10', comment: 'Skøn fra to ruter' }),
  },
  {
    name: 'gevinst: ordet mangler',
    card: failed(asked, 'owner', refused('wordMissing'), { isLater: true }),
  },
  { name: 'gevinst: for sent', card: failed(measured, 'owner', refused('movedOn')) },
  {
    name: 'gevinst: listen svarede ikke',
    card: failed(asked, 'owner', { type: 'fault', uncertain: false }, { value: '2.100' }),
  },
  { name: 'gevinst: måske gemt', card: failed(asked, 'owner', { type: 'fault', uncertain: true }) },
  { name: 'gevinst: trukket tilbage', card: seen(withdrawn, 'owner', at('benefitAsk', 2)) },
  {
    name: 'gevinst: ikke din',
    card: benefitNotice(spoken(benefitViewOf(asked)), context, at('benefitAsk', 2), true),
  },
  {
    name: 'gevinst: modtaget',
    card: receivedBenefit(spoken(benefitViewOf(asked)), context, at('benefitAsk', 2)),
  },
  {
    name: 'gevinst: projektet er stoppet',
    card: seen({ ...asked, project: { ...asked.project, status: 'stopped' } }, 'owner'),
  },
];

const leadStates = (): readonly State[] => [
  { name: 'projektleder: gevinst målt', card: seen(measured, 'lead', at('benefitTold', 3)) },
  { name: 'projektleder: kan ikke måles', card: seen(never, 'lead', at('benefitTold', 3)) },
  {
    name: 'projektleder: ikke svaret',
    card: seen(hoursLater(asked, 180), 'lead', at('benefitOverdue', 2)),
  },
  {
    name: 'projektleder: svarede alligevel',
    card: seen(measured, 'lead', at('benefitOverdue', 2)),
  },
  { name: 'projektleder: ejeren er væk', card: seen(left, 'lead', at('benefitOwner', 2)) },
  { name: 'projektleder: ejeren er fundet', card: seen(chosen, 'lead', at('benefitOwner', 2)) },
  { name: 'projektleder: spørgsmål', card: seen(asking, 'lead', at('benefitQuestion', 3)) },
  { name: 'projektleder: har svaret', card: seen(replied, 'lead', at('benefitQuestion', 3)) },
  {
    name: 'projektleder: svaret mangler',
    card: failed(asking, 'lead', refused('wordMissing'), {}, at('benefitQuestion', 3)),
  },
];

/** Every state of the follow-up of a benefit; one fixture for each kind of reader. */
export const benefitStatesByKind: Readonly<Record<string, () => readonly State[]>> = {
  benefitOwner: ownerStates,
  benefitLead: leadStates,
};
