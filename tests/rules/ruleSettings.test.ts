import { describe, expect, it } from 'vitest';
import { usualOrder } from '#shared/domain/quarter/order.ts';
import {
  isRhythmSet,
  numberSettings,
  type RuleKey,
  type RuleValues,
  ruleKeys,
  ruleProblemsOf,
  rules,
  ruleValuesOf,
  usualRules,
} from '#shared/domain/ruleSettings.ts';
import { defaultSettings } from '#shared/domain/settings.ts';
import {
  ruleGroups,
  ruleHint,
  ruleLabel,
  ruleMeans,
  ruleProblemText,
  rulesWords,
  ruleValueText,
} from '#shared/words/screens/rules.ts';
import { rulesDraftOf, valuesIn } from '../../tabs/settings/rulesDraft.ts';

const withOne = (key: RuleKey, value: unknown): RuleValues =>
  ({ ...usualRules, [key]: value }) as RuleValues;

describe('the rules DigiTek sets (⚙ in domain.md)', () => {
  it('are usual as domain.md says', () => {
    expect(ruleValuesOf(defaultSettings)).toEqual({
      ...{ ownerDays: 2, chefDays: 2, talkDays: 2, itDays: 5, screeningDays: 5, purchaseDays: 2 },
      ...{
        benefitMonths: [3, 6, 12],
        benefitDays: 5,
        visitDays: 5,
        visitsAYear: 4,
        visitsAnArea: 1,
      },
      ...{ visitTeamHours: 40, visitLederHours: 4, visitEmployeeHours: 1, visitChosenHours: 4 },
      agendaOrder: usualOrder,
      ...{ liftHours: 120, purchaseChefKr: 25_000 },
      ...{ remindAfterDays: 2, consultantAfterDays: 10, agreementDays: 20, yearPointDays: 10 },
      ...{ from: '07:00', digestTime: '08:00', until: '17:00', asks: 'inHours' },
      outOfOffice: 'off',
    });
    expect(ruleProblemsOf(usualRules)).toEqual({});
  });

  it('are each shown once, with what it means, what is usual and what it may be', () => {
    expect(ruleGroups.flatMap(({ keys }) => [...keys]).sort()).toEqual([...ruleKeys].sort());
    for (const key of ruleKeys) {
      expect(ruleLabel(key)).not.toBe('');
      expect(ruleMeans(key)).toMatch(/\.$/);
      expect(ruleHint(key, usualRules)).toMatch(/^Sædvanligt: .*\.$/);
    }
    expect(ruleHint('purchaseChefKr', usualRules)).toBe(
      'Sædvanligt: 25.000\u00a0kr. Fra 0 til 10.000.000.',
    );
  });

  it.each(numberSettings)('takes %s between its bounds, and nothing beside', (key) => {
    const { least, most } = rules[key];
    for (const value of [least, most]) expect(ruleProblemsOf(withOne(key, value))).toEqual({});
    for (const value of [least - 1, most + 1, 1.5, Number.NaN, '2', null])
      expect(ruleProblemsOf(withOne(key, value))).toEqual({ [key]: 'bounds' });
    expect(ruleProblemText(key, { [key]: 'bounds' })).toMatch(/^Skriv et helt tal\. Fra /);
  });

  it('takes months that rise, and says how they are written', () => {
    for (const value of [[1], [3, 6, 12], [2, 60], Array.from({ length: 12 }, (_, at) => at + 1)])
      expect(ruleProblemsOf(withOne('benefitMonths', value))).toEqual({});
    for (const value of [[], [0], [61], [6, 3], [3, 3], [1.5], ['3'], '3', null, [3, Number.NaN]])
      expect(ruleProblemsOf(withOne('benefitMonths', value))).toEqual({ benefitMonths: 'months' });
    expect(
      ruleProblemsOf(
        withOne(
          'benefitMonths',
          Array.from({ length: 13 }, (_, at) => at + 1),
        ),
      ),
    ).toEqual({ benefitMonths: 'months' });
    expect(ruleHint('benefitMonths', usualRules)).toBe('Sædvanligt: 3, 6 og 12\u00a0måneder.');
    expect(ruleProblemText('benefitMonths', { benefitMonths: 'months' })).toMatch(/^Skriv fra 1/);
  });

  it('takes hours that come, in their order', () => {
    expect(ruleProblemsOf(withOne('from', '7:00'))).toEqual({ from: 'time' });
    expect(ruleProblemsOf(withOne('digestTime', '24:00'))).toEqual({ digestTime: 'time' });
    expect(ruleProblemsOf(withOne('from', '09:00'))).toEqual({ digestTime: 'order' });
    expect(ruleProblemsOf(withOne('until', '08:00'))).toEqual({ until: 'order' });
    expect(ruleProblemsOf(withOne('asks', 'never'))).toEqual({ asks: 'asks' });
    const { rhythm } = defaultSettings;
    expect(isRhythmSet({ ...rhythm, digestTime: '07:00' })).toBe(true);
    expect(isRhythmSet({ ...rhythm, until: '08:00' })).toBe(false);
    expect(isRhythmSet({ ...rhythm, remindAfterDays: 0 })).toBe(false);
  });

  it.each([
    ['on', 'slået til'],
    ['"on"', 'slået til'],
    ['off', 'slået fra'],
    ['"off"', 'slået fra'],
  ] as const)('says whether it is on, also as the history has it: %s', (value, said) => {
    expect(ruleValueText('outOfOffice', value as never)).toBe(said);
  });

  it('names every setting that is refused', () => {
    expect(rulesWords.nonsense({ ownerDays: 'bounds', until: 'order' })).toBe(
      'Projektejerens godkendelse: Skriv et helt tal. Fra 1 til 60. Beskeder til: Skal ligge efter morgenens besked.',
    );
  });

  it('are read as people write them, with or without points', () => {
    const draft = rulesDraftOf(usualRules);
    expect(draft.purchaseChefKr).toBe('25.000');
    expect(valuesIn(draft)).toEqual(usualRules);
    const written = (text: string) => valuesIn({ ...draft, purchaseChefKr: text }).purchaseChefKr;
    expect([written('30000'), written(' 1.250.000 ')]).toEqual([30_000, 1_250_000]);
    for (const text of ['', '2,5', '25.00', 'to', '-3', '1e3']) expect(written(text)).toBeNaN();
    expect(draft.benefitMonths).toBe('3, 6, 12');
    const months = (text: string) => valuesIn({ ...draft, benefitMonths: text }).benefitMonths;
    expect(months('3, 6 og 12')).toEqual([3, 6, 12]);
    expect(months(' 24;6  12 ')).toEqual([6, 12, 24]);
    for (const text of ['', 'tre', '3-6', '1.5', '3, 3'])
      expect(ruleProblemsOf(withOne('benefitMonths', months(text)))).not.toEqual({});
  });
});
