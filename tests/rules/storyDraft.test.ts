import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultAreas } from '#shared/domain/area.ts';
import { phases } from '#shared/domain/phase.ts';
import { newIdea, type Project, statuses } from '#shared/domain/project.ts';
import { lengthOf, longestPost } from '#shared/domain/stories/linkedIn.ts';
import { gapsIn } from '#shared/domain/stories/privacy.ts';
import {
  descriptionDraft,
  factSheet,
  microStoryDraft,
  topicDraft,
} from '#shared/words/stories/draft.ts';

const empty = newIdea({
  id: 'p1',
  title: 'Skærmopkald',
  createdAt: '2026-09-01T08:00:00Z',
  createdBy: 'Konsulent, DigiTek',
});

const full: Project = {
  ...empty,
  title: 'Skærmopkald i hjemmeplejen',
  purpose: 'Borgeren får et opkald på skærm i stedet for et kort besøg',
  summary: 'Vi ringer op til tre gange om dagen.\n\nOpkaldet tager fire minutter.',
  phase: 'trial',
  status: 'active',
  leadArea: 'omsorg',
  areas: ['sundhed', 'omsorg'],
  technology: 'Tablet med video',
  efficiencyWhy: 'Mindre kørsel',
  wellbeingWhy: 'Færre afbrydelser for borgeren.',
  municipality: 'Viborg',
  leadName: 'Projektleder, DigiTek',
  ownerName: 'Leder, hjemmeplejen',
  budgetOre: 180_000_00,
  startYear: 2025,
  phaseSince: '2026-10-05T08:00:00Z',
};

describe('a micro-story', () => {
  it('is laid out as why, story and change, with gaps for what nobody has told', () => {
    expect(
      microStoryDraft(full, defaultAreas),
    ).toBe(`Borgeren får et opkald på skærm i stedet for et kort besøg.
Det håber vi på:
– Mindre kørsel.
– Færre afbrydelser for borgeren.

Vi ringer op til tre gange om dagen. Opkaldet tager fire minutter.
Teknologien: Tablet med video.
[Skriv, hvad en borger eller medarbejder oplever]

Vi prøver det af i Omsorg og Sundhed, Viborg Kommune.
[Skriv, hvad der er blevet anderledes, gerne med ét tal]

#velfærdsteknologi`);
  });

  it('of a project that says nothing yet asks for all of it', () => {
    const draft = microStoryDraft(empty, defaultAreas);
    expect(gapsIn(draft).map(({ text }) => text)).toEqual([
      '[Skriv i én sætning, hvad det gør for mennesker]',
      '[Skriv, hvorfor vi gør det: Hvad er svært i dag?]',
      '[Skriv, hvad en borger eller medarbejder oplever]',
      '[Skriv, hvad der bliver anderledes, hvis det virker]',
    ]);
    expect(draft).not.toMatch(/undefined|null|NaN| \n|\n{3}/);
  });

  it('always has room on LinkedIn, and cuts a long summary after a sentence', () => {
    const long = 'Vi ringer til borgeren hver dag. '.repeat(200);
    const draft = microStoryDraft({ ...full, summary: long }, defaultAreas);
    expect(lengthOf(draft)).toBeLessThan(longestPost);
    expect(draft).toContain('hver dag.\nTeknologien');
    for (const text of ['a'.repeat(60_000), '😀'.repeat(30_000)]) {
      const flood = {
        ...full,
        purpose: text,
        summary: text,
        technology: text,
        efficiencyWhy: text,
        qualityWhy: text,
        wellbeingWhy: text,
      };
      expect(lengthOf(microStoryDraft(flood, defaultAreas))).toBeLessThan(longestPost);
    }
  });
});

