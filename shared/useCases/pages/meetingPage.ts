import type { MeetingLine, MeetingReply } from '#shared/contract/meeting.ts';
import { onMeeting } from '#shared/domain/meeting/meeting.ts';
import { hasOpenRequest } from '../asking/around.ts';
import { stepsByCode } from '../checklist/steps.ts';
import type { Deps } from '../ports.ts';
import { settingsOf } from '../settings/settingsOf.ts';

const inOrder = (a: MeetingLine, b: MeetingLine): number =>
  a.lacks.length - b.lacks.length || a.title.localeCompare(b.title, 'da');

/** What DigiTek's next meeting can take up, the readiest first. */
export const meetingPage = (deps: Deps): Omit<MeetingReply, 'asOf'> => {
  const { stores } = deps;
  const projects = stores.projects.all().flatMap(({ value }): MeetingLine[] => {
    if (value.status !== 'active' || value.type !== 'digitek') return [];
    const found = onMeeting(value, stepsByCode(stores, value.id), hasOpenRequest(stores, value.id));
    const { id, title, leadArea, recommendedOutcome, recommendedPriority } = value;
    return found
      ? [{ id, title, leadArea, recommendedOutcome, recommendedPriority, ...found }]
      : [];
  });
  return { liftHours: settingsOf(stores).liftHours, projects: projects.sort(inOrder) };
};
