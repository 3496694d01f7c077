import type { Clock } from '#shared/useCases/ports.ts';

const copenhagen = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Copenhagen',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** SharePoint keeps whole seconds, so an instant of ours has none of the rest. */
const wholeSeconds = (at: number): string => new Date(at).toISOString().replace(/\.\d+Z$/, 'Z');

/** The clock of the server; `offsetMs` is how far the local tenant's is from this machine's. */
export const createClock = (offsetMs: () => number = () => 0): Clock => ({
  now: () => wholeSeconds(Date.now() + offsetMs()),
  day: () => copenhagen.format(Date.now() + offsetMs()),
});
