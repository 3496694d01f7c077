import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { importOf, planFrom } from '../builders/importing.ts';

const folder = new URL('../../../shared/cases/', import.meta.url);
const absent = !existsSync(folder);
const file = (name: string): Uint8Array => new Uint8Array(readFileSync(new URL(name, folder)));

/** What each file must give; the kinds themselves are tests of their own, on files made here. */
const right: Readonly<Record<string, readonly object[]>> = {
  '01-sep-line.csv': [{ title: 'Rapport 01 sep-linje', budgetOre: 4_500_000, status: 'active' }],
  '02-utc-midnight.csv': [
    { nextStepDue: '2026-12-03', startYear: 2026 },
    { nextStepDue: '2027-07-01', startYear: 2026 },
  ],
  '03-date-with-time.csv': Array.from({ length: 4 }, () => ({ nextStepDue: '2026-12-03' })),
  '04-nbsp-words.csv': [
    // The word is known; the highest priority itself is for SKAL only (domain.md, Priority).
    { phase: 'operation', firstPriority: 'high', budgetOre: 125_000_000 },
    { phase: 'operation', firstPriority: 'high', budgetOre: 4_500_000 },
  ],
  '05-nfd.csv': Array.from({ length: 2 }, () => ({
    phase: 'idea',
    areas: ['social', 'sundhed', 'omsorg'],
  })),
  '21-prefixed.xlsx': [{ leadArea: 'omsorg', budgetOre: 4_500_000, nextStepDue: '2026-12-03' }],
  '23-hidden-first.xlsx': [{ title: 'Rapport 23 synlig' }],
  '24-merged-amount.xlsx': [{ budgetOre: 90_000_000 }, { budgetOre: null }, { budgetOre: null }],
  '25-rich-link-title.xlsx': [{ title: 'Rapport 25 Nøglefri hjemmepleje', budgetOre: 4_500_000 }],
};

describe.skipIf(absent)(
  'the small inputs that were answered wrongly (skipped: no shared/cases)',
  () => {
    it.each(Object.entries(right))('%s', (name, projects) => {
      expect(importOf(file(name))).toMatchObject(projects);
    });

    it('40: an id in another case is the same project', () => {
      const first = importOf(file('40a-id-upper.csv'));
      const after = importOf(file('40b-id-lower.csv'), { existing: first });
      expect(after).toMatchObject([{ id: 'RAP-40', budgetOre: 9_900_000 }]);
    });

    it('42: a formula that gives 0 is 0', () => {
      const first = importOf(file('42-before.csv'));
      const plan = planFrom(file('42-formula-zero.xlsx'), { existing: first });
      expect(plan.rows.map((one) => one.type)).toEqual(['changed', 'changed']);
      const after = importOf(file('42-formula-zero.xlsx'), { existing: first });
      expect(after.map((one) => one.budgetOre)).toEqual([0, 0]);
    });
  },
);
