import { useEffect, useMemo, useState } from 'react';
import { dayIn, daysFrom } from '#shared/words/dates.ts';

const dayNow = (offsetMs: number): string => dayIn(new Date(Date.now() + offsetMs).toISOString());

/**
 * Days since an instant, each instant worked out once a day. What day it is says the server, by
 * when its answer was fresh; from there the browser's clock only counts on.
 */
export const useDaysSince = (asOf: string): ((at: string) => number) => {
  const offsetMs = useMemo(() => (asOf === '' ? 0 : Date.parse(asOf) - Date.now()), [asOf]);
  const [day, setDay] = useState(() => dayNow(offsetMs));
  useEffect(() => {
    setDay(dayNow(offsetMs));
    const timer = setInterval(() => setDay(dayNow(offsetMs)), 60_000);
    return () => clearInterval(timer);
  }, [offsetMs]);
  return useMemo(() => {
    const known = new Map<string, number>();
    return (at) => {
      const found = known.get(at);
      if (found !== undefined) return found;
      const days = daysFrom(at, day);
      known.set(at, days);
      return days;
    };
  }, [day]);
};