describe('the description for viborg.dk', () => {
  it('is ready to copy', () => {
    expect(descriptionDraft(full, defaultAreas)).toBe(`Skærmopkald i hjemmeplejen

Borgeren får et opkald på skærm i stedet for et kort besøg.

Vi ringer op til tre gange om dagen.

Opkaldet tager fire minutter.

Det håber vi på
– Mindre kørsel.
– Færre afbrydelser for borgeren.

Teknologien: Tablet med video.

Så langt er vi
Vi prøver det af i Omsorg og Sundhed, Viborg Kommune.

Vil du vide mere?
Spørg Projektleder, DigiTek.`);
  });

  it('says what is known of an idea, and no more', () => {
    expect(descriptionDraft(empty, defaultAreas)).toBe(`Skærmopkald

Så langt er vi
Det er en idé, som ikke er sat i gang endnu.

Vil du vide mere?
Spørg team DigiTek.`);
  });

  it('is another text in every phase, so that a new phase makes the old one stale', () => {
    const texts = phases.map((phase) => descriptionDraft({ ...full, phase }, defaultAreas));
    expect(new Set(texts).size).toBe(phases.length);
  });

  it.each([
    ['stopped', 'trial', 'Projektet i Omsorg og Sundhed, Viborg Kommune er stoppet.'],
    ['closed', 'trial', 'Projektet i Omsorg og Sundhed, Viborg Kommune er afsluttet.'],
    ['operating', 'operation', 'Det er i brug i Omsorg og Sundhed, Viborg Kommune.'],
    [
      'operating',
      'spread',
      'Flere steder er ved at tage det i brug i Omsorg og Sundhed, Viborg Kommune.',
    ],
    [
      'pipeline',
      'idea',
      'Det er en idé i Omsorg og Sundhed, Viborg Kommune, som ikke er sat i gang endnu.',
    ],
    [
      'active',
      'idea',
      'Det er en idé, som vi er ved at vurdere i Omsorg og Sundhed, Viborg Kommune.',
    ],
  ] as const)('of a %s project in %s', (status, phase, sentence) => {
    expect(descriptionDraft({ ...full, status, phase }, defaultAreas)).toContain(sentence);
  });
});

it('an article’s topic asks for method, result and who will tell', () => {
  const draft = topicDraft(full, '');
  expect(draft).toContain('Vi vil gerne fortælle om Skærmopkald i hjemmeplejen.');
  expect(gapsIn(draft)).toHaveLength(4);
});

it('a benefit that is none, or that nobody has assessed, is not told', () => {
  const project: Project = {
    ...full,
    efficiency: 0,
    quality: 1,
    qualityWhy: 'Døren åbnes straks.',
    wellbeingWhy: 'Nævnt som gevinst i kilden. Ikke vurderet.',
  };
  expect(descriptionDraft(project, defaultAreas)).toContain(
    'Det håber vi på\n– Døren åbnes straks.\n\nTeknologien',
  );
});

it('what is in use is not told as a hope', () => {
  const inUse: Project = { ...full, phase: 'operation' };
  for (const draft of [microStoryDraft(inUse, defaultAreas), descriptionDraft(inUse, defaultAreas)])
    expect(draft).toMatch(/^Det ville vi opnå:?$/m);
  expect(factSheet(inUse, defaultAreas).map(({ label }) => label)).toContain('Det ville vi opnå');
});

describe('the fact sheet', () => {
  it('holds what the leder may be asked about', () => {
    expect(factSheet(full, defaultAreas)).toEqual([
      { code: 'project', label: 'Projekt', text: 'Skærmopkald i hjemmeplejen' },
      {
        code: 'purpose',
        label: 'Kort sagt',
        text: 'Borgeren får et opkald på skærm i stedet for et kort besøg.',
      },
      {
        code: 'summary',
        label: 'Mere om det',
        text: 'Vi ringer op til tre gange om dagen. Opkaldet tager fire minutter.',
      },
      {
        code: 'hope',
        label: 'Det håber vi på',
        text: 'Mindre kørsel. Færre afbrydelser for borgeren.',
      },
      {
        code: 'standing',
        label: 'Så langt er vi',
        text: 'Vi prøver det af i Omsorg og Sundhed, Viborg Kommune.',
      },
      { code: 'since', label: 'I fasen siden', text: '5.\u00a0oktober\u00a02026' },
      { code: 'place', label: 'Hvor', text: 'Omsorg og Sundhed, Viborg Kommune' },
      { code: 'technology', label: 'Teknologi', text: 'Tablet med video' },
      { code: 'years', label: 'År', text: 'Fra 2025' },
      { code: 'budget', label: 'Forventet budget', text: '180.000\u00a0kr.' },
      { code: 'lead', label: 'Projektleder', text: 'Projektleder, DigiTek' },
      { code: 'owner', label: 'Projektejer', text: 'Leder, hjemmeplejen' },
    ]);
  });

  it('leaves out what nobody has filled in', () => {
    expect(factSheet(empty, []).map(({ code }) => code)).toEqual(['project', 'standing', 'since']);
  });
});

