import { unsaidSeats } from '#shared/domain/inquiries/now.ts';
import type { InquiryView } from '#shared/domain/inquiries/view.ts';
import type { Ore } from '#shared/domain/money.ts';
import { formatKr } from '../money.ts';
import { areaName, poolName } from '../words.ts';
import { inquiryPageWords } from './page.ts';
import { inquiryWords } from './words.ts';

/** A line under the price; why a yes cannot be given yet is seen first. */
export type PriceLine = { readonly text: string; readonly look: 'plain' | 'closed' | 'lacks' };

const shortOf = ({ lackOre, closedYear }: InquiryView): readonly PriceLine[] => {
  if (closedYear !== null) return [{ text: inquiryWords.closed(closedYear), look: 'closed' }];
  return lackOre > 0 ? [{ text: inquiryWords.lacks(formatKr(lackOre)), look: 'lacks' }] : [];
};

/** Who is asked after a yes: the own chef because of the price, others because their pools pay. */
const nextOf = ({ seatsAfter, project, areas, chefFromOre }: InquiryView): readonly PriceLine[] => {
  if (seatsAfter.length === 0) return [];
  const text = seatsAfter.every((area) => area === project.leadArea)
    ? inquiryWords.chefNext(formatKr(chefFromOre))
    : inquiryWords.seatsNext(seatsAfter.map((area) => areaName(areas, area)));
  return [{ text, look: 'plain' }];
};

/** Who of those that are asked at once has said yes already. */
const saidOf = ({ now: { said, word } }: InquiryView): readonly PriceLine[] =>
  said.length > 0 && word === null
    ? [{ text: inquiryWords.saidYes(said.map(({ byName }) => byName)), look: 'plain' }]
    : [];

/** What a purchase costs, who pays and who else says yes, on the card and in the tab; null where nothing is bought. */
export const priceOf = (
  view: InquiryView,
): { readonly ore: Ore; readonly lines: readonly PriceLine[] } | null => {
  const { now, areas } = view;
  const { asked } = now;
  if (now.subject !== 'purchase' || !asked || asked.ore === null) return null;
  const pool = asked.payer === null ? null : poolName(areas, asked.payer);
  const pays: PriceLine = { text: inquiryWords.pays(pool), look: 'plain' };
  return { ore: asked.ore, lines: [pays, ...shortOf(view), ...nextOf(view), ...saidOf(view)] };
};

/** What a yes to a purchase leads to: it can be bought only when nobody else has to say yes. */
export const afterBuying = ({
  now,
  seatsAfter,
}: Pick<InquiryView, 'now' | 'seatsAfter'>): string =>
  seatsAfter.length > 0 || unsaidSeats(now).length > 1
    ? inquiryPageWords.othersToo
    : inquiryPageWords.after.buy;
