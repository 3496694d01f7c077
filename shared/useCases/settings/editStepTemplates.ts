import { may } from '#shared/domain/permissions.ts';
import type { Actor } from '#shared/domain/person.ts';
import { done, type Result, refused } from '#shared/domain/result.ts';
import {
  areStepTemplates,
  defaultStepTemplates,
  mergedTemplates,
  type StepTemplates,
  type StepTemplatesChange,
  type StepTemplatesProblem,
  stepDifference,
  templatesProblemOf,
} from '#shared/domain/stepTemplates.ts';
import type { Deps } from '../ports.ts';
import { putSetting, revisionOf } from './editCommunication.ts';
import { toldOf, valueIn } from './editRules.ts';
import { stepTemplatesIn } from './settingsOf.ts';

export type StepTemplatesRefusal =
  | { readonly type: 'notAllowed' }
  | StepTemplatesProblem
  | { readonly type: 'changed'; readonly current: StepTemplates };

type Given = { readonly seen: StepTemplates; readonly templates: StepTemplates };

/** Far more who save at the same moment than there are consultants. */
const mostTries = 10;

/**
 * Makes the steps otherwise: only what was changed from what was seen, on what stands now, so that
 * two who change different things both get theirs. Of two who change the very same, the second is
 * told.
 */
export const editStepTemplates = async (
  deps: Deps,
  actor: Actor,
  { seen, templates }: Given,
): Promise<Result<StepTemplates, StepTemplatesRefusal>> => {
  if (!may(actor, 'changeSettings')) return refused({ type: 'notAllowed' });
  const problem = templatesProblemOf(templates);
  if (problem) return refused(problem);
  for (let tries = 0; tries < mostTries; tries += 1) {
    const row = await deps.stores.settings.read('stepTemplates');
    const now = stepTemplatesIn(deps.stores);
    const merged = mergedTemplates(seen, templates, now);
    if (merged.clashes) break;
    const { codes, phases } = stepDifference(now, merged.templates);
    if (codes.length === 0 && phases.length === 0) return done(now);
    const value = JSON.stringify(merged.templates);
    const write = { id: 'stepTemplates', value, revision: revisionOf(row?.etag) } as const;
    if (await putSetting(deps, actor, write)) return done(stepTemplatesIn(deps.stores));
  }
  return refused({ type: 'changed', current: stepTemplatesIn(deps.stores) });
};

/** What a row said; what nobody can read was as usual. */
const saidIn = (json: string): StepTemplates => {
  try {
    const value: unknown = JSON.parse(valueIn(json) ?? 'null');
    return areStepTemplates(value) ? value : defaultStepTemplates;
  } catch {
    // Written in the list by hand so that nobody can read it: then the usual held.
    return defaultStepTemplates;
  }
};

/** Who made them otherwise, when, from what to what; the latest first. */
export const stepTemplateChanges = async (deps: Deps): Promise<readonly StepTemplatesChange[]> =>
  (await toldOf(deps, 'stepTemplates'))
    .map(({ before, after, byName, at }) => ({
      ...{ before: saidIn(before), after: saidIn(after), byName, at },
    }))
    .reverse();
