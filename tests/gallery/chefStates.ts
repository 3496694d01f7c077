import { type ChefReader, chefReaderOf } from '#shared/domain/chefComments/view.ts';
import { areaPool } from '#shared/domain/funding.ts';
import { openChefCard } from '../../bot/cards/chefComments/chefCard.ts';
import { chefCardAt, failedChefCard } from '../../bot/cards/chefComments/chefCardFor.ts';
import {
  type ChefPlace,
  type ChefProblem,
  chefPlace,
} from '../../bot/cards/chefComments/chefContext.ts';
import {
  askedChefCard,
  chefNotice,
  receivedChefComment,
} from '../../bot/cards/chefComments/chefReceipt.ts';
import {
  afterChef,
  askedChef,
  type Commenting,
  chefViewOf,
  choseChef,
  commenting,
  passedChef,
  seenNow,
} from '../builders/chefComment.ts';
import { actor, people } from '../builders/portfolio.ts';
import { spoken } from './spoken.ts';
import { context, type State } from './states.ts';

const project = {
  title: 'App til vurdering af mundhygiejne',
  purpose: 'Hjemmeplejen vurderer borgernes mundhygiejne med en app, så problemer ses tidligere.',
  askOre: 45_000_00,
  riskCategory: 2,
  recommendedPriority: 'high',
} as const;

const open = askedChef(commenting('ideaChef', project));
const chef = 'chef-omsorg';
const after = (one: Commenting, hours: number): Commenting => ({
  ...one,
  at: new Date(Date.parse(one.at) + hours * 3_600_000).toISOString().replace(/\.\d+Z$/, 'Z'),
});
/** The project as it is when the chef's choice has been written into it. */
const paying = (one: Commenting, ...pools: readonly string[]): Commenting => ({
  ...one,
  project: {
    ...one.project,
    shares: pools.map((pool) => ({ pool: pool === 'common' ? pool : areaPool(pool), ore: 1 })),
  },
});

const own = paying(choseChef(open, 'own', 'God idé. Tag tandplejen med fra starten.'), 'omsorg');
const passed = passedChef(open);
const commented = afterChef(open, chef, {
  ...{ type: 'commented', ...seenNow(open), comment: 'Tag tandplejen med.' },
});
const asking = afterChef(open, chef, {
  ...{ type: 'question', ...seenNow(open), comment: 'Kan tandplejen være med fra starten?' },
});
const replied = afterChef(asking, 'lead', {
  ...{ type: 'reply', question: 2, comment: 'Ja, fra marts.' },
});
const free = askedChef(
  commenting('trialChef', { ...project, askOre: 0, recommendedOutcome: 'operate' }),
);
const freeSaid = afterChef(free, chef, {
  ...{ type: 'commented', ...seenNow(free), comment: 'Godt arbejde.' },
});
const confirming = askedChef(
  paying(commenting('investigationChef', { ...project, askOre: 85_000_00 }), 'omsorg'),
);
const noted = afterChef(open, 'consultant', { type: 'ticked', comment: 'Sagt i telefonen' });
const byDeputy = askedChef(
  commenting('ideaChef', project, {
    people: [
      ...people,
      {
        ...{ id: 'deputy', name: 'Leder, Syd', upn: 'd', roles: ['leder'], area: null, unit: '' },
        ...{
          deputyFor: 'omsorg',
          deputyFrom: '2026-11-23',
          deputyTo: '2026-11-27',
          absences: [],
          standing: null,
        },
      },
    ],
  }),
);

const readerOf = (one: Commenting, by: string): ChefReader =>
  chefReaderOf(chefViewOf(one), actor(by));

const seen = (one: Commenting, by: string, place?: ChefPlace) => {
  const view = spoken(chefViewOf(one));
  return chefCardAt(view, readerOf(one, by), context, place ?? chefPlace(view));
};

const failed = (
  one: Commenting,
  by: string,
  problem: ChefProblem,
  more: { readonly place?: ChefPlace; readonly typed?: string } = {},
) => {
  const view = spoken(chefViewOf(one));
  const drawing = { ...context, typed: more.typed ?? '' };
  const place = more.place ?? chefPlace(view);
  return failedChefCard(view, readerOf(one, by), drawing, { place, problem });
};

const refused = (type: Exclude<Refusal, 'wordTooLong'>): ChefProblem => ({
  type: 'refused',
  refusal: { type },
});
type Refusal = Extract<ChefProblem, { type: 'refused' }>['refusal']['type'];

const at = (kind: ChefPlace['kind'], about: number): ChefPlace => ({ kind, about });

