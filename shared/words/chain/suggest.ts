import type { BenefitRow } from '#shared/domain/benefits/sums.ts';
import { type Chain, type ChainColumn, inColumn, textOf } from '#shared/domain/chain/chain.ts';
import type { ChainFacts } from '#shared/domain/chain/facts.ts';
import { amountText } from '../benefits/numbers.ts';
import { stepNames } from '../words.ts';

/* What the project itself says that may be the next link. Nothing is made up: each text is the project's own. */

type Said = { readonly benefits: readonly BenefitRow[]; readonly facts: ChainFacts };

const longest = 200;
const most = 4;

const plain = (text: string): string => text.trim().replace(/\s+/g, ' ');

const goalText = (row: BenefitRow): string =>
  row.indicator.trim() === '' ? '' : `${row.indicator.trim()}: ${amountText(row, row.target)}`;

const promised = ({ benefits }: Said): readonly BenefitRow[] =>
  benefits.filter(({ standing }) => standing.type !== 'withdrawn');

const sources: Record<ChainColumn, (said: Said) => readonly string[]> = {
  situation: ({ facts }) => [facts.skalCase],
  deliverable: ({ facts }) => [facts.technology, ...facts.steps.map((code) => stepNames[code])],
  ability: () => [],
  behaviour: () => [],
  result: (said) => promised(said).map(goalText),
  // A benefit that is promised already is brought in by its own button, so that it is one.
  benefit: (said) => {
    const titles = promised(said).map(({ title }) => plain(title).toLowerCase());
    return said.facts.whys.filter((why) => !titles.includes(plain(why).toLowerCase()));
  },
  purpose: ({ facts }) => [facts.purpose, facts.citizenEffect],
};

/** What may stand in a column next, of what the project says; what stands there already is left out. */
export const suggestionsIn = (said: Said, chain: Chain, column: ChainColumn): readonly string[] => {
  const there = new Set(inColumn(chain, column).map((link) => textOf(link).toLowerCase()));
  const texts = sources[column](said)
    .map(plain)
    .filter((text) => text !== '' && text.length <= longest && !there.has(text.toLowerCase()));
  return [...new Set(texts)].slice(0, most);
};
