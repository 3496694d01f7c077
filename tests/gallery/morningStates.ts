import type { Morning, MorningWait } from '#shared/domain/notice.ts';
import { morningCard } from '../../bot/cards/morning/morningCard.ts';
import { asked, viewOf, vouching } from '../builders/approval.ts';
import { aView } from '../builders/request.ts';
import { spoken } from './spoken.ts';
import { context, type State } from './states.ts';

const at = '2026-11-25T07:00:00Z';
const nothing: Morning = {
  ...{
    day: '2026-11-25',
    waits: [],
    late: [],
    long: [],
    uncovered: [],
    agreements: [],
    points: [],
    plan: [],
    ideas: 0,
    isPast: false,
    at,
  },
};

const gate = (title: string, since: string): MorningWait => ({
  matter: { type: 'request', view: spoken(aView({ project: { title } })) },
  ...{ waits: 'answer', since, dueAt: null },
});

const owner: MorningWait = {
  matter: { type: 'approval', view: spoken(viewOf(asked(vouching('ideaOwner')))) },
  ...{ waits: 'answer', since: '2026-11-23T10:00:00Z', dueAt: '2026-11-25T15:00:00Z' },
};

const titles = ['DigiRehab', 'Nøglefri hjemmepleje', 'Skærmopkald', 'Sansestimulerende musik'];
const many = [...titles, ...titles].map((title, day) => gate(title, `2026-11-1${day}T09:00:00Z`));

const lateOn = (title: string, due: string): Morning['late'][number] => ({
  project: { id: 'p1', title },
  due,
  task: { type: 'step', code: 'serviceDesign', name: '' },
});

const lateUnit: Morning['late'][number] = {
  ...lateOn('DigiRehab', '2026-10-31'),
  task: { type: 'unit', name: 'Plejecenter Nord' },
};

const drawn = (morning: Partial<Morning>) =>
  morningCard({
    morning: { ...nothing, ...morning },
    personId: 'owner',
    ...{ links: context.links, userIds: context.userIds },
  });

/** Every state of what somebody reads in the morning. */
export const morningStates = (): readonly State[] => [
  { name: 'morgen: én sag', card: drawn({ waits: [gate('DigiRehab', '2026-11-23T10:00:00Z')] }) },
  {
    name: 'morgen: en frist i dag, og en gate',
    card: drawn({ waits: [owner, gate('DigiRehab', '2026-11-23T10:00:00Z')] }),
  },
  {
    name: 'morgen: et svar på et spørgsmål',
    card: drawn({ waits: [{ ...gate('DigiRehab', '2026-11-23T10:00:00Z'), waits: 'reply' }] }),
  },
  { name: 'morgen: mange', card: drawn({ waits: many }) },
  {
    name: 'morgen: sager og trin',
    card: drawn({
      waits: many,
      late: titles.map((title, day) => lateOn(title, `2026-11-1${day}`)),
    }),
  },
  {
    name: 'morgen: en enhed, der skulle være startet',
    card: drawn({ late: [lateUnit] }),
  },
  {
    name: 'morgen: kun et trin',
    card: drawn({
      late: [
        {
          project: { id: 'p1', title: 'DigiRehab' },
          due: '2026-11-23',
          task: { type: 'nextStep', text: 'Ring til leverandøren' },
        },
      ],
    }),
  },
  {
    name: 'morgen: konsulentens',
    card: drawn({
      long: many.map(({ matter, since }, at) => ({
        ...{ matter, since },
        whom: ['Chef, Omsorg', 'Chef, Social', 'Chef, Sundhed'].slice(0, (at % 3) + 1),
        unheld: at === 0 ? ['omsorg'] : [],
      })),
      ideas: 3,
    }),
  },
  {
    name: 'morgen: aftaler, der udløber',
    card: drawn({
      agreements: [
        {
          ...{ project: { id: 'p1', title: 'DigiRehab' }, kind: 'sla' },
          ...{ until: '2026-11-23', since: '2026-10-25' },
        },
        {
          ...{ project: { id: 'p2', title: 'Skærmopkald' }, kind: 'agreement' },
          ...{ until: '2026-12-31', since: '2026-11-24' },
        },
      ],
    }),
  },
  {
    name: 'morgen: ingen svarer',
    card: drawn({
      uncovered: [
        {
          ...{ type: 'days', away: { id: 'chef-omsorg', name: 'Chef, Omsorg' } },
          ...{ days: { from: '2026-11-26', to: '2026-12-02' }, since: '2026-11-24' },
          deputies: ['Leder, Bøgebakken'],
        },
        {
          ...{ type: 'days', away: { id: 'chef-social', name: 'Chef, Social' } },
          ...{ days: { from: '2026-11-25', to: '2026-11-25' }, since: '2026-11-23' },
          deputies: [],
        },
        { type: 'standing', away: { id: 'leder', name: 'Leder, Syd' }, since: '2026-11-01' },
      ],
    }),
  },
  {
    name: 'morgen: faste punkter, der nærmer sig',
    card: drawn({
      points: [
        {
          ...{ id: 'dialog', title: 'Strategisk dialog: IT og Omsorg', area: 'omsorg' },
          ...{ day: '2026-12-07', since: '2026-11-22', link: 'https://viborg.example/dagsorden' },
        },
        {
          ...{ id: 'budget', title: 'Indspil til budgettet', area: null },
          ...{ day: '2026-12-08', since: '2026-11-23', link: '' },
        },
      ],
    }),
  },
  { name: 'morgen: kun idéer', card: drawn({ ideas: 2 }) },
  {
    name: 'morgen: en sag, og planen er ændret',
    card: drawn({
      waits: [gate('DigiRehab', '2026-11-23T10:00:00Z')],
      plan: titles.map((title) => ({
        project: { id: 'p1', title },
        from: { start: '2026-11', end: '2027-01', hours: 60 },
        to: { start: '2027-02', end: '2027-04', hours: 60 },
        ...{ at: '2026-11-24T15:00:00Z', byId: 'consultant', byName: 'Konsulent, DigiTek' },
      })),
    }),
  },
  { name: 'morgen: alt er klaret', card: drawn({}) },
  { name: 'morgen: en nyere er kommet', card: drawn({ waits: many, isPast: true }) },
];
