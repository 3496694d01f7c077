import {
  type Chain,
  type ChainColumn,
  type ChainLink,
  chainColumns,
  type LinkId,
  linkIn,
} from './chain.ts';

/*
 * Where a link stands in its column, in half rows, so that one can stand between two. A link is
 * given its row when it is made and keeps it: nothing moves because something else was added.
 */

/** A link takes two half rows. */
export const rowStep = 2;

const isTaken = (rows: readonly number[], row: number): boolean =>
  rows.some((other) => Math.abs(other - row) < rowStep);

/** The nearest row with room for a link; of two as near, the lower on the screen. */
export const freeRow = (rows: readonly number[], wanted: number): number => {
  const start = Math.max(0, Math.round(wanted));
  for (let away = 0; ; away += 1) {
    if (!isTaken(rows, start + away)) return start + away;
    if (start - away >= 0 && !isTaken(rows, start - away)) return start - away;
  }
};

const rowsOf = (links: readonly ChainLink[], column: ChainColumn, but?: LinkId) =>
  links.filter((link) => link.column === column && link.id !== but).map(({ row }) => row);

const meanOf = (rows: readonly number[]): number =>
  rows.reduce((sum, row) => sum + row, 0) / rows.length;

/** Where a new link stands: beside what it is tied to, else under the last of its column. */
export const rowForNew = (
  chain: Chain,
  column: ChainColumn,
  tiedTo: readonly LinkId[],
  wanted?: number,
): number => {
  const rows = rowsOf(chain.links, column);
  const beside = tiedTo.flatMap((id) => linkIn(chain, id)?.row ?? []);
  if (wanted !== undefined) return freeRow(rows, wanted);
  if (beside.length > 0) return freeRow(rows, meanOf(beside));
  return rows.length === 0 ? 0 : freeRow(rows, Math.max(...rows) + rowStep);
};

export type Rows = Readonly<Record<LinkId, number>>;

/** The links with other rows; where two would stand on each other, the later named makes room. */
export const withRows = (links: readonly ChainLink[], rows: Rows): readonly ChainLink[] => {
  const placed = new Map<ChainColumn, number[]>();
  for (const link of links)
    if (rows[link.id] === undefined)
      placed.set(link.column, [...(placed.get(link.column) ?? []), link.row]);
  const given = new Map<LinkId, number>();
  for (const [id, wanted] of Object.entries(rows)) {
    const link = links.find((one) => one.id === id);
    if (!link) continue;
    const taken = placed.get(link.column) ?? [];
    const row = freeRow(taken, wanted);
    placed.set(link.column, [...taken, row]);
    given.set(id, row);
  }
  return links.map((link) => ({ ...link, row: given.get(link.id) ?? link.row }));
};

/** How often the columns are gone through, to and fro. */
const sweeps = 6;

const neighbourRows = ({ edges }: Chain, id: LinkId, rows: ReadonlyMap<LinkId, number>) =>
  edges.flatMap(({ from, to }) => {
    const other = from === id ? to : to === id ? from : null;
    const row = other === null ? undefined : rows.get(other);
    return row === undefined ? [] : [row];
  });

/** A column put in order by where its links' neighbours stand, with room between. */
const ordered = (chain: Chain, column: ChainColumn, rows: Map<LinkId, number>): void => {
  const wanted = chain.links
    .filter((link) => link.column === column)
    .map((link) => {
      const beside = neighbourRows(chain, link.id, rows);
      const own = rows.get(link.id) ?? link.row;
      return { id: link.id, own, row: beside.length === 0 ? own : meanOf(beside) };
    })
    .sort((a, b) => a.row - b.row || a.own - b.own);
  let next = 0;
  for (const { id, row } of wanted) {
    const at = Math.max(next, Math.round(row));
    rows.set(id, at);
    next = at + rowStep;
  }
};

/** Everything put in order anew, with fewer crossings: what moves is what *Ryd op* asks for. */
export const tidied = (chain: Chain): Rows => {
  const rows = new Map<LinkId, number>();
  for (const column of chainColumns) {
    const links = chain.links.filter((link) => link.column === column);
    for (const [at, link] of [...links].sort((a, b) => a.row - b.row).entries())
      rows.set(link.id, at * rowStep);
  }
  for (let sweep = 0; sweep < sweeps; sweep += 1) {
    const order = sweep % 2 === 0 ? chainColumns : [...chainColumns].reverse();
    for (const column of order) ordered(chain, column, rows);
  }
  return Object.fromEntries(chain.links.map(({ id }) => [id, rows.get(id) ?? 0]));
};
