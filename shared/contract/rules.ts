import { z } from 'zod';
import { type RuleChange, type RulesView, ruleKeys } from '#shared/domain/ruleSettings.ts';

export type RulesReply = RulesView;
export type RuleChangesReply = { readonly changes: readonly RuleChange[] };

const value = z.union([
  z.number(),
  z.string().max(20),
  z.array(z.number()).max(60),
  z.array(z.string().max(20)).max(60),
]);
/** What they may be is a rule, with a word for each; here they only have to be there. */
const values = z.strictObject(
  Object.fromEntries(ruleKeys.map((key) => [key, value])) as Record<
    (typeof ruleKeys)[number],
    typeof value
  >,
);

/** PATCH /api/settings/rules: what was seen, and what it is to be. */
export const patchRules = z.strictObject({ seen: values, values });
