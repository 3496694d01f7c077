import { describe, expect, it } from 'vitest';
import { importOf, planFrom } from '../builders/importing.ts';

/**
 * A list as a municipality may send it: title rows on top, words of its own, amounts and dates as
 * people type them, a sum at the foot. Beside each row stands what must land.
 */
const heads = 'Nr.;Projektnavn;Forvaltning;Status;Budget (kr.);Opstart;Deadline;Prio';
const list: readonly (readonly [
  string,
  string | null,
  string,
  number | null,
  number | null,
  string | null,
])[] = [
  [
    'Ældre og omsorg;Under afprøvning;ca. 52.000 kr.;2026;3. dec 2026;Høj',
    'omsorg',
    'trial',
    52_000,
    2026,
    '2026-12-03',
  ],
  [
    'Socialområdet;Pilot;52.000,-;01-02-2026;03-12-2026 00:00;middel',
    'social',
    'trial',
    52_000,
    2026,
    '2026-12-03',
  ],
  [
    'Sundhed & forebyggelse;Færdig;0,5 mio. kr.;Q3 2025;2026-12-03;LAV',
    'sundhed',
    'operation',
    500_000,
    2025,
    '2026-12-03',
  ],
  [
    'Omsorg og ældre;Udbredelse;1.2 mio;forår 2026;3/12 2026;',
    'omsorg',
    'spread',
    1_200_000,
    2026,
    '2026-12-03',
  ],
  [
    'Social og handicap;I drift;52 t.kr.;primo 2024;03.12.26;',
    'social',
    'operation',
    52_000,
    2024,
    '2026-12-03',
  ],
  [
    'Psykiatri;Afklaring;52 tkr;2026;torsdag den 3. december 2026;',
    'social',
    'investigation',
    52_000,
    2026,
    '2026-12-03',
  ],
  [
    'Handicap;Forundersøgelse;kr. 52.000,00;2026;2026-12-02T23:00:00Z;',
    'social',
    'investigation',
    52_000,
    2026,
    '2026-12-03',
  ],
  ['Sundhedsområdet;Idé;1 250 000;2026;46359;', 'sundhed', 'idea', 1_250_000, 2026, '2026-12-03'],
  ['Tværgående;Ønske;-;;;', null, 'idea', null, null, null],
  ['Tværs;Ny;0;;;', null, 'idea', 0, null, null],
  ['ALLE;Forslag;;;;', null, 'idea', null, null, null],
  ['Hjemmeplejen;Afprøves;DKK 52.000;2026;;', 'omsorg', 'trial', 52_000, 2026, null],
  ['Plejecentre;Test;~52.000;2026;;', 'omsorg', 'trial', 52_000, 2026, null],
  ['Sygeplejen;Udrulning;52.000 kr. ekskl. moms;2026;;', 'omsorg', 'spread', 52_000, 2026, null],
  ['Genoptræning;Idriftsat;52.000 kroner;2026;;', 'sundhed', 'operation', 52_000, 2026, null],
  ['Rehabilitering;Implementering;52000;2026;;', 'sundhed', 'operation', 52_000, 2026, null],
  ['Bostøtte;Sat i bero;100 eller 200;2026;;', 'social', 'idea', null, 2026, null],
  ['Voksenhandicap;Stoppet;50-60.000;2026;snart;', 'social', 'trial', null, 2026, null],
  ['Ældreforvaltningen;Droppet;mangler;2026;;', 'omsorg', 'trial', null, 2026, null],
  ['Social- og Handicapforvaltningen;Afsluttet;0,-;2026;;', 'social', 'operation', 0, 2026, null],
  ['Sundheds- og Ældreområdet;3. Afprøvning;1 mio.;2026;;', null, 'trial', 1_000_000, 2026, null],
  ['Omsorg/Sundhed;Analyse;"100\n200";2026;;', null, 'investigation', null, 2026, null],
  ['Byg & Miljø;I gang;5.000;2026;;', null, 'idea', 5_000, 2026, null],
  ['PLEJE OG OMSORG;drift;5.000;2026;;', 'omsorg', 'operation', 5_000, 2026, null],
];

const text = [
  'Projektoversigt 2026;;;;;;;',
  'Opdateret 3. november;;;;;;;',
  ';;;;;;;',
  heads,
  ...list.map(([cells], at) => `${at + 1};Projekt ${at + 1};${cells}`),
  ';I alt;;;4.000.000;;;',
].join('\r\n');

describe('a list as people have it', () => {
  it('lands whole, each row with what it says', () => {
    const plan = planFrom(text);
    expect(plan.rows.filter((row) => row.type !== 'created')).toEqual([]);
    expect(plan.skipped).toMatchObject([{ why: 'sum' }]);
    const seen = importOf(text).map((project) => [
      project.leadArea,
      project.phase,
      project.budgetOre === null ? null : project.budgetOre / 100,
      project.startYear,
      project.nextStepDue,
    ]);
    expect(seen).toEqual(list.map(([, ...right]) => right));
  });

  it('names the cells it could not read, and no others', () => {
    const named = planFrom(text).unread.map(({ address, seen }) => `${address} ${seen}`);
    expect(named).toEqual([
      'E21 100 eller 200',
      'E22 50-60.000',
      'G22 snart',
      'E23 mangler',
      'E26 100\n200',
      'C28 Byg & Miljø',
    ]);
  });
});
