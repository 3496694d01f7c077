import type { BenefitEvent, BenefitId } from '#shared/domain/benefits/benefit.ts';
import { nextAsk } from '#shared/domain/benefits/followUp.ts';
import { type BenefitNow, benefitNowOf, isPromised } from '#shared/domain/benefits/now.ts';
import { askOfClock, isBenefitOpen } from '#shared/domain/benefits/rules.ts';
import { followUpOf } from '../checklist/benefitsHeld.ts';
import type { Deps } from '../ports.ts';
import { appendEvent, type Numbered } from '../record/appendEvent.ts';
import { benefitFactsOf, readBenefit } from './benefits.ts';
import { followBenefit } from './followBenefit.ts';

/** Of nobody: the months have passed. */
const clock = { byId: '', byName: '' } as const;

const nextIn = (deps: Deps, now: BenefitNow) => {
  const project = deps.stores.projects.get(now.projectId)?.value;
  return project && isBenefitOpen(now, project) ? nextAsk(now, followUpOf(deps, project)) : null;
};

const eventFor = (
  deps: Deps,
  now: BenefitNow,
  numbered: Numbered,
): { readonly event: BenefitEvent } | { readonly refusal: 'nothingDue' } => {
  const next = nextIn(deps, now);
  const around = benefitFactsOf(deps, now);
  if (next === null || !around || !isPromised(now)) return { refusal: 'nothingDue' };
  const of = { benefitId: now.id, projectId: now.projectId, at: deps.clock.now() };
  return {
    event: { ...askOfClock(now.terms, next.month, around.due), ...numbered, ...of, ...clock },
  };
};

/**
 * Asks the owner what the months call for, once, on however many servers: the number of the event
 * and the month are unique keys. Whether there was something to ask.
 */
export const askByClock = async (deps: Deps, id: BenefitId): Promise<boolean> => {
  const first = await readBenefit(deps, id);
  if (!first || nextIn(deps, first) === null) return false;
  await deps.stores.projects.read(first.projectId);
  const result = await appendEvent<BenefitEvent, BenefitNow, 'nothingDue'>(
    {
      table: deps.stores.benefits,
      idOf: (seq) => `${id}:${seq}`,
      withEvents: (now, events) => benefitNowOf(now, [...now.events, ...events]),
      seen: first.revision,
      causeOf: (now) => `${id}:asked:${nextIn(deps, now)?.key ?? 'none'}`,
      eventFor: async (now, numbered) => eventFor(deps, now, numbered),
    },
    first,
  );
  if (result.type === 'refused') return false;
  await followBenefit(deps, id);
  return true;
};
