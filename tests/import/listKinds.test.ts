import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { defaultAreas } from '#shared/domain/area.ts';
import {
  defaultImportWords,
  importFields,
  meaningsOf,
  taught,
  wordKinds,
  wordTwice,
} from '#shared/domain/importWords.ts';
import { newIdea, type Project } from '#shared/domain/project.ts';
import { heldRows } from '../../infra/import/held.ts';
import { linesOf } from '../../infra/import/linesOf.ts';
import { lessonIn } from '../../infra/import/teach.ts';
import { importOf, landed, planFrom } from '../builders/importing.ts';

const aProject = (id: string, title: string, more: Partial<Project> = {}): Project =>
  newIdea({ id, title, createdAt: '2026-11-01T08:00:00Z', createdBy: 'Import', ...more });

describe('what stands in a list beside its projects', () => {
  it('is a title above the headings', () => {
    const plan = planFrom(
      'Projektportefølje 2026;;\nOpdateret 3.11;;\n;;\nTitel;Område;Budget\nLys;Omsorg;5\n',
    );
    expect(landed(plan)).toMatchObject([{ title: 'Lys', leadArea: 'omsorg', budgetOre: 500 }]);
    expect(plan.notes).toEqual([{ type: 'above', lines: [1, 2] }]);
  });

  it.each([
    'I alt;;145.000',
    'Total:;;145.000',
    'SUM;;145.000',
    'Samlet;;145.000',
    ';I alt;145.000',
    'Omsorg i alt;;145.000',
    'I alt 2026;;145.000',
  ])('is a sum: %s', (sum) => {
    const plan = planFrom(`Titel;Område;Budget\nLys;Omsorg;145.000\n${sum}\n`);
    expect(landed(plan).map((project) => project.title)).toEqual(['Lys']);
    expect(plan.skipped).toMatchObject([{ line: 3, why: 'sum' }]);
    expect(plan.rows.some((row) => row.type === 'refused')).toBe(false);
  });

  it('is no sum that only begins like one', () => {
    const text =
      'Titel;Område;Budget\nSamlet indsats mod ensomhed;Omsorg;5\nTotal rehabilitering;Sundhed;6\n';
    expect(importOf(text)).toHaveLength(2);
  });

  it('is the headings once more, or the name of a part of the list', () => {
    const plan = planFrom(
      'Titel;Område;Budget\nOMSORG;;\nLys;Omsorg;5\nTitel;Område;Budget\nÆldreområdet;;\nSkærm;;6\n',
    );
    expect(landed(plan).map((project) => project.title)).toEqual(['Lys', 'Skærm']);
    expect(plan.skipped.map(({ why }) => why)).toEqual(['section', 'headings', 'section']);
  });
});

