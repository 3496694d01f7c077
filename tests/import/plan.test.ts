import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { defaultAreas } from '#shared/domain/area.ts';
import type { Project } from '#shared/domain/project.ts';
import { linesOf } from '../../infra/import/linesOf.ts';
import { type Plan, type Planned, planOf } from '../../infra/import/plan.ts';
import { readTable } from '../../infra/import/readTable.ts';
import { people } from '../builders/portfolio.ts';

const around = { areas: defaultAreas, people, at: '2026-11-23T09:14:00Z', by: 'Import' };

const planFor = async (
  text: string | Uint8Array,
  existing: readonly Project[] = [],
  strict = false,
): Promise<Plan> => {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  const read = await readTable(bytes);
  if (!read.ok) throw new Error(read.problem);
  const planning = planOf(read.table, { ...around, existing, strict });
  if (!planning.ok) throw new Error(planning.problem);
  return planning.plan;
};

const createdIn = (plan: Plan): readonly Project[] =>
  plan.rows.flatMap((row) => (row.type === 'created' ? [row.project] : []));

const reasonsIn = (rows: readonly Planned[]): readonly string[] =>
  rows.flatMap((row) => (row.type === 'refused' ? row.reasons : []));

const sample = new URL('../../infra/sample/projects.csv', import.meta.url);

