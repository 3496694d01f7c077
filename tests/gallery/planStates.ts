import type { PlanNews } from '#shared/domain/plan/news.ts';
import { planCard } from '../../bot/cards/plan/planCard.ts';
import { spoken } from './spoken.ts';
import { context, type State } from './states.ts';

const was = { start: '2026-11', end: '2027-01', hours: 60 };

const news = (title: string, more: Partial<PlanNews> = {}): PlanNews => ({
  project: { id: 'p1', title: spoken({ title }).title },
  ...{ from: was, to: { start: '2027-02', end: '2027-04', hours: 60 } },
  ...{ at: '2026-11-25T09:00:00Z', byId: 'consultant', byName: 'Konsulent, DigiTek' },
  ...more,
});

const drawn = (...all: readonly PlanNews[]) =>
  planCard({ type: 'plan', revision: 0, news: all }, context.links);

const titles = ['DigiRehab', 'Nøglefri hjemmepleje', 'Skærmopkald', 'Sansestimulerende musik'];
const many = [...titles, 'Digitalt tilsyn', 'GPS til borgere med demens', 'Smart-bleen'];

/** Every card that tells of a saved plan. */
export const planStates = (): readonly State[] => [
  { name: 'plan: ét projekt er flyttet', card: drawn(news('DigiRehab')) },
  { name: 'plan: lagt ind', card: drawn(news('DigiRehab', { from: null })) },
  { name: 'plan: taget ud', card: drawn(news('DigiRehab', { to: null })) },
  {
    name: 'plan: flere timer',
    card: drawn(news('DigiRehab', { to: { ...was, hours: 90 } })),
  },
  { name: 'plan: mange er flyttet', card: drawn(...many.map((title) => news(title))) },
  {
    name: 'plan: gemt af to',
    card: drawn(news('DigiRehab'), news('Skærmopkald', { byName: 'Projektleder, DigiTek' })),
  },
];