const chefStates = (): readonly State[] => [
  { name: 'chefen: kommentar og pulje', card: seen(open, chef) },
  { name: 'chefen: husk', card: seen(after(open, 46), chef, at('chefNudge', 1)) },
  { name: 'chefen: fristen er gået', card: seen(passed, chef) },
  { name: 'chefen: kommentaren er gemt, puljen mangler', card: seen(commented, chef) },
  { name: 'chefen: puljen bekræftes', card: seen(confirming, chef) },
  {
    name: 'chefen: flere puljer betaler i dag',
    card: seen(
      askedChef(paying(commenting('investigationChef', project), 'omsorg', 'common')),
      chef,
    ),
  },
  {
    name: 'chefen: puljen rækker ikke',
    card: seen({ ...open, left: { own: 20_000_00, common: 410_000_00 } }, chef),
  },
  {
    name: 'chefen: begge puljer rækker ikke',
    card: seen({ ...open, left: { own: 0, common: 5_000_00 } }, chef),
  },
  {
    name: 'chefen: året er ikke åbnet',
    card: seen({ ...open, left: { own: 0, common: 0 }, notOpened: 2027 }, chef),
  },
  {
    name: 'chefen: chefgruppen beslutter uanset hvad',
    card: seen({ ...confirming, decidesOwn: 'chefgruppe' }, chef),
  },
  { name: 'chefen: kun en kommentar', card: seen(free, chef) },
  { name: 'chefen: kun en kommentar, fristen er gået', card: seen(passedChef(free), chef) },
  { name: 'chefen: kommentar gemt, det koster ikke noget', card: seen(freeSaid, chef) },
  { name: 'chefen er væk', card: seen(byDeputy, 'deputy') },
  { name: 'chefen: har spurgt', card: seen(asking, chef) },
  { name: 'chefen: svar fra projektlederen', card: seen(replied, chef, at('chefReply', 3)) },
  { name: 'chefen: kvittering', card: seen(own, chef) },
  {
    name: 'chefen: vælger om',
    card: openChefCard(spoken(chefViewOf(own)), readerOf(own, chef), context, {
      place: chefPlace(chefViewOf(own)),
    }),
  },
  { name: 'chefen: fællespuljen', card: seen(paying(choseChef(open, 'common'), 'common'), chef) },
  { name: 'chefen: flere deler', card: seen(choseChef(open, 'several'), chef) },
  { name: 'chefen: puljen er ændret siden', card: seen(paying(own, 'common'), chef) },
  { name: 'chefen: skrevet ned', card: seen(noted, chef) },
  {
    name: 'chefen: taget tilbage',
    card: seen(afterChef(own, 'consultant', { type: 'withdrawn' }), chef, at('chefAsk', 1)),
  },
  { name: 'chefen: gaten er sendt', card: seen({ ...own, isGateSent: true }, chef) },
  {
    name: 'chefen: gaten er sendt uden svar',
    card: failed({ ...open, isGateSent: true }, chef, refused('gateSent')),
  },
  { name: 'chefens: en andens', card: seen(open, 'stranger') },
  {
    name: 'chefen: modtaget',
    card: receivedChefComment(spoken(chefViewOf(open)), context, at('chefAsk', 1)),
  },
  { name: 'chefen: ordet mangler', card: failed(open, chef, refused('wordMissing')) },
  {
    name: 'chefen: for langt',
    card: failed(
      open,
      chef,
      { type: 'refused', refusal: { type: 'wordTooLong', longest: 2_000 } },
      { typed: 'Det er langt.' },
    ),
  },
  {
    name: 'chefen: prisen er en anden',
    card: failed(open, chef, refused('changed'), { typed: 'Fint' }),
  },
  {
    name: 'chefen: ikke gemt',
    card: failed(open, chef, { type: 'fault', uncertain: false }, { typed: 'Fint' }),
  },
  { name: 'chefen: måske gemt', card: failed(open, chef, { type: 'fault', uncertain: true }) },
  { name: 'chefen: for sent', card: failed(own, chef, refused('movedOn')) },
  { name: 'chefen: samme tryk igen', card: failed(own, chef, refused('holdsAlready')) },
  { name: 'chefens: trykket af en anden', card: failed(open, 'stranger', refused('notYours')) },
  {
    name: 'chefen: spørges ikke mere',
    card: chefNotice(
      spoken(chefViewOf({ ...open, project: { ...open.project, phase: 'trial' } })),
      context,
      at('chefAsk', 1),
      true,
    ),
  },
];

const leadStates = (): readonly State[] => [
  { name: 'lederens: chefens spørgsmål', card: seen(asking, 'lead', at('chefQuestion', 2)) },
  { name: 'lederens: har svaret chefen', card: seen(replied, 'lead', at('chefQuestion', 2)) },
  {
    name: 'lederens: svaret til chefen mangler',
    card: failed(asking, 'lead', refused('wordMissing'), { place: at('chefQuestion', 2) }),
  },
  {
    name: 'lederens: allerede svaret chefen',
    card: failed(replied, 'digitek', refused('movedOn'), { place: at('chefQuestion', 2) }),
  },
  { name: 'lederens: chefen har valgt', card: seen(own, 'lead', at('chefTold', 2)) },
  {
    name: 'lederens: flere puljer deler',
    card: seen(choseChef(open, 'several'), 'lead', at('chefTold', 2)),
  },
  {
    name: 'lederens: chefen har kommenteret',
    card: seen(freeSaid, 'lead', at('chefTold', 2)),
  },
  {
    name: 'lederens: har spurgt chefen',
    card: askedChefCard(spoken(chefViewOf(open)), context, at('chefAsk', 1), null),
  },
  {
    name: 'lederens: chefen kan ikke spørges endnu',
    card: askedChefCard(
      spoken(chefViewOf(commenting('ideaChef', { ...project, askOre: null }))),
      context,
      at('chefAsk', 0),
      refused('amountMissing'),
    ),
  },
  { name: 'lederens: puljen mangler', card: seen(passed, 'lead', at('chefOverdue', 2)) },
  { name: 'lederens: chefen svarede alligevel', card: seen(own, 'lead', at('chefOverdue', 2)) },
];

/** Every state of a chef's comment; one fixture for each kind of reader. */
export const chefStatesByKind: Readonly<Record<string, () => readonly State[]>> = {
  chefComment: chefStates,
  chefCommentLead: leadStates,
};
