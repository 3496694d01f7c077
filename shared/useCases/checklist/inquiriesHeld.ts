import type { InquiryEvent, InquiryId } from '#shared/domain/inquiries/inquiry.ts';
import { type InquiryNow, inquiryNowBy, isAsking } from '#shared/domain/inquiries/now.ts';
import { isInquiryWaiting } from '#shared/domain/inquiries/rules.ts';
import type { ProjectId } from '#shared/domain/project.ts';
import { eventsOf, foldedBy } from '../asking/events.ts';
import type { Stores } from '../ports.ts';

/** What is asked, as memory has it; undefined where the id names nothing that can be asked. */
export const inquiryById = (
  { inquiries }: Pick<Stores, 'inquiries'>,
  id: InquiryId,
): InquiryNow | undefined => inquiryNowBy(id, eventsOf(inquiries.where('inquiryId', id)));

const folded = foldedBy(
  ({ inquiryId }: InquiryEvent) => inquiryId,
  (rows) => inquiryNowBy(rows[0]?.value.inquiryId ?? '', eventsOf(rows)),
);

/** Everything that somebody was asked. */
export const allInquiries = (stores: Stores): readonly InquiryNow[] =>
  folded(stores.inquiries.all());

/** What was asked about one project, the oldest first. */
export const inquiriesOf = ({ inquiries }: Stores, projectId: ProjectId): readonly InquiryNow[] => {
  const ids = new Set(inquiries.where('projectId', projectId).map(({ value }) => value.inquiryId));
  return [...ids]
    .map((id) => inquiryById({ inquiries }, id))
    .filter((now) => now !== undefined)
    .sort((a, b) => (a.events[0]?.at ?? '').localeCompare(b.events[0]?.at ?? ''));
};

/** An answer is waited for: it is asked, and the project is not over, nor past the step. */
export const isWaitingNow = ({ projects }: Stores, now: InquiryNow): boolean => {
  if (!isAsking(now)) return false;
  const project = projects.get(now.projectId)?.value;
  return project !== undefined && isInquiryWaiting(now, project);
};
