import { strFromU8, unzipSync } from 'fflate';
import { danishCalendar } from '#shared/calendar/danishCalendar.ts';
import { dayOf } from '#shared/domain/day.ts';
import type { Posting } from '#shared/domain/funding.ts';
import type { Project } from '#shared/domain/project.ts';
import type { PointFacts } from '#shared/domain/quarter/facts.ts';
import type { GateRequest, Statement } from '#shared/domain/request.ts';
import type { Step } from '#shared/domain/steps.ts';
import { previousDay, workdayBefore } from '#shared/domain/workday.ts';
import { quarterPage } from '#shared/useCases/pages/quarterPage.ts';
import { quarterViewOf, requestsOn } from '#shared/useCases/quarter/quarters.ts';
import { formatKr } from '#shared/words/money.ts';
import { actor } from '../builders/portfolio.ts';
import type { TestDeps } from '../worlds/memory/memoryStores.ts';

/*
 * Every number of a kvartalsstatus' pack, counted once more by a plain walk over the rows of the lists:
 * no rule of the product is asked what it thinks they come to.
 */

type Of<T extends PointFacts['type']> = Extract<PointFacts, { readonly type: T }>;

const rowsOf = <T>(table: { all(): readonly { readonly value: T }[] }): readonly T[] =>
  table.all().map(({ value }) => value);

const groupedBy = <T>(rows: readonly T[], keyOf: (row: T) => string): ReadonlyMap<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  return groups;
};

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

/** What each seat said last, of what came before the row that settled it. */
const lastWords = (request: GateRequest, said: readonly Statement[]) =>
  request.decider.seats.map((seat) =>
    said.findLast(
      (one) => one.seat === seat && (one.kind === 'position' || one.kind === 'meeting'),
    ),
  );

const sameWord = (a: Statement, b: Statement): boolean =>
  a.outcome === b.outcome && a.spread === b.spread && a.rethink === b.rethink;

const whyPlainly = (words: readonly (Statement | undefined)[], said: readonly Statement[]) => {
  const given = words.filter((one) => one !== undefined);
  const [first] = given;
  if (given.some(({ kind }) => kind === 'meeting')) return 'wish';
  if (first && given.some((one) => !sameWord(one, first))) return 'differ';
  return said.some(({ kind }) => kind === 'agenda') ? 'wish' : 'waiting';
};

const requestPlainly = ({ stores }: TestDeps, id: string) => {
  const request = rowsOf(stores.requests).find((one) => one.id === id);
  if (!request) return undefined;
  const said = rowsOf(stores.statements).filter(({ requestId }) => requestId === id);
  const words = lastWords(request, said);
  const ended = rowsOf(stores.decisions).some((one) => one.id === id);
  return {
    ...{ askOre: request.askOre, gate: request.gate, seats: request.decider.seats.length },
    answered: words.filter((one) => one !== undefined).length,
    missing: request.decider.seats.filter((_, at) => words[at] === undefined),
    why: ended ? 'ended' : whyPlainly(words, said),
  };
};

const waitingPlainly = ({ stores }: TestDeps): readonly string[] => {
  const ended = new Set(rowsOf(stores.decisions).map(({ id }) => id));
  return rowsOf(stores.requests)
    .filter(({ id, closedAt, decider }) => !closedAt && !ended.has(id) && decider.seats.length > 2)
    .filter(({ decider }) => decider.type === 'chefgruppe')
    .map(({ id }) => id);
};

type Used = { reserved: number; granted: number; spent: number };

/** What one posting does to its matter: a grant takes the reservation's place, a release gives back. */
const postings: Readonly<Record<Posting['kind'], (used: Used, ore: number) => void>> = {
  reserved: (used, ore) => {
    used.reserved += ore;
  },
  granted: (used, ore) => {
    used.reserved = 0;
    used.granted += ore;
  },
  released: (used, ore) => {
    if (used.reserved > 0) used.reserved -= ore;
    else used.granted -= ore;
  },
  spent: (used, ore) => {
    used.spent += ore;
  },
  correction: (used, ore) => {
    used.spent += ore;
  },
};

