import { describe, expect, it } from 'vitest';
import { type StepCode, stepsBefore, stepsOf } from '#shared/domain/steps.ts';
import {
  allStepsOf,
  areStepTemplates,
  askedSteps,
  isAsked,
  isMilestone,
  keptBy,
  madeCodes,
  mergedTemplates,
  type StepTemplates,
  stepPhases,
  templatesProblemOf,
  tidyTemplates,
  defaultStepTemplates as usual,
  usualStep,
} from '#shared/domain/stepTemplates.ts';
import { stepsWords } from '#shared/words/screens/steps.ts';
import { stepName } from '#shared/words/words.ts';

const off = { ...usualStep, off: true };
const named = (name: string) => ({ ...usualStep, name });
const made = (steps: StepTemplates['steps'], order: StepTemplates['order'] = {}) => ({
  ...{ steps, order },
});

describe('the steps of a phase, as the consultant makes them (domain.md, Steps inside a phase)', () => {
  it('are the table’s where nothing is said', () => {
    for (const phase of stepPhases)
      for (const fast of [false, true])
        expect(askedSteps(usual, phase, fast)).toEqual(stepsOf(phase, fast));
    expect(askedSteps(usual, 'intake', false)).toEqual(stepsOf('intake', false));
  });

  it('are left out, named, ordered, and one of their own comes when it has a name', () => {
    const templates = made(
      { schedule: off, investigationOwn: named('Spørg pårørenderådet') },
      { investigation: ['investigationOwn', 'draftContract'] },
    );
    const asked = askedSteps(templates, 'investigation', false);
    expect(asked.slice(0, 3)).toEqual([
      ...['investigationOwn', 'draftContract', 'benefitClarification'],
    ]);
    expect(asked).not.toContain('schedule');
    expect(stepName('investigationOwn', templates)).toBe('Spørg pårørenderådet');
    expect(isAsked(made({ investigationOwn: named('') }), 'investigationOwn')).toBe(false);
    expect(
      isAsked(made({ investigationOwn: { ...named('X'), off: true } }), 'investigationOwn'),
    ).toBe(false);
  });

  it('on which a rule rests cannot be left out, and the page says why', () => {
    const kept = new Set(madeCodes.filter((code) => keptBy(code) !== null));
    for (const gate of ['gate1', 'gate2', 'gate3'] as const)
      for (const code of stepsBefore(gate)) expect(kept).toContain(code);
    const closing: readonly StepCode[] = ['benefitFollowUp', 'leadLetsGo', 'trialStart'];
    for (const code of closing) expect(kept).toContain(code);
    for (const code of kept) {
      const why = keptBy(code);
      expect(templatesProblemOf(made({ [code]: off }))).toEqual({ type: 'keptStep', code, why });
      expect(isAsked(made({ [code]: off }), code)).toBe(true);
      expect(why && stepsWords.kept(why)).toMatch(/\S\.$/);
    }
  });

  it('are milestones by the table until somebody says otherwise', () => {
    const usually = madeCodes.filter((code) => isMilestone(usual, code));
    expect(usually).toEqual(['trialStart', 'agreements', 'evaluation']);
    const said = (milestone: boolean) => ({ ...usualStep, milestone });
    const otherwise = made({
      evaluation: said(false),
      schedule: said(true),
      agreements: said(true),
    });
    const tidy = tidyTemplates(otherwise);
    expect(tidy.steps).toEqual({ evaluation: said(false), schedule: said(true) });
    expect(areStepTemplates(tidy)).toBe(true);
    expect(areStepTemplates(made({ schedule: { ...usualStep, milestone: 'ja' as never } }))).toBe(
      false,
    );
    expect(isMilestone(tidy, 'evaluation')).toBe(false);
    expect(isMilestone(tidy, 'schedule')).toBe(true);
    expect(stepsWords.change(usual, tidy, 'Konsulent', '2026-11-23T09:00:00Z')).toMatch(
      /gjorde »[^«]+« til milepæl, tog milepælen af »[^«]+«/,
    );
  });

  it('named by a tab of the release before keep what it does not speak of', () => {
    const now = tidyTemplates(made({ schedule: { ...usualStep, milestone: true } }));
    const wanted = made({ draftContract: named('Udkast') });
    expect(mergedTemplates(usual, wanted, now).templates.steps).toEqual({
      schedule: { ...usualStep, milestone: true },
      draftContract: named('Udkast'),
    });
  });

  it('keep a link only when it is one', () => {
    const link = (text: string) =>
      templatesProblemOf(made({ schedule: { ...usualStep, link: text } }));
    expect(link('https://viborg.example/vejledning')).toBeNull();
    for (const bad of ['http://viborg.example', 'javascript:alert(1)', 'https://', 'https://a b'])
      expect(link(bad)).toMatchObject({ type: 'notALink' });
    expect(templatesProblemOf(made({ schedule: named('x'.repeat(81)) }))).toMatchObject({
      type: 'nameTooLong',
    });
  });

  it('are stored without what is as usual, and with each step of a phase once', () => {
    const order: readonly StepCode[] = ['leadLetsGo', 'leadLetsGo', 'schedule'];
    const tidy = tidyTemplates(
      made(
        { schedule: named('  '), evaluation: off, blockers: named('Nej') },
        { operation: order },
      ),
    );
    expect(tidy.steps).toEqual({});
    expect(tidy.order.operation).toEqual([
      ...['leadLetsGo', ...allStepsOf('operation').filter((code) => code !== 'leadLetsGo')],
    ]);
    expect(areStepTemplates(tidy)).toBe(true);
    for (const bad of [
      null,
      {},
      { steps: { schedule: 'x' }, order: {} },
      { steps: {}, order: [1] },
    ])
      expect(areStepTemplates(bad)).toBe(false);
  });
});

describe('two consultants at once', () => {
  const mine = made({ schedule: named('Plan') });

  it('both get theirs where they change different things', () => {
    const theirs = made({ operatingOrganisation: off }, { trial: ['limitedTrial'] });
    const { templates, clashes } = mergedTemplates(usual, mine, tidyTemplates(theirs));
    expect(clashes).toBe(false);
    expect(templates.steps).toEqual({ ...mine.steps, ...theirs.steps });
    expect(templates.order.trial?.[0]).toBe('limitedTrial');
  });

  it('are told where they change the same, but for the very same', () => {
    expect(mergedTemplates(usual, mine, made({ schedule: off })).clashes).toBe(true);
    expect(mergedTemplates(usual, mine, mine).clashes).toBe(false);
    const [one, other] = [
      made({}, { trial: ['evaluation'] }),
      made({}, { trial: ['agreements', 'trialStart'] }),
    ];
    expect(mergedTemplates(usual, one, other).clashes).toBe(true);
  });

  it('takes back one change, and leaves what came after', () => {
    const before = mine;
    const after = made({ ...mine.steps, operatingOrganisation: off });
    const now = made({ ...after.steps, trialOwn: named('Fotos') });
    const undone = mergedTemplates(after, before, now);
    expect(undone).toEqual({
      templates: tidyTemplates(made({ ...mine.steps, trialOwn: named('Fotos') })),
      clashes: false,
    });
  });
});
