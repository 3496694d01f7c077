import type { BenefitRow } from '../benefits/sums.ts';
import { type Chain, type ChainColumn, type ChainLink, chainColumns } from './chain.ts';

/* What a chain lacks: loose ends, and what each benefit must say (domain.md, Effect chain). */

/** Nothing leads to it, or it leads to nothing. */
export const looseEnds = ['fromNothing', 'toNothing'] as const;
export type LooseEnd = (typeof looseEnds)[number];

/** What a benefit lacks, the most important first. */
export const benefitLacks = ['indicator', 'baseline', 'target', 'owner', 'day'] as const;
export type BenefitLack = (typeof benefitLacks)[number];

/** What the project's benefits say of one in the chain: all that the check asks for. */
export type Described = Pick<BenefitRow, 'indicator' | 'ownerId' | 'standing'>;

export type Lack =
  | { readonly type: LooseEnd }
  | { readonly type: 'benefit'; readonly lacks: readonly BenefitLack[] }
  /** It is promised no more, and still stands in the chain. */
  | { readonly type: 'withdrawn' }
  /** Two have written it: one is to be chosen. */
  | { readonly type: 'twoTexts' };

/** The first column begins, the last is what it is for. */
const first: ChainColumn = chainColumns[0];
const last: ChainColumn = 'purpose';

/** What has something after it, and what has something before it. */
type Tied = { readonly from: ReadonlySet<string>; readonly to: ReadonlySet<string> };

const tiedIn = ({ edges }: Chain): Tied => ({
  from: new Set(edges.map(({ from }) => from)),
  to: new Set(edges.map(({ to }) => to)),
});

const looseOf = ({ from, to }: Tied, { id, column }: ChainLink): readonly Lack[] => [
  ...(column !== first && !to.has(id) ? [{ type: 'fromNothing' } as const] : []),
  ...(column !== last && !from.has(id) ? [{ type: 'toNothing' } as const] : []),
];

const lacksOf = (link: ChainLink, described: Described | undefined): readonly BenefitLack[] => {
  if (!described) return benefitLacks.filter((lack) => lack !== 'day' || link.day === null);
  return [
    ...(described.indicator.trim() === '' ? (['indicator'] as const) : []),
    ...(described.ownerId === null ? (['owner'] as const) : []),
    ...(link.day === null ? (['day'] as const) : []),
  ];
};

const benefitLack = (link: ChainLink, described: Described | undefined): readonly Lack[] => {
  if (link.column !== 'benefit') return [];
  if (described?.standing.type === 'withdrawn') return [{ type: 'withdrawn' }];
  const lacks = lacksOf(link, described);
  return lacks.length === 0 ? [] : [{ type: 'benefit', lacks }];
};

/** What a link lacks; nothing where it is whole. */
const lacksIn = (
  tied: Tied,
  link: ChainLink,
  described: Described | undefined,
): readonly Lack[] => [
  ...(link.texts.length > 1 ? [{ type: 'twoTexts' } as const] : []),
  ...looseOf(tied, link),
  ...benefitLack(link, described),
];

export type Checked = {
  /** By the link's id; whole links are not there. */
  readonly lacks: ReadonlyMap<string, readonly Lack[]>;
  readonly loose: number;
  /** How many benefits lack each. */
  readonly benefits: Readonly<Record<BenefitLack, number>>;
  /** How many benefits lack something. */
  readonly unfinished: number;
  readonly withdrawn: number;
  readonly twoTexts: number;
  readonly isWhole: boolean;
};

const countOf = (all: readonly Lack[], is: (lack: Lack) => boolean): number =>
  all.filter(is).length;

/** The whole chain checked. */
export const checked = (
  chain: Chain,
  describedOf: (link: ChainLink) => Described | undefined,
): Checked => {
  const tied = tiedIn(chain);
  const found = chain.links
    .map((link) => [link.id, lacksIn(tied, link, describedOf(link))] as const)
    .filter(([, lacks]) => lacks.length > 0);
  const all = found.flatMap(([, lacks]) => lacks);
  const lacking = (what: BenefitLack): number =>
    countOf(all, (lack) => lack.type === 'benefit' && lack.lacks.includes(what));
  return {
    lacks: new Map(found),
    loose: countOf(all, ({ type }) => type === 'fromNothing' || type === 'toNothing'),
    benefits: {
      ...{ indicator: lacking('indicator'), baseline: lacking('baseline') },
      ...{ target: lacking('target'), owner: lacking('owner'), day: lacking('day') },
    },
    unfinished: countOf(all, ({ type }) => type === 'benefit'),
    withdrawn: countOf(all, ({ type }) => type === 'withdrawn'),
    twoTexts: countOf(all, ({ type }) => type === 'twoTexts'),
    isWhole: found.length === 0 && chain.links.length > 0,
  };
};
