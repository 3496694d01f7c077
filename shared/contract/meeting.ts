import type { OnMeeting } from '#shared/domain/meeting/meeting.ts';
import type { Project } from '#shared/domain/project.ts';

/** A project as a line of DigiTek's meeting. */
export type MeetingLine = Pick<
  Project,
  'id' | 'title' | 'leadArea' | 'recommendedOutcome' | 'recommendedPriority'
> &
  OnMeeting;

/** GET /api/meeting: the projects that are ready for DigiTek's meeting, or nearly. */
export type MeetingReply = {
  readonly asOf: string;
  /** More hours than this suggest a lift. */
  readonly liftHours: number;
  readonly projects: readonly MeetingLine[];
};
