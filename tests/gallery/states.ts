import type { IAdaptiveCard } from '@microsoft/teams.cards';
import { defaultAreas } from '#shared/domain/area.ts';
import { areaPool, seededPools } from '#shared/domain/funding.ts';
import { choice } from '#shared/domain/gates.ts';
import type { Person } from '#shared/domain/person.ts';
import type { RequestView } from '#shared/domain/requestView.ts';
import { stuckWhys } from '#shared/domain/stuck.ts';
import {
  groupWelcomeCard,
  helpCard,
  moreWaitCard,
  noProjectCard,
  nothingWaitsCard,
  type ProjectStatus,
  plainCard,
  severalProjectsCard,
  statusCard,
  welcomeCard,
} from '../../bot/cards/chat/chatCards.ts';
import {
  poolMarkCard,
  poolsCard,
  poolsNotYoursCard,
  yearCard,
  yearNotOpenedCard,
} from '../../bot/cards/chat/poolCard.ts';
import { projectCard } from '../../bot/cards/chat/projectCard.ts';
import { unreachedCard } from '../../bot/cards/chat/unreachedCard.ts';
import { anybody, type CardContext } from '../../bot/cards/context.ts';
import {
  cardFor,
  faultCard,
  questionCardFor,
  refusedCard,
} from '../../bot/cards/requests/cardFor.ts';
import { reasonCard, rethinkCard } from '../../bot/cards/requests/nextStepCard.ts';
import { notRecordedCard, receivedCard } from '../../bot/cards/requests/noticeCard.ts';
import { questionCard } from '../../bot/cards/requests/questionCard.ts';
import { anIdea } from '../builders/idea.ts';
import {
  aDecision,
  aPoolView,
  aPosition,
  aProject,
  aReader,
  aRequest,
  aStatement,
  aView,
  chefs,
  deputy,
  lead,
  people,
  stranger,
  type ViewParts,
} from '../builders/request.ts';
import { aLackedRequest, aLackedStory } from './lacked.ts';
import { spoken } from './spoken.ts';

export const context: CardContext = {
  links: {
    project: (id) => `https://digitek.example/tab/#/projekt/${id}`,
    paper: (id, paper) => `https://digitek.example/tab/#/projekt/${id}/papir/${paper}`,
    request: (id) => `https://digitek.example/tab/#/beslutning/${id}`,
    matter: (type, id) => `https://digitek.example/tab/#/beslutning/${type}%3A${id}`,
    decide: () => 'https://digitek.example/tab/#/beslutning',
    board: () => 'https://digitek.example/tab/',
    economy: () => 'https://digitek.example/tab/#/oekonomi',
    ideas: () => 'https://digitek.example/tab/#/ideer',
    tasks: () => 'https://digitek.example/tab/#/opgaver',
    plan: () => 'https://digitek.example/tab/#/plan',
    year: () => 'https://digitek.example/tab/#/aarshjul',
    quarter: (id) => `https://digitek.example/tab/#/kvartalsstatus/${id}`,
    visit: (id) => `https://digitek.example/tab/#/360/${id}`,
    story: (id) => `https://digitek.example/tab/#/historier/${id}`,
    stories: () => 'https://digitek.example/tab/#/historier',
    picture: (id) => `https://digitek.example/pictures/${id}`,
  },
  userIds: ['29:1aBcDeFgHiJkLmNoPqRsTuVwXyZ0123456789abcdefghij'],
};

/** A card as it may be seen, with the sheet it stands on in the design. */
export type State = { readonly name: string; readonly card: IAdaptiveCard };

const told = (parts?: ViewParts): RequestView => spoken(aView(parts));

const seen = (view: RequestView, person: Person | null, extra: Partial<CardContext> = {}) =>
  cardFor(view, person === null ? anybody : aReader(view, person), { ...context, ...extra });

