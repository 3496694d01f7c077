import type { PoolId } from '#shared/domain/funding.ts';
import { itIdOf, purchaseIdOf } from '#shared/domain/inquiries/inquiry.ts';
import { inquiryReaderOf } from '#shared/domain/inquiries/view.ts';
import { failedInquiryCard, inquiryCardAt } from '../../bot/cards/inquiries/inquiryCardFor.ts';
import {
  type InquiryPlace,
  type InquiryProblem,
  inquiryPlace,
} from '../../bot/cards/inquiries/inquiryContext.ts';
import { inquiryNotice, receivedInquiry } from '../../bot/cards/inquiries/inquiryReceipt.ts';
import {
  afterInquiry,
  answeredBy,
  askedIt,
  askedOwner,
  type Inquiring,
  inquiring,
  inquiryActor,
  inquiryViewOf,
  later,
  seenInquiry,
} from '../builders/inquiry.ts';
import { ledere } from '../builders/interest.ts';
import { spoken } from './spoken.ts';
import { context, type State } from './states.ts';

const it1 = 'it-arkitekt';
const link = 'https://viborg.example/servicedesign.docx';

const asked = askedOwner();
const said = answeredBy(asked, 'owner', 'said', 'Ja, fra januar. Syd kan først til marts.');
const takenBack = afterInquiry(asked, 'lead', { type: 'withdrawn', revision: 1 });

const design = askedIt();
const fine = answeredBy(design, it1, 'fine');
const fineIf = answeredBy(design, it1, 'fineIf', 'Log ind skal gå over FK Adgangsstyring.');
const notYet = answeredBy(design, it1, 'notYet', 'Datastrømmen mangler en databehandleraftale.');
const again = askedIt(notYet);
const asking = afterInquiry(design, it1, {
  ...{ type: 'question', ...seenInquiry(design), comment: 'Er det den samme leverandør?' },
});
const replied = afterInquiry(asking, 'lead', {
  ...{ type: 'reply', question: 2, comment: 'Ja, den samme som i Syd.' },
});
const checklist = askedIt(inquiring(itIdOf('p1', 'ideaChecklist'), { phase: 'idea' }));

const at = (kind: InquiryPlace['kind'], about: number): InquiryPlace => ({ kind, about });

const seen = (one: Inquiring, by: string, place?: InquiryPlace) => {
  const view = inquiryViewOf(one, one.now.step === 'serviceDesign' ? link : '');
  const reader = inquiryReaderOf(view, inquiryActor(one, by));
  return inquiryCardAt(spoken(view), reader, context, place ?? inquiryPlace(view));
};

const failed = (
  one: Inquiring,
  by: string,
  problem: InquiryProblem,
  more: { readonly place?: InquiryPlace; readonly typed?: string } = {},
) => {
  const view = inquiryViewOf(one);
  const reader = inquiryReaderOf(view, inquiryActor(one, by));
  const drawing = { ...context, typed: more.typed ?? '' };
  const place = more.place ?? inquiryPlace(view);
  return failedInquiryCard(spoken(view), reader, drawing, { place, problem });
};

type Refusal = Extract<InquiryProblem, { type: 'refused' }>['refusal']['type'];
const refused = (
  type: Exclude<Refusal, 'wordTooLong' | 'poolShort' | 'yearNotOpened'>,
): InquiryProblem => ({
  type: 'refused',
  refusal: { type },
});

