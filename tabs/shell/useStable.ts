import { useCallback, useLayoutEffect, useRef } from 'react';

/**
 * The same function for good, which does what the latest drawing says: so what it is handed to need
 * not be drawn again because something it does not show has changed. For what people do, not for
 * what is drawn.
 */
export const useStable = <Given extends readonly unknown[], Result>(
  act: (...given: Given) => Result,
): ((...given: Given) => Result) => {
  const latest = useRef(act);
  useLayoutEffect(() => {
    latest.current = act;
  });
  return useCallback((...given: Given) => latest.current(...given), []);
};
