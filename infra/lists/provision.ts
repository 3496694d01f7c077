import { connect, type GraphConfig, type GraphOptions } from '#shared/graph/stores.ts';
import { provisionWords as words } from '#shared/words/server/provision.ts';
import { apply, type Provisioning, planFor } from './apply.ts';
import { declaredLists } from './declared.ts';
import { isRepairable, type Step } from './plan.ts';
import { sentenceOf } from './words.ts';

export type ProvisionOptions = {
  readonly apply: boolean;
  readonly say: (line: string) => void;
  readonly graph?: GraphOptions;
};

/** Compares the declared lists with the site, says what is missing, and does it when told to. */
export const provision = async (
  config: GraphConfig,
  options: ProvisionOptions,
): Promise<readonly Step[]> => {
  const { client, site } = connect(config, options.graph);
  const given: Provisioning = { client, site, lists: declaredLists };
  return options.apply ? applyAloud(given, options.say) : planAloud(given, options.say);
};

const planAloud = async (
  given: Provisioning,
  say: (line: string) => void,
): Promise<readonly Step[]> => {
  const plan = await planFor(given);
  sayPlan(plan, say);
  if (plan.some(isRepairable)) say(words.howToApply);
  return plan;
};

const sayPlan = (plan: readonly Step[], say: (line: string) => void): void => {
  say(plan.length === 0 ? words.nothing : words.heading(plan.length));
  for (const step of plan) say(`  ${sentenceOf(step)}`);
};

const applyAloud = async (
  given: Provisioning,
  say: (line: string) => void,
): Promise<readonly Step[]> => {
  let count = 0;
  const left = await apply(given, (step) => {
    count += 1;
    say(`  ${sentenceOf(step)}`);
  });
  if (count > 0) say(words.done(count));
  if (count === 0 || left.length > 0) sayPlan(left, say);
  return left;
};
