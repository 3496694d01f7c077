import type { Actor } from '#shared/domain/person.ts';
import type { Project, ProjectId } from '#shared/domain/project.ts';
import {
  lacksOf,
  longestReportText,
  mayReport,
  type ReportLack,
  type ReportWords,
  reportId,
  type StatusReport,
  sameWords,
} from '#shared/domain/reports/report.ts';
import { done, type Result, refused } from '#shared/domain/result.ts';
import { cprLikeIn } from '#shared/domain/stories/privacy.ts';
import type { Deps, Row } from '../ports.ts';
import { changeBy, recordHistory } from '../record/recordHistory.ts';
import { reportsOf } from './reports.ts';

export type ReportRefusal =
  | { readonly type: 'unknown' }
  | { readonly type: 'notAllowed' }
  | { readonly type: 'tooLong' }
  | { readonly type: 'personNumber'; readonly found: string }
  | { readonly type: 'lacks'; readonly lacks: readonly ReportLack[] }
  /** Somebody wrote in it, or published it, since it was seen; this is how it stands. */
  | { readonly type: 'changed'; readonly current: StatusReport };

export type ReportInput = {
  readonly projectId: ProjectId;
  /** The number of the draft, or the next there is to be. */
  readonly number: number;
  /** The etag of the draft that was seen; null where there was none. */
  readonly revision: string | null;
  readonly words: ReportWords;
  readonly publish: boolean;
};

const wordsRefusal = (deps: Deps, { words, publish }: ReportInput): ReportRefusal | null => {
  const texts = [words.said, words.next, words.help];
  if (texts.some((text) => text.length > longestReportText)) return { type: 'tooLong' };
  const [found] = texts.flatMap((text) => cprLikeIn(text, deps.clock.day()));
  if (found) return { type: 'personNumber', found: found.text };
  const lacks = publish ? lacksOf(words) : [];
  return lacks.length > 0 ? { type: 'lacks', lacks } : null;
};

/** The very same once more, by whoever said it first, is what they asked for. */
const isSaidAlready = (now: StatusReport, actor: Actor, input: ReportInput): boolean =>
  now.byName === actor.name &&
  now.state === (input.publish ? 'published' : 'draft') &&
  sameWords(now, input.words);

type Saved = Result<Row<StatusReport>, ReportRefusal>;

/** What somebody else has made of it is shown, unless it says the very same. */
const met = (row: Row<StatusReport>, actor: Actor, input: ReportInput): Saved =>
  isSaidAlready(row.value, actor, input)
    ? done(row)
    : refused({ type: 'changed', current: row.value });

const reportIn = (deps: Deps, actor: Actor, project: Project, input: ReportInput): StatusReport => {
  const { number, words, publish } = input;
  const [id, at] = [reportId(project.id, number), deps.clock.now()];
  const after = JSON.stringify({ number, ...words, comment: words.said });
  return {
    ...{ id, projectId: project.id, number, state: publish ? 'published' : 'draft', ...words },
    ...{ phase: project.phase, byName: actor.name, at },
    lastChange: publish
      ? changeBy(actor, 'report', `${id}:published`, at, { before: '{}', after })
      : null,
  };
};

/** The first of a number: only when the one before it has been published. */
const begin = async (
  deps: Deps,
  actor: Actor,
  input: ReportInput,
  report: StatusReport,
): Promise<Saved> => {
  const last = reportsOf(deps.stores, input.projectId)[0];
  if (last?.state === 'draft') return refused({ type: 'changed', current: last });
  if (input.number !== (last?.number ?? 0) + 1)
    return last ? refused({ type: 'changed', current: last }) : refused({ type: 'unknown' });
  const inserted = await deps.stores.statusReports.insert(report);
  return inserted.type === 'inserted' ? done(inserted.row) : met(inserted.row, actor, input);
};

const goOn = async (
  deps: Deps,
  actor: Actor,
  input: ReportInput,
  change: { readonly from: Row<StatusReport>; readonly to: StatusReport },
): Promise<Saved> => {
  const { from, to } = change;
  if (from.value.state === 'published' || from.etag !== input.revision)
    return met(from, actor, input);
  const updated = await deps.stores.statusReports.update(from, to);
  if (updated.type === 'gone') return refused({ type: 'unknown' });
  return updated.type === 'updated' ? done(updated.row) : met(updated.row, actor, input);
};

/**
 * Keeps a draft, or publishes it: on the draft that was seen, so that what somebody else wrote is
 * never written over, and what is published never changes.
 */
export const saveReport = async (deps: Deps, actor: Actor, input: ReportInput): Promise<Saved> => {
  const project = deps.stores.projects.get(input.projectId)?.value;
  if (!project) return refused({ type: 'unknown' });
  if (!mayReport(actor, project)) return refused({ type: 'notAllowed' });
  const refusal = wordsRefusal(deps, input);
  if (refusal) return refused(refusal);
  const report = reportIn(deps, actor, project, input);
  const row = await deps.stores.statusReports.read(report.id);
  const saved = row
    ? await goOn(deps, actor, input, { from: row, to: report })
    : await begin(deps, actor, input, report);
  const change = saved.ok ? saved.value.value.lastChange : null;
  if (change)
    deps.later('history', async () => {
      await recordHistory(deps, input.projectId, change);
    });
  return saved;
};
