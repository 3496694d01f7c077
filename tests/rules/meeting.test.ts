import { describe, expect, it } from 'vitest';
import {
  meetingStepBefore,
  onMeeting,
  suggestsLift,
  totalHours,
} from '#shared/domain/meeting/meeting.ts';
import { profileOf, signCount, suggestedBy } from '#shared/domain/profile.ts';
import type { Project } from '#shared/domain/project.ts';
import type { Step, StepCode } from '#shared/domain/steps.ts';
import { allSteps, aReadyProject } from '../builders/portfolio.ts';

const without = (gate: 'gate1' | 'gate2' | 'gate3', ...left: readonly StepCode[]) =>
  new Map(
    allSteps('p1', gate)
      .filter(({ code }) => !left.includes(code))
      .map((step): [StepCode, Step] => [step.code, step]),
  );

const taken = (more: Partial<Project> = {}, ...left: readonly StepCode[]) =>
  onMeeting(aReadyProject('gate1', more), without('gate1', ...left), false);

describe("DigiTek's meeting (domain.md, Steps inside a phase)", () => {
  it('stands before each gate', () => {
    expect(['gate1', 'gate2', 'gate3'].map((gate) => meetingStepBefore(gate as 'gate1'))).toEqual([
      ...['ideaMeeting', 'investigationMeeting', 'trialMeeting'],
    ]);
  });

  it('takes up what has its paper and its checklist, before the owner, the chef and the pool', () => {
    const shares: Project['shares'] = [];
    expect(taken({ shares }, 'ideaMeeting', 'ideaOwner', 'ideaChef')).toMatchObject({
      ...{ gate: 'gate1', step: 'ideaMeeting', state: 'ready', lacks: [] },
    });
  });

  it('names what should be there first, and leaves out what is far from ready', () => {
    expect(taken({ askOre: null }, 'ideaMeeting', 'ideaChecklist')).toMatchObject({
      ...{ state: 'lacking', lacks: [{ type: 'amount' }, { type: 'step', code: 'ideaChecklist' }] },
    });
    const blank = { askOre: null, purpose: '', riskCategory: null } as const;
    expect(taken(blank, 'ideaMeeting', 'ideaChecklist')).toBeNull();
  });

  it('is done when it is held and has recommended, and not before both', () => {
    expect(taken({}, 'ideaOwner', 'ideaChef')).toMatchObject({ state: 'done' });
    expect(taken({ recommendedOutcome: null }, 'ideaOwner')).toMatchObject({ state: 'ready' });
    expect(taken({}, 'ideaMeeting')).toMatchObject({ state: 'ready' });
  });

  it.each([
    ['passes no gate', { type: 'skal' }],
    ['is over', { status: 'stopped' }],
    ['lies in the backlog', { status: 'backlog' }],
    ['is in operation', { phase: 'operation', status: 'operating' }],
  ] satisfies readonly (readonly [string, Partial<Project>])[])(
    'does not take up a project that %s',
    (_, more) => {
      expect(taken(more, 'ideaMeeting')).toBeNull();
    },
  );

  it('does not take up one whose gate is asked for', () => {
    expect(onMeeting(aReadyProject('gate1'), without('gate1'), true)).toBeNull();
  });

  it('suggests a lift above the hours, and says nothing of hours nobody has given', () => {
    const hours = { hoursDigitek: 60, hoursIt: 45, hoursArea: 80 };
    expect(totalHours(hours)).toBe(185);
    expect(suggestsLift(hours, 120)).toBe(true);
    expect(suggestsLift({ ...hours, hoursArea: 15 }, 120)).toBe(false);
    expect(totalHours({ hoursDigitek: null, hoursIt: null, hoursArea: null })).toBeNull();
  });
});

const judged = (more: Partial<Project>) =>
  profileOf({
    ...{ efficiency: null, quality: null, wellbeing: null, riskCategory: null },
    ...{ timeHorizon: null, spreadPotential: null, attention: null },
    ...more,
  });

describe('the six signs of a low and a high priority (features E17, E18)', () => {
  it('point as the profiles say', () => {
    const high = judged({
      ...{ efficiency: 3, quality: 2, wellbeing: 1, riskCategory: 1 },
      ...{ timeHorizon: 'short', spreadPotential: 'large', attention: 'great' },
    });
    expect(Object.values(high)).toEqual(Array.from({ length: 6 }, () => 'high'));
    expect(suggestedBy(high)).toBe('high');
    const low = judged({
      ...{ efficiency: 1, quality: 3, wellbeing: 1, riskCategory: 4 },
      ...{ timeHorizon: 'long', spreadPotential: 'little', attention: 'little' },
    });
    expect(Object.values(low)).toEqual(Array.from({ length: 6 }, () => 'low'));
    expect(suggestedBy(low)).toBe('low');
  });

  it('leave out what nobody has said, and suggest nothing on too little', () => {
    const little = judged({ timeHorizon: 'short', spreadPotential: 'large', attention: 'great' });
    expect(signCount(little)).toEqual({ high: 3, low: 0, said: 3 });
    expect(suggestedBy(little)).toBeNull();
  });

  it('suggest the middle when they point both ways', () => {
    const both = judged({
      ...{ efficiency: 3, quality: 1, wellbeing: 1, riskCategory: 4 },
      ...{ timeHorizon: 'short', spreadPotential: 'little', attention: 'little' },
    });
    expect(signCount(both)).toEqual({ high: 3, low: 3, said: 6 });
    expect(suggestedBy(both)).toBe('medium');
  });

  it('no efficiency at all is never the greatest gain', () => {
    expect(judged({ efficiency: 0, quality: 0, wellbeing: 0 }).gain).toBe('low');
  });
});