/** Budget less what is granted, reserved and spent beyond it, matter by matter. */
const leftPlainly = ({ stores }: TestDeps, poolRow: string): number => {
  const budget = rowsOf(stores.pools).find(({ id }) => id === poolRow)?.budgetOre ?? 0;
  const matters = groupedBy(
    rowsOf(stores.ledger).filter((one) => one.poolRow === poolRow),
    ({ requestId, corrects, id }) => requestId ?? corrects ?? id,
  );
  const used = [...matters.values()].map((own) => {
    const all: Used = { reserved: 0, granted: 0, spent: 0 };
    for (const { kind, ore } of own) postings[kind](all, ore);
    return all.reserved + Math.max(all.granted, all.spent);
  });
  return budget - sum(used);
};

const poolsPlainly = (deps: TestDeps) => {
  const year = Number(deps.clock.day().slice(0, 4));
  return rowsOf(deps.stores.pools)
    .filter((pool) => pool.year === year && pool.kind !== 'fixed')
    .map(({ id, budgetOre }) => [id, budgetOre, leftPlainly(deps, id)] as const)
    .sort();
};

const isOver = (status: string): boolean => status === 'stopped' || status === 'closed';

type Around = {
  readonly request: GateRequest | undefined;
  readonly words: readonly Statement[];
  readonly steps: readonly Step[];
};

/** The latest that happened to a project that is on its way; null where it is not. */
const movedPlainly = (project: Project, { request, words, steps }: Around): string | null => {
  const { status, phase, phaseSince, lastChange } = project;
  if (status !== 'active' || phase === 'operation' || phase === 'spread') return null;
  const edited = lastChange && lastChange.before !== '{}' ? [lastChange.at] : [];
  const asked = request ? [request.askedAt] : [];
  const said = words.slice(-1).map(({ at }) => at);
  const ticked = steps.map(({ doneAt }) => doneAt ?? '');
  return [phaseSince, ...edited, ...asked, ...said, ...ticked].sort().at(-1) ?? phaseSince;
};

/** By the limits nobody has changed: 5 and 10 working days, 14 and 120 days. */
const limitsPlainly = (today: string) => {
  const calendar = danishCalendar([]);
  const start = (day: string): string => calendar.instantAt(day, '00:00');
  const daysBack = (count: number): string =>
    Array.from({ length: count }).reduce<string>((day) => previousDay(day), today);
  return {
    question: start(workdayBefore(today, 5, calendar)),
    gate: start(workdayBefore(today, 10, calendar)),
    somebody: start(daysBack(14)),
    phase: start(daysBack(120)),
  };
};

/** What a project may wait for, in the order it is said: since when, and what is too long. */
const waitsPlainly = (
  project: Project,
  around: Around,
  limits: ReturnType<typeof limitsPlainly>,
): readonly (readonly [string | null, string])[] => {
  const { request, words } = around;
  const replied = new Set(words.map(({ about }) => about));
  const question = words.find(({ kind, id }) => kind === 'question' && !replied.has(id));
  const outside = !request && project.waitsFor !== '';
  return [
    [question?.at ?? null, limits.question],
    [request?.askedAt ?? null, limits.gate],
    [outside ? (project.waitsSince ?? project.phaseSince) : null, limits.somebody],
    [project.phaseSince < limits.phase ? movedPlainly(project, around) : null, limits.phase],
  ];
};

/** Since when each project that sits has sat. */
const stuckPlainly = ({ stores, clock }: TestDeps) => {
  const limits = limitsPlainly(clock.day());
  const ended = new Set(rowsOf(stores.decisions).map(({ id }) => id));
  const open = rowsOf(stores.requests).filter(({ id, closedAt }) => !closedAt && !ended.has(id));
  const said = groupedBy(rowsOf(stores.statements), ({ requestId }) => requestId);
  const steps = groupedBy(rowsOf(stores.steps), ({ projectId }) => projectId);
  return rowsOf(stores.projects).flatMap((project) => {
    if (isOver(project.status)) return [];
    const request = open.find(({ projectId }) => projectId === project.id);
    const words = said.get(request?.id ?? '') ?? [];
    const around = { request, words, steps: steps.get(project.id) ?? [] };
    const waits = waitsPlainly(project, around, limits);
    const [since] = waits.find(([at, limit]) => at !== null && at < limit) ?? [];
    return since ? [[project.id, since] as const] : [];
  });
};

