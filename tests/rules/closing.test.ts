import { describe, expect, it } from 'vitest';
import { leftToClose, takesOver } from '#shared/domain/closing.ts';
import { moveRefusalOf } from '#shared/domain/movement.ts';
import { type StepCode, stepCodes } from '#shared/domain/steps.ts';
import { defaultStepTemplates } from '#shared/domain/stepTemplates.ts';
import { leftText } from '#shared/words/screens/closing.ts';
import { aReadyProject } from '../builders/portfolio.ts';

const done = (...codes: readonly StepCode[]): ReadonlySet<StepCode> => new Set(codes);

describe('closing (domain.md, Closing)', () => {
  it('names all that is left, units first, each with a word', () => {
    const left = leftToClose({ doneSteps: done(), unitsLeft: 2, benefitsLeft: ['Sparet kørsel'] });
    expect(left).toEqual([
      { type: 'units', count: 2 },
      { type: 'step', code: 'benefitFollowUp' },
      { type: 'step', code: 'leadLetsGo' },
      { type: 'benefit', title: 'Sparet kørsel' },
    ]);
    expect(left.map((one) => leftText(one, defaultStepTemplates))).toEqual([
      ...['2 enheder mangler at starte', 'Aftal opfølgning på gevinster', 'Slip projektet'],
      'Følg gevinsten Sparet kørsel til dørs',
    ]);
    const doneSteps = done('benefitFollowUp', 'leadLetsGo');
    expect(leftToClose({ doneSteps, unitsLeft: 0, benefitsLeft: [] })).toEqual([]);
  });

  it('is refused exactly while something is left, whatever else is done', () => {
    const project = aReadyProject('gate3', { phase: 'operation', status: 'operating' });
    for (let at = 0; at < 16; at += 1) {
      const left = { benefitFollowUp: (at & 1) > 0, leadLetsGo: (at & 2) > 0, unit: (at & 4) > 0 };
      const doneSteps = new Set(
        stepCodes.filter((code) => !(left as Partial<Record<StepCode, boolean>>)[code]),
      );
      const benefitsLeft = (at & 8) > 0 ? ['Sparet kørsel'] : [];
      const facts = { doneSteps, unitsLeft: left.unit ? 1 : 0, benefitsLeft };
      const refusal = moveRefusalOf({
        ...{ project, changes: { status: 'closed' }, reason: '', isOpen: false, decisions: [] },
        ...facts,
      });
      expect(refusal === null).toBe(leftToClose(facts).length === 0);
    }
  });

  it('says who takes over: who is named for the operation, else the owner', () => {
    const named = { responsible: 'Driftsteamet' };
    expect(takesOver({ ownerName: 'Ejer' }, named)).toBe('Driftsteamet');
    expect(takesOver({ ownerName: 'Ejer' }, { responsible: '' })).toBe('Ejer');
    expect(takesOver({ ownerName: '' }, undefined)).toBe('');
  });
});
