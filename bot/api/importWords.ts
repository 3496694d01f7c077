import type { ImportWords } from '#shared/domain/importWords.ts';
import { may } from '#shared/domain/permissions.ts';
import {
  editImportWords,
  type ImportWordsRefusal,
  importWordsOf,
} from '#shared/useCases/settings/editImportWords.ts';
import { importWordsRefusalText } from '#shared/words/screens/importPage.ts';
import { apiWords } from '#shared/words/server/api.ts';
import type { Handler } from './context.ts';
import { ApiRefusal } from './reply.ts';

const refusalOf = (refusal: ImportWordsRefusal): ApiRefusal => {
  const text = importWordsRefusalText(refusal);
  switch (refusal.type) {
    case 'notAllowed':
      return new ApiRefusal(403, refusal.type, apiWords.notAllowed);
    case 'changed':
      return new ApiRefusal(409, refusal.type, text, { beside: { current: refusal.current } });
    case 'tooMany':
    case 'wordTwice':
    case 'wordTooLong':
      return new ApiRefusal(422, refusal.type, text);
  }
};

/** The words that lists from elsewhere are read with. */
export const getImportWords: Handler<'GET /api/settings/import-words'> =
  ({ deps }) =>
  ({ actor }) => {
    if (!may(actor, 'changeSettings')) throw refusalOf({ type: 'notAllowed' });
    return importWordsOf(deps);
  };

/** All of them, on the revision that was read. */
export const patchImportWords: Handler<'PATCH /api/settings/import-words'> =
  ({ deps }) =>
  async ({ actor, body }) => {
    const { revision, words } = body();
    const edited = await editImportWords(deps, actor, { revision, words: words as ImportWords });
    if (!edited.ok) throw refusalOf(edited.refusal);
    return edited.value;
  };
