import { benefitIdOf } from '#shared/domain/benefits/benefit.ts';
import { monthsAfter } from '#shared/domain/benefits/followUp.ts';
import type { BenefitMeasure } from '#shared/domain/benefits/measure.ts';
import { dayOf } from '#shared/domain/day.ts';
import type { Actor, PersonId } from '#shared/domain/person.ts';
import { askByClock } from '#shared/useCases/benefits/askByClock.ts';
import { moveBenefit } from '#shared/useCases/benefits/moveBenefit.ts';
import { benefitById } from '#shared/useCases/checklist/benefitsHeld.ts';
import { actorOf } from '#shared/useCases/people.ts';
import type { Deps } from '#shared/useCases/ports.ts';
import type { Wired } from '../../bot/wiring.ts';

type SampleBenefit = {
  readonly project: string;
  readonly key: string;
  readonly title: string;
  readonly measure: BenefitMeasure;
  readonly unitName?: string;
  readonly indicator: string;
  readonly baseline?: number;
  readonly target: number;
  readonly uncertainty?: number;
  readonly isWorse?: true;
  /** Months since it went into operation, and days beside them. */
  readonly months: number;
  readonly days: number;
  /** What was measured after so many months. */
  readonly measured?: readonly (readonly [month: number, value: number, word: string])[];
  /** What is asked now, and when it was; an owner may have given a day, in so many days. */
  readonly asked?: { readonly daysAgo: number; readonly knownIn?: number };
  readonly noOwner?: true;
};

const benefits: readonly SampleBenefit[] = [
  {
    ...{ project: 'P123', key: '1a5d0c3e-7b42-4f18-9c6a-0e2d4b6f8a11', measure: 'hoursAYear' },
    ...{ title: 'Sparet kørsel', indicator: 'Timer i kørebogen', target: 3_400 },
    ...{ uncertainty: 400, months: 7, days: 4 },
    measured: [
      [3, 2_100, 'Kun tre distrikter var i gang.'],
      [6, 2_900, 'Skøn fra to ruter.'],
    ],
  },
  {
    ...{ project: 'P087', key: '2b6e1d4f-8c53-4a29-8d7b-1f3e5c7a9b22', measure: 'hoursAYear' },
    ...{ title: 'Mindre tid til gulve', indicator: 'Vagtplanens rengøringstimer' },
    ...{ target: 2_100, uncertainty: 150, months: 13, days: 10 },
    measured: [
      [3, 600, ''],
      [6, 900, 'To af fem plejehjem bruger dem fast.'],
      [12, 1_250, 'Fire af fem plejehjem.'],
    ],
  },
  {
    ...{ project: 'P070', key: '3c7f2e5a-9d64-4b3a-9e8c-2a4f6d8b0c33', measure: 'hoursAYear' },
    ...{ title: 'Sager, der lukker sig selv', indicator: 'Timer pr. robot i driftsloggen' },
    ...{ target: 5_200, uncertainty: 350, months: 15, days: 2 },
    measured: [
      [6, 2_400, ''],
      [12, 3_750, 'Talt i driftsloggen.'],
    ],
  },
  {
    ...{ project: 'P026', key: '4d8a3f6b-0e75-4c4b-8f9d-3b5a7e9c1d44', measure: 'hoursAYear' },
    ...{ title: 'Kortere vurdering', indicator: 'Minutter pr. vurdering, lagt sammen' },
    ...{ target: 1_600, months: 3, days: 9, asked: { daysAgo: 8 } },
  },
  {
    ...{ project: 'P055', key: '5e9b4a7c-1f86-4d5c-9a0e-4c6b8f0d2e55', measure: 'krAYear' },
    ...{ title: 'Færre indlæggelser', indicator: 'Medfinansiering af indlæggelser' },
    ...{ target: 310_000, uncertainty: 40_000, months: 14, days: 0 },
    measured: [[12, 285_000, 'Tal fra regnskabet.']],
  },
  {
    ...{ project: 'P087', key: '6f0c5b8d-2a97-4e6d-8b1f-5d7c9a1e3f66', measure: 'krAYear' },
    ...{ title: 'Billigere rengøring', indicator: 'Konto for ekstern rengøring' },
    ...{ target: 120_000, months: 6, days: 12, asked: { daysAgo: 4 } },
  },
  {
    ...{ project: 'P123', key: '7a1d6c9e-3b08-4f7e-9c2a-6e8d0b2f4a77', measure: 'count' },
    ...{ unitName: 'besøg om ugen', title: 'Færre ansigter i døren', isWorse: true },
    ...{ indicator: 'Fysiske besøg pr. borger', baseline: 10, target: 8, months: 7, days: 4 },
    measured: [[6, 9, 'Borgerne savner dem mindre, end vi troede.']],
  },
  {
    ...{ project: 'P102', key: '8b2e7d0f-4c19-4a8f-8d3b-7f9e1c3a5b88', measure: 'percent' },
    ...{ title: 'Borgeren kan sin egen dag', indicator: 'Beboere, der selv slår op på tavlen' },
    ...{ baseline: 60, target: 84, months: 3, days: 20, asked: { daysAgo: 15, knownIn: 19 } },
  },
  {
    ...{ project: 'P071', key: '9c3f8e1a-5d20-4b9a-9e4c-8a0f2d4b6c99', measure: 'hoursAYear' },
    ...{ title: 'Opslag, robotten gør klar', indicator: 'Sager pr. dag gange seks minutter' },
    ...{ target: 900, months: 3, days: 5, asked: { daysAgo: 3 }, noOwner: true },
  },
];

