import type { ProjectChanges } from '#shared/contract/api.ts';
import { isReason, type Outcome, outcomes } from '#shared/domain/gates.ts';
import { type Hours, isHours } from '#shared/domain/meeting/meeting.ts';
import { type Priority, priorities } from '#shared/domain/priority.ts';
import type { Project } from '#shared/domain/project.ts';
import { meetingWords } from '#shared/words/screens/meeting.ts';

/** What the meeting writes, as it is typed. */
export type Draft = {
  readonly outcome: Outcome | null;
  readonly priority: Priority | null;
  readonly why: string;
  readonly lift: boolean;
  readonly hours: Readonly<Record<keyof Hours, string>>;
};

const typed = (hours: number | null): string => (hours === null ? '' : String(hours));

export const draftOf = (project: Project): Draft => ({
  outcome: project.recommendedOutcome,
  priority: project.recommendedPriority,
  why: project.recommendationWhy,
  lift: project.recommendLift,
  hours: {
    hoursDigitek: typed(project.hoursDigitek),
    hoursIt: typed(project.hoursIt),
    hoursArea: typed(project.hoursArea),
  },
});

export const blankDraft: Draft = {
  ...{ outcome: null, priority: null, why: '', lift: false },
  hours: { hoursDigitek: '', hoursIt: '', hoursArea: '' },
};

/** Whether what was kept says outcomes and priorities that there are. */
export const isDraft = ({ outcome, priority }: Draft): boolean =>
  (outcome === null || outcomes.includes(outcome)) &&
  (priority === null || priorities.includes(priority));

/** Hours as typed; null when nothing is, NaN when it is no number of hours. */
const hoursIn = (text: string): number | null => {
  const plain = text.replace(/\s*timer?$/i, '').replace(/[.\s]/g, '');
  if (plain === '') return null;
  const hours = Number(plain);
  return isHours(hours) ? hours : Number.NaN;
};

export const hoursOf = ({ hours }: Draft): Hours => ({
  hoursDigitek: hoursIn(hours.hoursDigitek),
  hoursIt: hoursIn(hours.hoursIt),
  hoursArea: hoursIn(hours.hoursArea),
});

/** What is in the way of saving; '' when nothing is. */
export const problemIn = (draft: Draft): string => {
  if (draft.outcome === null) return meetingWords.outcomeMissing;
  if (draft.priority === null) return meetingWords.priorityMissing;
  if (Object.values(hoursOf(draft)).some((hours) => Number.isNaN(hours)))
    return meetingWords.hoursWrong;
  return isReason(draft.why) ? '' : meetingWords.becauseMissing;
};

export const changesOf = (draft: Draft): ProjectChanges => ({
  recommendedOutcome: draft.outcome,
  recommendedPriority: draft.priority,
  recommendationWhy: draft.why.trim(),
  recommendLift: draft.lift,
  ...hoursOf(draft),
});
