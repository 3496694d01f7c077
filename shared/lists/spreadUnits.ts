import { type SpreadUnit, unitStates } from '#shared/domain/spread/spreadUnit.ts';
import { isChange } from './accept.ts';
import { choice, day, indexed, json, key, longText, optional, unique } from './column.ts';
import { defineList, type Guard } from './list.ts';

/** What a hand in the list left half said is as it was planned, until it is said whole. */
const guard: Guard<SpreadUnit> = {
  seal: () => ({}),
  judge: (row) => {
    if (row.state === 'started' && row.startedOn === null)
      return { value: { ...row, state: 'planned' }, property: 'startedOn' };
    return row.state === 'givenUp' && row.reason.trim() === ''
      ? { value: { ...row, state: 'planned' }, property: 'reason' }
      : null;
  },
};

export const spreadUnits = defineList<SpreadUnit>(
  'SpreadUnits',
  'Spredning',
  {
    id: unique(key('Nøgle')),
    projectId: indexed(key('Projekt, nøgle')),
    name: key('Enhed'),
    state: choice('Sådan står det', unitStates),
    planned: day('Planlagt til måneden'),
    firstPlanned: optional(day('Først planlagt til')),
    startedOn: optional(day('I drift fra')),
    reason: longText('Givet op, fordi'),
    givenUpOn: optional(day('Givet op den')),
    lastChange: optional(json('Seneste ændring', isChange)),
  },
  guard,
);