const talkStates = (): readonly State[] => [
  { name: 'samtale: åben', card: seen(asked, 'owner') },
  { name: 'samtale: husk', card: seen(later(asked, 48), 'owner', at('inquiryNudge', 1)) },
  { name: 'samtale: fristen er gået', card: seen(later(asked, 60), 'owner') },
  { name: 'samtale: har svaret', card: seen(said, 'owner') },
  { name: 'samtale: svaret, hos den der spurgte', card: seen(said, 'lead', at('inquiryTold', 2)) },
  {
    name: 'samtale: ikke svaret, hos den der spurgte',
    card: seen(later(asked, 60), 'lead', at('inquiryOverdue', 1)),
  },
  { name: 'samtale: svarede alligevel', card: seen(said, 'lead', at('inquiryOverdue', 1)) },
  {
    name: 'samtale: ordet mangler',
    card: failed(asked, 'owner', refused('wordMissing'), { typed: 'nå' }),
  },
  { name: 'samtale: for sent', card: failed(said, 'owner', refused('movedOn')) },
  { name: 'samtale: taget tilbage', card: seen(takenBack, 'owner', at('inquiryAsk', 1)) },
  {
    name: 'samtale: ikke din',
    card: inquiryNotice(spoken(inquiryViewOf(asked)), context, at('inquiryAsk', 1), true),
  },
  {
    name: 'samtale: modtaget',
    card: receivedInquiry(spoken(inquiryViewOf(asked)), context, at('inquiryAsk', 1)),
  },
  {
    name: 'samtale: projektet er stoppet',
    card: seen({ ...asked, project: { ...asked.project, status: 'stopped' } }, 'owner'),
  },
];

const itStates = (): readonly State[] => [
  { name: 'it: åben', card: seen(design, it1) },
  { name: 'it: tjekliste', card: seen(checklist, it1) },
  { name: 'it: husk', card: seen(later(design, 168), it1, at('inquiryNudge', 1)) },
  { name: 'it: fristen er gået', card: seen(later(design, 200), it1) },
  { name: 'it: har spurgt tilbage', card: seen(asking, it1) },
  { name: 'it: svar fra projektlederen', card: seen(replied, it1, at('inquiryReply', 3)) },
  { name: 'it: i orden', card: seen(fine, it1) },
  { name: 'it: i orden, hvis', card: seen(fineIf, it1) },
  { name: 'it: ikke endnu', card: seen(notYet, it1) },
  { name: 'it: en anden har svaret', card: seen(fineIf, 'it-sikkerhed') },
  { name: 'it: spurgt igen', card: seen(again, it1) },
  { name: 'it: første runde, spurgt igen', card: seen(again, it1, at('inquiryAsk', 1)) },
  {
    name: 'it: ordet mangler',
    card: failed(design, it1, refused('wordMissing'), { typed: 'nå' }),
  },
  {
    name: 'it: listen svarede ikke',
    card: failed(design, it1, { type: 'fault', uncertain: false }, { typed: 'Fint.' }),
  },
  { name: 'it: måske gemt', card: failed(design, it1, { type: 'fault', uncertain: true }) },
  {
    name: 'it: forbi trinnet',
    card: seen({ ...design, project: { ...design.project, phase: 'trial' } }, it1),
  },
];

const leadStates = (): readonly State[] => [
  { name: 'projektleder: i orden', card: seen(fine, 'lead', at('inquiryTold', 2)) },
  { name: 'projektleder: i orden, hvis', card: seen(fineIf, 'lead', at('inquiryTold', 2)) },
  {
    name: 'projektleder: i orden, tjekliste',
    card: seen(answeredBy(checklist, it1, 'fine'), 'lead', at('inquiryTold', 2)),
  },
  { name: 'projektleder: spørgsmål', card: seen(asking, 'lead', at('inquiryQuestion', 2)) },
  { name: 'projektleder: har svaret', card: seen(replied, 'lead', at('inquiryQuestion', 2)) },
  {
    name: 'projektleder: svaret mangler',
    card: failed(asking, 'lead', refused('wordMissing'), { place: at('inquiryQuestion', 2) }),
  },
  {
    name: 'konsulent: it har ikke svaret',
    card: seen(later(design, 200), 'consultant', at('inquiryOverdue', 1)),
  },
];

