import type { Phase } from '#shared/domain/phase.ts';
import type { ProjectType, Status } from '#shared/domain/project.ts';

/** Where the sample puts a project. What other municipalities already use is an idea here. */
export type Place = { readonly phase: Phase; readonly status: Status; readonly type?: ProjectType };

const placed = (
  phase: Phase,
  status: Status,
  ids: readonly string[],
): readonly (readonly [string, Place])[] => ids.map((id) => [id, { phase, status }] as const);

const idea = ['P097', 'P014', 'P064', 'P044', 'P066', 'P128', 'P114', 'P045', 'P134'];
const investigation = ['P136', 'P050', 'P010', 'P076', 'P043', 'P140', 'P116', 'P131'];
const trial = ['P041', 'P004', 'P017', 'P046', 'P075', 'P058', 'P105', 'P080'];
const spread = ['P123', 'P102', 'P087'];
const operation = ['P055', 'P026', 'P070', 'P110', 'P071'];
const pipeline = ['P054', 'P117', 'P135', 'P095', 'P092', 'P126', 'P132', 'P089'];
const backlog = [
  'P032',
  'P039',
  'P101',
  'P040',
  'P119',
  'P009',
  'P023',
  'P021',
  'P118',
  'P082',
  'P130',
  'P006',
];
const stopped = ['P049', 'P048', 'P081', 'P061', 'P037', 'P107'];
const closed = [
  'P008',
  'P027',
  'P028',
  'P047',
  'P069',
  'P085',
  'P100',
  'P111',
  'P120',
  'P127',
  'P129',
];

const places: ReadonlyMap<string, Place> = new Map<string, Place>([
  ...placed('idea', 'active', idea),
  ...placed('investigation', 'active', investigation),
  ...placed('trial', 'active', trial),
  ...placed('spread', 'operating', spread),
  ...placed('operation', 'operating', operation),
  ...placed('idea', 'pipeline', pipeline),
  ...placed('idea', 'backlog', backlog),
  ...placed('trial', 'stopped', stopped),
  ...placed('operation', 'closed', closed),
  ['P112', { phase: 'trial', status: 'active', type: 'skal' }],
  ['P108', { phase: 'idea', status: 'pipeline', type: 'other' }],
]);

/** Everything else waits in the idea bank. */
export const placeOf = (id: string): Place => places.get(id) ?? { phase: 'idea', status: 'raw' };
