import type { BenefitEvent, BenefitId } from '#shared/domain/benefits/benefit.ts';
import { type BenefitNow, benefitNowOf } from '#shared/domain/benefits/now.ts';
import {
  type BenefitGiven,
  type BenefitRefusal,
  benefitMoveFor,
} from '#shared/domain/benefits/rules.ts';
import type { BenefitView } from '#shared/domain/benefits/view.ts';
import type { Actor } from '#shared/domain/person.ts';
import type { AskingResult } from '../asking/result.ts';
import { type Deps, Fault } from '../ports.ts';
import { appendEvent } from '../record/appendEvent.ts';
import { benefitFactsOf, benefitViewFrom, readBenefit } from './benefits.ts';
import { followBenefit } from './followBenefit.ts';

/** What whoever pressed had seen; with it the same press is the same, however often it comes. */
const seenIn = (given: BenefitGiven): string => {
  if (given.type === 'reply') return `q${given.question}`;
  return 'ask' in given ? `a${given.ask}:${given.revision}` : `r${given.revision}`;
};

const mustView = (deps: Deps, now: BenefitNow): BenefitView => {
  const view = benefitViewFrom(deps, now);
  if (!view) throw new Fault('row.invalid', { id: now.id });
  return view;
};

/** The rule is asked of the lists as they are: what it rests on is read, not remembered. */
const readAround = async (
  { stores }: Deps,
  { id }: Pick<Actor, 'id'>,
  { projectId, terms }: BenefitNow,
  given: BenefitGiven,
): Promise<void> => {
  const named = given.type === 'written' ? given.terms.ownerId : null;
  const ids = [id, terms?.ownerId, named, given.type === 'owner' ? given.ownerId : null];
  await Promise.all([
    stores.projects.read(projectId),
    ...[...new Set(ids)].flatMap((one) => (one ? [stores.people.read(one)] : [])),
  ]);
};

/** Anything that happens to a benefit by somebody's hand, from a card or from the tab. */
export const moveBenefit = async (
  deps: Deps,
  actor: Actor,
  id: BenefitId,
  given: BenefitGiven,
): Promise<AskingResult<BenefitView, BenefitRefusal>> => {
  const first = await readBenefit(deps, id);
  if (!first) return { type: 'unknown' };
  await readAround(deps, actor, first, given);
  if (!benefitFactsOf(deps, first)) return { type: 'unknown' };
  const content = deps.hashOf(JSON.stringify([actor.id, given])).slice(0, 16);
  const result = await appendEvent<BenefitEvent, BenefitNow, BenefitRefusal>(
    {
      table: deps.stores.benefits,
      idOf: (seq) => `${id}:${seq}`,
      withEvents: (now, events) => benefitNowOf(now, [...now.events, ...events]),
      seen: given.type === 'reply' ? given.question : given.revision,
      causeOf: () => `${id}:${seenIn(given)}:${given.type}:${content}`,
      eventFor: async (now, numbered) => {
        const around = benefitFactsOf(deps, now);
        if (!around) return { refusal: { type: 'notNow' } };
        const move = benefitMoveFor(now, actor, given, around);
        if (!move.ok) return { refusal: move.refusal };
        const by = { byId: actor.id, byName: actor.name, at: deps.clock.now() };
        const of = { benefitId: id, projectId: now.projectId };
        return { event: { ...move.value, ...numbered, ...of, ...by } };
      },
    },
    first,
  );
  deps.later('followBenefit', () => followBenefit(deps, id));
  const view = mustView(deps, result.now);
  return result.type === 'refused'
    ? { type: 'refused', refusal: result.refusal, view }
    : { type: result.type, view };
};
