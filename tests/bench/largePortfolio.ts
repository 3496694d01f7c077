import { defaultAreas } from '#shared/domain/area.ts';
import type { Phase } from '#shared/domain/phase.ts';
import { newIdea, type Project, type Status } from '#shared/domain/project.ts';
import type { GateRequest } from '#shared/domain/request.ts';
import {
  type MemoryStores,
  MemoryTable,
  memoryStores,
  Writes,
} from '../worlds/memory/memoryStores.ts';

/** A table that finds by field without looking at every row, as the mirror's does. */
class IndexedTable<T extends { id: string; cause?: string }> extends MemoryTable<T> {
  readonly #indexes = new Map<string, Map<string, ReturnType<MemoryTable<T>['where']>>>();

  override where<K extends keyof T & string>(field: K, value: T[K] & string) {
    let index = this.#indexes.get(field);
    if (!index) {
      index = new Map();
      for (const row of this.all()) {
        const key = String(row.value[field]);
        index.set(key, [...(index.get(key) ?? []), row]);
      }
      this.#indexes.set(field, index);
    }
    return index.get(value) ?? [];
  }
}

/** The same stream of numbers for the same seed (xorshift). */
const numbers = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
};

const things =
  'Skærmbesøg|Døgnrytmelys|Robotstøvsugere|Nøglefri døre|Sensorgulve|Vendesenge|Spiserobotter|Talegenkendelse|Medicindispensere|GPS-sikring|Vasketoiletter|Digital træning|Hjemmemonitorering|Musikpuder|Interaktive fliser|VR-træning|Chatrådgivning|Videovejledninger|Softwarerobotter|Kunstig intelligens|Telerehabilitering|Elektroniske låse|Faldalarmer|Cykeltræning med film|Kørestole med medstyring|Digitale kalendere|Mundhygiejne-app|Nattilsyn med radar|Forflytningslifte|Aktivitetsrobotter'.split(
    '|',
  );
const places =
  'hjemmeplejen|plejecentrene|bostøtten|genoptræningen|sygeplejen|botilbuddene|aktivitetscentret|jobcentret|dagcentrene|rehabiliteringen|sundhedshuset|bofællesskaberne|ungetilbuddet|demensafsnittet|akutpladserne|familiehuset'.split(
    '|',
  );
const kinds =
  'til borgere med demens|til unge|om natten|i yderdistrikterne|for medarbejdere|– fase 2|sammen med frivillige|i eget hjem|på tværs af vagter|med pårørende|efter indlæggelse|– forundersøgelse|til borgere med KOL|ved første besøg|i weekenden|med ny leverandør'.split(
    '|',
  );
const purposes =
  'Borgerne klarer mere selv|Personalet får tid tilbage|Natten bliver roligere|Færre ture til kontrol|Hjælpen kommer hurtigere|Flere kan blive hjemme|Pårørende kan følge med|Vagten bliver lettere at planlægge|Færre fald om natten|Mindre ventetid'.split(
    '|',
  );
const steps =
  'DigiTek-møde|Workshop|Evaluering|Ejer godkender|Effektkæde|Gevinst efter 3 måneder|Gevinst efter 12 måneder|IT-test|Kontrakt|Projektlederen slipper'.split(
    '|',
  );
const waits = 'Leverandøren|Ejendomme|IT|Jura|MDR-svar|Indkøb'.split('|');

const somewhere: readonly (readonly [number, Phase, Status])[] = [
  [0.12, 'idea', 'active'],
  [0.22, 'investigation', 'active'],
  [0.32, 'trial', 'active'],
  [0.5, 'operation', 'operating'],
  [0.56, 'spread', 'operating'],
  [0.7, 'idea', 'raw'],
  [0.78, 'idea', 'backlog'],
  [0.82, 'idea', 'pipeline'],
  [0.94, 'operation', 'closed'],
  [1, 'trial', 'stopped'],
];

