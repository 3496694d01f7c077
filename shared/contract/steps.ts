import { z } from 'zod';
import { stepCodes } from '#shared/domain/steps.ts';
import {
  type StepTemplates,
  type StepTemplatesChange,
  stepPhases,
} from '#shared/domain/stepTemplates.ts';

z.config({ jitless: true });

/** GET /api/settings/steps: the steps of each phase, where they are otherwise than usual. */
export type StepTemplatesReply = { readonly templates: StepTemplates };

/** Who made them otherwise, and when; the latest first. */
export type StepChangesReply = { readonly changes: readonly StepTemplatesChange[] };

const made = z.strictObject({
  name: z.string().max(200),
  off: z.boolean(),
  link: z.string().max(1_000),
  // A tab of the release before says nothing of it.
  milestone: z.boolean().optional(),
});
const templates = z.strictObject({
  steps: z.partialRecord(z.enum(stepCodes), made),
  order: z.partialRecord(z.enum(stepPhases), z.array(z.enum(stepCodes)).max(50)),
});

/** PATCH /api/settings/steps: what was seen, and what it is to be. */
export const patchStepTemplates = z.strictObject({ seen: templates, templates });
