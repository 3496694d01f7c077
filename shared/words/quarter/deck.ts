import type { PoolView } from '#shared/domain/funding.ts';
import type { Gate } from '#shared/domain/gates.ts';
import type { QuarterView } from '#shared/domain/quarter/view.ts';
import type { RequestView } from '#shared/domain/requestView.ts';
import { dayYearText } from '../dates.ts';
import { formatKr, nbsp } from '../money.ts';
import { choiceLabel, listText } from '../words.ts';
import { quarterPageWords } from './page.ts';

/* What the slides of a kvartalsstatus say. */

export const deckWords = {
  title: (day: string): string => `Kvartalsstatus ${dayYearText(day)}`,
  fileName: (day: string): string => `Kvartalsstatus ${day}.pptx`,
  price: 'Pris',
  benefits: 'Gevinster E · K · T',
  risk: 'Risiko',
  riskOf: (risk: number | null): string => (risk === null ? '–' : `${risk}${nbsp}af${nbsp}4`),
  recommends: 'DigiTek anbefaler',
  used: 'Brugt og bevilget',
  asked: 'Bedt om',
  left: 'Tilbage',
  bar: 'Puljens bjælke',
  rule: 'Streg',
  foot: 'DigiTek Portefølje',
} as const;

/** "5 punkter · 42 af 60 minutter" */
export const deckUnder = (view: QuarterView, minutes: number, longest: number): string =>
  `${quarterPageWords.points(view.points.length)} · ${quarterPageWords.minutesOf(minutes, longest)}`;

const counts = ['ingen', 'én', 'to', 'tre', 'fire', 'fem', 'seks'];
const countWord = (count: number): string => counts[count] ?? String(count);

type Said = Exclude<RequestView['positions'][number]['position'], { type: 'waiting' }>;

const saidText = (gate: Gate, position: Said): string =>
  position.type === 'choice'
    ? `siger »${choiceLabel(gate, position.choice)}«`
    : 'vil tage det på mødet';

const countOf = (texts: readonly string[]): ReadonlyMap<string, number> => {
  const counted = new Map<string, number>();
  for (const text of texts) counted.set(text, (counted.get(text) ?? 0) + 1);
  return counted;
};

/** The slide's title is what has been found: "Måtten: to siger »Afprøv«, og én har ikke svaret". */
export const gateFinding = ({ project, positions, request }: RequestView): string => {
  const said = positions.flatMap(({ position }) =>
    position.type === 'waiting' ? [] : [saidText(request.gate, position)],
  );
  const missing = positions.length - said.length;
  const groups = [...countOf(said)];
  const [first] = groups;
  if (first === undefined) return `${project.title}: ingen har svaret endnu`;
  if (groups.length === 1 && missing === 0) return `${project.title}: alle ${first[0]}`;
  const parts = groups.map(([text, count]) => `${countWord(count)} ${text}`);
  const rest = missing === 0 ? [] : [`${countWord(missing)} har ikke svaret`];
  return `${project.title}: ${listText([...parts, ...rest])}`;
};

/** The three numbers of a pool after a yes, for the eye and for the bar's alt text. */
export const poolNumbers = (pool: PoolView): readonly string[] => {
  const budget = pool.parts?.budgetOre;
  const used =
    budget === undefined ? [] : [`${deckWords.used} ${formatKr(budget - pool.beforeOre)}`];
  const of = budget === undefined ? '' : ` af ${formatKr(budget)}`;
  return [
    ...used,
    `${deckWords.asked} ${formatKr(pool.askedOre)}`,
    `${deckWords.left} ${formatKr(pool.afterOre)}${of}`,
  ];
};
