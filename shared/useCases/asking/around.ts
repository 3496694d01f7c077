import { stepsUndoneBy } from '#shared/domain/consequences.ts';
import type { ProjectId } from '#shared/domain/project.ts';
import type { StepCode } from '#shared/domain/steps.ts';
import { dueOf } from '#shared/domain/workday.ts';
import type { Deps, Stores } from '../ports.ts';
import { settingsOf } from '../settings/settingsOf.ts';

/** When a gate last sent the project back, and with it the step; null when none did. */
export const undoneAt = (stores: Stores, projectId: ProjectId, step: StepCode): string | null =>
  stores.decisions
    .where('projectId', projectId)
    .filter(({ value }) => stepsUndoneBy(value).includes(step))
    .map(({ value }) => value.at)
    .sort()
    .at(-1) ?? null;

/** The gate is being decided, by what was asked then. */
export const hasOpenRequest = (stores: Stores, projectId: ProjectId): boolean =>
  stores.requests
    .where('projectId', projectId)
    .some(({ value }) => value.closedAt === null && !stores.decisions.get(value.id));

/** The settings that say within how many working days an answer is due. */
export type AnswerDays =
  | 'ownerDays'
  | 'chefDays'
  | 'talkDays'
  | 'itDays'
  | 'screeningDays'
  | 'purchaseDays'
  | 'benefitDays'
  | 'visitDays';

/** When an answer asked for now is due; its hours are those of the stories. */
export const dueIn = ({ stores, clock, calendarOf }: Deps, days: AnswerDays) => {
  const { communication, closingDays, ...settings } = settingsOf(stores);
  const { dueTime, nudgeTime } = communication;
  return dueOf(clock.now(), { days: settings[days], dueTime, nudgeTime }, calendarOf(closingDays));
};
