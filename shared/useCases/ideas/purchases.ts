import type { PurchaseLine } from '#shared/contract/ideas.ts';
import { dayOf } from '#shared/domain/day.ts';
import { isInIntake } from '#shared/domain/ideas/intake.ts';
import { purchaseIdOf } from '#shared/domain/inquiries/inquiry.ts';
import { type InquiryNow, waitedNames } from '#shared/domain/inquiries/now.ts';
import type { Project, ProjectId } from '#shared/domain/project.ts';
import { workdaysBetween } from '#shared/domain/workday.ts';
import { allInquiries, inquiryById } from '../checklist/inquiriesHeld.ts';
import type { Deps, Stores } from '../ports.ts';
import { settingsOf } from '../settings/settingsOf.ts';

/** An idea that DigiTek has said is a purchase: the consultant is asked, or has answered. */
export const isPurchaseIn = (stores: Stores, projectId: ProjectId): boolean =>
  Boolean(inquiryById(stores, purchaseIdOf(projectId, 'screening'))?.ask);

const chainOf = (deps: Deps, now: InquiryNow | undefined): PurchaseLine['chain'] => {
  if (!now?.ask || !now.asked) return null;
  const { ask, word } = now;
  return {
    name: word?.byName ?? waitedNames(now),
    dueAt: ask.dueAt,
    isLate: word === null && deps.clock.now() >= ask.dueAt,
    answer: word?.answer ?? null,
  };
};

const lineOf = (deps: Deps, project: Project, screening: InquiryNow): readonly PurchaseLine[] => {
  const { ask, word } = screening;
  if (!ask) return [];
  const { screeningDays, closingDays } = settingsOf(deps.stores);
  const until = word ? dayOf(word.at) : deps.clock.day();
  const { id, title, leadArea, createdBy, createdAt } = project;
  const chain = inquiryById(deps.stores, purchaseIdOf(id, 'purchase'));
  return [
    {
      ...{ id, title, leadArea, createdBy, createdAt },
      ore: chain?.asked?.ore ?? null,
      screening: {
        ...{ since: ask.at, dueAt: ask.dueAt, days: screeningDays },
        gone: workdaysBetween(dayOf(ask.at), until, deps.calendarOf(closingDays)),
        answer: word?.answer ?? null,
        byName: word?.byName ?? '',
      },
      chain: chainOf(deps, chain),
    },
  ];
};

/** What is to be bought, the one that has waited longest first. */
export const purchasesIn = (deps: Deps): readonly PurchaseLine[] =>
  allInquiries(deps.stores)
    .filter(({ subject, ask }) => subject === 'screening' && ask !== null)
    .flatMap((now) => {
      const project = deps.stores.projects.get(now.projectId)?.value;
      return project && isInIntake(project) ? lineOf(deps, project, now) : [];
    })
    .sort((a, b) => a.screening.since.localeCompare(b.screening.since));
