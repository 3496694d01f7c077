import type { BenefitEvent, BenefitId } from '#shared/domain/benefits/benefit.ts';
import { type FollowUp, isFollowedToTheDoor, nextAsk } from '#shared/domain/benefits/followUp.ts';
import { type BenefitNow, benefitNowBy } from '#shared/domain/benefits/now.ts';
import { isBenefitOpen, isBenefitWaiting } from '#shared/domain/benefits/rules.ts';
import { dayOf } from '#shared/domain/day.ts';
import { isOver, type Project, type ProjectId } from '#shared/domain/project.ts';
import { eventsOf, foldedBy } from '../asking/events.ts';
import type { Deps, Stores } from '../ports.ts';
import { settingsOf } from '../settings/settingsOf.ts';

/** A benefit as memory has it; undefined where the id names none. */
export const benefitById = (
  { benefits }: Pick<Stores, 'benefits'>,
  id: BenefitId,
): BenefitNow | undefined => benefitNowBy(id, eventsOf(benefits.where('benefitId', id)));

const folded = foldedBy(
  ({ benefitId }: BenefitEvent) => benefitId,
  (rows) => benefitNowBy(rows[0]?.value.benefitId ?? '', eventsOf(rows)),
);

/** Every benefit that was ever written, the oldest first. */
export const allBenefits = (stores: Pick<Stores, 'benefits'>): readonly BenefitNow[] =>
  folded(stores.benefits.all());

/** The benefits of one project, the oldest first. */
export const benefitsOf = (
  { benefits }: Pick<Stores, 'benefits'>,
  projectId: ProjectId,
): readonly BenefitNow[] => {
  const ids = new Set(benefits.where('projectId', projectId).map(({ value }) => value.benefitId));
  return [...ids]
    .map((id) => benefitById({ benefits }, id))
    .filter((now) => now !== undefined)
    .sort((a, b) => (a.events[0]?.at ?? '').localeCompare(b.events[0]?.at ?? ''));
};

/** The day gate 3 put a project into operation, or, where no gate did, since when it stands there. */
export const operatingSince = ({ decisions }: Stores, project: Project): string | null => {
  const { id, phase, phaseSince } = project;
  const isRunning = phase === 'operation' || phase === 'spread';
  if (!isRunning || project.status === 'stopped') return null;
  const [first] = decisions
    .where('projectId', id)
    .map(({ value }) => value)
    .filter(({ ending, outcome }) => ending === 'decided' && outcome === 'operate')
    .map(({ at }) => at)
    .sort();
  return dayOf(first ?? phaseSince);
};

/** What the follow-up of a project's benefits goes by, from memory. */
export const followUpOf = ({ stores, clock }: Deps, project: Project): FollowUp => ({
  operatingSince: operatingSince(stores, project),
  months: settingsOf(stores).benefitMonths,
  today: clock.day(),
});

/** An answer is waited for: it is asked, and the project is not over. */
export const isBenefitWaitingNow = ({ projects }: Stores, now: BenefitNow): boolean => {
  const project = projects.get(now.projectId)?.value;
  return project !== undefined && isBenefitWaiting(now, project);
};

/** Whether a question is to be asked that nobody has. */
export const isAskDue = (deps: Deps, now: BenefitNow): boolean => {
  const project = deps.stores.projects.get(now.projectId)?.value;
  return (
    project !== undefined &&
    isBenefitOpen(now, project) &&
    nextAsk(now, followUpOf(deps, project)) !== null
  );
};

/** The benefits that are still to be followed before a project can be closed, by name. */
export const benefitsLeftIn = (deps: Deps, project: Project): readonly string[] =>
  isOver(project)
    ? []
    : benefitsOf(deps.stores, project.id)
        .filter((now) => !isFollowedToTheDoor(now, followUpOf(deps, project)))
        .map(({ terms }) => terms?.title ?? '');
