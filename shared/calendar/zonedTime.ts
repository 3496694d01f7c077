import { tzOffset } from '@date-fns/tz';

const minuteMs = 60_000;
const dayMs = 86_400_000;

/**
 * The instant at which clocks of a zone show `YYYY-MM-DDTHH:MM:SS`, whatever zone the server itself
 * runs in; undefined for a clock or a zone that does not exist. An hour that comes twice in October
 * means the first; one that is skipped in March means the clock an hour on.
 */
export const instantOf = (zone: string, clock: string): string | undefined => {
  const asUtc = Date.parse(`${clock}Z`);
  const offsets = [asUtc - dayMs, asUtc + dayMs].map((at) => tzOffset(zone, new Date(at)));
  const fits = offsets
    .map((offset) => ({ offset, at: asUtc - offset * minuteMs }))
    .filter(({ offset, at }) => tzOffset(zone, new Date(at)) === offset)
    .map(({ at }) => at);
  const at = fits.length > 0 ? Math.min(...fits) : asUtc - Math.min(...offsets) * minuteMs;
  return Number.isNaN(at) ? undefined : new Date(at).toISOString().replace('.000Z', 'Z');
};
