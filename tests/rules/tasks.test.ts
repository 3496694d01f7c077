import { describe, expect, it } from 'vitest';
import type { Project } from '#shared/domain/project.ts';
import type { SpreadUnit } from '#shared/domain/spread/spreadUnit.ts';
import { blankStep, type Step, type StepCode } from '#shared/domain/steps.ts';
import { defaultStepTemplates } from '#shared/domain/stepTemplates.ts';
import { chosenFor, leadTasks, othersSteps, type Underway } from '#shared/domain/tasks/tasks.ts';
import { timeOf } from '#shared/domain/tasks/when.ts';
import { allSteps, aReadyProject } from '../builders/portfolio.ts';

const steps = (...said: readonly Partial<Step>[]): ReadonlyMap<StepCode, Step> =>
  new Map(
    said.map((one) => {
      const code = one.code ?? 'schedule';
      return [code, { ...blankStep('p1', code), ...one }];
    }),
  );

const underway = (more: Partial<Underway> = {}): Underway => ({
  project: aReadyProject('gate2', { id: 'p1', leadId: 'lead', ownerId: 'owner' }),
  ...{
    steps: steps(),
    made: defaultStepTemplates,
    gate: 'gate2',
    missing: 3,
    asked: null,
    lateUnits: [],
  },
  ...more,
});

describe('when something is to be done', () => {
  it.each([
    [null, 'undated'],
    ['2026-11-22', 'late'],
    ['2026-11-23', 'thisWeek'],
    ['2026-11-29', 'thisWeek'],
    ['2026-11-30', 'nextWeek'],
    ['2026-12-06', 'nextWeek'],
    ['2026-12-07', 'later'],
  ] as const)('%s is %s on Monday the 23rd', (due, time) => {
    expect(timeOf(due, '2026-11-23')).toBe(time);
  });

  it('on a Sunday the week is over in the evening, also across New Year', () => {
    expect(timeOf('2027-01-03', '2027-01-03')).toBe('thisWeek');
    expect(timeOf('2027-01-04', '2027-01-03')).toBe('nextWeek');
  });
});

describe('what the lead has to do on a project (domain.md, Steps inside a phase)', () => {
  it('is the first step that is not done, when nobody has planned any', () => {
    expect(leadTasks(underway(), 'lead')).toEqual([{ type: 'step', code: 'schedule', due: null }]);
  });

  it('is what has a date or was given to them, and not what others were chosen for', () => {
    const planned = steps(
      { code: 'schedule', responsibleId: 'owner', responsible: 'Ejer', due: '2026-12-01' },
      { code: 'serviceDesign', due: '2026-12-02' },
      { code: 'draftContract', responsible: 'Leverandøren' },
      { code: 'benefitClarification', responsibleId: 'lead', responsible: 'Leder' },
    );
    const one = underway({ steps: planned });
    expect(leadTasks(one, 'lead')).toEqual([
      { type: 'step', code: 'benefitClarification', due: null },
      { type: 'step', code: 'serviceDesign', due: '2026-12-02' },
    ]);
    expect(chosenFor(one, 'owner')).toEqual([
      { type: 'step', code: 'schedule', due: '2026-12-01' },
    ]);
    expect(othersSteps(one, 'lead').map(({ code }) => code)).toEqual(['schedule', 'draftContract']);
  });

  it('is to send the gate when nothing is missing, until somebody is asked', () => {
    const byCode = new Map(allSteps('p1', 'gate2').map((step) => [step.code, step]));
    const ready = underway({ steps: byCode, missing: 0 });
    expect(leadTasks(ready, 'lead')).toEqual([{ type: 'send', gate: 'gate2', due: null }]);
    const asked = { type: 'owner', whom: 'Ejer', since: '2026-11-20', gate: 'gate2' } as const;
    expect(leadTasks({ ...ready, asked }, 'lead')).toEqual([]);
  });

  it("is not the owner's word while the owner is asked", () => {
    const asked = { type: 'owner', whom: 'Ejer', since: '2026-11-20', gate: 'gate2' } as const;
    const planned = steps({ code: 'investigationOwner', responsibleId: 'owner', responsible: 'E' });
    expect(othersSteps(underway({ steps: planned }), 'lead')).toHaveLength(1);
    expect(othersSteps(underway({ steps: planned, asked }), 'lead')).toEqual([]);
    expect(chosenFor(underway({ steps: planned, asked }), 'owner')).toEqual([]);
  });

  it.each(['raw', 'backlog', 'stopped', 'closed'] as const)(
    'is nothing when it is %s',
    (status) => {
      const { project } = underway();
      const still = underway({ project: { ...project, status } });
      expect(leadTasks(still, 'lead')).toEqual([]);
    },
  );

  it('is what people have written as the next step, and then nothing is guessed', () => {
    const { project } = underway();
    const written = { ...project, nextStep: 'Ring til Randers', nextStepDue: '2026-11-25' };
    expect(leadTasks(underway({ project: written }), 'lead')).toEqual([
      { type: 'nextStep', text: 'Ring til Randers', due: '2026-11-25' },
    ]);
  });

  it('is waited for by whoever leads it once somebody was chosen, until it is over', () => {
    const { project } = underway();
    const planned = steps({ code: 'schedule', responsible: 'Leverandøren' });
    const waits = (status: Project['status']) =>
      othersSteps(underway({ project: { ...project, status }, steps: planned }), 'lead').length;
    expect((['backlog', 'active', 'stopped', 'closed'] as const).map(waits)).toEqual([1, 1, 0, 0]);
  });
});

describe('a unit of a spread whose month is over', () => {
  const unit: SpreadUnit = {
    ...{ id: 'u1', projectId: 'p1', name: 'Distrikt Syd', state: 'planned' },
    ...{ planned: '2028-02-01', firstPlanned: null, startedOn: null, reason: '', givenUpOn: null },
    lastChange: null,
  };

  it("is the lead's to follow up, and was due on the last day of the month", () => {
    const project = { ...underway().project, phase: 'spread', status: 'operating' } as const;
    const one = underway({ project, gate: null, missing: 0, lateUnits: [unit] });
    expect(leadTasks(one, 'lead')).toEqual([
      { type: 'unit', unitId: 'u1', name: 'Distrikt Syd', due: '2028-02-29' },
    ]);
    expect(chosenFor(one, 'owner')).toEqual([]);
  });
});