const omsorg = chefs.omsorg;
const common = [{ pool: 'common', ore: 180_000_00 }] as const;
const gate2: ViewParts = {
  project: {
    title: 'Telerehabilitering af hjertesvigtspatienter II',
    purpose: 'Borgere måler selv derhjemme og taler med sundhedscentret på video.',
    recommendedOutcome: 'trial',
    recommendationWhy: '',
    riskCategory: 3,
    wellbeing: 2,
  },
  request: {
    gate: 'gate2',
    shares: common,
    decider: { type: 'chefgruppe', seats: ['social', 'sundhed', 'omsorg'] },
    why: { type: 'commonPool' },
    paper: { link: 'https://viborg.sharepoint.example/projekt.docx', version: '', minutes: 6 },
  },
  pools: [aPoolView('common', 180_000_00, 410_000_00)],
};
const gate3: ViewParts = {
  project: {
    title: 'DigiRehab i hjemmeplejen',
    purpose: '34 borgere trænede i 12 uger. 21 af dem har nu mindre brug for hjælp.',
    recommendedOutcome: 'operate',
    recommendationWhy: 'Alle distrikter kan begynde i foråret.',
    operationPayer: 'Omsorgs driftsbudget',
    efficiency: 3,
    quality: 2,
    wellbeing: 3,
  },
  request: {
    gate: 'gate3',
    shares: [],
    why: { type: 'noMoney', leadArea: 'omsorg' },
    paper: { link: 'https://viborg.sharepoint.example/evaluering.docx', version: '', minutes: 5 },
  },
};
const twoChefs: ViewParts = {
  ...gate2,
  request: {
    ...gate2.request,
    shares: [
      { pool: areaPool('omsorg'), ore: 30_000_00 },
      { pool: areaPool('sundhed'), ore: 15_000_00 },
    ],
    decider: { type: 'chefs', seats: ['omsorg', 'sundhed'] },
    why: { type: 'otherPools', leadArea: 'omsorg', payers: ['omsorg', 'sundhed'] },
  },
  pools: [
    aPoolView(areaPool('omsorg'), 30_000_00, 88_500_00),
    aPoolView(areaPool('sundhed'), 15_000_00, 120_000_00),
  ],
};
const funding: ViewParts = {
  project: {
    title: 'Nyt kaldesystem på Liselund',
    purpose: 'Beboerne får fat i hjælp, hvor de end er i huset.',
    type: 'skal',
    recommendedOutcome: 'grant',
    recommendationWhy: 'Det gamle system får ingen reservedele.',
  },
  request: { gate: 'funding', paper: { link: '', version: '', minutes: null } },
};
const notOpened: ViewParts = {
  pools: [{ ...aPoolView(areaPool('omsorg'), 45_000_00, 0), year: 2027, notOpened: true }],
};
const short: ViewParts = { pools: [aPoolView(areaPool('omsorg'), 45_000_00, 33_000_00)] };
const asks = aStatement({ text: 'Er aftenvagterne også med?', id: 'q1' });
const replies = aStatement({
  kind: 'reply',
  seat: null,
  byId: lead.id,
  byName: lead.name,
  text: 'Ja, alle aftenvagter er med fra første uge. Det er regnet med i prisen.',
  about: 'q1',
  at: '2026-11-23T09:02:00Z',
});
const forward = choice('trial');
const byDeputy = aPosition('omsorg', forward, '', {
  byId: deputy.id,
  byName: deputy.name,
  onBehalf: true,
});
const trialBy = (...seats: (keyof typeof chefs)[]) => seats.map((seat) => aPosition(seat, forward));