describe('the plan of an import', () => {
  it('makes the whole sample, with nothing refused and nothing ignored', async () => {
    const plan = await planFor(await readFile(sample));
    expect(plan.ignored).toEqual([]);
    expect(createdIn(plan)).toHaveLength(140);
    const across = createdIn(plan).filter((project) => project.leadArea === null);
    expect(across).toHaveLength(16);
    expect(across[0]?.areas).toEqual(['social', 'sundhed', 'omsorg']);
    const [robots] = createdIn(plan).filter((project) => project.id === 'P041');
    expect(robots).toMatchObject({
      title: 'AIR – AI-rehabilitering',
      municipality: 'Aalborg, Viborg',
      budgetOre: 410_000_000,
      phase: 'trial',
      status: 'active',
      efficiency: null,
    });
    expect(robots?.efficiencyWhy).not.toBe('');
  });

  it('finds nothing to do the second time', async () => {
    const bytes = await readFile(sample);
    const first = createdIn(await planFor(bytes));
    const again = await planFor(bytes, first);
    expect(new Set(again.rows.map((row) => row.type))).toEqual(new Set(['unchanged']));
    expect(again.rows.flatMap((row) => row.remarks)).toEqual([]);
  });

  it('tells which fields of a project it would change, and no others', async () => {
    const [old] = createdIn(await planFor('id;titel;beløb\nX1;Lys;1.000\n'));
    const plan = await planFor('id;titel;beløb;kommune\nX1;Lys;2.000;Viborg\n', old ? [old] : []);
    expect(plan.rows).toEqual([
      expect.objectContaining({
        type: 'changed',
        changes: { budgetOre: 200_000, municipality: 'Viborg' },
      }),
    ]);
    expect(linesOf(plan)[0]).toMatch(/^linje 2 +ændres +X1 Lys · kommune, beløb$/);
  });

  it('never moves a project to another phase, and says so', async () => {
    const [old] = createdIn(await planFor('id;titel;status\nX1;Lys;idé\n'));
    const plan = await planFor('id;titel;status\nX1;Lys;drift\n', old ? [old] : []);
    expect(plan.rows[0]?.type).toBe('unchanged');
    expect(plan.rows[0]?.remarks.join()).toMatch(/kun gates flytter et projekt/);
  });

  it('leaves alone what an empty cell does not say', async () => {
    const [old] = createdIn(await planFor('id;titel;beløb\nX1;Lys;1.000\n'));
    const plan = await planFor('id;titel;beløb\nX1;Lys;\n', old ? [old] : []);
    expect(plan.rows[0]?.type).toBe('unchanged');
  });

  it.each([
    'titel;fagområde',
    'Projekt;Område',
    'PROJEKTNAVN;Chefområde',
    'Projekttitel ; Fag-område',
    '"Titel";"fagområde"',
  ])('knows the headings %s', async (headings) => {
    const [made] = createdIn(await planFor(`${headings}\nLys;sundhed\n`));
    expect(made).toMatchObject({ title: 'Lys', leadArea: 'sundhed' });
  });

  it.each([
    ['fagområde', 'Teknik', /kendes ikke/],
    ['status', 'svæver', /kendes ikke/],
    ['type', 'måske', /kendes ikke/],
    ['gevinst_type', 'glæde', /kendes ikke/],
    ['prioritet', 'øverst', /kendes ikke/],
    ['projektejer', 'Hr. Ingen', /findes ikke på listen/],
    ['beløb', '-5', /0 eller mere/],
    ['kilde', 'javascript:alert(1)', /http/],
    ['startår', 'snart', /et år mellem/],
  ])(
    'leaves the field when %s is %s, names the cell, and is strict when asked',
    async (heading, word, sentence) => {
      const text = `titel;${heading}\nLys;"${word}"\nGod;x\n`;
      const plan = await planFor(text);
      expect(plan.rows[0]?.type).toBe('created');
      expect(plan.unread[0]).toMatchObject({ line: 2, address: 'B2', seen: word });
      expect(plan.unread[0]?.reason).toMatch(sentence);
      const strict = await planFor(text, [], true);
      expect(strict.rows[0]?.type).toBe('refused');
      expect(reasonsIn(strict.rows)[0]).toMatch(sentence);
    },
  );

  it('keeps what is there when a cell cannot be read', async () => {
    const [old] = createdIn(await planFor('id;titel;beløb\nX1;Lys;1.000\n'));
    const plan = await planFor('id;titel;beløb\nX1;Lys;100 eller 200\n', old ? [old] : []);
    expect(plan.rows[0]?.type).toBe('unchanged');
    expect(plan.unread).toHaveLength(1);
  });

  it('refuses a row whose key is none', async () => {
    const plan = await planFor('titel;id\nLys;../x\nGod;\n');
    expect(plan.rows.map((row) => row.type)).toEqual(['refused', 'created']);
    expect(reasonsIn(plan.rows)[0]).toMatch(/må kun have bogstaver/);
  });

  it('tells every fault of a row at once', async () => {
    const plan = await planFor('titel;fagområde;beløb;status\n;Teknik;-5;svæver\n');
    expect(reasonsIn(plan.rows)).toHaveLength(4);
  });

  it('refuses both of two rows with the same key', async () => {
    const plan = await planFor('id;titel\nX1;Et\nX2;To\nx1;Tre\n');
    expect(plan.rows.map((row) => row.type)).toEqual(['refused', 'created', 'refused']);
    expect(reasonsIn(plan.rows)).toEqual([
      expect.stringMatching(/linje 4/),
      expect.stringMatching(/linje 2/),
    ]);
  });

  it('refuses a cell below no heading, and a broken row', async () => {
    const plan = await planFor('titel;kommune\nLys;Viborg;overskud\nB;"aldrig slut\n');
    expect(reasonsIn(plan.rows)).toEqual([
      expect.stringMatching(/Kolonne 3/),
      expect.stringMatching(/anførselstegn/),
    ]);
  });

  it('says which columns it does not use, and which projects share a name', async () => {
    const [old] = createdIn(await planFor('id;titel\nX1;Lys\n'));
    const plan = await planFor('id;titel;farve\nX9;Lys;rød\n', old ? [old] : []);
    expect(linesOf(plan)[0]).toBe('Kolonner, der ikke bruges: farve.');
    expect(plan.rows[0]?.remarks.join()).toMatch(/X1/);
  });

  it('knows a project without a number by its title and place', async () => {
    const text = 'titel;kommune\nLys;Viborg\n';
    const first = createdIn(await planFor(text));
    const again = await planFor(text, first);
    expect(again.rows[0]?.type).toBe('unchanged');
  });

  it('refuses a file where two headings mean the same, or none is a title', async () => {
    await expect(planFor('titel;projekt\nA;B\n')).rejects.toThrow(/betyder det samme/);
    await expect(planFor('kommune\nViborg\n')).rejects.toThrow(/titel/);
  });

  it('takes a short summary for the purpose, and never a long one', async () => {
    const long = Array.from({ length: 16 }, () => 'ord').join(' ');
    const [short, other] = createdIn(await planFor(`titel;resume\nA;Få ord.\nB;${long}\n`));
    expect(short?.purpose).toBe('Få ord.');
    expect(other?.purpose).toBe('');
  });
});
