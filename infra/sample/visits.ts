import { benefitIdOf } from '#shared/domain/benefits/benefit.ts';
import type { TypedTerms } from '#shared/domain/benefits/rules.ts';
import { dayOf } from '#shared/domain/day.ts';
import type { Actor, Person } from '#shared/domain/person.ts';
import type { VisitGiven } from '#shared/domain/visits/given.ts';
import {
  type GroupLevel,
  type VisitDays,
  type VisitStep,
  visitIdOf,
  visitSteps,
} from '#shared/domain/visits/visit.ts';
import { moveBenefit } from '#shared/useCases/benefits/moveBenefit.ts';
import { actorOf } from '#shared/useCases/people.ts';
import type { Deps } from '#shared/useCases/ports.ts';
import { keepNote } from '#shared/useCases/visits/keepNote.ts';
import { moveVisit } from '#shared/useCases/visits/moveVisit.ts';
import { visitById } from '#shared/useCases/visits/visitsHeld.ts';
import type { Wired } from '../../bot/wiring.ts';

type SampleGroup = {
  readonly name: string;
  readonly value: GroupLevel;
  readonly effort: GroupLevel;
  readonly isChosen: boolean;
  readonly why?: string;
  readonly isIdea?: true;
  readonly notes: readonly string[];
};

type SampleVisit = {
  readonly key: string;
  readonly unit: string;
  readonly area: string;
  readonly leder: string;
  readonly employees: number;
  readonly consultants: readonly [string, string];
  /** Days from now of the six steps. */
  readonly days: readonly [number, number, number, number, number, number];
  /** How many of them are done. */
  readonly done: number;
  readonly answers: boolean;
  readonly groups: readonly SampleGroup[];
};

const visits: readonly SampleVisit[] = [
  {
    ...{ key: '0a11c2d3-4e5f-4a61-8b72-93c4d5e6f701', unit: 'Distrikt Nord', area: 'omsorg' },
    ...{ leder: 'distrikt.nord', employees: 28, consultants: ['konsulent', 'digitek1'] },
    ...{ days: [-270, -262, -250, -240, -230, -215], done: 6, answers: true },
    groups: [
      {
        ...{ name: 'Mundhygiejne vurderes på papir', value: 'high', effort: 'low' },
        ...{ isChosen: true, isIdea: true },
        notes: [
          'Skemaet ligger i en mappe i bilen og skrives ind to gange.',
          'Ingen kan se, hvornår der sidst blev set efter.',
        ],
      },
      {
        ...{ name: 'Nøgler hentes på kontoret', value: 'medium', effort: 'high' },
        ...{ isChosen: false, why: 'låsene skiftes først næste år' },
        notes: ['Hver vagt begynder med 12 minutter ved nøgleskabet.'],
      },
    ],
  },
  {
    ...{ key: '1b22d3e4-5f60-4b72-9c83-a4d5e6f70812', unit: 'Bofællesskabet', area: 'social' },
    ...{ leder: 'bofaellesskab', employees: 32, consultants: ['konsulent2', 'digitek2'] },
    ...{ days: [-34, -27, -12, -3, 0, 14], done: 4, answers: true },
    groups: [
      {
        ...{ name: 'Dokumentation tager aftenen', value: 'high', effort: 'low' },
        ...{ isChosen: true, isIdea: true },
        notes: [
          '»Vi skriver det samme tre steder, når vi er trætte.«',
          'Overlap kl. 15 bruges på at læse op i hinandens notater.',
          'Tre af fem skriver hjemmefra om aftenen.',
        ],
      },
      {
        ...{ name: 'Uro sidst på eftermiddagen', value: 'high', effort: 'medium' },
        isChosen: true,
        notes: [
          'Fra kl. 15 går fire borgere frem og tilbage på gangen.',
          'Lyset er det samme hele dagen.',
        ],
      },
      {
        ...{ name: 'Man leder efter ting og folk', value: 'medium', effort: 'low' },
        isChosen: true,
        notes: ['Liften stod på 1. sal. Det tog 12 minutter at finde den.'],
      },
      {
        ...{ name: 'Låste døre om natten', value: 'low', effort: 'high' },
        ...{ isChosen: false, why: 'huset skal bygges om først' },
        notes: ['Nattevagten går samme runde fire gange.'],
      },
    ],
  },
  {
    ...{ key: '2c33e4f5-6071-4c83-8d94-b5e6f7081923', unit: 'Genoptræningen', area: 'sundhed' },
    ...{ leder: 'genoptraening', employees: 18, consultants: ['konsulent', 'digitek2'] },
    ...{ days: [21, 28, 42, 56, 63, 77], done: 0, answers: false, groups: [] },
  },
];

const dayMs = 86_400_000;

const daysFrom = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T12:00:00Z`) + days * dayMs).toISOString().slice(0, 10);

const clockOn = (deps: Deps, day: string, time = '09:30'): Deps => {
  const at = `${day}T${time}:00Z`;
  return { ...deps, clock: { now: () => at, day: () => dayOf(at) } };
};

type World = {
  readonly deps: Deps;
  readonly people: ReadonlyMap<string, Person>;
  readonly today: string;
};

const idOf = ({ key }: SampleVisit): string => visitIdOf(key);

const actorIn = ({ deps, people }: World, alias: string): Actor => {
  const person = people.get(alias);
  return actorOf(deps, person?.id ?? '', person?.name ?? '');
};

const did = async (
  world: World,
  visit: SampleVisit,
  alias: string,
  day: string,
  given: VisitGiven,
): Promise<void> => {
  const actor = actorIn(world, alias);
  const result = await moveVisit(clockOn(world.deps, day), actor, idOf(visit), given);
  if (result.type === 'refused' || result.type === 'unknown')
    throw new Error(`The sample's visit to ${visit.unit}: ${JSON.stringify([given, result.type])}`);
};

