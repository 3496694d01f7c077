import { type ReportRefusal, saveReport } from '#shared/useCases/reports/saveReport.ts';
import { reportRefusals } from '#shared/words/reports/words.ts';
import { apiWords } from '#shared/words/server/api.ts';
import type { Handler } from './context.ts';
import { projectReplyOf } from './getProject.ts';
import { ApiRefusal } from './reply.ts';

const refusalOf = (refusal: ReportRefusal): ApiRefusal => {
  switch (refusal.type) {
    case 'unknown':
      return new ApiRefusal(404, 'unknown', apiWords.noProject);
    case 'notAllowed':
      return new ApiRefusal(403, 'notAllowed', apiWords.notAllowed);
    case 'changed':
      return new ApiRefusal(409, 'changed', reportRefusals.changed(refusal.current.byName));
    case 'lacks':
      return new ApiRefusal(422, 'lacks', reportRefusals.lacks(refusal.lacks));
    case 'tooLong':
      return new ApiRefusal(422, 'tooLong', reportRefusals.tooLong);
    case 'personNumber':
      return new ApiRefusal(422, 'personNumber', reportRefusals.personNumber(refusal.found));
  }
};

/** A draft of the next status, or the status itself. */
export const putReport: Handler<'PUT /api/projects/:id/reports/:number'> =
  (parts) =>
  async ({ actor, idIn, body }) => {
    const projectId = idIn('id', apiWords.noProject);
    const number = Number(idIn('number', apiWords.noProject));
    const saved = await saveReport(parts.deps, actor, { projectId, number, ...body() });
    if (!saved.ok) throw refusalOf(saved.refusal);
    return projectReplyOf(parts, actor, projectId);
  };
