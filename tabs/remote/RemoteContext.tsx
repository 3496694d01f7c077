import { createContext, type ReactNode, useContext, useMemo, useSyncExternalStore } from 'react';
import type { Api } from './api.ts';
import { createLive, type Live, type Looking, type Remote } from './live.ts';

type Source = {
  readonly api: Api;
  readonly live: <T>(path: string, looking?: Looking<T>) => Live<T>;
};

const Context = createContext<Source | null>(null);

/** Projects looked at are kept, so that going back shows them at once; the oldest are let go. */
const mostKept = 30;

const createSource = (api: Api): Source => {
  const kept = new Map<string, Live<unknown>>();
  return {
    api,
    live: <T,>(path: string, looking?: Looking<T>) => {
      const found = kept.get(path) as Live<T> | undefined;
      if (found) return found;
      const made = createLive<T>(api, path, looking);
      kept.set(path, made as Live<unknown>);
      const [oldest] = [...kept.keys()].filter((one) => one.startsWith('/api/projects/'));
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

export const useLive = <T,>(
  path: string,
  looking?: Looking<T>,
): { readonly state: Remote<T>; readonly live: Live<T> } => {
  const source = useSource();
  const live = useMemo(() => source.live<T>(path, looking), [source, path, looking]);
  return { state: useSyncExternalStore(live.subscribe, live.state), live };
};
