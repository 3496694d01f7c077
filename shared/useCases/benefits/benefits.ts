import { type BenefitId, projectOfBenefit } from '#shared/domain/benefits/benefit.ts';
import { nextDay } from '#shared/domain/benefits/followUp.ts';
import { type BenefitNow, benefitNowBy } from '#shared/domain/benefits/now.ts';
import {
  type BenefitFacts,
  benefitAnswerers,
  isBenefitOpen,
} from '#shared/domain/benefits/rules.ts';
import type { BenefitView } from '#shared/domain/benefits/view.ts';
import { dayOf } from '#shared/domain/day.ts';
import { dueIn } from '../asking/around.ts';
import { readEvents } from '../asking/events.ts';
import {
  allBenefits,
  benefitById,
  followUpOf,
  isBenefitWaitingNow,
} from '../checklist/benefitsHeld.ts';
import { peopleIn } from '../people.ts';
import type { Deps } from '../ports.ts';
import { settingsOf } from '../settings/settingsOf.ts';

/** A benefit as the lists have it now; what either they or memory know has happened. */
export const readBenefit = async (deps: Deps, id: BenefitId): Promise<BenefitNow | undefined> =>
  projectOfBenefit(id) === null
    ? undefined
    : benefitNowBy(id, await readEvents(deps.stores.benefits, 'benefitId', id));

/** What the rules go by beside the benefit, from memory; the clock of an ask begins now. */
export const benefitFactsOf = (deps: Deps, now: BenefitNow): BenefitFacts | undefined => {
  const project = deps.stores.projects.get(now.projectId)?.value;
  return (
    project && {
      ...{ project, people: peopleIn(deps), day: deps.clock.day(), dayOf },
      due: dueIn(deps, 'benefitDays'),
    }
  );
};

/** Undefined when the project cannot be read. */
export const benefitViewFrom = (deps: Deps, now: BenefitNow): BenefitView | undefined => {
  const { stores, clock } = deps;
  const project = stores.projects.get(now.projectId)?.value;
  if (!project) return undefined;
  const [at, today] = [clock.now(), clock.day()];
  const isWaiting = isBenefitWaitingNow(stores, now);
  const answerers = benefitAnswerers(now, peopleIn(deps), today);
  return {
    ...{ now, project, answerers, isWaiting, today, at },
    areas: settingsOf(stores).areas,
    isOpen: isBenefitOpen(now, project),
    overdue: isWaiting && now.ask !== null && at >= now.ask.dueAt,
    isOwnerless: answerers.length === 0,
    nextOn: nextDay(now, followUpOf(deps, project)),
  };
};

/** From memory; undefined when the id names no benefit. */
export const benefitViewOf = (deps: Deps, id: BenefitId): BenefitView | undefined => {
  const now = benefitById(deps.stores, id);
  return now && benefitViewFrom(deps, now);
};

/** As the lists have it now. */
export const freshBenefitViewOf = async (
  deps: Deps,
  id: BenefitId,
): Promise<BenefitView | undefined> => {
  const now = await readBenefit(deps, id);
  return now && benefitViewFrom(deps, now);
};

/** What waits for an answer, or a reply, from anybody, longest waiting first. */
export const openBenefits = (deps: Deps): readonly BenefitView[] =>
  allBenefits(deps.stores)
    .filter((now) => isBenefitWaitingNow(deps.stores, now))
    .map((now) => benefitViewFrom(deps, now))
    .filter((view) => view !== undefined)
    .sort((a, b) => (a.now.ask?.at ?? '').localeCompare(b.now.ask?.at ?? ''));