const gateStates = (): readonly State[] => [
  { name: 'gate1: egen pulje', card: seen(told(), omsorg) },
  {
    name: 'gate1: meget lille',
    card: seen(
      told({
        project: {
          title: 'Robotstøvsugere på plejecentre',
          purpose: 'Et plejecenter vil prøve to robotstøvsugere i fællesrummene.',
          verySmall: true,
          recommendedOutcome: 'fastTrack',
          recommendedPriority: null,
          recommendationWhy: 'Løsningen er kendt, og skaden er lille, hvis det ikke virker.',
          riskCategory: 1,
        },
        request: { shares: [{ pool: areaPool('omsorg'), ore: 8_000_00 }] },
      }),
      omsorg,
    ),
  },
  {
    name: 'gate1: DigiTek foreslår løft',
    card: seen(
      told({
        project: {
          title: 'Skærmopkald i hjemmeplejen',
          recommendLift: true,
          recommendationWhy: 'Sundhed og Social vil få de samme opkald.',
        },
      }),
      omsorg,
    ),
  },
  { name: 'gate1: puljen rækker ikke', card: seen(told(short), omsorg) },
  { name: 'gate1: året er ikke åbnet', card: seen(told(notOpened), omsorg) },
  {
    name: 'gate1: ingen penge',
    card: seen(
      told({ request: { shares: [], why: { type: 'noMoney', leadArea: 'omsorg' } } }),
      omsorg,
    ),
  },
  { name: 'gate1: stedfortræder', card: seen(told({ people: [...people, deputy] }), deputy) },
  { name: 'gate1: projektejer', card: seen(told({ project: { ownerId: omsorg.id } }), omsorg) },
  { name: 'gate1: set af andre', card: seen(told(), stranger) },
  { name: 'spurgt', card: seen(told({ statements: [asks] }), omsorg) },
  { name: 'besvaret', card: seen(told({ statements: [asks, replies] }), omsorg) },
  {
    name: 'gate2: egen pulje',
    card: seen(
      told({
        project: { recommendedOutcome: 'trial' },
        request: { gate: 'gate2' },
        earlier: [aDecision(aRequest({ shares: [{ pool: areaPool('social'), ore: 5_000_00 }] }))],
      }),
      omsorg,
    ),
  },
  { name: 'bevilling', card: seen(told(funding), omsorg) },
  {
    name: 'bevilling: flere chefer',
    card: seen(
      told({
        ...twoChefs,
        project: { ...funding.project },
        request: { ...twoChefs.request, gate: 'funding' },
      }),
      omsorg,
    ),
  },
  {
    name: 'gate2: puljen rækker ikke',
    card: seen(told({ ...short, request: { gate: 'gate2' } }), omsorg),
  },
  { name: 'gate3', card: seen(told(gate3), omsorg) },
  {
    name: 'gate3: løft',
    card: seen(told({ ...gate3, project: { ...gate3.project, recommendLift: true } }), omsorg),
  },
  { name: 'flere chefer', card: seen(told(twoChefs), omsorg) },
  {
    name: 'flere chefer: én har svaret',
    card: seen(told({ ...twoChefs, statements: trialBy('sundhed') }), omsorg),
  },
  {
    name: 'flere chefer: eget svar',
    card: seen(told({ ...twoChefs, statements: trialBy('omsorg') }), omsorg),
  },
  {
    name: 'høring: grundkort',
    card: seen(told({ ...gate2, statements: trialBy('social') }), null),
  },
  { name: 'høring', card: seen(told({ ...gate2, statements: trialBy('social') }), omsorg) },
  {
    name: 'høring: spurgt',
    card: seen(told({ ...gate2, statements: [...trialBy('social'), asks] }), chefs.sundhed),
  },
  {
    name: 'høring: besvaret',
    card: seen(told({ ...gate2, statements: [...trialBy('social'), asks, replies] }), omsorg),
  },
  {
    name: 'høring: eget svar',
    card: seen(told({ ...gate2, statements: trialBy('social') }), chefs.social),
  },
  {
    name: 'høring: eget svar, alle valg',
    card: seen(told({ ...gate2, statements: trialBy('social') }), chefs.social, {
      allChoices: true,
    }),
  },
  {
    name: 'høring: stedfortræderen har svaret',
    card: seen(told({ ...gate2, people: [...people, deputy], statements: [byDeputy] }), omsorg),
  },
  {
    name: 'høring: stedfortræderens eget svar',
    card: seen(told({ ...gate2, people: [...people, deputy], statements: [byDeputy] }), deputy),
  },
  {
    name: 'høring: over risikovilligheden, lang begrundelse',
    card: seen(
      told({
        ...gate2,
        project: {
          ...gate2.project,
          budgetOre: 1_100_000_00,
          recommendationWhy:
            'Borgere måler selv vægt og blodtryk. Hospitalet deler sine erfaringer. Skive er med.',
        },
        statements: trialBy('social'),
      }),
      omsorg,
    ),
  },
  {
    name: 'høring: puljen rækker ikke',
    card: seen(told({ ...gate2, pools: [aPoolView('common', 180_000_00, 90_000_00)] }), omsorg),
  },
  {
    name: 'høring: gate3',
    card: seen(
      told({
        ...gate3,
        request: { ...gate3.request, ...gate2.request, gate: 'gate3', shares: [], askOre: 0 },
        pools: [],
        statements: trialBy(),
      }),
      omsorg,
    ),
  },
  {
    name: 'høring: fællespulje og egen pulje, stedfortræder',
    card: seen(
      told({
        ...gate2,
        project: {
          ...gate2.project,
          title: 'Velfærdsteknologibibliotek i Rådgivnings- og Aktivitetscentret',
        },
        request: {
          ...gate2.request,
          shares: [
            { pool: 'common', ore: 400_000_00 },
            { pool: areaPool('omsorg'), ore: 80_000_00 },
          ],
        },
        pools: [
          aPoolView('common', 400_000_00, 1_372_000_00),
          aPoolView(areaPool('omsorg'), 80_000_00, 200_000_00),
        ],
        earlier: [aDecision()],
      }),
      deputy,
    ),
  },
];