const anIdea = { phase: 'idea', status: 'raw', createdById: 'stranger' } as const;
const wanted = inquiring(purchaseIdOf('p1', 'screening'), anIdea);
const screening = afterInquiry(wanted, 'digitek', {
  ...{ type: 'asked', revision: 0, askedId: null, comment: 'To tablets til nattevagten.' },
});
const screened = answeredBy(screening, 'consultant', 'fineIf', 'Køb den model, vi har.');
const lacking = answeredBy(screening, 'consultant', 'notYet', 'Den er ikke på aftalen.');

const chainAsked = (ore: number, payer: PoolId | null, askedId: string | null = 'leder-ost') => {
  const { purchase, people } = inquiring();
  return afterInquiry(
    inquiring(purchaseIdOf('p1', 'purchase'), anIdea, {
      people: [...people, ...ledere],
      purchase: { ...purchase, screened: 'fine' },
    }),
    'digitek',
    {
      ...{ type: 'asked', revision: 0, askedId, ore, payer },
      comment: 'De gamle er slidt op.',
    },
  );
};
const small = chainAsked(8_000_00, 'area:omsorg');
const large = chainAsked(90_000_00, null);
const common = chainAsked(30_000_00, 'common');
const together = chainAsked(30_000_00, 'common', null);
const oneYes = answeredBy(together, 'chef-social', 'buy', 'Det har vi brug for.');
const oneNo = answeredBy(oneYes, 'chef-omsorg', 'dontBuy', 'Ikke i år.');
const short = chainAsked(30_000_00, 'area:sundhed');
const yes = answeredBy(small, 'leder-ost', 'buy');
const no = answeredBy(small, 'leder-ost', 'dontBuy', 'Ikke i år.');

const purchaseStates = (): readonly State[] => [
  { name: 'indkøb: screening', card: seen(screening, 'consultant') },
  { name: 'indkøb: screening, har svaret', card: seen(screened, 'consultant') },
  { name: 'indkøb: i orden, hvis', card: seen(screened, 'digitek', at('inquiryTold', 2)) },
  { name: 'indkøb: ikke endnu', card: seen(lacking, 'digitek', at('inquiryTold', 2)) },
  {
    name: 'indkøb: konsulenten har ikke svaret',
    card: seen(later(screening, 200), 'digitek', at('inquiryOverdue', 1)),
  },
  { name: 'indkøb: hos lederen', card: seen(small, 'leder-ost') },
  { name: 'indkøb: hos lederen, chefen bagefter', card: seen(large, 'leder-ost') },
  { name: 'indkøb: fællespuljen betaler', card: seen(common, 'leder-ost') },
  { name: 'indkøb: alle chefer på én gang', card: seen(together, 'chef-social') },
  { name: 'indkøb: har sagt ja, andre mangler', card: seen(oneYes, 'chef-social') },
  { name: 'indkøb: en af de andre har sagt nej', card: seen(oneNo, 'chef-sundhed') },
  { name: 'indkøb: puljen mangler', card: seen(short, 'leder-ost') },
  {
    name: 'indkøb: ja uden penge',
    card: failed(short, 'leder-ost', {
      ...{ type: 'refused', refusal: { type: 'poolShort', missingOre: 20_000_00 } },
    }),
  },
  { name: 'indkøb: lederen sagde ja', card: seen(yes, 'leder-ost') },
  { name: 'indkøb: lederen sagde nej', card: seen(no, 'leder-ost') },
  { name: 'indkøb: ja, hos DigiTek', card: seen(yes, 'digitek', at('inquiryTold', 2)) },
  { name: 'indkøb: nej, hos bestilleren', card: seen(no, 'stranger', at('inquiryTold', 2)) },
  {
    name: 'indkøb: ordet mangler',
    card: failed(small, 'leder-ost', refused('wordMissing'), { typed: 'nå' }),
  },
];

/** Every state of what is asked about a project; one fixture for each kind of reader. */
export const inquiryStatesByKind: Readonly<Record<string, () => readonly State[]>> = {
  inquiryTalk: talkStates,
  inquiryIt: itStates,
  inquiryLead: leadStates,
  inquiryPurchase: purchaseStates,
};
