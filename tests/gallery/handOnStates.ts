import { steerText } from '#shared/words/requests/steer.ts';
import { type HandOnForm, handedOnCard, handOnCard } from '../../bot/cards/requests/handOnCard.ts';
import { aView } from '../builders/request.ts';
import { context, type State } from './states.ts';

const { links } = context;
const view = aView({ request: { askedAt: '2026-11-09T08:02:00Z' } });
const hearing = aView({
  request: { decider: { type: 'chefgruppe', seats: ['social', 'sundhed', 'omsorg'] } },
});
const at = '2026-11-23T09:14:00Z';
const form: HandOnForm = {
  ...{
    view,
    seats: ['omsorg'],
    ways: ['chefgruppe', 'social', 'sundhed'],
    to: '',
    comment: '',
    at,
  },
};
const reroutedTo = { type: 'chef', seats: ['social'] } as const;
const gone = aView({
  decision: { ending: 'rerouted', reroutedTo, comment: 'Chefen er rejst.' },
});

/** Every card about a gate that is handed on. */
export const handOnStates = (): readonly State[] => [
  { name: 'giv videre: ingen svarer', card: handOnCard(form, links) },
  { name: 'giv videre: en svarer', card: handOnCard({ ...form, seats: [] }, links) },
  {
    name: 'giv videre: uden et hvorfor',
    card: handOnCard({ ...form, to: 'social' }, links, steerText({ type: 'reasonMissing' }, view)),
  },
  {
    name: 'giv videre: til mødet',
    card: handOnCard({ ...form, view: hearing, ways: ['agenda'] }, links),
  },
  { name: 'giv videre: ingen steder hen', card: handOnCard({ ...form, ways: [] }, links) },
  { name: 'givet videre', card: handedOnCard(gone, links) },
  { name: 'givet videre: på dagsordenen', card: handedOnCard(hearing, links) },
];
