/*
 * What the tab's places are called. By themselves, so that the bar can name a place without the
 * words of its page.
 */

export const placeNames = {
  decide: 'Til beslutning',
  tasks: 'Opgaver',
  ideas: 'Idéer',
  board: 'Tavle',
  plan: 'Plan',
  meetings: 'Møder',
  money: 'Økonomi',
  stories: 'Historier',
  benefits: 'Gevinster',
  visits: 'DigiTek 360',
  year: 'Årshjul',
  lessons: 'Erfaringer',
  lessonsTitle: 'Det lærte vi, og risici på tværs',
  fairness: 'Fordeling',
  pace: 'Ventetid',
  paceTitle: 'Hvor længe projekterne er i hver fase, og hvor længe svar tager',
  tekCloud: 'TEK på tværs',
  tekCloudTitle: 'Alle projekter i TEK-trekanten',
  settings: 'Indstillinger',
  past: 'Som den var',
  pastTitle: 'Se tavlen, som den var en anden dag',
  /** Those that there is no room for. */
  more: 'Mere',
} as const;