const nextSteps = (): readonly State[] => {
  const view = told();
  const reader = aReader(view);
  const typed = {
    ...context,
    typed: 'God idé. Start med to distrikter, og tag aftenvagterne med.',
  };
  const stop = { type: 'choose', choice: choice('stop'), comment: '' } as const;
  const go = { type: 'choose', choice: choice('investigate'), comment: typed.typed } as const;
  const viewShort = told(short);
  const viewNotOpened = told(notOpened);
  const view3 = told(gate3);
  return [
    {
      name: 'stop uden begrundelse',
      card: refusedCard(
        view,
        reader,
        context,
        { type: 'reasonRequired', choice: stop.choice },
        stop,
      ),
    },
    {
      name: 'nej til pengene uden begrundelse',
      card: reasonCard(told(funding), reader, context, choice('refuse')),
    },
    {
      name: 'direkte uden begrundelse',
      card: reasonCard(view, reader, context, choice('fastTrack')),
    },
    {
      name: 'spørg uden spørgsmål',
      card: refusedCard(
        view,
        reader,
        context,
        { type: 'questionRequired' },
        {
          type: 'ask',
          comment: '',
        },
      ),
    },
    {
      name: 'efter Nytænk',
      card: rethinkCard(view3, aReader(view3), { ...typed, typed: 'Prøv også uden træner.' }),
    },
    {
      name: 'afvist: puljen',
      card: refusedCard(
        viewShort,
        aReader(viewShort),
        typed,
        { type: 'poolShort', pools: viewShort.pools },
        go,
      ),
    },
    {
      name: 'afvist: året er ikke åbnet',
      card: refusedCard(
        viewNotOpened,
        aReader(viewNotOpened),
        typed,
        { type: 'yearNotOpened', year: 2027 },
        go,
      ),
    },
    {
      name: 'afvist: for lang',
      card: refusedCard(view, reader, typed, { type: 'commentTooLong', longest: 2_000 }, go),
    },
    {
      name: 'afvist: ikke her',
      card: refusedCard(view, reader, typed, { type: 'notHere' }, { type: 'meeting', comment: '' }),
    },
    {
      name: 'afvist: ikke et svar',
      card: refusedCard(view, reader, typed, { type: 'notAnOutcome' }, go),
    },
    {
      name: 'afvist: ikke meget lille',
      card: refusedCard(view, reader, typed, { type: 'notVerySmall' }, go),
    },
    { name: 'modtaget', card: receivedCard(view, reader, context) },
    { name: 'ikke gemt', card: faultCard(view, reader, typed, false) },
    { name: 'usikkert', card: faultCard(view, reader, typed, true) },
    { name: 'ikke gemt, alene', card: notRecordedCard(view, reader, context, false) },
    { name: 'usikkert, alene', card: notRecordedCard(view, reader, context, true) },
  ];
};

