import { allLessons, allRisks } from '#shared/useCases/lessons/lessons.ts';
import { settingsOf } from '#shared/useCases/settings/settingsOf.ts';
import type { Handler } from './context.ts';

/** What projects have taught, and the risks of those that go on. */
export const getLessons: Handler<'GET /api/lessons'> =
  ({ deps, freshness }) =>
  () => ({
    asOf: freshness.asOf(),
    areas: settingsOf(deps.stores).areas,
    lessons: allLessons(deps),
    risks: allRisks(deps),
  });
