import { seatAnswerers } from '#shared/domain/asking/asking.ts';
import { areaPool, poolRowId } from '#shared/domain/funding.ts';
import {
  closedYearIn,
  lackIn,
  type PurchaseFacts,
  seatsAfter,
} from '#shared/domain/inquiries/chain.ts';
import {
  type InquiryId,
  inquiryIn,
  inquiryRules,
  purchaseIdOf,
} from '#shared/domain/inquiries/inquiry.ts';
import { type InquiryNow, inquiryNowBy } from '#shared/domain/inquiries/now.ts';
import { inquiryAnswerers } from '#shared/domain/inquiries/people.ts';
import { type InquiryFacts, isInquiryOpen } from '#shared/domain/inquiries/rules.ts';
import type { InquiryView } from '#shared/domain/inquiries/view.ts';
import type { ProjectId } from '#shared/domain/project.ts';
import { stepId } from '#shared/domain/steps.ts';
import { dueIn } from '../asking/around.ts';
import { readEvents } from '../asking/events.ts';
import { allInquiries, inquiryById, isWaitingNow } from '../checklist/inquiriesHeld.ts';
import { balanceIn, thisYearIn } from '../ledger/pools.ts';
import { peopleIn } from '../people.ts';
import type { Deps } from '../ports.ts';
import { areaIdsOf, settingsOf } from '../settings/settingsOf.ts';

/** What is asked as the lists have it now; what either they or memory know has happened. */
export const readInquiry = async (deps: Deps, id: InquiryId): Promise<InquiryNow | undefined> =>
  inquiryIn(id) === null
    ? undefined
    : inquiryNowBy(id, await readEvents(deps.stores.inquiries, 'inquiryId', id));

const chefFromIn = ({ stores }: Pick<Deps, 'stores'>): number =>
  settingsOf(stores).purchaseChefKr * 100;

/** What the purchase of a project goes by: what the consultant has said, who is asked, which pools there are. */
export const purchaseFactsOf = (deps: Deps, projectId: ProjectId): PurchaseFacts => {
  const { stores } = deps;
  const screening = inquiryById(stores, purchaseIdOf(projectId, 'screening'));
  const chain = inquiryById(stores, purchaseIdOf(projectId, 'purchase'));
  const people = peopleIn(deps);
  const day = deps.clock.day();
  const areas = areaIdsOf(stores);
  const pools = [...areas.map(areaPool), 'common' as const].flatMap((pool) => {
    const row = poolRowId(thisYearIn(deps), pool);
    const isOpened = stores.pools.get(row) !== undefined;
    return isOpened ? [{ pool, leftOre: balanceIn(stores, row).availableOre }] : [];
  });
  return {
    screened: screening?.ask ? (screening.word?.answer ?? null) : null,
    isChainAsked: chain !== undefined && chain.ask !== null,
    chefFromOre: chefFromIn(deps),
    leadArea: stores.projects.get(projectId)?.value.leadArea ?? null,
    areas: areas.filter((area) => seatAnswerers(area, people, day).length > 0),
    ...{ pools, year: thisYearIn(deps) },
  };
};

/** What the rules go by beside what is asked, from memory; the clock of an ask begins now. */
export const inquiryFactsOf = (deps: Deps, now: InquiryNow): InquiryFacts | undefined => {
  const project = deps.stores.projects.get(now.projectId)?.value;
  return (
    project && {
      project,
      people: peopleIn(deps),
      day: deps.clock.day(),
      due: dueIn(deps, inquiryRules[now.subject].days),
      purchase: purchaseFactsOf(deps, project.id),
    }
  );
};

/** Whom a yes goes on to, and what the pool lacks, while a purchase is asked about. */
type Chain = Pick<InquiryView, 'seatsAfter' | 'lackOre' | 'closedYear'>;

const chainIn = (deps: Deps, now: InquiryNow): Chain => {
  if (now.subject !== 'purchase' || !now.asked)
    return { seatsAfter: [], lackOre: 0, closedYear: null };
  const facts = purchaseFactsOf(deps, now.projectId);
  const lackOre = now.bought ? 0 : lackIn(facts, now.asked);
  const closedYear = now.bought ? null : closedYearIn(facts, now.asked);
  return { seatsAfter: seatsAfter(now, facts), lackOre, closedYear };
};

/** Undefined when the project cannot be read. */
export const inquiryViewFrom = (deps: Deps, now: InquiryNow): InquiryView | undefined => {
  const { stores, clock } = deps;
  const project = stores.projects.get(now.projectId)?.value;
  if (!project) return undefined;
  const { step } = now;
  const isWaiting = isWaitingNow(stores, now);
  const at = clock.now();
  return {
    ...{ now, project, isWaiting, at },
    chefFromOre: chefFromIn(deps),
    ...chainIn(deps, now),
    areas: settingsOf(stores).areas,
    link: step === null ? '' : (stores.steps.get(stepId(project.id, step))?.value.link ?? ''),
    answerers: inquiryAnswerers(now, project, peopleIn(deps), clock.day()),
    isOpen: isInquiryOpen(now, project),
    overdue: isWaiting && now.ask !== null && at >= now.ask.dueAt,
  };
};

/** From memory; undefined when the id names nothing that can be asked. */
export const inquiryViewOf = (deps: Deps, id: InquiryId): InquiryView | undefined => {
  const now = inquiryById(deps.stores, id);
  return now && inquiryViewFrom(deps, now);
};

/** As the lists have it now. */
export const freshInquiryViewOf = async (
  deps: Deps,
  id: InquiryId,
): Promise<InquiryView | undefined> => {
  const now = await readInquiry(deps, id);
  return now && inquiryViewFrom(deps, now);
};

/** What waits for an answer, or a reply, from anybody, longest waiting first. */
export const openInquiries = (deps: Deps): readonly InquiryView[] =>
  allInquiries(deps.stores)
    .filter((now) => isWaitingNow(deps.stores, now))
    .map((now) => inquiryViewFrom(deps, now))
    .filter((view) => view !== undefined)
    .sort((a, b) => (a.now.ask?.at ?? '').localeCompare(b.now.ask?.at ?? ''));
