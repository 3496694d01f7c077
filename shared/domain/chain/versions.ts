import type { BenefitTerms } from '../benefits/benefit.ts';
import type { Phase } from '../phase.ts';
import { type ChainLink, textOf } from './chain.ts';

/* The chain as it was in each of three phases (domain.md: investigation, trial, operation), and what became of it since. */

export const chainVersions = ['investigation', 'trial', 'operation'] as const;
export type ChainVersion = (typeof chainVersions)[number];

export const isChainVersion = (value: string): value is ChainVersion =>
  chainVersions.some((version) => version === value);

const versionOf: Record<Phase, ChainVersion> = {
  idea: 'investigation',
  investigation: 'investigation',
  trial: 'trial',
  operation: 'operation',
  spread: 'operation',
};

/** The version that is being worked on in a phase. */
export const versionIn = (phase: Phase): ChainVersion => versionOf[phase];

type Edit = {
  readonly seq: number;
  readonly phase: Phase;
  readonly at: string;
  readonly byName: string;
  readonly version: ChainVersion | null;
};

/** Up to which edit a version goes, and who kept it; by nobody where it is what a phase ended with. */
export type VersionEnd = {
  readonly version: ChainVersion;
  readonly seq: number;
  readonly at: string;
  readonly byName: string;
};

const orderOf = (version: ChainVersion): number => chainVersions.indexOf(version);

const endOf = (
  version: ChainVersion,
  edits: readonly Edit[],
  here: ChainVersion,
): VersionEnd | null => {
  const kept = edits.findLast((edit) => edit.version === version);
  if (kept) return { version, seq: kept.seq, at: kept.at, byName: kept.byName };
  if (orderOf(version) >= orderOf(here)) return null;
  // Nobody kept it: it is how the chain stood when the phase was over.
  const last = edits.findLast(({ phase }) => orderOf(versionIn(phase)) <= orderOf(version));
  return last ? { version, seq: last.seq, at: last.at, byName: '' } : null;
};

/** The versions there are of a chain, beside how it is now. */
export const versionsOf = (edits: readonly Edit[], phase: Phase): readonly VersionEnd[] =>
  chainVersions.flatMap((version) => endOf(version, edits, versionIn(phase)) ?? []);

/** What of a link two versions are compared by; a described benefit's own words and numbers too. */
export type ComparedLink = Pick<
  ChainLink,
  'id' | 'column' | 'stops' | 'isWorse' | 'indicator' | 'who' | 'day' | 'row'
> & {
  readonly text: string;
  /** Of a benefit that somebody has described, what is promised; numbers are hundredths. */
  readonly promised: PromisedThen | null;
};

export type PromisedThen = Pick<
  BenefitTerms,
  'measure' | 'unitName' | 'baseline' | 'target' | 'ownerName'
>;

/** A link as it is shown: what a described benefit says of itself is the benefit's to say. */
export const shownLink = (
  link: ChainLink,
  terms: (PromisedThen & Pick<BenefitTerms, 'title' | 'isWorse' | 'indicator'>) | null,
): ComparedLink => {
  const { id, column, stops, who, day, row } = link;
  return {
    ...{ id, column, stops, who, day, row },
    text: terms?.title ?? textOf(link),
    isWorse: terms?.isWorse ?? link.isWorse,
    indicator: terms?.indicator ?? link.indicator,
    promised: terms && {
      ...{ measure: terms.measure, unitName: terms.unitName, ownerName: terms.ownerName },
      ...{ baseline: terms.baseline, target: terms.target },
    },
  };
};

export type Compared = {
  readonly links: readonly ComparedLink[];
  readonly edges: readonly { readonly from: string; readonly to: string }[];
};

export const comparedFields = [
  'text',
  'column',
  'stops',
  'isWorse',
  'indicator',
  'who',
  'day',
  'promised',
] as const;
export type ComparedField = (typeof comparedFields)[number];

export type LinkChange = {
  readonly before: ComparedLink;
  readonly after: ComparedLink;
  readonly fields: readonly ComparedField[];
};

export type Comparison = {
  readonly added: readonly ComparedLink[];
  readonly removed: readonly ComparedLink[];
  readonly changed: readonly LinkChange[];
  readonly joined: Compared['edges'];
  readonly parted: Compared['edges'];
};

const edgesBut = (some: Compared, others: Compared): Compared['edges'] =>
  some.edges.filter(
    ({ from, to }) => !others.edges.some((other) => other.from === from && other.to === to),
  );

const isSame = (one: ComparedLink[ComparedField], other: ComparedLink[ComparedField]): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** What was added, removed and changed from one version to another; where it stands is no change. */
export const compared = (before: Compared, after: Compared): Comparison => {
  const was = new Map(before.links.map((link) => [link.id, link]));
  const is = new Set(after.links.map(({ id }) => id));
  return {
    added: after.links.filter(({ id }) => !was.has(id)),
    removed: before.links.filter(({ id }) => !is.has(id)),
    changed: after.links.flatMap((link) => {
      const old = was.get(link.id);
      if (!old) return [];
      const fields = comparedFields.filter((field) => !isSame(old[field], link[field]));
      return fields.length === 0 ? [] : [{ before: old, after: link, fields }];
    }),
    joined: edgesBut(after, before),
    parted: edgesBut(before, after),
  };
};
