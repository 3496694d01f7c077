import { useEffect, useState } from 'react';
import type { Remote } from './live.ts';

/** While another year or filter is fetched, what was shown last stays: the page never goes blank. */
export const useLastShown = <T>(state: Remote<T>): T | null => {
  const [last, setLast] = useState<T | null>(null);
  const value = state.type === 'ready' ? state.value : null;
  useEffect(() => {
    if (value) setLast(value);
  }, [value]);
  return value ?? last;
};
