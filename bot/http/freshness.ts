import type { Mirror } from '#shared/graph/mirror.ts';
import type { Freshness } from '../api/context.ts';

/** The mirror as the API asks about it. */
export const freshnessOf = (mirror: Mirror): Freshness => ({
  version: () => mirror.version,
  asOf: () => mirror.asOf ?? '',
  ready: () => mirror.isLoaded && mirror.asOf !== undefined,
  stale: () => mirror.staleSince !== undefined,
  setAside: () => mirror.setAside(),
  touch: () => mirror.touch(),
});
