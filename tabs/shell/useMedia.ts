import { useCallback, useSyncExternalStore } from 'react';

export const useMedia = (query: string): boolean => {
  const subscribe = useCallback(
    (listener: () => void) => {
      const media = window.matchMedia(query);
      media.addEventListener('change', listener);
      return () => media.removeEventListener('change', listener);
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => window.matchMedia(query).matches);
};

/** One phase, one matter at a time. */
export const useIsPhone = (): boolean => useMedia('(max-width: 719px)');

/** Room for the board's columns, but not for the reading list beside them. */
export const useIsNarrow = (): boolean => useMedia('(max-width: 1339px)');
