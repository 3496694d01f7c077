import { describe, expect, it } from 'vitest';
import {
  choice,
  gateAfter,
  gateNames,
  gates,
  isChoiceOf,
  isReason,
  needsReason,
  outcomes,
} from '#shared/domain/gates.ts';
import { missingFor, readyFacts } from '#shared/domain/readiness.ts';
import { type Step, type StepCode, stepsBefore, tickRefusalOf } from '#shared/domain/steps.ts';
import { allSteps, aReadyProject } from '../builders/portfolio.ts';

const stepMap = (steps: readonly Step[]): ReadonlyMap<StepCode, Step> =>
  new Map(steps.map((step) => [step.code, step]));

describe('the gates', () => {
  it('have exactly the outcomes of the project model', () => {
    expect(Object.keys(gates.gate1.outcomes)).toEqual(['investigate', 'fastTrack', 'stop']);
    expect(Object.keys(gates.gate2.outcomes)).toEqual(['trial', 'backToInvestigation', 'stop']);
    expect(Object.keys(gates.gate3.outcomes)).toEqual(['operate', 'rethink', 'stop']);
    expect(Object.keys(gates.funding.outcomes)).toEqual(['grant', 'refuse']);
  });

  it('ask for a reason for stop, back and fast track, and for nothing else', () => {
    const reasons = gateNames.flatMap((gate) =>
      outcomes.filter((outcome) => needsReason(gate, choice(outcome))),
    );
    expect([...new Set(reasons)].sort()).toEqual([
      'backToInvestigation',
      'fastTrack',
      'refuse',
      'stop',
    ]);
  });

  it('know no outcome of another gate', () => {
    const known = gateNames.map(
      (gate) => outcomes.filter((outcome) => isChoiceOf(gate, choice(outcome))).length,
    );
    expect(known).toEqual([3, 3, 3, 2]);
    expect(isChoiceOf('gate1', choice('trial'))).toBe(false);
  });

  it('let spread and rethink stand beside operate only', () => {
    expect(isChoiceOf('gate3', choice('operate', { spread: true, rethink: true }))).toBe(true);
    expect(isChoiceOf('gate3', choice('rethink', { spread: true }))).toBe(false);
    expect(isChoiceOf('gate3', choice('stop', { rethink: true }))).toBe(false);
    expect(isChoiceOf('gate2', choice('trial', { spread: true }))).toBe(false);
  });

  it('stand at the end of three phases', () => {
    expect(['idea', 'investigation', 'trial'].map((phase) => gateAfter(phase as 'idea'))).toEqual([
      'gate1',
      'gate2',
      'gate3',
    ]);
    expect(gateAfter('operation')).toBeNull();
    expect(gateAfter('spread')).toBeNull();
  });

  it.each([
    ['', false],
    ['ok', false],
    ['- ? !', false],
    ['1234', false],
    ['nej', true],
    ['Ja, gør det', true],
    ['æøå', true],
  ])('takes %j as a reason: %s', (text, expected) => {
    expect(isReason(text)).toBe(expected);
  });
});

describe('readiness', () => {
  it.each(gateNames)('%s is ready when everything is there', (gate) => {
    const project = aReadyProject(gate);
    expect(missingFor(project, gate, stepMap(allSteps(project.id, gate)))).toEqual([]);
  });

  it.each(gateNames)('%s names each step that is not there', (gate) => {
    const project = aReadyProject(gate);
    for (const code of stepsBefore(gate)) {
      const rest = allSteps(project.id, gate).filter((step) => step.code !== code);
      const missing = missingFor(project, gate, stepMap(rest));
      expect(missing.map((one) => 'code' in one && one.code)).toEqual([code]);
    }
  });

  it.each([
    ['leadArea', { leadArea: null }],
    ['owner', { ownerId: null }],
    ['lead', { leadId: null }],
    ['purpose', { purpose: ' ' }],
    ['amount', { askOre: null }],
    ['pool', { shares: [] }],
    ['sharesDiffer', { shares: [{ pool: 'common' as const, ore: 1 }] }],
    ['tek', { quality: null }],
    ['risk', { riskCategory: null }],
    ['recommendation', { recommendedOutcome: null }],
  ])('names what is missing: %s', (type, change) => {
    const project = aReadyProject('gate1', change);
    const missing = missingFor(project, 'gate1', stepMap(allSteps(project.id, 'gate1')));
    expect(missing.map((one) => one.type)).toEqual([type]);
  });

  it('asks for four years of running costs from gate 2', () => {
    const project = aReadyProject('gate2', { runningCostsOre: [1, 2, 3] });
    const missing = missingFor(project, 'gate2', stepMap(allSteps(project.id, 'gate2')));
    expect(missing).toEqual([{ type: 'runningCosts' }]);
  });

  it('asks for no money at gate 3', () => {
    const project = aReadyProject('gate3', { askOre: null, shares: [] });
    expect(missingFor(project, 'gate3', stepMap(allSteps(project.id, 'gate3')))).toEqual([]);
  });

  it('asks at gate 3, and not before, who pays when the trial is over (L: the stop block KL found)', () => {
    const project = aReadyProject('gate3', { operationPayer: ' ' });
    expect(missingFor(project, 'gate3', stepMap(allSteps(project.id, 'gate3')))).toEqual([
      { type: 'operationPayer' },
    ]);
    const earlier = aReadyProject('gate2', { operationPayer: '' });
    expect(missingFor(earlier, 'gate2', stepMap(allSteps(earlier.id, 'gate2')))).toEqual([]);
    expect(readyFacts('gate2', [])).not.toContain('operationPayer');
    expect(readyFacts('gate3', [])).toContain('operationPayer');
    expect(readyFacts('gate1', [])).not.toContain('runningCosts');
  });

  it('holds the first trial step back until the checks that the fast track skipped are done', () => {
    expect(tickRefusalOf('trialStart', '', new Set(), true)?.type).toBe('notYet');
    expect(tickRefusalOf('trialStart', '', new Set(['safetyChecks']), true)).toBeNull();
    expect(tickRefusalOf('trialStart', '', new Set(), false)).toBeNull();
  });
});
