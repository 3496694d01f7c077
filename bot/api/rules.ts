import type { RuleValues } from '#shared/domain/ruleSettings.ts';
import {
  editRules,
  type RulesRefusal,
  ruleChanges,
  rulesOf,
} from '#shared/useCases/settings/editRules.ts';
import { rulesWords } from '#shared/words/screens/rules.ts';
import { apiWords } from '#shared/words/server/api.ts';
import type { Handler } from './context.ts';
import { ApiRefusal } from './reply.ts';

const refusalOf = (refusal: RulesRefusal): ApiRefusal => {
  switch (refusal.type) {
    case 'notAllowed':
      return new ApiRefusal(403, refusal.type, apiWords.notAllowed);
    case 'nonsense':
      return new ApiRefusal(422, refusal.type, rulesWords.nonsense(refusal.problems), {
        beside: { problems: refusal.problems },
      });
    case 'changed':
      return new ApiRefusal(409, refusal.type, rulesWords.changed, {
        beside: { current: refusal.current },
      });
  }
};

/** By which rules people are asked and reminded: for everybody to read. */
export const getRules: Handler<'GET /api/settings/rules'> =
  ({ deps }) =>
  () =>
    rulesOf(deps);

/** Who changed them, and when; from the history, so it is asked for by itself. */
export const getRuleChanges: Handler<'GET /api/settings/rules/changes'> =
  ({ deps }) =>
  async () => ({ changes: await ruleChanges(deps) });

export const patchRules: Handler<'PATCH /api/settings/rules'> =
  ({ deps }) =>
  async ({ actor, body }) => {
    // That each is what it should be is said by the rule, in a word for each.
    const edited = await editRules(deps, actor, body() as { seen: RuleValues; values: RuleValues });
    if (!edited.ok) throw refusalOf(edited.refusal);
    return edited.value;
  };
