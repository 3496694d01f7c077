import { waitsSince } from '#shared/domain/asking/asking.ts';
import { nextDay } from '#shared/domain/benefits/followUp.ts';
import type { BenefitNow } from '#shared/domain/benefits/now.ts';
import { benefitAnswerers } from '#shared/domain/benefits/rules.ts';
import { benefitWaitsOn } from '#shared/domain/benefits/view.ts';
import { askByClock } from '../benefits/askByClock.ts';
import { benefitViewOf, openBenefits } from '../benefits/benefits.ts';
import { followBenefit, needsBenefitFollow } from '../benefits/followBenefit.ts';
import { isBenefitMessageDue, isBenefitUntold, tellBenefit } from '../benefits/tellBenefits.ts';
import {
  allBenefits,
  benefitById,
  benefitsOf,
  followUpOf,
  isAskDue,
  isBenefitWaitingNow,
} from '../checklist/benefitsHeld.ts';
import { callingAmong, callsForNothing, hoursOf } from '../kept/calling.ts';
import { peopleIn } from '../people.ts';
import type { Deps } from '../ports.ts';
import { learnRecordedOnce } from '../record/recordHistory.ts';
import type { MatterKind } from './kind.ts';

/** The day the next question comes, as an hour: when it has begun in Copenhagen. */
const nextHours = (deps: Deps, now: BenefitNow): readonly string[] => {
  const project = deps.stores.projects.get(now.projectId)?.value;
  const next = project ? nextDay(now, followUpOf(deps, project)) : null;
  return next === null ? [] : [`${next}T00:00:00Z`];
};

const calling = callingAmong({
  own: { benefits: 'benefitId' },
  subjects: ({ benefits }) => benefits.all().map(({ value }) => value.benefitId),
  look: (deps, id) => {
    const now = benefitById(deps.stores, id);
    if (!now) return callsForNothing;
    const isUntold = isBenefitWaitingNow(deps.stores, now) && isBenefitUntold(deps, now);
    return {
      calls: isUntold || isAskDue(deps, now),
      hours: [...hoursOf(now.ask), ...nextHours(deps, now)],
    };
  },
});

/** How a benefit has gone: asked of its owner, months after the project went into operation. */
export const benefitMatter: MatterKind = {
  revision: ({ stores }, { benefitId }) =>
    benefitId === null ? 0 : stores.benefits.where('benefitId', benefitId).length,
  told: (deps, message) => {
    const view = message.benefitId === null ? undefined : benefitViewOf(deps, message.benefitId);
    if (!view) return undefined;
    const isDue = isBenefitMessageDue(deps, view.now, message);
    return {
      matter: { type: 'benefit', revision: view.now.revision, view },
      isOvertaken: !isDue,
      isWanted: isDue,
    };
  },
  answerers: (deps, { benefitId, kind }) => {
    const now = benefitId === null ? undefined : benefitById(deps.stores, benefitId);
    return now && kind !== 'benefitQuestion'
      ? benefitAnswerers(now, peopleIn(deps), deps.clock.day()).map(({ id }) => id)
      : [];
  },
  toldOfProject: ({ stores }, projectId) =>
    benefitsOf(stores, projectId).flatMap(({ id }) => stores.messages.where('benefitId', id)),
  waiting: (deps) => {
    const open = openBenefits(deps);
    return (personId) =>
      open.flatMap((view) => {
        const waits = benefitWaitsOn(view, personId);
        return waits === null
          ? []
          : [{ type: 'benefit', since: waitsSince(view.now, waits), waits, view }];
      });
  },
  unfinished: async (deps) => {
    const all = allBenefits(deps.stores);
    if (all.length > 0) await learnRecordedOnce(deps, 'benefit');
    return all
      .filter((now) => needsBenefitFollow(deps, now))
      .map((now) => [now.id, () => followBenefit(deps, now.id)]);
  },
  byClock: async (deps) => {
    let told = 0;
    for (const id of calling(deps)) {
      const now = benefitById(deps.stores, id);
      if (!now) continue;
      if (isAskDue(deps, now)) told += Number(await askByClock(deps, id));
      else if (isBenefitWaitingNow(deps.stores, now)) told += await tellBenefit(deps, now);
    }
    return told;
  },
};
