import type { Area } from '#shared/domain/area.ts';
import type { LessonLearnt, RiskKnown } from '#shared/domain/lessons.ts';

/** GET /api/lessons: what projects have taught, and the risks of those that go on. */
export type LessonsReply = {
  readonly asOf: string;
  readonly areas: readonly Area[];
  readonly lessons: readonly LessonLearnt[];
  readonly risks: readonly RiskKnown[];
};
