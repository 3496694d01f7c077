import type { BenefitReply, BenefitsOnPage, BenefitsReply } from '#shared/contract/benefits.ts';
import type { BenefitId } from '#shared/domain/benefits/benefit.ts';
import { standingOf, startOf } from '#shared/domain/benefits/followUp.ts';
import type { BenefitNow } from '#shared/domain/benefits/now.ts';
import { benefitAnswerers, mayWriteBenefits } from '#shared/domain/benefits/rules.ts';
import {
  type BenefitRow,
  benefitRowOf,
  benefitSums,
  isAskable,
  isCounted,
  measuredIn,
} from '#shared/domain/benefits/sums.ts';
import { type BenefitView, benefitReaderOf, benefitWaitsOn } from '#shared/domain/benefits/view.ts';
import { dayOf } from '#shared/domain/day.ts';
import { type Actor, has } from '#shared/domain/person.ts';
import type { Project } from '#shared/domain/project.ts';
import type { StoryId } from '#shared/domain/stories/story.ts';
import {
  allBenefits,
  benefitById,
  benefitsLeftIn,
  benefitsOf,
  followUpOf,
  isBenefitWaitingNow,
} from '../checklist/benefitsHeld.ts';
import { unreachedAbout } from '../outbox/reach.ts';
import { peopleIn } from '../people.ts';
import type { Deps } from '../ports.ts';
import { settingsOf } from '../settings/settingsOf.ts';
import { storyIdOfBenefit, storyIn } from '../stories/stories.ts';

/** The follow-up of a benefit, as one person sees it. */
export const benefitReplyOf = (deps: Deps, view: BenefitView, actor: Actor): BenefitReply => ({
  view,
  reader: benefitReaderOf(view, actor),
  waits: benefitWaitsOn(view, actor.id),
  unreached: unreachedAbout(deps, 'benefitId', view.now.id),
});

const rowIn = (deps: Deps, now: BenefitNow, project: Project): readonly BenefitRow[] => {
  const { terms } = now;
  if (terms === null) return [];
  const follow = followUpOf(deps, project);
  const { leadArea, areas, leadId } = project;
  return [
    benefitRowOf(
      {
        ...terms,
        ...{ id: now.id, revision: now.revision, written: now.written },
        ...{ ask: now.ask?.seq ?? 0, askedAt: now.ask?.at ?? null },
        ...{ projectId: project.id, projectTitle: project.title, leadArea, areas, leadId },
        standing: standingOf(now, follow),
        start: startOf(terms, follow),
        isWaiting: isBenefitWaitingNow(deps.stores, now),
        isOwnerless: benefitAnswerers(now, peopleIn(deps), deps.clock.day()).length === 0,
        why: (now.withdrawn ?? now.unmeasurable)?.comment ?? '',
      },
      terms,
      now.answers,
    ),
  ];
};

const isWithdrawn = ({ standing }: BenefitRow): boolean => standing.type === 'withdrawn';

/** A benefit as a row; undefined where it is none, or is withdrawn. */
export const benefitRowBy = (deps: Deps, id: BenefitId): BenefitRow | undefined => {
  const now = benefitById(deps.stores, id);
  const project = now && deps.stores.projects.get(now.projectId)?.value;
  return project && rowIn(deps, now, project).find((row) => !isWithdrawn(row));
};

/** The stories that were begun from benefits, by the benefit. */
const storiesOf = (deps: Deps, rows: readonly BenefitRow[]): Readonly<Record<BenefitId, StoryId>> =>
  Object.fromEntries(
    rows
      .filter((row) => measuredIn(row) !== null)
      .map((row) => [row.id, storyIdOfBenefit(deps, row.id)] as const)
      .filter(([, storyId]) => storyIn(deps, storyId) !== undefined),
  );

/** The benefits of a project, on its page. */
export const benefitsOnPage = (deps: Deps, actor: Actor, project: Project): BenefitsOnPage => {
  const rows = benefitsOf(deps.stores, project.id).flatMap((now) => rowIn(deps, now, project));
  const { operatingSince, months } = followUpOf(deps, project);
  return {
    rows: rows.filter((row) => !isWithdrawn(row)),
    withdrawn: rows.filter(isWithdrawn),
    mayWrite: mayWriteBenefits(actor, project),
    ...{ operatingSince, months },
    left: benefitsLeftIn(deps, project),
    stories: storiesOf(deps, rows),
  };
};

/** Every benefit of a project that has not been stopped. */
const allRows = (deps: Deps): readonly BenefitRow[] =>
  allBenefits(deps.stores).flatMap((now) => {
    const project = deps.stores.projects.get(now.projectId)?.value;
    return project && project.status !== 'stopped' ? rowIn(deps, now, project) : [];
  });

/** Those that lack a measurement, and whose owner has not said a day. */
export const askableBenefits = (deps: Deps): readonly BenefitRow[] =>
  allRows(deps).filter((row) => isAskable(row, deps.clock.day()));

/** What was measured from a day on, and what lacks a measurement. */
export const benefitsSince = (
  deps: Deps,
  day: string,
): { readonly measured: readonly BenefitRow[]; readonly missing: readonly BenefitRow[] } => {
  const rows = allRows(deps).filter(isCounted);
  return {
    measured: rows.filter((row) => dayOf(measuredIn(row)?.at ?? 0) >= day && measuredIn(row)),
    missing: rows.filter(({ standing }) => standing.type === 'missing'),
  };
};

/** Everything the page of benefits shows, from memory. */
export const benefitsPage = (deps: Deps, actor: Actor): Omit<BenefitsReply, 'asOf'> => {
  const all = allRows(deps);
  const rows = all.filter(isCounted);
  const { projects } = deps.stores;
  const ids = [...new Set(rows.map(({ projectId }) => projectId))];
  return {
    today: deps.clock.day(),
    areas: settingsOf(deps.stores).areas,
    rows,
    sums: benefitSums(rows),
    ahead: all.filter(({ standing }) => standing.type === 'notStarted').length,
    owners: new Set(
      rows.filter((row) => isAskable(row, deps.clock.day())).map(({ ownerId }) => ownerId),
    ).size,
    mayAsk: has(actor, 'consultant', 'digitek'),
    mayWrite: ids.filter((id) => {
      const project = projects.get(id)?.value;
      return project !== undefined && mayWriteBenefits(actor, project);
    }),
  };
};
