import { interestReaderOf } from '#shared/domain/interest/view.ts';
import { failedInterestCard, interestCardAt } from '../../bot/cards/interest/interestCardFor.ts';
import {
  type InterestPlace,
  type InterestProblem,
  interestPlace,
} from '../../bot/cards/interest/interestContext.ts';
import { interestNotice, receivedInterest } from '../../bot/cards/interest/interestReceipt.ts';
import {
  afterInterest,
  askedInterest,
  interestActor,
  interestViewOf,
  seenInterest,
  type Wanting,
  wanted,
  wanting,
} from '../builders/interest.ts';
import { spoken } from './spoken.ts';
import { context, type State } from './states.ts';

const chef = 'chef-omsorg';
const blockers = 'Ingen lov eller beslutning står i vejen. Vejle afprøver det samme.';
const open = askedInterest(
  wanting(
    { purpose: 'Ledsageren går ved siden af kørestolen og kan tale med borgeren.' },
    { blockers },
  ),
);
const leder = askedInterest(wanting({ purpose: '', createdBy: '' }), 'leder-ost');
const yes = wanted(open);
const owned: Wanting = {
  ...yes,
  project: { ...yes.project, ownerId: 'leder-ost', ownerName: 'Leder, plejecentre Øst' },
};
const named = afterInterest(yes, chef, {
  type: 'owner',
  ...seenInterest(yes),
  ownerId: 'leder-ost',
});
const later = afterInterest(yes, chef, { type: 'owner', ...seenInterest(yes), ownerId: null });
const notNow = afterInterest(open, chef, {
  ...{
    type: 'notNow',
    ...seenInterest(open),
    comment: 'Vi flytter to plejecentre. Spørg igen til sommer.',
  },
});
const declined = afterInterest(open, chef, {
  ...{ type: 'no', ...seenInterest(open), comment: 'Det findes allerede i Syd.' },
});
const asking = afterInterest(open, chef, {
  ...{ type: 'question', ...seenInterest(open), comment: 'Hvor mange borgere drejer det sig om?' },
});
const replied = afterInterest(asking, 'stranger', {
  type: 'reply',
  question: 2,
  comment: 'Cirka 40.',
});
const noted = afterInterest(open, 'digitek', { type: 'ticked', comment: 'Sagt i telefonen' });
const withdrawn = afterInterest(yes, 'digitek', { type: 'withdrawn' });
const after = (one: Wanting, hours: number): Wanting => ({
  ...one,
  at: new Date(Date.parse(one.at) + hours * 3_600_000).toISOString().replace(/\.\d+Z$/, 'Z'),
});

const at = (kind: InterestPlace['kind'], about: number): InterestPlace => ({ kind, about });

const seen = (one: Wanting, by: string, place?: InterestPlace) => {
  const view = interestViewOf(one);
  const reader = interestReaderOf(view, interestActor(one, by));
  return interestCardAt(spoken(view), reader, context, place ?? interestPlace(view));
};

const failed = (
  one: Wanting,
  by: string,
  problem: InterestProblem,
  more: { readonly place?: InterestPlace; readonly typed?: string } = {},
) => {
  const view = interestViewOf(one);
  const reader = interestReaderOf(view, interestActor(one, by));
  const drawing = { ...context, typed: more.typed ?? '' };
  const place = more.place ?? interestPlace(view);
  return failedInterestCard(spoken(view), reader, drawing, { place, problem });
};

type Refusal = Extract<InterestProblem, { type: 'refused' }>['refusal']['type'];
const refused = (type: Exclude<Refusal, 'wordTooLong'>): InterestProblem => ({
  type: 'refused',
  refusal: { type },
});

const askedStates = (): readonly State[] => [
  { name: 'interesse: åben', card: seen(open, chef) },
  { name: 'interesse: hos en leder, uden formål', card: seen(leder, 'leder-ost') },
  { name: 'interesse: husk', card: seen(after(open, 48), chef, at('interestNudge', 1)) },
  { name: 'interesse: fristen er gået', card: seen(after(open, 60), chef) },
  { name: 'interesse: har spurgt', card: seen(asking, chef) },
  { name: 'interesse: svar fra idégiveren', card: seen(replied, chef, at('interestReply', 3)) },
  { name: 'interesse: efter ja', card: seen(yes, chef) },
  { name: 'interesse: ejer valgt', card: seen({ ...named, project: owned.project }, chef) },
  { name: 'interesse: ejer ved jeg ikke', card: seen(later, chef) },
  { name: 'interesse: ikke nu', card: seen(notNow, chef) },
  { name: 'interesse: nej', card: seen(declined, chef) },
  { name: 'interesse: skrevet ned', card: seen(noted, chef) },
  { name: 'interesse: taget tilbage', card: seen(withdrawn, chef) },
  {
    name: 'interesse: ordet mangler',
    card: failed(open, chef, refused('wordMissing'), { typed: 'nå' }),
  },
  { name: 'interesse: ejeren mangler', card: failed(yes, chef, refused('unknownPerson')) },
  { name: 'interesse: for sent', card: failed(notNow, chef, refused('movedOn')) },
  {
    name: 'interesse: listen svarede ikke',
    card: failed(open, chef, { type: 'fault', uncertain: false }, { typed: 'God idé.' }),
  },
  {
    name: 'interesse: måske gemt',
    card: failed(open, chef, { type: 'fault', uncertain: true }),
  },
  {
    name: 'interesse: modtaget',
    card: receivedInterest(spoken(interestViewOf(open)), context, at('interestAsk', 1)),
  },
  {
    name: 'interesse: ikke din',
    card: interestNotice(spoken(interestViewOf(open)), context, at('interestAsk', 1), true),
  },
  {
    name: 'interesse: lukket',
    card: seen({ ...open, project: { ...open.project, phase: 'trial' } }, chef),
  },
];

const othersStates = (): readonly State[] => [
  { name: 'idégiver: ønsket', card: seen(yes, 'stranger', at('interestAuthor', 2)) },
  { name: 'idégiver: ikke nu', card: seen(notNow, 'stranger', at('interestAuthor', 2)) },
  { name: 'idégiver: nej', card: seen(declined, 'stranger', at('interestAuthor', 2)) },
  { name: 'idégiver: spørgsmål', card: seen(asking, 'stranger', at('interestQuestion', 2)) },
  { name: 'idégiver: har svaret', card: seen(replied, 'stranger', at('interestQuestion', 2)) },
  {
    name: 'idégiver: svaret mangler',
    card: failed(asking, 'stranger', refused('wordMissing'), { place: at('interestQuestion', 2) }),
  },
  { name: 'team: spørgsmålet', card: seen(asking, 'digitek', at('interestQuestion', 2)) },
  { name: 'team: ja', card: seen(yes, 'digitek', at('interestTold', 2)) },
  { name: 'team: ikke nu', card: seen(notNow, 'digitek', at('interestTold', 2)) },
  {
    name: 'team: fristen er gået',
    card: seen(after(open, 60), 'digitek', at('interestOverdue', 1)),
  },
  { name: 'team: svarede alligevel', card: seen(yes, 'digitek', at('interestOverdue', 1)) },
  { name: 'ejer: peget på', card: seen(named, 'leder-ost', at('interestOwner', 3)) },
];

/** Every state of the question of interest; one fixture for each kind of reader. */
export const interestStatesByKind: Readonly<Record<string, () => readonly State[]>> = {
  interest: askedStates,
  interestOthers: othersStates,
};