const dayMs = 86_400_000;

const clockOn = (deps: Deps, day: string): Deps => {
  const at = `${day}T09:30:00Z`;
  return { ...deps, clock: { now: () => at, day: () => dayOf(at) } };
};

const daysFrom = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T12:00:00Z`) + days * dayMs).toISOString().slice(0, 10);

const told = (what: string, { type }: { readonly type: string }, more: unknown): void => {
  if (type === 'refused' || type === 'unknown')
    throw new Error(`The sample's benefit of ${what}: ${JSON.stringify(more)}`);
};

const person = (deps: Deps, id: PersonId | null): Actor =>
  actorOf(deps, id ?? '', deps.stores.people.get(id ?? '')?.value.name ?? '');

const hundredths = (value: number): number => Math.round(value * 100);

/** As somebody would have written it when the project went into operation. */
const isWritten = async (deps: Deps, one: SampleBenefit, id: string, start: string) => {
  const project = deps.stores.projects.get(one.project)?.value;
  const lead = person(deps, project?.leadId ?? null);
  const written = await moveBenefit(clockOn(deps, start), lead, id, {
    ...{ type: 'written', revision: 0 },
    terms: {
      ...{ title: one.title, measure: one.measure, unitName: one.unitName ?? '' },
      ...{ indicator: one.indicator, baseline: hundredths(one.baseline ?? 0) },
      target: hundredths(one.target),
      uncertainty: one.uncertainty === undefined ? null : hundredths(one.uncertainty),
      isWorse: one.isWorse ?? false,
      ownerId: one.noOwner ? null : (project?.ownerId ?? null),
      startsOn: start,
    },
  });
  told(one.project, written, written);
};

const seen = (deps: Deps, id: string) => {
  const now = benefitById(deps.stores, id);
  return { ask: now?.ask?.seq ?? 0, revision: now?.revision ?? 0 };
};

/** The server that is running asks by its own clock, and may be ahead of what is told here. */
const isAskedAhead = (deps: Deps, id: string, month: number): boolean =>
  (benefitById(deps.stores, id)?.asked?.month ?? 0) > month;

const isMeasured = async (deps: Deps, one: SampleBenefit, id: string, start: string) => {
  const owner = person(deps, deps.stores.projects.get(one.project)?.value.ownerId ?? null);
  for (const [month, value, comment] of one.measured ?? []) {
    const day = monthsAfter(start, month);
    await askByClock(clockOn(deps, day), id);
    const answer = await moveBenefit(clockOn(deps, daysFrom(day, 2)), owner, id, {
      ...{ type: 'answered', ...seen(deps, id), value: hundredths(value) },
      ...{ uncertainty: null, comment },
    });
    // Then this month is not answered any more, and the one that is asked is.
    if (answer.type === 'refused' && isAskedAhead(deps, id, month)) continue;
    told(one.project, answer, answer);
  }
};

const isAsked = async (deps: Deps, one: SampleBenefit, id: string) => {
  const { asked } = one;
  if (!asked) return;
  const today = deps.clock.day();
  const then = clockOn(deps, daysFrom(today, -asked.daysAgo));
  await askByClock(then, id);
  if (asked.knownIn === undefined) return;
  const owner = person(deps, deps.stores.projects.get(one.project)?.value.ownerId ?? null);
  const until = daysFrom(today, asked.knownIn);
  const answer = await moveBenefit(then, owner, id, {
    ...{ type: 'notYet', ...seen(deps, id), until },
    comment: 'Vi tæller igen, når skemaet er ude.',
  });
  told(one.project, answer, answer);
};

const idOf = ({ project, key }: SampleBenefit): string => benefitIdOf(project, key);

const last = benefits.at(-1);

/** Whether the sample's benefits are there: the last is. */
export const benefitsAreThere = ({ stores }: Pick<Wired, 'stores'>): boolean =>
  last === undefined || stores.benefits.where('benefitId', idOf(last)).length > 1;

/** What the sample's projects in operation promised, and what became of it; played once. */
export const loadSampleBenefits = async ({
  deps,
  settled,
}: Pick<Wired, 'deps' | 'settled'>): Promise<void> => {
  for (const one of benefits) {
    const id = idOf(one);
    if (deps.stores.benefits.where('benefitId', id).length > 0) continue;
    const start = daysFrom(monthsAfter(deps.clock.day(), -one.months), -one.days);
    await isWritten(deps, one, id, start);
    await isMeasured(deps, one, id, start);
    await isAsked(deps, one, id);
  }
  await settled();
};
