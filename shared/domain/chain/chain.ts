import type { PersonId } from '../person.ts';

/* The effect chain (effektkæde) of a project: from what is wrong today to what it is for. */

/** The columns, from left to right (seeds 000:474–538). */
export const chainColumns = [
  'situation',
  'deliverable',
  'ability',
  'behaviour',
  'result',
  'benefit',
  'purpose',
] as const;
export type ChainColumn = (typeof chainColumns)[number];

/** Where an effect of its own kind may follow: a result leads to the next. Elsewhere it says nothing. */
const leadsOn: readonly ChainColumn[] = ['behaviour', 'result', 'benefit'];

export const longestLinkText = 200;
export const longestWho = 120;
/** More than any wall has room for. */
export const mostLinks = 300;
export const mostEdges = 1_500;

/** What somebody wrote on a link, and the edit that did. */
export type Said = {
  readonly key: string;
  readonly value: string;
  readonly byId: PersonId;
  readonly byName: string;
  readonly at: string;
};

/** What a link says beside its text; the columns that ask for each are in `detailsIn`. */
export type LinkDetails = {
  /** Behaviour: something we stop, not something we begin. */
  readonly stops: boolean;
  /** A benefit that is a price to pay. Once it is described, the benefit itself says so. */
  readonly isWorse: boolean;
  /** How a result is seen. */
  readonly indicator: string;
  /** Whom it is about, or who does it. */
  readonly who: string;
  /** From when, or by when; YYYY-MM-DD. */
  readonly day: string | null;
};

export const noDetails: LinkDetails = {
  ...{ stops: false, isWorse: false, indicator: '', who: '', day: null },
};

/** A UUID; of a benefit it is the key of the project's benefit, so that the two are one. */
export type LinkId = string;

export type ChainLink = LinkDetails & {
  readonly id: LinkId;
  readonly column: ChainColumn;
  /** One, or as many as wrote it without having seen each other: then one is to be chosen. */
  readonly texts: readonly Said[];
  /** Where it stands in its column, in half rows. */
  readonly row: number;
};

export type ChainEdge = { readonly from: LinkId; readonly to: LinkId };

export type Chain = {
  /** In the order they were made. */
  readonly links: readonly ChainLink[];
  readonly edges: readonly ChainEdge[];
};

export const emptyChain: Chain = { links: [], edges: [] };

export const columnAt = (column: ChainColumn): number => chainColumns.indexOf(column);

export const linkIn = ({ links }: Pick<Chain, 'links'>, id: LinkId): ChainLink | undefined =>
  links.find((link) => link.id === id);

/** What it says; of several texts the newest. */
export const textOf = ({ texts }: Pick<ChainLink, 'texts'>): string => texts.at(-1)?.value ?? '';

export const edgeKey = ({ from, to }: ChainEdge): string => `${from}>${to}`;

export const hasEdge = ({ edges }: Pick<Chain, 'edges'>, { from, to }: ChainEdge): boolean =>
  edges.some((edge) => edge.from === from && edge.to === to);

export const touching = ({ edges }: Pick<Chain, 'edges'>, id: LinkId): readonly ChainEdge[] =>
  edges.filter(({ from, to }) => from === id || to === id);

export const inColumn = (
  { links }: Pick<Chain, 'links'>,
  column: ChainColumn,
): readonly ChainLink[] =>
  links.filter((link) => link.column === column).sort((a, b) => a.row - b.row);

const byRow = (a: ChainLink, b: ChainLink): number =>
  columnAt(a.column) - columnAt(b.column) || a.row - b.row;

/** What it leads to, the uppermost first. */
export const following = (chain: Chain, id: LinkId): readonly ChainLink[] =>
  chain.links
    .filter((link) => chain.edges.some(({ from, to }) => from === id && to === link.id))
    .sort(byRow);

export type EdgeRefusal =
  /** One end is not there: it was deleted. */
  | 'loose'
  /** Effects go from left to right. */
  | 'backwards'
  /** Two situations, deliverables, abilities or purposes do not lead to each other. */
  | 'sameColumn'
  | 'cycle';

/** Whether something can be come to from a link by the edges there are. */
const reaches = ({ edges }: Pick<Chain, 'edges'>, start: LinkId, goal: LinkId): boolean => {
  const seen = new Set<LinkId>([start]);
  const ahead = [start];
  for (let at = ahead.pop(); at !== undefined; at = ahead.pop()) {
    if (at === goal) return true;
    for (const { from, to } of edges)
      if (from === at && !seen.has(to)) {
        seen.add(to);
        ahead.push(to);
      }
  }
  return false;
};

/** Why one link cannot lead to another; null when it can. */
export const whyNoEdge = (chain: Chain, edge: ChainEdge): EdgeRefusal | null => {
  const from = linkIn(chain, edge.from);
  const to = linkIn(chain, edge.to);
  if (!from || !to) return 'loose';
  const steps = columnAt(to.column) - columnAt(from.column);
  if (steps < 0) return 'backwards';
  if (steps > 0) return null;
  if (from.id === to.id) return 'cycle';
  if (!leadsOn.includes(from.column)) return 'sameColumn';
  return reaches(chain, to.id, from.id) ? 'cycle' : null;
};

/** The columns a link may lead to. */
export const columnsAfter = (column: ChainColumn): readonly ChainColumn[] =>
  chainColumns.filter(
    (other) => columnAt(other) > columnAt(column) || (other === column && leadsOn.includes(column)),
  );