describe('which project a row is', () => {
  it('is its key whatever the case', () => {
    const [old] = importOf('Projekt-id;Titel;Budget\nRAP-40;Store;45.000\n');
    const plan = planFrom('Projekt-id;Titel;Budget\nrap-40;Små;99.000\n', {
      existing: old ? [old] : [],
    });
    expect(plan.rows).toMatchObject([
      { type: 'changed', id: 'RAP-40', changes: { budgetOre: 9_900_000 } },
    ]);
    expect(linesOf(plan).join('\n')).toContain('titel her: "Store", i filen: "Små"');
  });

  it('is no line number: the second list never overwrites the first', () => {
    const first = importOf('Nr.;Titel;Budget\n1;Lys;5\n2;Skærm;6\n');
    const second = planFrom('Nr.;Titel;Budget\n1;Robot;7\n2;Dørlås;8\n', { existing: first });
    expect(landed(second, first).map((project) => project.title)).toEqual([
      'Lys',
      'Skærm',
      'Robot',
      'Dørlås',
    ]);
    expect(linesOf(second).join('\n')).toMatch(/--key "Nr\."/);
  });

  it('is a number when the list says so, and then old and new title stand side by side', () => {
    const first = importOf('Nr.;Titel\n1;Lys\n', { key: 'Nr.' });
    expect(first[0]?.id).toBe('1');
    const second = planFrom('Nr.;Titel\n1;Robot\n', { key: 'nr', existing: first });
    expect(second.rows[0]?.remarks).toEqual(['titel her: "Lys", i filen: "Robot"']);
    expect(() => planFrom('Nr.;Titel\n1;Robot\n', { key: 'Sagsnr' })).toThrow(/"Nr\."|Nr\., Titel/);
  });

  it('is its title and place, however the letters are composed', () => {
    const first = importOf('Titel;Kommune\nNøglefri på Åhjemmet;Århus\n');
    const again = 'Titel;Kommune\nNØGLEFRI  på Aahjemmet;Aarhus\n'.normalize('NFD');
    expect(planFrom(again, { existing: first }).rows[0]).toMatchObject({ id: first[0]?.id });
  });

  it('is the row that an earlier version made from its title, or from its line number', () => {
    const former = (name: string): string =>
      `i${createHash('sha256').update(name).digest('hex').slice(0, 11)}`;
    const existing = [
      aProject(former('åben skærm|viborg'), 'Åben skærm', { municipality: 'Viborg' }),
      aProject('7', 'Dørlås'),
    ];
    const plan = planFrom('Nr.;Titel;Kommune\n3;Åben skærm;Viborg\n7;Dørlås;\n', { existing });
    expect(plan.rows.map((row) => row.type)).toEqual(['unchanged', 'unchanged']);
  });

  it('is nobody’s to choose when two rows have the same title', () => {
    const plan = planFrom('Titel;Budget\nLys;5\nlys ;6\n');
    expect(plan.rows.map((row) => row.type)).toEqual(['refused', 'refused']);
  });
});

describe('two columns for one thing', () => {
  it('reads the better known and names the other', () => {
    const plan = planFrom('Titel;Projektleder;Tovholder\nLys;;x\n');
    expect(plan.remarks.join()).toMatch(/"Tovholder" er ikke læst, for "Projektleder"/);
  });

  it('chooses between no amounts', () => {
    const plan = planFrom('Titel;Budget;Beløb\nLys;5;6\n');
    expect(landed(plan)[0]?.budgetOre).toBeNull();
    expect(plan.remarks).toHaveLength(2);
  });

  it.each([
    ['Afprøvning', 'Afsluttet', 'trial', 'closed'],
    ['Afprøvning', 'I gang', 'trial', 'active'],
    ['Afprøvning', 'Stoppet', 'trial', 'stopped'],
    ['Idé', 'Backlog', 'idea', 'backlog'],
    ['Drift', 'I drift', 'operation', 'operating'],
    ['Afprøvning', 'I drift', 'trial', 'active'],
  ])('puts phase %s and status %s together', (phase, status, itsPhase, itsStatus) => {
    const [project] = importOf(`Titel;Fase;Status\nLys;${phase};${status}\n`);
    expect(project).toMatchObject({ phase: itsPhase, status: itsStatus });
  });
});