const reportsPlainly = ({ stores }: TestDeps): readonly string[] => {
  const all = rowsOf(stores.statusReports).filter(({ state }) => state === 'published');
  return rowsOf(stores.projects)
    .filter(({ status }) => !isOver(status))
    .filter(({ id }) => {
      const own = all.filter(({ projectId }) => projectId === id);
      const newest = own.find(({ number }) => number === Math.max(...own.map((one) => one.number)));
      return (
        newest && [newest.time, newest.money, newest.benefits].some((light) => light !== 'green')
      );
    })
    .map(({ id }) => id)
    .sort();
};

const prioritiesPlainly = ({ stores }: TestDeps): readonly string[] =>
  rowsOf(stores.projects)
    .filter(
      ({ type, status }) => type !== 'skal' && ['active', 'pipeline', 'backlog'].includes(status),
    )
    .filter((one) => one.recommendedPriority && one.recommendedPriority !== one.decidedPriority)
    .map(({ id, recommendedPriority }) => `${id} ${recommendedPriority}`)
    .sort();

const toldPlainly = ({ stores, clock }: TestDeps, kind: string): number => {
  const year = clock.day().slice(0, 4);
  const kinds = new Map(rowsOf(stores.stories).map((one) => [one.id, one.kind]));
  const first = new Map<string, string>();
  for (const event of rowsOf(stores.storyEvents)) {
    if (event.kind !== 'published' || kinds.get(event.storyId) !== kind) continue;
    const day = event.day ?? dayOf(event.at);
    const known = first.get(event.storyId);
    if (!known || day < known) first.set(event.storyId, day);
  }
  return [...first.values()].filter((day) => day.startsWith(year)).length;
};

/** When the kvartalsstatus before this one began: one that was only planned was none. */
const beganBefore = ({ stores }: TestDeps, day: string): string =>
  rowsOf(stores.meetings)
    .filter(({ kind, quarterId }) => kind === 'began' && quarterId < day)
    .map(({ at }) => at)
    .sort()
    .at(-1) ?? '';

const heardPlainly = (deps: TestDeps, day: string): readonly string[] =>
  rowsOf(deps.stores.decisions)
    .filter(({ ending, decider }) => ending === 'decided' && decider.type === 'chefgruppe')
    .filter(({ atMeeting, at }) => !atMeeting && at > beganBefore(deps, day))
    .map(({ projectId, outcome }) => `${projectId} ${outcome}`)
    .sort();

type Compare = (what: string, shown: unknown, counted: unknown) => void;

const compareStanding = (deps: TestDeps, day: string, facts: PointFacts, same: Compare): void => {
  switch (facts.type) {
    case 'priorities':
      same(
        'priorities',
        facts.projects.map(({ id, recommended }) => `${id} ${recommended}`).sort(),
        prioritiesPlainly(deps),
      );
      return;
    case 'pools':
      same(
        'pools',
        facts.pools.map(({ id, budgetOre, availableOre }) => [id, budgetOre, availableOre]).sort(),
        poolsPlainly(deps),
      );
      return;
    case 'stuck':
      same(
        'stuck',
        facts.projects.map(({ id, stuck }) => [id, stuck.since]).sort(),
        [...stuckPlainly(deps)].sort(),
      );
      return;
    case 'reports':
      same('reports', facts.projects.map(({ id }) => id).sort(), reportsPlainly(deps));
      return;
    case 'stories':
      same(
        'stories',
        [facts.stories, facts.articles],
        [toldPlainly(deps, 'microStory'), toldPlainly(deps, 'article')],
      );
      return;
    case 'heard':
      same(
        'heard',
        facts.decisions.map(({ projectId, choice }) => `${projectId} ${choice?.outcome}`).sort(),
        heardPlainly(deps, day),
      );
      return;
    default:
  }
};

const compareRequest = (deps: TestDeps, facts: Of<'request'>, same: Compare): void => {
  const { requestId, askOre, gate, seats, answered, missing, why } = facts;
  const shown = { askOre, gate, seats, answered, missing, why };
  same(requestId, shown, requestPlainly(deps, requestId));
};

