import type { Area, AreaId } from '../area.ts';
import type { ChainVersion, Compared } from './versions.ts';

/** A chain as it goes into a Word document. */
export type PrintedChain = Compared & {
  readonly project: {
    readonly id: string;
    readonly title: string;
    readonly leadArea: AreaId | null;
  };
  readonly areas: readonly Area[];
  readonly version: ChainVersion;
  readonly day: string;
  readonly latest: { readonly byName: string; readonly at: string } | null;
};

/** Makes the document. */
export type ChainWordOf = (
  printed: PrintedChain,
) => Promise<{ readonly name: string; readonly bytes: Uint8Array }>;