const personIds = (count: number, next: () => number): readonly string[] =>
  Array.from({ length: count }, () => {
    const hex = Array.from({ length: 32 }, () => Math.floor(next() * 16).toString(16)).join('');
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  });

const at = <T>(list: readonly T[], next: () => number): T =>
  list[Math.floor(next() * list.length)] as T;

const dayFrom = (next: () => number): string =>
  new Date(Date.UTC(2026, 5, 1) + Math.floor(next() * 200) * 86_400_000).toISOString().slice(0, 10);

const aProject = (place: number, next: () => number, people: readonly string[]): Project => {
  const [, phase, status] = somewhere.find(([limit]) => next() < limit) ?? [0, 'idea', 'raw'];
  const area = next() < 0.1 ? null : at(defaultAreas, next).id;
  const underway = status === 'active' || status === 'operating';
  const value = () => Math.floor(next() * 4) as 0 | 1 | 2 | 3;
  const more = next();
  return newIdea({
    id: `P${String(place + 1).padStart(4, '0')}`,
    title: `${at(things, next)} i ${at(places, next)}${next() < 0.6 ? ` ${at(kinds, next)}` : ''}`,
    purpose: `${at(purposes, next)}, ${at(purposes, next).toLowerCase()}.`,
    type: next() < 0.06 ? 'skal' : 'digitek',
    phase: phase as Phase,
    status: status as Status,
    leadArea: area,
    askOre: underway ? Math.floor(next() * 60) * 5_000_00 : null,
    budgetOre: next() < 0.5 ? Math.floor(next() * 200) * 10_000_00 : null,
    shares: next() < 0.15 ? [{ pool: 'common', ore: 1 }] : [],
    firstPriority: next() < 0.8 ? at(['low', 'medium', 'high'] as const, next) : null,
    recommendedPriority: next() < 0.4 ? at(['low', 'medium', 'high'] as const, next) : null,
    ...(underway
      ? {
          efficiency: value(),
          quality: value(),
          wellbeing: value(),
          riskCategory: (1 + Math.floor(next() * 4)) as 1 | 2 | 3 | 4,
          ownerId: at(people, next),
          leadId: at(people.slice(0, 12), next),
          ...(more < 0.15
            ? { waitsFor: at(waits, next), waitsSince: `${dayFrom(next)}T08:00:00Z` }
            : {}),
          ...(more > 0.4 ? { nextStep: at(steps, next), nextStepDue: dayFrom(next) } : {}),
        }
      : {}),
    createdAt: '2026-06-01T08:00:00Z',
    createdBy: 'Import',
  });
};

const aRequest = (project: Project, next: () => number): GateRequest => ({
  id: `${project.id}-gate1-1`,
  projectId: project.id,
  gate: 'gate1',
  round: 1,
  askedBy: 'x',
  askedByName: 'x',
  askedAt: `${dayFrom(next)}T09:30:00Z`,
  askOre: 0,
  shares: [],
  decider: { type: 'chef', seats: [project.leadArea ?? 'omsorg'] },
  why: { type: 'noMoney', leadArea: project.leadArea ?? 'omsorg' },
  paper: { link: '', version: '', minutes: null },
  previous: null,
  closedAt: null,
});

/** As many projects as wanted, as varied as a real portfolio of many municipalities. */
export const largePortfolio = (size: number): MemoryStores => {
  const next = numbers(20_261_122);
  const people = personIds(60, next);
  const writes = new Writes();
  const stores: MemoryStores = {
    ...memoryStores(writes),
    requests: new IndexedTable('requests', writes),
    statements: new IndexedTable('statements', writes),
    steps: new IndexedTable('steps', writes),
  };
  const projects = Array.from({ length: size }, (_, place) => aProject(place, next, people));
  stores.projects.put(...projects);
  stores.requests.put(
    ...projects
      .filter((project) => project.status === 'active' && next() < 0.15)
      .map((project) => aRequest(project, next)),
  );
  return stores;
};
