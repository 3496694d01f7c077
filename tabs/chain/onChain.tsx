import { createContext, type FocusEvent, useContext } from 'react';
import type { ChainReply } from '#shared/contract/chain.ts';
import type { BenefitRow } from '#shared/domain/benefits/sums.ts';
import {
  type Chain,
  type ChainColumn,
  type ChainLink,
  chainColumns,
  type LinkId,
} from '#shared/domain/chain/chain.ts';
import type { Checked, Lack } from '#shared/domain/chain/check.ts';
import type { DrawnLink } from '#shared/domain/chain/drawing.ts';
import type { ComparedLink } from '#shared/domain/chain/versions.ts';
import type { ChainLook } from './chainLook.ts';
import type { ChainEditing } from './useChainEdits.ts';

/** What is being done at the foot. */
export type Doing =
  | { readonly type: 'nothing' }
  | {
      readonly type: 'new';
      readonly column: ChainColumn;
      /** What it comes from; null when nobody has said. */
      readonly from: LinkId | null;
    }
  | { readonly type: 'edit' | 'connect' | 'move' | 'remove' | 'describe'; readonly id: LinkId };

export const nothing: Doing = { type: 'nothing' };

/** A link as it is shown, with all that is said of it. */
export type ShownLink = {
  readonly link: ChainLink;
  readonly shown: ComparedLink;
  readonly drawn: DrawnLink;
  readonly lacks: readonly Lack[];
  readonly from: readonly ChainLink[];
  readonly to: readonly ChainLink[];
  /** What it is called aloud. */
  readonly name: string;
  readonly benefit: BenefitRow | null;
};

/** Where the keyboard is: the picture and the text are two ways to the same. */
export type Surface = 'picture' | 'outline';

export type OnChain = {
  readonly reply: ChainReply;
  readonly chain: Chain;
  readonly links: ReadonlyMap<LinkId, ShownLink>;
  readonly found: Checked;
  readonly editing: ChainEditing;
  readonly mayEdit: boolean;
  readonly look: ChainLook;
  readonly onLook: (look: Partial<ChainLook>) => void;
  /** The link that is chosen, or the column where there is none. */
  readonly chosen: LinkId | null;
  readonly column: ChainColumn;
  readonly onChoose: (id: LinkId | null, column?: ChainColumn) => void;
  /** Chooses it and puts the keyboard there. */
  readonly onFocus: (id: LinkId | null, column?: ChainColumn) => void;
  /** Said by what has got the keyboard. */
  readonly onFocused: (on: Surface, place: HTMLElement | null) => void;
  /** Said by what has just been drawn: the keyboard goes where it is wanted. */
  readonly onDrawn: () => void;
  readonly doing: Doing;
  readonly onDoing: (doing: Doing) => void;
  /** Said aloud once, and shown. */
  readonly said: string;
  readonly onSay: (text: string) => void;
  /** As it is now: what is done is done to this, for what is drawn may be a moment behind. */
  readonly now: () => OnChain;
};

export const ChainContext = createContext<OnChain | null>(null);

export const useChain = (): OnChain => {
  const chain = useContext(ChainContext);
  if (!chain) throw new Error('ChainContext is missing');
  return chain;
};

/** What has the keyboard is what is chosen, however it came there. */
export const onPlaceFocus =
  (on: OnChain, surface: Surface) =>
  ({ target }: FocusEvent<HTMLElement>): void => {
    const element = target.closest<HTMLElement>('[data-place]');
    on.onFocused(surface, element);
    const place = element?.dataset['place'];
    const { chosen, links } = on.now();
    if (place === undefined || place === chosen) return;
    const link = links.get(place)?.link;
    const column = link?.column ?? chainColumns.find((one) => one === place);
    if (column) on.onChoose(link?.id ?? null, column);
  };
