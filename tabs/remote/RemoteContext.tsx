import { createContext, type ReactNode, useContext, useMemo, useSyncExternalStore } from 'react';
import { type Address, at, type ReadRoute } from '#shared/contract/at.ts';
import type { ChangeOf, ReplyOf } from '#shared/contract/routes.ts';
import type { Api } from './api.ts';
import { createLive, type Live, type Looking, type Remote } from './live.ts';

type Source = {
  readonly api: Api;
  readonly live: <R extends ReadRoute>(
    address: Address<R>,
    looking?: Looking<ReplyOf<R>, ChangeOf<R>>,
  ) => Live<ReplyOf<R>>;
};

const Context = createContext<Source | null>(null);

/** Projects looked at are kept, so that going back shows them at once; the oldest are let go. */
const mostKept = 30;

/** Posted, and yet only looked for: nothing that waits for anybody changes by it. */
const looks: readonly string[] = [at('POST /api/ideas/alike')];

/** `me` counts what waits for the reader, and whatever they send may be what it waited for. */
const countingAnew = (api: Api, kept: ReadonlyMap<string, Live<unknown>>): Api => ({
  ...api,
  send: async (address, body) => {
    const reply = await api.send(address, body);
    if (looks.includes(address)) return reply;
    // A refusal too: somebody else may have answered meanwhile.
    kept.get(at('GET /api/me'))?.refresh();
    return reply;
  },
});

const createSource = (api: Api): Source => {
  const kept = new Map<string, Live<unknown>>();
  return {
    api: countingAnew(api, kept),
    live: <R extends ReadRoute>(
      address: Address<R>,
      looking?: Looking<ReplyOf<R>, ChangeOf<R>>,
    ) => {
      const found = kept.get(address) as Live<ReplyOf<R>> | undefined;
      if (found) return found;
      const made = createLive((etag) => api.read(address, etag), looking);
      kept.set(address, made as Live<unknown>);
      const [oldest] = [...kept.keys()].filter((one) => one.startsWith('GET /api/projects/'));
      if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
      return made;
    },
  };
};

export const RemoteProvider = ({ api, children }: { api: Api; children: ReactNode }) => {
  const source = useMemo(() => createSource(api), [api]);
  return <Context.Provider value={source}>{children}</Context.Provider>;
};

const useSource = (): Source => {
  const source = useContext(Context);
  if (!source) throw new Error('RemoteProvider is missing');
  return source;
};

export const useApi = (): Api => useSource().api;

export const useLive = <R extends ReadRoute>(
  address: Address<R>,
  looking?: Looking<ReplyOf<R>, ChangeOf<R>>,
): { readonly state: Remote<ReplyOf<R>>; readonly live: Live<ReplyOf<R>> } => {
  const source = useSource();
  const live = useMemo(() => source.live(address, looking), [source, address, looking]);
  return { state: useSyncExternalStore(live.subscribe, live.state), live };
};
