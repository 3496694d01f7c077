import { createContext, useContext } from 'react';
import type { MeReply } from '#shared/contract/api.ts';

/** Who looks. Known before any screen is drawn. */
export const MeContext = createContext<MeReply | null>(null);

export const useMe = (): MeReply => {
  const me = useContext(MeContext);
  if (!me) throw new Error('MeContext is missing');
  return me;
};
