import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { ChainReply } from '#shared/contract/chain.ts';
import { type ChainColumn, inColumn, type LinkId } from '#shared/domain/chain/chain.ts';
import type { Live } from '../remote/live.ts';
import { rewrite } from '../shell/route.ts';
import { type ChainLook, chainLookOf, lookHash } from './chainLook.ts';
import { type Doing, nothing, type OnChain, type Surface } from './onChain.tsx';
import { shapeChain } from './shapeChain.ts';
import { useChainEdits } from './useChainEdits.ts';

type Place = { readonly id: LinkId | null; readonly column: ChainColumn };

/**
 * Where the keyboard is to be as soon as it is drawn. An edit that comes from elsewhere can draw
 * the link one stands on anew, in another place: the keyboard goes with it.
 */
const useWantedFocus = () => {
  const wanted = useRef<string | null>(null);
  const surface = useRef<Surface>('picture');
  const had = useRef<HTMLElement | null>(null);
  const onFocused = useCallback((on: Surface, place: HTMLElement | null): void => {
    surface.current = on;
    had.current = place;
  }, []);
  const onDrawn = useCallback((): void => {
    const isLost = had.current?.isConnected === false && document.activeElement === document.body;
    const place = wanted.current ?? (isLost ? had.current?.dataset['place'] : null);
    if (place == null) return;
    const shown = document.querySelector(`[data-surface="${surface.current}"]`) ?? document;
    const element = shown.querySelector<HTMLElement>(`[data-place="${CSS.escape(place)}"]`);
    if (!element) return;
    wanted.current = null;
    element.focus();
  }, []);
  useLayoutEffect(onDrawn);
  return { wanted, onFocused, onDrawn };
};

/** Everything the parts of the page need, and what may be done. */
export const useChainOnPage = (
  reply: ChainReply,
  live: Live<ChainReply>,
  query: string,
): OnChain => {
  const editing = useChainEdits(reply, live);
  const { chain } = editing;
  const look = useMemo(() => chainLookOf(query), [query]);
  const { project, benefits } = reply;
  const before = useRef<OnChain['links']>(new Map());
  const { found, links } = useMemo(
    () => shapeChain({ project, benefits }, chain, before.current),
    [project, benefits, chain],
  );
  before.current = links;
  const [place, setPlace] = useState<Place>({ id: null, column: 'situation' });
  // Nobody has begun: what is asked first stands open.
  const [doing, onDoing] = useState<Doing>(() =>
    reply.links.length === 0 && reply.mayEdit
      ? { type: 'new', column: 'situation', from: null }
      : nothing,
  );
  const [said, onSay] = useState('');
  const { wanted, onFocused, onDrawn } = useWantedFocus();

  const onChoose = useCallback(
    (id: LinkId | null, column?: ChainColumn): void =>
      setPlace((before) => ({ id, column: column ?? before.column })),
    [],
  );
  const onFocus = useCallback(
    (id: LinkId | null, column?: ChainColumn): void => {
      onChoose(id, column);
      wanted.current = id ?? column ?? null;
    },
    [onChoose, wanted],
  );
  const onLook = (next: Partial<ChainLook>): void =>
    rewrite(lookHash(project.id, { ...look, ...next }));

  // Deleted, by whomever: the first of its column is chosen in its place.
  const isThere = place.id !== null && links.has(place.id);
  const chosen = isThere ? place.id : (inColumn(chain, place.column)[0]?.id ?? null);
  const column = (chosen === null ? null : links.get(chosen)?.link.column) ?? place.column;
  const newest = useRef<OnChain | null>(null);
  const on: OnChain = {
    ...{ reply, chain, links, found, editing, look, onLook, chosen, column, onChoose, onFocus },
    ...{ doing, onDoing, said, onSay, onFocused, onDrawn },
    mayEdit: reply.mayEdit && look.version === null && look.compare === null,
    now: () => newest.current ?? on,
  };
  useLayoutEffect(() => {
    newest.current = on;
  });
  return on;
};
