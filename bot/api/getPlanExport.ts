import { firstDayOf, lastDayOf } from '#shared/domain/plan/month.ts';
import { belongsInPlan } from '#shared/domain/plan/plan.ts';
import { plannedIn } from '#shared/domain/plan/planned.ts';
import type { Project } from '#shared/domain/project.ts';
import { settingsOf } from '#shared/useCases/settings/settingsOf.ts';
import { planSheet } from '#shared/words/plan/words.ts';
import { importWords } from '#shared/words/server/import.ts';
import { areaName, phaseNames, statusNames, typeNames } from '#shared/words/words.ts';
import type { Handler } from './context.ts';

/** A cell that Excel would take for a formula gets a space before it; the import trims it away. */
const cellOf = (text: string): string => {
  const plain = /^[=+\-@\t\r]/.test(text) ? ` ${text}` : text;
  return /[;"\n\r]|^\s/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
};

const capital = (text: string): string => text.charAt(0) + text.slice(1).toLowerCase();

/** The plan as ProjectFlow and a spreadsheet take it, and as `npm run import` reads it back. */
export const getPlanExport: Handler<'GET /api/plan/export'> =
  ({ deps }) =>
  ({ reply }) => {
    const { areas } = settingsOf(deps.stores);
    const areaOf = ({ leadArea, areas: its }: Project): string => {
      if (leadArea !== null) return areaName(areas, leadArea);
      return its.length > 0 ? importWords.acrossAreas : '';
    };
    const rowOf = (project: Project): readonly string[] => {
      const planned = plannedIn(project);
      return [
        project.id,
        project.title,
        areaOf(project),
        typeNames[project.type],
        capital(phaseNames[project.phase]),
        statusNames[project.status],
        planned === null ? '' : firstDayOf(planned.start),
        planned === null ? '' : lastDayOf(planned.end),
        planned === null ? '' : String(planned.hours),
        project.ownerName,
        project.leadName,
        project.flowUrl,
      ];
    };
    const rows = deps.stores.projects
      .all()
      .map(({ value }) => value)
      .filter(belongsInPlan)
      .map(rowOf);
    reply.header('content-disposition', 'attachment; filename="plan.csv"');
    reply.type('text/csv; charset=utf-8');
    // With a mark that it is UTF-8: Excel takes it for something else without.
    return reply.send(
      `\ufeff${[planSheet.heads, ...rows].map((cells) => cells.map(cellOf).join(';')).join('\r\n')}\r\n`,
    );
  };