const receipts = (): readonly State[] => {
  const decided = told({ decision: { comment: 'God idé. Start med to distrikter.' } });
  const stopped = told({
    decision: {
      choice: choice('stop'),
      comment: 'Beboere med demens bliver utrygge, og der er risiko for fald.',
    },
  });
  const agreed = told({
    ...gate2,
    statements: [
      ...trialBy('social'),
      aPosition('sundhed', forward, 'Husk aftale med hospitalet.'),
      ...trialBy('omsorg'),
    ],
    decision: { choice: forward, seat: null },
  });
  const meeting = told({
    ...gate2,
    statements: [
      ...trialBy('social', 'sundhed'),
      aPosition('omsorg', null, 'Hvem passer målingerne i ferien?'),
    ],
  });
  const differ = told({
    ...gate2,
    statements: [...trialBy('social'), aPosition('sundhed', choice('stop'), 'Ikke nu.')],
  });
  const ended = (extra: ViewParts['decision']) => told({ decision: extra });
  return [
    { name: 'kvittering: den, der besluttede', card: seen(decided, omsorg) },
    {
      name: 'kvittering: stedfortræderen besluttede',
      card: seen(
        told({ decision: { byId: deputy.id, byName: deputy.name, onBehalf: true } }),
        omsorg,
      ),
    },
    { name: 'kvittering: projektlederen', card: seen(decided, lead) },
    { name: 'kvittering: andre', card: seen(decided, stranger) },
    { name: 'stoppet: chefen', card: seen(stopped, omsorg) },
    { name: 'stoppet: andre', card: seen(stopped, stranger) },
    { name: 'chefgruppen er enig', card: seen(agreed, omsorg) },
    { name: 'chefgruppen er enig: grundkort', card: seen(agreed, null) },
    { name: 'til mødet', card: seen(meeting, null) },
    { name: 'til mødet: uenige', card: seen(differ, chefs.social) },
    {
      name: 'på mødet',
      card: seen(
        told({
          ...gate2,
          decision: { choice: forward, atMeeting: true, comment: 'Begynd i Nord.' },
        }),
        null,
      ),
    },
    {
      name: 'flere chefer enige',
      card: seen(
        told({
          ...twoChefs,
          statements: trialBy('omsorg', 'sundhed'),
          decision: { choice: forward },
        }),
        omsorg,
      ),
    },
    { name: 'løftet', card: seen(ended({ ending: 'lifted' }), omsorg) },
    { name: 'fællespuljen søges', card: seen(ended({ ending: 'toCommonPool' }), omsorg) },
    { name: 'fællespuljen søges: lederen', card: seen(ended({ ending: 'toCommonPool' }), lead) },
    { name: 'trukket tilbage', card: seen(ended({ ending: 'withdrawn', seat: null }), omsorg) },
    {
      name: 'sendt videre',
      card: seen(
        ended({
          ending: 'rerouted',
          seat: null,
          reroutedTo: { type: 'chefgruppe', seats: ['social', 'sundhed', 'omsorg'] },
        }),
        omsorg,
      ),
    },
    { name: 'spurgt på ny', card: seen(ended({ ending: 'askedAnew', seat: null }), omsorg) },
    {
      name: 'gate3: kvittering',
      card: seen(
        told({ ...gate3, decision: { choice: choice('operate', { spread: true }) } }),
        omsorg,
      ),
    },
    {
      name: 'gate3: nytænk',
      card: seen(told({ ...gate3, decision: { choice: choice('rethink') } }), lead),
    },
    {
      name: 'bevilling: ja',
      card: seen(told({ ...funding, decision: { choice: choice('grant') } }), omsorg),
    },
    {
      name: 'bevilling: nej',
      card: seen(
        told({
          ...funding,
          decision: { choice: choice('refuse'), comment: 'Vent til næste år.' },
        }),
        lead,
      ),
    },
    {
      name: 'gate2: tilbage',
      card: seen(
        told({
          request: { gate: 'gate2' },
          decision: { choice: choice('backToInvestigation'), comment: 'Hvad siger IT?' },
        }),
        omsorg,
      ),
    },
  ];
};

