import { useEffect, useMemo, useState } from 'react';
import { dayIn, daysFrom } from '#shared/messages/dates.ts';

/** Days since an instant, each instant worked out once a day. */
export const useDaysSince = (): ((at: string) => number) => {
  const [day, setDay] = useState(() => dayIn(new Date().toISOString()));
  useEffect(() => {
    const timer = setInterval(() => setDay(dayIn(new Date().toISOString())), 60_000);
    return () => clearInterval(timer);
  }, []);
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
