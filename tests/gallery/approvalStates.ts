import { type ApprovalReader, approvalReaderOf } from '#shared/domain/approvals/view.ts';
import { approvalCardAt, failedApprovalCard } from '../../bot/cards/approvals/approvalCardFor.ts';
import { type ApprovalPlace, askPlace } from '../../bot/cards/approvals/approvalContext.ts';
import { approvalNotice, receivedApproval } from '../../bot/cards/approvals/approvalReceipt.ts';
import {
  after,
  asked,
  askedIn,
  changed,
  later,
  said,
  type Vouching,
  viewOf,
  vouching,
} from '../builders/approval.ts';
import { actor, people } from '../builders/portfolio.ts';
import { spoken } from './spoken.ts';
import { context, type State } from './states.ts';

const project = {
  title: 'Touch&Play på Aktivitetscenter Æblegården',
  purpose: 'Borgere med demens får en interaktiv skærm som fælles aktivitet.',
  askOre: 30_000_00,
  riskCategory: 1,
  recommendedPriority: 'medium',
} as const;

const open = asked(vouching('ideaOwner', project));
const approved = later(said(open, 'approved'), 26);
const again = changed(approved, {
  paper: { version: 'version 5' },
  project: { askOre: 38_000_00, riskCategory: 2 },
});
const muchChanged = changed(again, {
  project: { purpose: 'Flere får noget at lave sammen.', budgetOre: 90_000_00, quality: 3 },
});
const sentBack = said(open, 'sentBack');
const asking = said(open, 'question', 'Hvem passer skærmen i weekenden?');
const replied = after(asking, 'lead', {
  ...{ type: 'reply', question: 2, comment: 'Det gør aftenvagten på centret.' },
});
const noted = after(open, 'consultant', { type: 'noted', comment: 'Sagt på mødet 3. marts' });
const late = later(open, 60);
const withdrawn = after(approved, 'owner', { type: 'withdrawn' });
const byDeputy = asked(
  vouching('investigationOwner', { ownerId: 'chef-omsorg', ownerName: 'Chef, Omsorg' }, [
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
  ]),
);

const seen = (one: Vouching, by: string, place?: ApprovalPlace) => {
  const view = spoken(viewOf(one));
  return approvalCardAt(view, readerOf(one, by), context, place ?? askPlace(view));
};

const readerOf = (one: Vouching, by: string): ApprovalReader =>
  approvalReaderOf(viewOf(one), actor(by));

const failed = (
  one: Vouching,
  by: string,
  type: Parameters<typeof failedApprovalCard>[3]['problem'],
  place?: ApprovalPlace,
  typed = '',
) => {
  const view = spoken(viewOf(one));
  return failedApprovalCard(
    view,
    readerOf(one, by),
    { ...context, typed },
    {
      place: place ?? askPlace(view),
      problem: type,
    },
  );
};

const at = (kind: ApprovalPlace['kind'], about: number): ApprovalPlace => ({ kind, about });