const late = (): readonly State[] => {
  const own = told({ decision: {} });
  const byDeputy = told({
    decision: { byId: deputy.id, byName: deputy.name, onBehalf: true, at: '2026-11-20T14:40:00Z' },
  });
  const withdrawn = told({ decision: { ending: 'withdrawn', seat: null, byName: 'Konsulent' } });
  const given = { type: 'choose', choice: choice('stop'), comment: 'nej' } as const;
  const lateFor = (view: RequestView, person: Person) =>
    view.state.type === 'ended'
      ? refusedCard(
          view,
          aReader(view, person),
          context,
          { type: 'alreadyEnded', decision: view.state.decision },
          given,
        )
      : cardFor(view, anybody, context);
  const open = told();
  const notYours = (view: RequestView) =>
    refusedCard(
      view,
      aReader(view, stranger),
      context,
      { type: 'notYours', decider: view.request.decider },
      given,
    );
  return [
    { name: 'trykket to gange', card: lateFor(own, omsorg) },
    { name: 'for sent', card: lateFor(byDeputy, omsorg) },
    { name: 'for sent: trukket tilbage', card: lateFor(withdrawn, omsorg) },
    { name: 'ikke din sag', card: notYours(open) },
    { name: 'ikke din sag: chefgruppen', card: notYours(told(gate2)) },
  ];
};

const questions = (): readonly State[] => {
  const open = told({ statements: [asks] });
  const exchange = open.questions[0];
  const reader = aReader(open, lead);
  const ask = { question: asks, reply: null };
  return [
    { name: 'spørgsmål til lederen', card: questionCardFor(open, 'q1', reader, context) },
    {
      name: 'spørgsmål: svaret mangler',
      card: questionCard(open, exchange ?? ask, reader, context, 'missing'),
    },
    {
      name: 'spørgsmål: ikke gemt',
      card: questionCard(open, ask, reader, { ...context, typed: 'Ja, alle er med.' }, 'fault'),
    },
    {
      name: 'spørgsmål: besvaret',
      card: questionCardFor(told({ statements: [asks, replies] }), 'q1', reader, context),
    },
    {
      name: 'spørgsmål: afgjort',
      card: questionCardFor(told({ statements: [asks], decision: {} }), 'q1', reader, context),
    },
  ];
};

export const aStatus = (extra: Partial<ProjectStatus> = {}): ProjectStatus =>
  spoken({
    project: aProject({ title: 'DigiRehab i hjemmeplejen', phase: 'trial' }),
    waitingFor: {
      type: 'gate',
      gate: 'gate3',
      requestId: 'digirehab-gate3-1',
      decider: 'chef',
      seats: ['omsorg'],
      pending: ['omsorg'],
      since: '2026-11-19T08:00:00Z',
    },
    areas: aView().areas,
    money: { grantedOre: 120_000_00, spentOre: 104_500_00 },
    last: aDecision(aRequest({ gate: 'gate2' }), { choice: forward, at: '2026-05-04T08:00:00Z' }),
    now: '2026-11-23T08:02:00Z',
    ...extra,
  });

const balance = {
  budgetOre: 200_000_00,
  reservedOre: 60_000_00,
  grantedOre: 85_000_00,
  spentOre: 20_000_00,
  releasedOre: 0,
  availableOre: 35_000_00,
};
const poolLines = seededPools(2026, defaultAreas).map((pool) => ({ pool, balance }));
const mark = (passed: number): IAdaptiveCard[] =>
  poolLines
    .slice(0, 1)
    .map((line) =>
      poolMarkCard({ type: 'poolMark', revision: 0, mark: passed, ...line }, context.links),
    );

const aFound = (id: string, title: string, leadArea = 'omsorg') => ({
  ...{ id, title, leadArea },
  municipality: 'Viborg',
});

