import { lazy, Suspense } from 'react';
import type { Area } from '#shared/domain/area.ts';
import type { BoardProject } from '#shared/domain/board.ts';
import type { StuckLimits } from '#shared/domain/stuck.ts';

const NewIdea = lazy(async () => ({ default: (await import('./NewIdea.tsx')).NewIdea }));
const KeyList = lazy(async () => ({ default: (await import('./KeyList.tsx')).KeyList }));
const StuckDialog = lazy(async () => ({
  default: (await import('./StuckDialog.tsx')).StuckDialog,
}));
const CardMenu = lazy(async () => ({ default: (await import('./CardMenu.tsx')).CardMenu }));

export type Overlay =
  | { readonly type: 'idea' }
  | { readonly type: 'keys' }
  | { readonly type: 'limits'; readonly limits: StuckLimits }
  | { readonly type: 'menu'; readonly project: BoardProject; readonly target: HTMLElement };

type BoardOverlaysProps = {
  readonly overlay: Overlay | null;
  readonly areas: readonly Area[];
  readonly onClose: () => void;
};

/** What floats over the board is fetched when it is first asked for. */
export const BoardOverlays = ({ overlay, areas, onClose }: BoardOverlaysProps) => (
  <Suspense fallback={null}>
    {overlay?.type === 'idea' && <NewIdea areas={areas} onClose={onClose} />}
    {overlay?.type === 'keys' && <KeyList onClose={onClose} />}
    {overlay?.type === 'limits' && <StuckDialog limits={overlay.limits} onClose={onClose} />}
    {overlay?.type === 'menu' && (
      <CardMenu project={overlay.project} target={overlay.target} onClose={onClose} />
    )}
  </Suspense>
);
