import type { PaperTemplates } from '#shared/domain/papers/template.ts';
import {
  editPaperTemplates,
  type PaperTemplatesRefusal,
  paperTemplateChanges,
  paperTemplatesOf,
} from '#shared/useCases/settings/editPaperTemplates.ts';
import { templateRefusalText } from '#shared/words/papers/page.ts';
import { apiWords } from '#shared/words/server/api.ts';
import type { Handler } from './context.ts';
import { ApiRefusal } from './reply.ts';

const refusalOf = (refusal: PaperTemplatesRefusal): ApiRefusal => {
  const text = templateRefusalText(refusal);
  switch (refusal.type) {
    case 'notAllowed':
      return new ApiRefusal(403, refusal.type, apiWords.notAllowed);
    case 'changed':
      return new ApiRefusal(409, refusal.type, text, { beside: { current: refusal.current } });
    case 'tooMany':
    case 'keptQuestion':
    case 'headingTooLong':
      return new ApiRefusal(422, refusal.type, text);
  }
};

/** What the papers ask, where that is otherwise than usual: for everybody to read. */
export const getPaperTemplates: Handler<'GET /api/settings/papers'> =
  ({ deps }) =>
  () =>
    paperTemplatesOf(deps);

/** Who made them otherwise, and when; from the history, so it is asked for by itself. */
export const getPaperChanges: Handler<'GET /api/settings/papers/changes'> =
  ({ deps }) =>
  async () => ({ changes: await paperTemplateChanges(deps) });

/** All of it, on the revision that was read. */
export const patchPaperTemplates: Handler<'PATCH /api/settings/papers'> =
  ({ deps }) =>
  async ({ actor, body }) => {
    const { revision, templates } = body();
    const given = { revision, templates: templates as PaperTemplates };
    const edited = await editPaperTemplates(deps, actor, given);
    if (!edited.ok) throw refusalOf(edited.refusal);
    return edited.value;
  };