describe('the words of a list', () => {
  it('mean one thing each, and something there is', () => {
    expect(wordTwice(defaultImportWords)).toBeNull();
    for (const kind of wordKinds)
      expect(meaningsOf(kind, defaultAreas)).toEqual(
        expect.arrayContaining(Object.keys(defaultImportWords[kind])),
      );
    expect(Object.keys(defaultImportWords.heading).sort()).toEqual([...importFields].sort());
  });

  it.each([
    ['Ældre og omsorg', 'omsorg'],
    ['ÆLDRE & OMSORG', 'omsorg'],
    ['Omsorg og ældre', 'omsorg'],
    ['Omsorgsforvaltningen', 'omsorg'],
    ['Socialområdet', 'social'],
    ['Social- og handicapområdet', 'social'],
    ['Psykiatri', 'social'],
    ['Sundhed og forebyggelse', 'sundhed'],
    ['Sundheds- og træningsområdet', 'sundhed'],
  ])('know the area %s', (word, area) => {
    expect(importOf(`Titel;Område\nLys;${word}\n`)[0]?.leadArea).toBe(area);
  });

  it.each([
    ['Tværgående', ['social', 'sundhed', 'omsorg']],
    ['Alle', ['social', 'sundhed', 'omsorg']],
    ['Omsorg, Sundhed', ['omsorg', 'sundhed']],
    ['Social og Ældre', ['social', 'omsorg']],
  ])('know that %s is several areas, and nobody’s to lead yet', (word, areas) => {
    expect(importOf(`Titel;Område\nLys;"${word}"\n`)[0]).toMatchObject({ leadArea: null, areas });
  });

  it.each([
    ['Under afprøvning', 'trial', 'active'],
    ['Pilot', 'trial', 'active'],
    ['3. Afprøvning', 'trial', 'active'],
    ['Afprøvning (fase 2)', 'trial', 'active'],
    ['Færdig', 'operation', 'closed'],
    ['Udbredelse', 'spread', 'operating'],
    ['Udrulning', 'spread', 'operating'],
    ['Idriftsat', 'operation', 'operating'],
    ['Forundersøgelse', 'investigation', 'active'],
    ['Sat i bero', 'idea', 'backlog'],
    ['Droppet', 'trial', 'stopped'],
    ['Ønske', 'idea', 'raw'],
    ['IDE', 'idea', 'active'],
  ])('know the status %s', (word, phase, status) => {
    expect(importOf(`Titel;Status\nLys;${word}\n`)[0]).toMatchObject({ phase, status });
  });

  it('leave a word that asks, and offer what is unknown to be taught, once', () => {
    const plan = planFrom('Titel;Status;Område\nLys;Drift?;Fjernområdet\nSkærm;;Fjern-området\n');
    expect(landed(plan)).toMatchObject([{ status: 'raw', leadArea: null }, { leadArea: null }]);
    const lines = linesOf(plan, defaultAreas).filter((line) => line.includes('--teach'));
    expect(lines).toHaveLength(2);
    expect(lines.join('\n')).toContain(
      '--teach "område:Fjernområdet=social|sundhed|omsorg|tværgående"   (2 rækker)',
    );
  });

  it('are taught by kind, word and meaning', () => {
    const understood = lessonIn('område:Fjernområdet=Omsorg', defaultAreas);
    if (!understood.ok) throw new Error(understood.problem);
    const { kind, word, meaning } = understood.lesson;
    const words = taught(defaultImportWords, kind, word, meaning);
    expect(importOf('Titel;Område\nLys;fjernområdet\n', { words })[0]?.leadArea).toBe('omsorg');
    const turned = taught(words, 'area', 'Fjern-området', 'social');
    expect(importOf('Titel;Område\nLys;Fjernområdet\n', { words: turned })[0]?.leadArea).toBe(
      'social',
    );
    expect(lessonIn('status:Kladde=idébank', defaultAreas)).toMatchObject({
      ok: true,
      lesson: { meaning: 'raw' },
    });
    for (const wrong of ['farve:Blå=omsorg', 'område:X=teknik', 'område', 'område:=omsorg'])
      expect(lessonIn(wrong, defaultAreas).ok).toBe(false);
  });

  it('name people by name, turned name, address or initials', () => {
    const names = ['Leder, nattevagten', 'owner', 'OWNER@viborg.example', 'Nattevagten Leder'];
    const found = names.map((name) => importOf(`Titel;Projektejer\nLys;"${name}"\n`)[0]?.ownerId);
    expect(found).toEqual(['owner', 'owner', 'owner', null]);
  });
});

describe('what the lists hold afterwards', () => {
  const plan = planFrom('Projekt-id;Titel;Budget\nA1;Lys;5\nA2;Skærm;6\n;;\n../;Nej;1\n');
  it('is counted in them, and not in the plan', () => {
    const all = landed(plan);
    expect(heldRows(plan, all).size).toBe(2);
    expect(heldRows(plan, all.slice(1)).size).toBe(1);
    expect(
      heldRows(
        plan,
        all.map((one) => ({ ...one, budgetOre: 1 })),
      ).size,
    ).toBe(0);
  });
});