const chat = (): readonly State[] => [
  { name: 'velkomst', card: welcomeCard(context.links) },
  { name: 'velkomst: gruppe', card: groupWelcomeCard(context.links) },
  { name: 'hjælp', card: helpCard(context.links, false) },
  { name: 'hjælp: ikke forstået', card: helpCard(context.links, true) },
  { name: 'status', card: statusCard(aStatus(), context.links) },
  {
    name: 'status: uden penge',
    card: statusCard(
      aStatus({
        money: null,
        last: null,
        waitingFor: { type: 'missing', gate: 'gate1', count: 3 },
      }),
      context.links,
    ),
  },
  { name: 'delt projekt', card: projectCard(aStatus(), context.links) },
  {
    name: 'delt projekt: ny idé uden andet',
    card: projectCard(
      aStatus({ project: anIdea({ id: 'p8', purpose: '' }), waitingFor: undefined }),
      context.links,
    ),
  },
  ...stuckWhys.map((why) => ({
    name: `status: sidder fast, ${why}`,
    card: statusCard(
      aStatus({ stuck: { why, since: '2026-06-01T08:00:00Z', whose: 'Projektleder, DigiTek' } }),
      context.links,
    ),
  })),
  {
    name: 'status: flere fundet',
    card: severalProjectsCard(
      'digi',
      [
        aFound('P011', 'DigiRehab i hjemmeplejen'),
        aFound('P012', 'DigiRehab – træning i eget hjem'),
        aFound('P013', 'Digi-trænere i hjemmeplejen'),
      ],
      defaultAreas,
    ),
  },
  {
    name: 'status: navnebrødre',
    card: severalProjectsCard(
      'skærmbesøg',
      [aFound('P043', 'Skærmbesøg'), aFound('P044', 'Skærmbesøg', 'social')],
      defaultAreas,
    ),
  },
  {
    name: 'status: mange fundet',
    card: severalProjectsCard(
      'e',
      Array.from({ length: 40 }, (_, index) => aFound(`P${index}`, `Projekt nummer ${index}`)),
      defaultAreas,
    ),
  },
  { name: 'status: ingen', card: noProjectCard(context.links, 'zebra') },
  { name: 'status: intet navn', card: noProjectCard(context.links, '') },
  { name: 'pulje', card: poolsCard(poolLines.slice(0, 4), 2026, context.links) },
  { name: 'pulje: ikke for dig', card: poolsNotYoursCard(context.links) },
  { name: 'pulje: året er ikke åbnet', card: yearNotOpenedCard(2027, context.links) },
  ...[true, false].flatMap((hasCome) =>
    [true, false].map((isOpened) => ({
      name: `nyt år: ${hasCome ? 'kommet' : 'på vej'}, ${isOpened ? 'åbnet' : 'ikke åbnet'}`,
      card: yearCard({ type: 'year', revision: 0, year: 2027, isOpened, hasCome }, context.links),
    })),
  ),
  ...mark(80).map((card) => ({ name: 'pulje: 80 %', card })),
  ...mark(100).map((card) => ({ name: 'pulje: 100 %', card })),
  { name: 'mine: intet', card: nothingWaitsCard(context.links) },
  { name: 'mine: flere', card: moreWaitCard(context.links, 7) },
  { name: 'et ord', card: plainCard('Den sag findes ikke her. Intet er ændret.') },
];

const unreached = (more: Partial<Parameters<typeof unreachedCard>[0]> = {}): IAdaptiveCard =>
  unreachedCard(
    {
      ...{ type: 'unreached', revision: 1, personId: 'p', name: 'Chef, Social' },
      ...{ upn: 'chef.social@viborg.example', why: 'notInstalled', since: '2026-11-23T08:02:00Z' },
      ...{ inFeed: false, over: false },
      lacks: [aLackedRequest, aLackedStory],
      ...more,
    },
    context.links,
  );

const outOfReach = (): readonly State[] => [
  { name: 'kan ikke nås: uden app', card: unreached() },
  { name: 'kan ikke nås: blokeret', card: unreached({ why: 'blocked', inFeed: true }) },
  { name: 'kan ikke nås: ukendt', card: unreached({ why: 'unknownPerson', upn: '', lacks: [] }) },
  { name: 'kan nås igen', card: unreached({ over: true, lacks: [] }) },
];

/** Every card of the bot that is not about a story, in every state, by what it is about. */
export const statesByKind = {
  unreached: outOfReach,
  gate: gateStates,
  nextStep: nextSteps,
  receipt: receipts,
  late,
  question: questions,
  chat,
} as const;

export const everyState = (): readonly State[] =>
  Object.values(statesByKind).flatMap((states) => states());
