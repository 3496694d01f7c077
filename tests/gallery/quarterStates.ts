import type { MessageKind } from '#shared/domain/message.ts';
import type { QuarterGiven } from '#shared/domain/quarter/rules.ts';
import { type QuarterView, quarterReaderOf } from '#shared/domain/quarter/view.ts';
import {
  minutesPlace,
  type QuarterProblem,
  quarterCardAt,
  receivedQuarter,
} from '../../bot/cards/quarter/quarterCards.ts';
import { aQuarterView, type Pressed } from '../builders/quarter.ts';
import { context, type State } from './states.ts';

const shown = (
  view: QuarterView,
  to: string,
  kind: MessageKind = 'quarterMinutes',
  more: {
    readonly problem?: QuarterProblem;
    readonly about?: number;
    readonly pressed?: boolean;
  } = {},
) =>
  quarterCardAt(view, quarterReaderOf(view, to), context, {
    place: { kind, about: more.about ?? view.now.versionSeq },
    problem: more.problem ?? null,
    pressed: more.pressed ?? false,
  });

const sent: readonly Pressed[] = [['consultant', { type: 'send' }]];
const held: readonly Pressed[] = [
  ...sent,
  ['consultant', { type: 'begin', present: 'Chef, Social · Chef, Sundhed · Chef, Omsorg' }],
  [
    'consultant',
    { type: 'prioritise', projectId: 'p1', priority: 'high', why: 'Kan spredes til alle' },
  ],
  ['consultant', { type: 'end' }],
];
const approve = (who: string, version = 1): Pressed => [who, { type: 'approve', version }];
const text = 'Vi sagde i drift og spred til to distrikter først.';
const proposed: readonly Pressed[] = [
  ...held,
  approve('chef-social'),
  ['chef-omsorg', { type: 'propose', version: 1, text }],
];
const corrected: readonly Pressed[] = [
  ...proposed,
  ['consultant', { type: 'correct', point: 'pools', text } satisfies QuarterGiven],
];
const signed: readonly Pressed[] = [
  ...held,
  ...['chef-social', 'chef-sundhed', 'chef-omsorg'].map((who) => approve(who)),
];

/** Every card about a kvartalsstatus. */
export const quarterStates = (): readonly State[] => {
  const view = aQuarterView;
  const again: readonly Pressed[] = [...sent, ['consultant', { type: 'send' }]];
  const moved: readonly Pressed[] = [
    ...sent,
    ['consultant', { type: 'reschedule', day: '2027-01-26' }],
  ];
  const proposal = view(proposed).now.proposals[0]?.seq ?? 0;
  const missing: QuarterProblem = { type: 'refused', refusal: { type: 'textMissing' } };
  return [
    { name: 'dagsorden', card: shown(view(sent), 'chef-omsorg', 'quarterPack') },
    { name: 'dagsorden, rettet', card: shown(view(again), 'chef-omsorg', 'quarterPack') },
    { name: 'dagsorden, mødet er flyttet', card: shown(view(moved), 'chef-omsorg', 'quarterPack') },
    { name: 'dagsorden, mødet er holdt', card: shown(view(held), 'chef-omsorg', 'quarterPack') },
    { name: 'referat, åbent', card: shown(view(held), 'chef-omsorg') },
    {
      name: 'referat, rettelsen mangler',
      card: shown(view(held), 'chef-omsorg', 'quarterMinutes', { problem: missing, pressed: true }),
    },
    {
      name: 'referat, én har godkendt',
      card: shown(view([...held, approve('chef-social')]), 'chef-omsorg'),
    },
    {
      name: 'referat, du har godkendt',
      card: shown(view([...held, approve('chef-social')]), 'chef-social'),
    },
    { name: 'referat, du har foreslået', card: shown(view(proposed), 'chef-omsorg') },
    { name: 'referat, rettet siden sidst', card: shown(view(corrected), 'chef-social') },
    { name: 'referat, ikke dit', card: shown(view(held), 'direktor') },
    {
      name: 'referat, forslag til den der skriver',
      card: shown(view(proposed), 'consultant', 'quarterProposal', { about: proposal }),
    },
    { name: 'referat, godkendt af alle', card: shown(view(signed), 'chef-omsorg') },
    {
      name: 'referat, alle har godkendt, til den der skriver',
      card: shown(view(signed), 'consultant', 'quarterSigned'),
    },
    {
      name: 'referat, modtaget',
      card: receivedQuarter(view(held), context, minutesPlace(view(held))),
    },
  ];
};
