import { describe, expect, it } from 'vitest';
import { type Gate, gateNames } from '#shared/domain/gates.ts';
import type { Project } from '#shared/domain/project.ts';
import { missingFor, readyFacts, restsOnCount } from '#shared/domain/readiness.ts';
import { type StepCode, stepsBefore } from '#shared/domain/steps.ts';
import { aProject } from '../builders/request.ts';

const lacking: readonly Partial<Project>[] = [
  {},
  { leadArea: null, purpose: '' },
  { ownerId: null, leadId: null },
  { askOre: null },
  { askOre: 5_000_00, shares: [] },
  { askOre: 5_000_00, shares: [{ pool: 'common', ore: 1_00 }] },
  { efficiency: null, riskCategory: null, recommendedPriority: null },
  { runningCostsOre: [] },
];

const cases = gateNames.flatMap((gate) => lacking.map((given) => [gate, given] as const));

describe('what a gate rests on', () => {
  it.each(cases)('is counted as it is shown at %s with %j', (gate: Gate, given) => {
    const missing = missingFor(aProject(given), gate, new Map());
    const lackingSteps = new Set(missing.flatMap((one) => ('code' in one ? [one.code] : [])));
    const readySteps = stepsBefore(gate).filter((code: StepCode) => !lackingSteps.has(code));
    const lines = readySteps.length + readyFacts(gate, missing).length;
    expect(lines).toBe(restsOnCount(gate) - missing.length);
  });
});
