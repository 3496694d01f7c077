import { type Findings, findingsOf } from '#shared/domain/visits/findings.ts';
import type { VisitFrame } from '#shared/domain/visits/hours.ts';
import { isPlanned, type VisitNow, visitNowOf } from '#shared/domain/visits/now.ts';
import { isNote, type VisitEvent, type VisitId } from '#shared/domain/visits/visit.ts';
import type { VisitGoal } from '#shared/domain/visits/year.ts';
import { eventsOf, foldedBy } from '../asking/events.ts';
import type { Row, Stores } from '../ports.ts';
import { settingsOf } from '../settings/settingsOf.ts';

type Held = Pick<Stores, 'visits'>;

const numbered = (events: readonly VisitEvent[]): readonly VisitEvent[] =>
  events.filter((event) => !isNote(event));

/** A visit out of all that the list has of it. */
export const visitNowIn = (id: VisitId, events: readonly VisitEvent[]): VisitNow =>
  visitNowOf(id, numbered(events));

const rowsOf = ({ visits }: Held, id: VisitId): readonly VisitEvent[] =>
  eventsOf(visits.where('visitId', id));

/** A visit as memory has it. */
export const visitById = (stores: Held, id: VisitId): VisitNow =>
  visitNowIn(id, rowsOf(stores, id));

/** What was seen in it, from memory. */
export const findingsIn = (stores: Held, now: VisitNow): Findings =>
  findingsOf(now, rowsOf(stores, now.id).filter(isNote));

const folded = foldedBy(
  ({ visitId }: VisitEvent) => visitId,
  (rows: readonly Row<VisitEvent>[]) => visitNowIn(rows[0]?.value.visitId ?? '', eventsOf(rows)),
);

/** Every visit that anybody has planned, the one that was planned first before the others. */
export const allVisits = (stores: Held): readonly VisitNow[] =>
  folded(stores.visits.all()).filter(isPlanned);

/** The visit that an idea comes from; undefined where it comes from none. */
export const visitOfProject = (stores: Held, projectId: string): VisitNow | undefined => {
  const [row] = stores.visits.where('projectId', projectId);
  return row && visitById(stores, row.value.visitId);
};

export const visitFrameIn = (stores: Stores): VisitFrame => {
  const { visitTeamHours, visitLederHours, visitEmployeeHours, visitChosenHours } =
    settingsOf(stores);
  return {
    ...{ team: visitTeamHours, leder: visitLederHours },
    ...{ employee: visitEmployeeHours, chosen: visitChosenHours },
  };
};

export const visitGoalIn = (stores: Stores): VisitGoal => {
  const { visitsAYear, visitsAnArea } = settingsOf(stores);
  return { aYear: visitsAYear, anArea: visitsAnArea };
};