it('survives whatever people type: no false gap, no stray sign, no empty line too many', () => {
  const odd = fc.oneof(
    fc.constantFrom(
      '',
      ' ',
      '\n\n',
      '[Skriv mere]',
      '\u202eטקסט',
      '<b>x</b>',
      '[x](javascript:y)',
      '<at>alle</at>',
      '\u0000',
      '\ud83d',
      '👩‍👩‍👧',
      '…',
    ),
    fc.string({ unit: 'binary', maxLength: 40 }),
  );
  const facts = fc.record({
    title: odd,
    purpose: odd,
    summary: odd,
    technology: odd,
    municipality: odd,
    leadName: odd,
    qualityWhy: odd,
    phase: fc.constantFrom(...phases),
    status: fc.constantFrom(...statuses),
    leadArea: fc.constantFrom(null, 'omsorg', 'ukendt'),
  });
  fc.assert(
    fc.property(facts, (given) => {
      const project = { ...full, ...given };
      const description = descriptionDraft(project, defaultAreas);
      expect(gapsIn(description)).toEqual([]);
      const texts = [
        description,
        microStoryDraft(project, defaultAreas),
        topicDraft(project, project.ownerName),
        ...factSheet(project, defaultAreas).map(({ text }) => text),
      ];
      for (const text of texts) {
        expect(text).not.toMatch(/[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069\p{Cs}]|\n{3}/u);
        expect(text.trim()).not.toBe('');
      }
    }),
    { numRuns: 500 },
  );
});

describe('the places of a project', () => {
  const place = (municipality: string, areas: readonly string[] = ['omsorg']): string => {
    const [leadArea = null] = areas;
    const project = { ...full, municipality, leadArea, areas };
    return factSheet(project, defaultAreas).find(({ code }) => code === 'place')?.text ?? '';
  };

  it.each([
    ['Viborg', 'Omsorg, Viborg Kommune'],
    ['Viborg Kommune', 'Omsorg, Viborg Kommune'],
    ['København, Aalborg, Aarhus', 'Omsorg og i kommunerne København, Aalborg og Aarhus'],
    [
      'København; Aalborg kommune og Aarhus Kommune',
      'Omsorg og i kommunerne København, Aalborg og Aarhus',
    ],
    ['Kommunerne Skive/Viborg', 'Omsorg og i kommunerne Skive og Viborg'],
    ['Region Midtjylland', 'Omsorg, Region Midtjylland'],
    ['', 'Omsorg'],
  ])('%s', (municipality, said) => expect(place(municipality)).toBe(said));

  it('are told apart when the areas are several, and stand alone when there is none', () => {
    expect(place('Skive, Viborg', ['omsorg', 'sundhed'])).toBe(
      'Omsorg og Sundhed, og i kommunerne Skive og Viborg',
    );
    expect(place('Skive, Viborg', [])).toBe('kommunerne Skive og Viborg');
  });
});

it.each([
  ['operating', 'spread'],
  ['active', 'spread'],
  ['operating', 'trial'],
  ['operating', 'operation'],
] as const)('no hope is said of what is in use or being spread: %s, %s', (status, phase) => {
  const project = { ...full, status, phase };
  for (const draft of [
    microStoryDraft(project, defaultAreas),
    descriptionDraft(project, defaultAreas),
  ])
    expect(draft).not.toContain('håber');
});

it('an article’s topic says whom the press may talk to, when that is known', () => {
  expect(topicDraft(full, 'Leder, nattevagten')).toContain(
    'Pressen kan tale med Leder, nattevagten.',
  );
});