/** What the meeting decided and granted: the decisions of its time, in its own minutes. */
const meetingPlainly = ({ stores }: TestDeps, day: string) => {
  const events = rowsOf(stores.meetings).filter(({ quarterId }) => quarterId === day);
  const began = events.find(({ kind }) => kind === 'began')?.at;
  const ended = events.find(({ kind }) => kind === 'ended')?.at ?? '9999';
  const forward = ['investigate', 'fastTrack', 'trial', 'operate', 'grant'];
  const decided = rowsOf(stores.decisions).filter(
    ({ at, atMeeting }) => began && atMeeting && at >= began && at <= ended,
  );
  const granted = decided.filter(({ outcome }) => forward.includes(outcome ?? ''));
  return { decided: decided.length, ore: sum(granted.map(({ askOre }) => askOre)) };
};

/** All that is written in a document, in one line. */
const wordsIn = (bytes: Uint8Array, parts: RegExp): string =>
  Object.entries(unzipSync(bytes))
    .filter(([name]) => parts.test(name))
    .map(([, part]) =>
      strFromU8(part)
        .replaceAll(/<\/(?:a|w):p>/g, '\n')
        .replaceAll(/<[^>]+>/g, ''),
    )
    .join('\n');

const comparePrinted = async (deps: TestDeps, day: string, same: Compare): Promise<void> => {
  const view = quarterViewOf(deps, day);
  if (!view) return;
  const requests = requestsOn(deps, view);
  const facts = quarterPage(deps, actor('consultant'), view).points.map((point) => point.facts);
  const [deck, minutes] = await Promise.all([
    deps.deckOf({ view, requests, facts }),
    deps.minutesWordOf({ view, requests, facts }),
  ]);
  const slides = wordsIn(deck.bytes, /^ppt\/slides\/slide\d+\.xml$/);
  const written = wordsIn(minutes.bytes, /^word\/document\.xml$/);
  for (const fact of facts) {
    if (fact.type === 'request') {
      const { askOre } = requestPlainly(deps, fact.requestId) ?? { askOre: -1 };
      const said = askOre > 0 ? formatKr(askOre) : 'Koster ikke noget nu';
      same(`slide of ${fact.requestId}`, slides.includes(said), true);
    }
    if (fact.type === 'pools') {
      const left = sum(poolsPlainly(deps).map(([, , ore]) => ore));
      same('slide of the pools', slides.includes(`${formatKr(left)} tilbage`), true);
    }
    if (fact.type === 'stories') {
      const count = toldPlainly(deps, 'microStory');
      same('slide of the stories', slides.includes(`${count} histori`), true);
    }
  }
  const { decided, ore } = meetingPlainly(deps, day);
  if (view.now.ended && decided > 0 && ore > 0)
    same('the minutes’ total', written.includes(`og ${formatKr(ore)} er bevilget`), true);
};

/** Each number of the pack of a kvartalsstatus that is not what the lists come to. */
export const packFaults = async (
  deps: TestDeps,
  day: string,
  printed: boolean,
): Promise<readonly string[]> => {
  const faults: string[] = [];
  const same: Compare = (what, shown, counted) => {
    const [one, other] = [JSON.stringify(shown), JSON.stringify(counted)];
    if (one !== other)
      faults.push(`${deps.clock.at} ${day} ${what}: ${one}, by the lists ${other}`);
  };
  const view = quarterViewOf(deps, day);
  if (!view) return [`${day} is no kvartalsstatus`];
  const page = quarterPage(deps, actor('consultant'), view);
  for (const { facts } of page.points)
    if (facts.type === 'request') compareRequest(deps, facts, same);
    else compareStanding(deps, day, facts, same);
  const onAgenda = page.points.flatMap(({ facts }) =>
    facts.type === 'request' && facts.why !== 'ended' ? [facts.requestId] : [],
  );
  if (!view.now.ended) same('gates', [...onAgenda].sort(), [...waitingPlainly(deps)].sort());
  const { decided, ore } = meetingPlainly(deps, day);
  const shown = view.minutes.points.flatMap(({ gate }) => gate?.decision ?? []);
  same('decided at the meeting', shown.filter(({ atMeeting }) => atMeeting).length, decided);
  same(
    'minutes in all',
    sum(view.minutes.points.map(({ point }) => point.minutes)),
    sum(page.points.map(({ minutes }) => minutes)),
  );
  if (printed) await comparePrinted(deps, day, same);
  return ore >= 0 ? faults : [...faults, 'less than nothing was granted'];
};
