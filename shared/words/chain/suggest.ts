import type { BenefitRow } from '#shared/domain/benefits/sums.ts';
import {
  type Chain,
  type ChainColumn,
  inColumn,
  type LinkDetails,
  type LinkId,
  textOf,
} from '#shared/domain/chain/chain.ts';
import type { ChainFacts } from '#shared/domain/chain/facts.ts';
import { amountText } from '../benefits/numbers.ts';
import { stepNames } from '../words.ts';

/*
 * What may be the next link. Nothing is made up: each text is the project's own, or says of a link
 * that stands before it what it would be in this column.
 */

type Said = { readonly benefits: readonly BenefitRow[]; readonly facts: ChainFacts };

/** What is put into the form, to be put right. */
export type Suggestion = Partial<Pick<LinkDetails, 'stops' | 'who'>> & { readonly text: string };

const longest = 200;
const most = 4;

const plain = (text: string): string => text.trim().replace(/\s+/g, ' ');

const goalText = (row: BenefitRow): string =>
  row.indicator.trim() === '' ? '' : `${row.indicator.trim()}: ${amountText(row, row.target)}`;

const promised = ({ benefits }: Said): readonly BenefitRow[] =>
  benefits.filter(({ standing }) => standing.type !== 'withdrawn');

/** "Selvbooking på nettet" within a sentence; what is written with capitals stays so: "KOL-app". */
const within = (text: string): string =>
  /^\p{Lu}(?![\p{Lu}\d])/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const deliverables = ({ facts }: Said): readonly string[] => [
  facts.technology,
  ...facts.steps.map((code) => stepNames[code]),
];

type Before = (column: ChainColumn) => readonly string[];

/** What is delivered, here or by the project's own words, is something we can use. */
const abilities = (said: Said, before: Before): readonly Suggestion[] => {
  const made = before('deliverable');
  return (made.length > 0 ? made : [said.facts.technology])
    .filter((text) => text.trim() !== '')
    .map((text) => ({ text: `Vi kan bruge ${within(plain(text))}` }));
};

const canDo = /^(?<who>.+?) kan (?<what>.+)$/iu;

/** "Borgeren kan selvbooke": then somebody begins to. */
const begun = (ability: string): Suggestion => {
  const { who = '', what = ability } = canDo.exec(ability)?.groups ?? {};
  return {
    text: capital(what),
    stops: false,
    ...(who === '' || who.toLowerCase() === 'vi' ? {} : { who }),
  };
};

/** What can be done is begun; what is wrong today stops. */
const behaviours = (_: Said, before: Before): readonly Suggestion[] => [
  ...before('ability').map((text) => begun(plain(text))),
  ...before('situation').map((text) => ({ text, stops: true })),
];

const inTexts =
  (texts: (said: Said) => readonly string[]) =>
  (said: Said): readonly Suggestion[] =>
    texts(said).map((text) => ({ text }));

const sources: Record<ChainColumn, (said: Said, before: Before) => readonly Suggestion[]> = {
  situation: inTexts(({ facts }) => [facts.skalCase]),
  deliverable: inTexts(deliverables),
  ability: abilities,
  behaviour: behaviours,
  result: inTexts((said) => promised(said).map(goalText)),
  // A benefit that is promised already is brought in by its own button, so that it is one.
  benefit: inTexts((said) => {
    const titles = promised(said).map(({ title }) => plain(title).toLowerCase());
    return said.facts.whys.filter((why) => !titles.includes(plain(why).toLowerCase()));
  }),
  purpose: inTexts(({ facts }) => [facts.purpose, facts.citizenEffect]),
};

/** What the links of a column say, the one that is gone on from first. */
const saidIn =
  (chain: Chain, from: LinkId | null): Before =>
  (column) => {
    const links = inColumn(chain, column);
    return [...links.filter(({ id }) => id === from), ...links.filter(({ id }) => id !== from)].map(
      textOf,
    );
  };

/** What may stand in a column next, after a link or by itself; what stands there already is left out. */
export const suggestionsIn = (
  said: Said,
  chain: Chain,
  column: ChainColumn,
  from: LinkId | null = null,
): readonly Suggestion[] => {
  const seen = new Set(inColumn(chain, column).map((link) => textOf(link).toLowerCase()));
  const found: Suggestion[] = [];
  for (const suggestion of sources[column](said, saidIn(chain, from))) {
    const text = plain(suggestion.text);
    if (text === '' || text.length > longest || seen.has(text.toLowerCase())) continue;
    seen.add(text.toLowerCase());
    found.push({ ...suggestion, text });
  }
  return found.slice(0, most);
};
