import type { PoolView } from '#shared/domain/funding.ts';
import { decisionsIn, grantedBy, grantedIn, type Minutes } from '#shared/domain/quarter/minutes.ts';
import type { QuarterView } from '#shared/domain/quarter/view.ts';
import type { Decision } from '#shared/domain/request.ts';
import { dayIn, dayYearText, timeText, weekdayText } from '../dates.ts';
import { formatKr } from '../money.ts';
import { capital } from '../requests/cards.ts';
import { gateLabels, poolName, seatName } from '../words.ts';
import { countText } from './words.ts';

/* What the minutes of a kvartalsstatus say, in Word and in the tab. */

export const minutesWords = {
  title: (day: string): string => `Referat af kvartalsstatus ${dayYearText(day)}`,
  agendaTitle: (day: string): string => `Dagsorden for kvartalsstatus ${dayYearText(day)}`,
  time: 'Tid',
  present: 'Til stede',
  approved: 'Godkendt',
  version: 'Version',
  notApproved: 'Ikke endnu',
  short: 'Kort fortalt',
  decisions: 'Beslutninger',
  points: 'Punkter',
  matter: 'Sag',
  decision: 'Beslutning',
  granted: 'Bevilget',
  total: 'I alt',
  project: 'Projekt',
  before: 'Før',
  after: 'Nu',
  why: 'Hvorfor',
  minutes: 'Minutter',
  none: 'Ingen',
  nothing: 'Der blev ikke besluttet noget.',
  open: 'Sagen er stadig åben.',
  noLines: 'Ingen bemærkninger.',
  foot: 'Referatet er lavet af beslutningerne i listerne. Rettelser står som nye linjer.',
  creator: 'DigiTek Portefølje',
  product: 'DigiTek Portefølje',
  corrected: 'Rettelse',
  price: 'Pris',
  benefits: 'Gevinst (0–3)',
  risk: 'Risiko',
  recommends: 'DigiTek anbefaler',
  who: 'Chefgruppen',
  said: 'Svar',
  noMoney: 'Koster ikke noget nu',
  notSaid: 'Ingen anbefaling endnu',
} as const;

/** A sentence that ends as one, also where it ends with an abbreviation: "180.000 kr." */
export const sentence = (text: string): string => (text.endsWith('.') ? text : `${text}.`);

const clock = (at: string): string => timeText(at).replace(/^kl\.\s/, '');

/** "Torsdag kl. 9.00–9.54". */
export const heldText = ({ day, began, ended }: Minutes): string => {
  if (began === null) return capital(weekdayText(day));
  // Held on another day than it was planned for, it says which.
  const held = weekdayText(began);
  const weekday = capital(dayIn(began) === day ? (held.split(' ')[0] ?? '') : held);
  const until = ended === null ? '' : `–${clock(ended)}`;
  return `${weekday} ${timeText(began)}${until}`;
};

/** "3 sager er besluttet, og 390.000 kr. er bevilget." */
export const shortText = (minutes: Minutes): string => {
  const decided = decisionsIn(minutes).length;
  if (decided === 0) return minutesWords.nothing;
  const granted = grantedIn(minutes);
  const matters = `${countText(decided, 'sag er', 'sager er')} besluttet`;
  return granted === 0 ? `${matters}.` : `${matters}, og ${formatKr(granted)} er bevilget.`;
};

/** "Omsorg · Gate 3" */
export const gateAndArea = (area: string, gate: Decision['gate']): string =>
  `${area} · ${gateLabels[gate]}`;

/** "før 412.000 kr., efter 202.000 kr." */
export const poolChange = ({
  beforeOre,
  afterOre,
}: Pick<PoolView, 'beforeOre' | 'afterOre'>): string =>
  `før ${formatKr(beforeOre)}, efter ${formatKr(afterOre)}`;

/** Who decided, who wrote it, on which paper, and what it left in the pools. */
export const recordTexts = (
  decision: Decision,
  { areas }: Pick<QuarterView, 'areas'>,
): readonly string[] => {
  const { at, byName, paper, pools } = decision;
  const version = paper.version === '' ? [] : [paper.version];
  const granted = grantedBy(decision) > 0 ? pools.filter(({ askedOre }) => askedOre > 0) : [];
  return [
    [`Chefgruppen ${timeText(at)}`, `skrevet af ${byName}`, ...version].join(' · '),
    ...granted.map((pool) => `${poolName(areas, pool.pool)}: ${poolChange(pool)}`),
  ];
};

/** "Chef, Omsorg var uenig: aftenvagten er ikke aftalt." */
export const disagreementText = (
  { areas }: Pick<QuarterView, 'areas'>,
  { seat, text }: Decision['noted'][number],
): string => `${seatName(areas, seat)} var uenig: ${text}`;

/** What the file is called in the library, and where people save it; version 0 is the agenda. */
export const minutesFileName = (id: string, version: number): string =>
  version === 0 ? `Dagsorden ${id}.docx` : `Referat ${id} version ${version}.docx`;
