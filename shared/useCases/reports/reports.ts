import type { ProjectId } from '#shared/domain/project.ts';
import { isOff, newestReports, type StatusReport } from '#shared/domain/reports/report.ts';
import type { Deps, Stores } from '../ports.ts';
import { isEnded } from '../stuck/stuck.ts';

/** A project's statuses, drafts too, newest first. */
export const reportsOf = (
  { statusReports }: Pick<Stores, 'statusReports'>,
  projectId: ProjectId,
): readonly StatusReport[] =>
  newestReports(statusReports.where('projectId', projectId).map(({ value }) => value));

/** Of every project that is not over: its newest status, where a light is not green. */
export const reportsOff = ({ stores }: Pick<Deps, 'stores'>): readonly StatusReport[] => {
  const newest = new Map<ProjectId, StatusReport>();
  for (const { value } of stores.statusReports.all()) {
    const known = newest.get(value.projectId);
    if (value.state === 'published' && (!known || known.number < value.number))
      newest.set(value.projectId, value);
  }
  return [...newest.values()].filter((report) => {
    const project = stores.projects.get(report.projectId)?.value;
    return project !== undefined && !isEnded(project) && isOff(report);
  });
};