const ownerStates = (): readonly State[] => [
  { name: 'godkendelse: åben', card: seen(open, 'owner') },
  { name: 'godkendelse: husk', card: seen(later(open, 46), 'owner', at('approvalNudge', 1)) },
  { name: 'godkendelse: over fristen', card: seen(late, 'owner') },
  { name: 'godkendelse: ændret siden sidst', card: seen(again, 'owner') },
  { name: 'godkendelse: meget ændret', card: seen(muchChanged, 'owner') },
  {
    name: 'godkendelse: andet papir',
    card: seen(changed(approved, { paper: { link: 'https://viborg.example/ny.docx' } }), 'owner'),
  },
  { name: 'godkendelse: ejeren er væk', card: seen(byDeputy, 'deputy') },
  {
    name: 'godkendelse: evaluering uden tal',
    card: seen(
      asked(
        vouching('trialOwner', {
          askOre: null,
          purpose: '',
          recommendedOutcome: null,
          recommendedPriority: null,
        }),
      ),
      'owner',
    ),
  },
  { name: 'godkendelse: har spurgt', card: seen(asking, 'owner') },
  {
    name: 'godkendelse: svar fra projektlederen',
    card: seen(replied, 'owner', at('approvalReply', 3)),
  },
  { name: 'godkendelse: kvittering', card: seen(said(open, 'approved', 'Godt arbejde.'), 'owner') },
  { name: 'godkendelse: sendt tilbage', card: seen(sentBack, 'owner') },
  { name: 'godkendelse: gælder ikke længere', card: seen(again, 'owner', at('approvalAsk', 1)) },
  { name: 'godkendelse: taget tilbage', card: seen(withdrawn, 'owner') },
  { name: 'godkendelse: skrevet ned', card: seen(noted, 'owner') },
  { name: 'godkendelse: en andens', card: seen(open, 'stranger') },
  {
    name: 'godkendelse: modtaget',
    card: receivedApproval(spoken(viewOf(open)), context, at('approvalAsk', 1)),
  },
  {
    name: 'godkendelse: ordet mangler',
    card: failed(open, 'owner', { type: 'refused', refusal: { type: 'wordMissing' } }),
  },
  {
    name: 'godkendelse: for langt',
    card: failed(
      open,
      'owner',
      { type: 'refused', refusal: { type: 'wordTooLong', longest: 2_000 } },
      undefined,
      'Det er langt.',
    ),
  },
  {
    name: 'godkendelse: nyere udgave',
    card: failed(
      again,
      'owner',
      { type: 'refused', refusal: { type: 'changed' } },
      undefined,
      'Fint',
    ),
  },
  {
    name: 'godkendelse: ikke gemt',
    card: failed(open, 'owner', { type: 'fault', uncertain: false }, undefined, 'Fint'),
  },
  {
    name: 'godkendelse: måske gemt',
    card: failed(open, 'owner', { type: 'fault', uncertain: true }),
  },
  {
    name: 'godkendelse: for sent',
    card: failed(sentBack, 'owner', { type: 'refused', refusal: { type: 'movedOn' } }),
  },
  {
    name: 'godkendelse: trykket af en anden',
    card: failed(open, 'stranger', { type: 'refused', refusal: { type: 'notYours' } }),
  },
  {
    name: 'godkendelse: spørges ikke mere',
    card: approvalNotice(
      { ...spoken(viewOf(open)), isOpen: false },
      context,
      at('approvalAsk', 1),
      true,
    ),
  },
];

const leadStates = (): readonly State[] => [
  { name: 'lederens: spørgsmål', card: seen(asking, 'lead', at('approvalQuestion', 2)) },
  { name: 'lederens: har svaret', card: seen(replied, 'lead', at('approvalQuestion', 2)) },
  { name: 'lederens: en anden svarede', card: seen(replied, 'digitek', at('approvalQuestion', 2)) },
  {
    name: 'lederens: svaret mangler',
    card: failed(
      asking,
      'lead',
      { type: 'refused', refusal: { type: 'wordMissing' } },
      at('approvalQuestion', 2),
    ),
  },
  {
    name: 'lederens: allerede svaret',
    card: failed(
      replied,
      'digitek',
      { type: 'refused', refusal: { type: 'movedOn' } },
      at('approvalQuestion', 2),
    ),
  },
  {
    name: 'lederens: godkendt',
    card: seen(said(open, 'approved', 'Godt arbejde.'), 'lead', at('approvalTold', 2)),
  },
  {
    name: 'lederens: godkendt, og chefen er ikke spurgt',
    card: approvalCardAt(
      spoken({ ...viewOf(said(open, 'approved')), doneSteps: [] }),
      readerOf(open, 'lead'),
      context,
      at('approvalTold', 2),
    ),
  },
  { name: 'lederens: sendt tilbage', card: seen(sentBack, 'lead', at('approvalTold', 2)) },
  {
    name: 'lederens: over fristen',
    card: seen(late, 'lead', at('approvalOverdue', askedIn(late))),
  },
  {
    name: 'lederens: svarede alligevel',
    card: seen(later(sentBack, 60), 'lead', at('approvalOverdue', 1)),
  },
  {
    name: 'lederens: spørgsmål fra en tidligere runde',
    card: seen(again, 'lead', at('approvalQuestion', 2)),
  },
];

/** Every state of an owner's approval; one fixture for each kind of reader. */
export const approvalStatesByKind: Readonly<Record<string, () => readonly State[]>> = {
  approval: ownerStates,
  approvalLead: leadStates,
};
