import {
  type Chain,
  type ChainColumn,
  type ChainEdge,
  type ChainLink,
  edgeKey,
  hasEdge,
  type LinkDetails,
  type LinkId,
  linkIn,
  type Said,
  touching,
  whyNoEdge,
} from './chain.ts';
import { type Rows, withRows } from './place.ts';

/* What an edit does to a chain, and what takes it back. Each is about what it names and nothing else, so that edits of different things come to the same in any order. */

export type ChainOp =
  /** A link is there, with its edges: made, or put back as it was. */
  | {
      readonly type: 'put';
      readonly link: ChainLink;
      readonly edges: readonly ChainEdge[];
    }
  /** A link is gone, and its edges with it. */
  | { readonly type: 'drop'; readonly id: LinkId }
  /** A text takes the place of those that were seen. */
  | {
      readonly type: 'write';
      readonly id: LinkId;
      readonly said: Said;
      readonly seen: readonly string[];
    }
  /** The texts are these. */
  | { readonly type: 'words'; readonly id: LinkId; readonly texts: readonly Said[] }
  | { readonly type: 'details'; readonly id: LinkId; readonly details: Partial<LinkDetails> }
  | { readonly type: 'rows'; readonly rows: Rows }
  /** A link stands in this column; arrows that cannot be there are gone, and these are there again. */
  | {
      readonly type: 'move';
      readonly id: LinkId;
      readonly column: ChainColumn;
      readonly row: number;
      readonly edges: readonly ChainEdge[];
    }
  | { readonly type: 'join'; readonly edge: ChainEdge }
  | { readonly type: 'part'; readonly edge: ChainEdge };

const withLink = (chain: Chain, id: LinkId, change: (link: ChainLink) => ChainLink): Chain => ({
  ...chain,
  links: chain.links.map((link) => (link.id === id ? change(link) : link)),
});

/** Those that two ends are there for, and that make no circle; each judged with those before it. */
const withEdges = (chain: Chain, edges: readonly ChainEdge[]): Chain => {
  let now = chain;
  for (const { from, to } of edges)
    if (!hasEdge(now, { from, to }) && whyNoEdge(now, { from, to }) === null)
      now = { links: now.links, edges: [...now.edges, { from, to }] };
  return now;
};

const without = ({ links, edges }: Chain, id: LinkId): Chain => ({
  links: links.filter((link) => link.id !== id),
  edges: edges.filter(({ from, to }) => from !== id && to !== id),
});

const put = (chain: Chain, link: ChainLink, edges: readonly ChainEdge[]): Chain => {
  if (linkIn(chain, link.id)) return chain;
  const links = withRows([...chain.links, link], { [link.id]: link.row });
  return withEdges({ ...chain, links }, edges);
};

type Move = Extract<ChainOp, { type: 'move' }>;

/** The arrows of other links are as they were: only the moved one's are judged anew. */
const moved = (chain: Chain, { id, column, row, edges }: Move): Chain => {
  const links = withRows(
    chain.links.map((link) => (link.id === id ? { ...link, column } : link)),
    { [id]: row },
  );
  const others = chain.edges.filter(({ from, to }) => from !== id && to !== id);
  const judged = withEdges({ links, edges: others }, touching(chain, id));
  const kept = chain.edges.filter((edge) => hasEdge(judged, edge));
  return withEdges({ links, edges: kept }, edges);
};

/** The arrows that a link leaves behind when it is moved to a column. */
export const edgesLost = (chain: Chain, id: LinkId, column: ChainColumn): readonly ChainEdge[] => {
  const there = moved(chain, { type: 'move', id, column, row: 0, edges: [] });
  return touching(chain, id).filter((edge) => !hasEdge(there, edge));
};

/** What was not seen stands beside it; the very same words twice are one. */
const written = (texts: readonly Said[], said: Said, seen: readonly string[]): readonly Said[] => [
  ...texts.filter(
    ({ key, value }) => !seen.includes(key) && key !== said.key && value !== said.value,
  ),
  said,
];

