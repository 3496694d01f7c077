import {
  type ChainColumn,
  chainColumns,
  columnAt,
  type LinkId,
} from '#shared/domain/chain/chain.ts';
import { edgesLost } from '#shared/domain/chain/op.ts';
import { chainWords } from '#shared/words/chain/page.ts';
import type { OnChain, ShownLink } from './onChain.tsx';

/** A benefit that is described is one of the project's, and stays among them. */
export const staysPut = ({ benefit }: Pick<ShownLink, 'benefit'>): boolean =>
  benefit !== null && benefit.standing.type !== 'withdrawn';

/** To another column; the arrows that cannot be there go, and that is said. */
export const moveTo = (on: OnChain, id: LinkId, column: ChainColumn, row?: number): void => {
  const lost = edgesLost(on.chain, id, column).length;
  on.editing.give({ type: 'moved', id, column, ...(row === undefined ? {} : { row }) });
  on.onSay(chainWords.movedSaid(column, lost));
  on.onFocus(id, column);
};

/** One column to the side. */
export const moveAside = (on: OnChain, by: 1 | -1): void => {
  const shown = on.chosen === null ? undefined : on.links.get(on.chosen);
  if (!shown) return;
  const column = chainColumns[columnAt(shown.link.column) + by];
  if (staysPut(shown)) on.onSay(chainWords.staysPut);
  else if (column) moveTo(on, shown.link.id, column, shown.link.row);
};
