import type { PlanReply } from '#shared/contract/plan.ts';
import type { Actor } from '#shared/domain/person.ts';
import { planOf, planThen, poolsForPlan } from '#shared/useCases/pages/planPage.ts';
import { toldOfSaved } from '#shared/useCases/plan/planNews.ts';
import { declinePlan, proposePlan } from '#shared/useCases/plan/proposePlan.ts';
import { type PlanRefusal, savePlan } from '#shared/useCases/plan/savePlan.ts';
import { timeText } from '#shared/words/dates.ts';
import { planRefusals } from '#shared/words/plan/words.ts';
import { apiWords } from '#shared/words/server/api.ts';
import type { ApiParts, Handler } from './context.ts';
import { editRefusalOf } from './editRefusals.ts';
import { ApiRefusal } from './reply.ts';

type Kept = { readonly key: string; readonly plan: ReturnType<typeof planOf> };

/** Everybody who looks sees the same bars, so they are drawn once a change. */
const kept = new WeakMap<ApiParts, Kept>();

const planNow = (parts: ApiParts): Kept['plan'] => {
  const key = `${parts.freshness.version()}:${parts.deps.clock.day()}`;
  const known = kept.get(parts);
  if (known?.key === key) return known.plan;
  const plan = planOf(parts.deps);
  kept.set(parts, { key, plan });
  return plan;
};

const replyOf = (parts: ApiParts, actor: Actor): PlanReply => ({
  asOf: parts.freshness.asOf(),
  ...planNow(parts),
  pools: poolsForPlan(parts.deps, actor),
});

export const getPlan: Handler<'GET /api/plan'> =
  (parts) =>
  ({ actor }) =>
    replyOf(parts, actor);

export const getPlanThen: Handler<'GET /api/plan/then'> =
  ({ deps }) =>
  () =>
    planThen(deps);

const refusalOf = (refusal: PlanRefusal): ApiRefusal => {
  switch (refusal.type) {
    case 'notAllowed':
      return new ApiRefusal(403, refusal.type, apiWords.notAllowed);
    case 'unknown':
      return new ApiRefusal(404, refusal.type, apiWords.noProject);
    case 'notASpan':
      return new ApiRefusal(422, refusal.type, planRefusals.notASpan);
    case 'over':
      return new ApiRefusal(422, refusal.type, planRefusals.over(refusal.title));
    case 'project':
      return editRefusalOf(refusal.refusal);
    case 'changed':
      return new ApiRefusal(409, refusal.type, planRefusals.changed(timeText(refusal.at)), {
        details: refusal.titles.map((message) => ({ code: refusal.type, message })),
      });
  }
};

/** Saves a trial of the plan, each bar on where it was seen. */
export const postPlan: Handler<'POST /api/plan'> =
  (parts) =>
  async ({ actor, body }) => {
    const { deps } = parts;
    const before = deps.clock.now();
    const saved = await savePlan(deps, actor, body(), planRefusals.skalWhy);
    if (!saved.ok) throw refusalOf(saved.refusal);
    const told = toldOfSaved(deps, actor.id, before);
    return { changed: saved.value, told, plan: replyOf(parts, actor) };
  };

/** What a lead or an owner would have the plan say, and DigiTek's no. */
export const postPlanProposal: Handler<'POST /api/plan/proposals'> =
  (parts) =>
  async ({ actor, body }) => {
    const given = body();
    const said =
      given.type === 'propose'
        ? await proposePlan(parts.deps, actor, given.moves, given.why)
        : await declinePlan(parts.deps, actor, given.id, given.why);
    if (!said.ok) throw refusalOf(said.refusal);
    return { changed: said.value, plan: replyOf(parts, actor) };
  };
