import type { Change } from '#shared/domain/history.ts';
import { newIdea } from '#shared/domain/project.ts';
import type { VisitNow } from '#shared/domain/visits/now.ts';
import { projectIdOfGroup, type VisitEvent, type VisitId } from '#shared/domain/visits/visit.ts';
import type { Deps } from '../ports.ts';
import { changeBy, isRecorded, recordHistory } from '../record/recordHistory.ts';
import { isVisitUntold, tellVisit } from './tellVisits.ts';
import { readVisit } from './visits.ts';

export const visitSubject = (id: VisitId): string => `visit:${id}`;

const historyOf = (event: VisitEvent): Change => {
  const { kind, seq, seat, onBehalf, comment, answer, day, step, done, group } = event;
  return changeBy({ id: event.byId, name: event.byName }, 'visit', event.id, event.at, {
    before: '{}',
    after: JSON.stringify({
      ...{ kind, seq, seat, onBehalf, comment, answer, day, step, done, group },
      ...{ name: event.name, projectId: event.projectId, unit: event.unit },
    }),
  });
};

type Idea = VisitEvent & { readonly projectId: string };

/** What became ideas, each by the event that said so. */
export const ideasIn = ({ events }: Pick<VisitNow, 'events'>): readonly Idea[] =>
  events.filter((event): event is Idea => event.kind === 'becameIdea' && event.projectId !== null);

/** What became an idea of its own: what belongs to a project that was there makes none. */
const newIn = (now: VisitNow): readonly Idea[] =>
  ideasIn(now).filter(({ projectId, seq }) => projectId === projectIdOfGroup(now.id, seq));

/** The plan as it stood when something happened. */
const termsAt = ({ events }: VisitNow, seq: number): VisitEvent | undefined =>
  events.findLast((event) => event.kind === 'planned' && event.seq < seq);

/**
 * The idea that an event says there is: in the idea bank as anybody's, with where it comes from. It
 * holds the group's name and nothing that was noted: an idea is read by everybody.
 */
const keepIdea = async (deps: Deps, now: VisitNow, event: Idea): Promise<void> => {
  const { projectId, byId, byName, at, group } = event;
  if (deps.stores.projects.get(projectId)) return;
  const area = termsAt(now, event.seq)?.area ?? null;
  const change = changeBy({ id: byId, name: byName }, 'created', `${projectId}:created`, at, {
    before: '{}',
    after: JSON.stringify({ title: group, origin: 'digitek360', leadArea: area }),
  });
  const idea = newIdea({
    ...{ id: projectId, title: group, createdAt: at, createdBy: byName, createdById: byId },
    ...{ origin: 'digitek360', leadArea: area, areas: area === null ? [] : [area] },
    lastChange: change,
  });
  await deps.stores.projects.insert(idea);
  await recordHistory(deps, projectId, change);
};

/** Whoever chose it sees the ideas that are. */
export const keepIdeas = async (deps: Deps, now: VisitNow): Promise<void> => {
  for (const event of newIn(now)) await keepIdea(deps, now, event);
};

/** Everything that follows from the events; doing it again changes nothing. */
export const followVisit = async (deps: Deps, id: VisitId): Promise<void> => {
  const now = await readVisit(deps, id);
  if (!now) return;
  await keepIdeas(deps, now);
  await tellVisit(deps, now);
  for (const event of now.events) await recordHistory(deps, visitSubject(id), historyOf(event));
};

/** Whether something of what follows may be missing, as far as memory knows. */
export const needsVisitFollow = (deps: Deps, now: VisitNow): boolean =>
  newIn(now).some(({ projectId }) => !deps.stores.projects.get(projectId)) ||
  now.events.some((event) => !isRecorded(deps, historyOf(event))) ||
  isVisitUntold(deps, now);