const daysOf = ({ today }: World, { days }: SampleVisit): VisitDays =>
  Object.fromEntries(
    visitSteps.map((step, at) => [step, daysFrom(today, days[at] ?? 0)]),
  ) as VisitDays;

const personIds = ({ people }: World, aliases: readonly string[]): readonly string[] =>
  aliases.flatMap((alias) => people.get(alias)?.id ?? []);

/** The day of a step, and today at the latest. */
const heldOn = (world: World, visit: SampleVisit, step: VisitStep): string => {
  const day = daysFrom(world.today, visit.days[visitSteps.indexOf(step)] ?? 0);
  return [day, world.today].sort()[0] ?? day;
};

const isPlanned = async (world: World, visit: SampleVisit): Promise<void> => {
  const [first] = visit.consultants;
  const before = Math.min(visit.days[0] - 12, -1);
  const day = daysFrom(world.today, before);
  const [lederId = null] = personIds(world, [visit.leder]);
  const { area, unit, employees } = visit;
  await did(world, visit, first, day, {
    ...{ type: 'planned', revision: 0 },
    terms: {
      ...{ area, unit, employees, chosen: 3, lederId, days: daysOf(world, visit) },
      consultantIds: personIds(world, visit.consultants),
    },
  });
  await did(world, visit, first, day, { type: 'asked', revision: 1 });
  if (!visit.answers) return;
  await did(world, visit, visit.leder, daysFrom(day, 1), {
    ...{ type: 'answered', ask: 2, revision: 2, answer: 'yes', day: null },
    comment: 'Vi glæder os.',
  });
  for (const step of visitSteps.slice(0, visit.done)) {
    const on = heldOn(world, visit, step);
    await did(world, visit, first, on, { type: 'stepped', step, seen: 0, day: on, done: true });
  }
};

const uuid = (visit: SampleVisit, number: number): string =>
  `${visit.key.slice(0, -4)}${String(number).padStart(4, '0')}`;

const isNoted = async (world: World, visit: SampleVisit): Promise<void> => {
  const day = heldOn(world, visit, 'practice');
  const notes = visit.groups.flatMap(({ name, notes: texts }) =>
    texts.map((text) => ({ name, text })),
  );
  for (const [at, { name, text }] of notes.entries()) {
    const alias = visit.consultants[at % 2] ?? visit.consultants[0];
    await keepNote(clockOn(world.deps, day, '14:00'), actorIn(world, alias), idOf(visit), {
      ...{ key: uuid(visit, at + 1), number: at + 1, text, group: name, picture: null },
      notedAt: `${day}T${String(7 + at).padStart(2, '0')}:10:00Z`,
    });
  }
};

const isChosen = async (world: World, visit: SampleVisit): Promise<void> => {
  const [first] = visit.consultants;
  const day = heldOn(world, visit, 'selection');
  for (const { name, value, effort, isChosen: chosen, why = '', isIdea } of visit.groups) {
    await did(world, visit, first, day, {
      ...{ type: 'valued', group: name, seen: 0, name, value, effort },
      ...{ isChosen: chosen, comment: why },
    });
    if (isIdea) await did(world, visit, first, day, { type: 'becameIdea', group: name });
  }
};

/** What the first idea has promised since; nobody has measured it. */
const isPromised = async (world: World, visit: SampleVisit): Promise<void> => {
  const projectId = visitById(world.deps.stores, idOf(visit)).events.find(
    ({ kind }) => kind === 'becameIdea',
  )?.projectId;
  if (!projectId || visit.done < visitSteps.length) return;
  const terms: TypedTerms = {
    ...{ title: 'Kortere vurdering', measure: 'hoursAYear', unitName: '' },
    ...{ indicator: 'Minutter pr. vurdering, lagt sammen', baseline: 0, target: 1_600_00 },
    ...{ uncertainty: null, isWorse: false, ownerId: null, startsOn: null },
  };
  const actor = actorIn(world, visit.consultants[0]);
  const id = benefitIdOf(projectId, uuid(visit, 9_001));
  await moveBenefit(world.deps, actor, id, { type: 'written', revision: 0, terms });
};

const last = visits.at(-1);

/** Whether the sample's visits are there: the last is. */
export const visitsAreThere = ({ stores }: Pick<Wired, 'stores'>): boolean =>
  last === undefined || visitById(stores, idOf(last)).revision > 1;

/** A visit that led to an idea, one that is under way, and one that waits for its leder; played once. */
export const loadSampleVisits = async (
  { deps, settled }: Wired,
  people: ReadonlyMap<string, Person>,
): Promise<void> => {
  const world: World = { deps, people, today: deps.clock.day() };
  for (const visit of visits) {
    if (visitById(deps.stores, idOf(visit)).revision > 0) continue;
    await isPlanned(world, visit);
    await isNoted(world, visit);
    await isChosen(world, visit);
    await isPromised(world, visit);
  }
  await settled();
};