/** Total: what an op is about that is not there any more, it does nothing to. */
export const after = (chain: Chain, op: ChainOp): Chain => {
  switch (op.type) {
    case 'put':
      return put(chain, op.link, op.edges);
    case 'drop':
      return without(chain, op.id);
    case 'write':
      return withLink(chain, op.id, (link) => ({
        ...link,
        texts: written(link.texts, op.said, op.seen),
      }));
    case 'words':
      return withLink(chain, op.id, (link) => ({ ...link, texts: op.texts }));
    case 'details':
      return withLink(chain, op.id, (link) => ({ ...link, ...op.details }));
    case 'rows':
      return { ...chain, links: withRows(chain.links, op.rows) };
    case 'move':
      return linkIn(chain, op.id) ? moved(chain, op) : chain;
    case 'join':
      return withEdges(chain, [op.edge]);
    case 'part':
      return {
        ...chain,
        edges: chain.edges.filter((edge) => edgeKey(edge) !== edgeKey(op.edge)),
      };
  }
};

const picked = (link: ChainLink, details: Partial<LinkDetails>): Partial<LinkDetails> =>
  Object.fromEntries(
    (Object.keys(details) as (keyof LinkDetails)[]).map((name) => [name, link[name]]),
  );

const rowsNow = ({ links }: Chain, rows: Rows): Rows =>
  Object.fromEntries(
    links.filter(({ id }) => rows[id] !== undefined).map(({ id, row }) => [id, row]),
  );

/** Back where it stood, with the arrows that went when it left. */
const moveBack = (chain: Chain, { id, column, row }: ChainLink, op: Move): ChainOp => ({
  ...{ type: 'move', id, column, row },
  edges: edgesLost(chain, id, op.column),
});

const placesNow = ({ links }: Chain, rows: Rows) =>
  Object.fromEntries(
    links
      .filter(({ id }) => rows[id] !== undefined)
      .map(({ id, column, row }) => [id, [column, row]]),
  );

/** What takes an op back that is done to this chain; null where it does nothing. */
export const backOf = (chain: Chain, op: ChainOp): ChainOp | null => {
  if (op.type === 'put') return { type: 'drop', id: op.link.id };
  if (op.type === 'rows') return { type: 'rows', rows: rowsNow(chain, op.rows) };
  if (op.type === 'join') return { type: 'part', edge: op.edge };
  if (op.type === 'part') return { type: 'join', edge: op.edge };
  const link = linkIn(chain, op.id);
  if (!link) return null;
  if (op.type === 'drop') return { type: 'put', link, edges: touching(chain, op.id) };
  if (op.type === 'move') return moveBack(chain, link, op);
  return op.type === 'details'
    ? { type: 'details', id: op.id, details: picked(link, op.details) }
    : { type: 'words', id: op.id, texts: link.texts };
};

/** What a chain says of all that an op is about: as long as it is the same, the op can be taken back. */
export const aspectOf = (chain: Chain, op: ChainOp): string => {
  const about = (id: LinkId, of: (link: ChainLink) => unknown): unknown => {
    const link = linkIn(chain, id);
    return link ? of(link) : null;
  };
  const whole = (id: LinkId) =>
    about(id, ({ row: _, ...link }) => [link, touching(chain, id).map(edgeKey).sort()]);
  switch (op.type) {
    case 'put':
      return JSON.stringify(whole(op.link.id));
    case 'drop':
      return JSON.stringify(whole(op.id));
    case 'write':
    case 'words':
      return JSON.stringify(about(op.id, ({ texts }) => texts));
    case 'details':
      return JSON.stringify(about(op.id, (link) => picked(link, op.details)));
    case 'rows':
      return JSON.stringify(placesNow(chain, op.rows));
    case 'move':
      return JSON.stringify([
        about(op.id, ({ column }) => column),
        touching(chain, op.id).map(edgeKey).sort(),
      ]);
    case 'join':
    case 'part':
      return JSON.stringify(hasEdge(chain, op.edge));
  }
};
