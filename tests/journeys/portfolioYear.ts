import { danishCalendar } from '#shared/calendar/danishCalendar.ts';
import type { Given } from '#shared/domain/answer.ts';
import type { AreaId } from '#shared/domain/area.ts';
import { defaultAreas } from '#shared/domain/area.ts';
import { areaPool, type Share, seededPools } from '#shared/domain/funding.ts';
import { type Choice, choice, type Gate, gateAfter, outcomesOf } from '#shared/domain/gates.ts';
import type { Message } from '#shared/domain/message.ts';
import type { Morning, Notice } from '#shared/domain/notice.ts';
import { type Person, standInsFor } from '#shared/domain/person.ts';
import { priorities } from '#shared/domain/priority.ts';
import type { Project } from '#shared/domain/project.ts';
import type { QuarterGiven } from '#shared/domain/quarter/rules.ts';
import { lights } from '#shared/domain/reports/report.ts';
import { type GateRequest, openQuestionsOf, requestStateOf } from '#shared/domain/request.ts';
import { isWorkday, nextDay } from '#shared/domain/workday.ts';
import { setAbsence } from '#shared/useCases/absences/absences.ts';
import { tellByClock } from '#shared/useCases/matters/registry.ts';
import { deliver } from '#shared/useCases/outbox/deliver.ts';
import type { Sent } from '#shared/useCases/outbox/messenger.ts';
import { watchReach } from '#shared/useCases/outbox/reach.ts';
import { actorOf } from '#shared/useCases/people.ts';
import { moveQuarter } from '#shared/useCases/quarter/moveQuarter.ts';
import { quarterIn, quarterViewOf } from '#shared/useCases/quarter/quarters.ts';
import { reportsOf } from '#shared/useCases/reports/reports.ts';
import { saveReport } from '#shared/useCases/reports/saveReport.ts';
import { answerRequest } from '#shared/useCases/requests/answerRequest.ts';
import { replyToQuestion } from '#shared/useCases/requests/replyToQuestion.ts';
import { sendGateRequest } from '#shared/useCases/requests/sendGateRequest.ts';
import {
  putOnAgenda,
  recordMeetingDecision,
  rerouteRequest,
  type SteerResult,
  withdrawRequest,
} from '#shared/useCases/requests/steerRequest.ts';
import { openRequests, statementsOf } from '#shared/useCases/requests/views.ts';
import { createStory, moveStory } from '#shared/useCases/stories/moveStory.ts';
import { storyIn } from '#shared/useCases/stories/stories.ts';
import { sweep } from '#shared/useCases/sweep/sweep.ts';
import { actor, allSteps, aReadyProject, people } from '../builders/portfolio.ts';
import { aNewStory } from '../builders/story.ts';
import { beside } from '../worlds/memory/kills.ts';
import { lendAll } from '../worlds/memory/lend.ts';
import { Crash, type TestDeps, testDeps } from '../worlds/memory/memoryStores.ts';
import { numbers } from '../worlds/memory/numbers.ts';
import { FakeTeams } from '../worlds/memory/teams.ts';
import { packFaults } from './packPass.ts';

/*
 * A whole year of the portfolio: gates asked and answered, a kvartalsstatus each quarter, three chefs of
 * whom one lets the bot not in, one leaves in May, and one is away in July. All of it by chance, from a
 * seed; two servers, both of which die again and again.
 */

export const calendar = danishCalendar([]);
export const meetingDays = ['2027-01-21', '2027-04-15', '2027-07-01', '2027-10-14'] as const;
/** The chef of Omsorg leaves, and the seat is empty until another comes. */
export const leaves = '2027-05-18';
export const comes = '2027-06-21';
/** The chef of Sundhed has blocked the bot, until somebody helps. */
export const blocked = 'chef-sundhed';
export const reopens = '2027-08-20';
const areas: readonly AreaId[] = ['social', 'sundhed', 'omsorg'];
const hour = 3_600_000;
const word = 'Det har vi talt om.';

export type Said = {
  readonly to: string;
  readonly at: string;
  readonly message: Message;
  readonly morning: Morning | null;
};

/** Teams, taking down what reached whom and when. */
class WatchedTeams extends FakeTeams {
  readonly said: Said[] = [];
  now = '';

  override async send(message: Message, notice: Notice): Promise<Sent> {
    const sent = await super.send(message, notice);
    const to = message.to.type === 'person' ? message.to.id : message.to.type;
    const morning = notice.type === 'morning' ? notice.morning : null;
    if (sent.type === 'sent') this.said.push({ to, at: this.now, message, morning });
    return sent;
  }
}

/** `rounds`: how often a day the servers look; with one only on working days. */
export type YearOf = {
  readonly seed: number;
  readonly projects: number;
  readonly rounds: number;
  readonly from: string;
  readonly until: string;
};

/** An open gate, day by day: how long it had waited, and whether anybody could answer it. */
export type Waited = {
  readonly day: string;
  readonly request: GateRequest;
  /** Who could have answered that day and had not: whoever holds such a seat, or stands in for it. */
  readonly could: readonly string[];
  /** Seats that have not answered, and that nobody holds. */
  readonly empty: readonly AreaId[];
  /** It stands on the agenda, and waits for nobody before the meeting. */
  readonly atMeeting: boolean;
};

export class PortfolioYear {
  readonly deps: TestDeps = testDeps();
  readonly teams = new WatchedTeams();
  readonly random: (below: number) => number;
  readonly of: YearOf;
  readonly waited: Waited[] = [];
  readonly faults: string[] = [];
  readonly counts = {
    asked: 0,
    answered: 0,
    refused: 0,
    kills: 0,
    packs: 0,
    decided: 0,
    handed: 0,
  };
  readonly calledOff: string | undefined;
  #servers = 0;

  constructor(of: YearOf) {
    this.of = of;
    this.random = numbers(of.seed);
    this.calledOff = of.seed % 2 === 0 ? meetingDays[1] : undefined;
    const { stores } = this.deps;
    lendAll(this.deps);
    stores.people.put(...people);
    stores.pools.put(...seededPools(2027, defaultAreas));
    const planned = meetingDays.filter((day) => day >= of.from && day <= of.until);
    const value = JSON.stringify(planned);
    stores.settings.put({ id: 'quarterlyStatusDays', value, lastChange: null });
    for (let at = 0; at < of.projects; at += 1) stores.projects.put(this.#project(at));
    this.teams.shut.set(blocked, 'blocked');
  }

  one<T>(among: readonly T[]): T | undefined {
    return among[this.random(among.length)];
  }

  chance(of: number): boolean {
    return this.random(of) === 0;
  }

  #project(at: number): Project {
    const leadArea = areas[at % 3] ?? 'omsorg';
    const skal = at % 11 === 10;
    const gate = skal ? 'funding' : (['gate1', 'gate1', 'gate2', 'gate3'] as const)[at % 4];
    const more = { id: `p${at}`, title: `Projekt ${at}`, leadArea, areas: [leadArea] } as const;
    const priority = priorities[this.random(3)] ?? 'low';
    const { deps } = this;
    if (!skal) deps.stores.steps.put(...allSteps(more.id, gate ?? 'gate1'));
    return aReadyProject(gate ?? 'gate1', {
      ...more,
      ...this.money(leadArea),
      recommendedPriority: priority,
      phaseSince: '2026-12-01T08:00:00Z',
    });
  }

  /** Its own pool, the common one, two areas', or no money at all. */
  money(leadArea: AreaId): Pick<Project, 'askOre' | 'shares'> {
    const ore = (1 + this.random(9)) * 1_000_00;
    const other = areas[(areas.indexOf(leadArea) + 1) % 3] ?? 'social';
    const ways: readonly (readonly Share[])[] = [
      [{ pool: areaPool(leadArea), ore }],
      [{ pool: 'common', ore }],
      [
        { pool: areaPool(leadArea), ore },
        { pool: areaPool(other), ore },
      ],
      [],
    ];
    const shares = this.one(ways) ?? [];
    return { shares, askOre: shares.length * ore };
  }

  at(at: string): void {
    this.deps.clock.at = at;
    this.teams.now = at;
  }

  async #one(deps: TestDeps, mayDie: boolean): Promise<void> {
    if (mayDie && this.chance(8)) deps.writes.failAfter = deps.writes.count + this.random(3);
    for (const job of [
      () => tellByClock(deps),
      () => watchReach(deps),
      () => deliver(deps, this.teams),
      () => sweep(deps, 'later'),
    ])
      await job().catch((thrown: unknown) => {
        if (!(thrown instanceof Crash)) throw thrown;
        this.counts.kills += 1;
      });
    await deps.settle();
    deps.writes.failAfter = Number.POSITIVE_INFINITY;
  }

  /** Two servers at once; now and then one of them has died, and begins anew. */
  async round(at: string): Promise<void> {
    this.at(at);
    this.#servers += 1;
    const other = this.#servers % 7 === 0 ? beside(this.deps) : this.#other;
    this.#other = other;
    const before = this.counts.kills;
    await Promise.all([this.#one(this.deps, true), this.#one(other, true)]);
    if (this.counts.kills === before) return;
    // Both have died; what begins again does the rest, a minute later.
    this.at(shifted(at, 60_000));
    await Promise.all([this.#one(beside(this.deps), false), this.#one(this.deps, false)]);
  }
  #other = beside(this.deps);

  project(id: string): Project | undefined {
    return this.deps.stores.projects.get(id)?.value;
  }

  /** A hand in the list, which is how much of a portfolio is kept. */
  async write(id: string, changes: Partial<Project>): Promise<void> {
    const row = this.deps.stores.projects.get(id);
    if (row) await this.deps.stores.projects.update(row, changes);
  }
}

const shifted = (at: string, ms: number): string =>
  new Date(Date.parse(at) + ms).toISOString().replace(/\.\d+Z$/, 'Z');

/** Who holds a seat that day, by the people in the list and nothing else. */
const holdersOn = ({ deps }: PortfolioYear, seat: AreaId, day: string): readonly string[] => {
  const everybody = deps.stores.people.all().map(({ value }) => value);
  const chefs = everybody.filter(({ roles, area }) => roles.includes('chef') && area === seat);
  const named = chefs.flatMap((chef) => standInsFor(chef, everybody, day).map(({ id }) => id));
  return [...chefs.map(({ id }) => id), ...named];
};

const saidBy = ({ deps }: PortfolioYear, request: GateRequest, seat: AreaId): boolean =>
  statementsOf(deps, request.id).some(
    (one) => one.seat === seat && (one.kind === 'position' || one.kind === 'meeting'),
  );

/* What people do. */

const counted = (year: PortfolioYear, result: { readonly type: string }): void => {
  if (result.type === 'refused') year.counts.refused += 1;
};

/** A project that passed its gate is made ready for the next one, some weeks later. */
const prepare = async (year: PortfolioYear): Promise<void> => {
  const { deps } = year;
  for (const { value } of deps.stores.projects.all()) {
    const gate = value.type === 'digitek' && value.status === 'active' && gateAfter(value.phase);
    if (!gate || value.askOre !== null || !year.chance(20)) continue;
    for (const step of allSteps(value.id, gate)) {
      const row = deps.stores.steps.get(step.id);
      if (row) await deps.stores.steps.update(row, step);
      else await deps.stores.steps.insert(step);
    }
    const { money } = year;
    const costs = { runningCostsOre: [100_00, 100_00, 100_00, 100_00] };
    const recommendedOutcome = outcomesOf(gate)[0] ?? null;
    await year.write(value.id, {
      ...money.call(year, value.leadArea ?? 'omsorg'),
      ...{ ...costs, recommendedOutcome },
    });
  }
};

const gateOf = ({ type, phase }: Project): Gate | null =>
  type === 'digitek' ? gateAfter(phase) : 'funding';

const asks = async (year: PortfolioYear, day: string): Promise<void> => {
  const { deps, random } = year;
  const ready = deps.stores.projects
    .all()
    .map(({ value }) => value)
    .filter(({ status, askOre }) => status === 'active' && askOre !== null);
  for (let left = random(1 + Math.ceil(year.of.projects / 60)); left > 0; left -= 1) {
    const project = year.one(ready);
    const gate = project && gateOf(project);
    if (!gate) continue;
    year.at(shifted(`${day}T00:00:00Z`, (6 + random(12)) * hour));
    const asked = { projectId: project.id, gate };
    const sent = await sendGateRequest(deps, actor('consultant'), asked);
    if (sent.ok) year.counts.asked += 1;
    await deps.settle();
  }
};

const chosen = (year: PortfolioYear, gate: Gate): Choice => {
  const [forward = 'stop', ...others] = outcomesOf(gate).filter((one) => one !== 'fastTrack');
  return choice(year.chance(3) ? (year.one(others) ?? forward) : forward);
};

/** Mostly an answer; now and then a question, a wish to meet, or a lift. */
const givenTo = (year: PortfolioYear, { gate, decider }: GateRequest): Given => {
  const comment = word;
  const aside: readonly Given[] = [
    { type: 'ask', comment },
    { type: decider.type === 'chefgruppe' ? 'meeting' : 'lift', comment },
  ];
  return aside[year.random(14)] ?? { type: 'choose', choice: chosen(year, gate), comment };
};

/** One of those who may answer says something; sometimes somebody tries who may not. */
const answers = async (year: PortfolioYear, day: string): Promise<void> => {
  const { deps } = year;
  for (const request of openRequests(deps)) {
    if (!year.chance(14)) continue;
    const seat = year.one(request.decider.seats) ?? 'omsorg';
    const who = year.chance(20) ? 'owner' : year.one(holdersOn(year, seat, day));
    if (!who) continue;
    const given = givenTo(year, request);
    const by = actorOf(deps, who, who);
    const result = await answerRequest(deps, by, { requestId: request.id, given });
    counted(year, result);
    if (result.type === 'ended' || result.type === 'said') year.counts.answered += 1;
    await deps.settle();
  }
};

const replies = async (year: PortfolioYear): Promise<void> => {
  const { deps } = year;
  for (const request of openRequests(deps)) {
    const [question] = openQuestionsOf(statementsOf(deps, request.id));
    if (!question || !year.chance(6)) continue;
    const reply = { requestId: request.id, question: question.id, text: word };
    await replyToQuestion(deps, actor('lead'), reply);
    await deps.settle();
  }
};

/** The consultant hands it on: to the agenda, to the chefgruppe, to another chef. */
const handedOn = (year: PortfolioYear, { id, decider }: GateRequest): Promise<SteerResult> => {
  const [{ deps }, by] = [year, actor('consultant')];
  const to = year.chance(2) ? 'chefgruppe' : (year.one(areas) ?? 'social');
  return decider.type === 'chefgruppe'
    ? putOnAgenda(deps, by, { requestId: id, comment: word })
    : rerouteRequest(deps, by, { requestId: id, to, comment: word });
};

/** What nobody can answer is handed on sooner or later; the rest now and then, or taken back. */
const steers = async (year: PortfolioYear, day: string): Promise<void> => {
  const { deps } = year;
  for (const request of openRequests(deps)) {
    const isEmpty = request.decider.seats.some((seat) => holdersOn(year, seat, day).length === 0);
    if (year.chance(isEmpty ? 12 : 400)) {
      const result = await handedOn(year, request);
      counted(year, result);
      if (result.type === 'ended' || result.type === 'said') year.counts.handed += 1;
    } else if (year.chance(600))
      await withdrawRequest(deps, actor('consultant'), { requestId: request.id, comment: word });
    await deps.settle();
  }
};

const tells = async (year: PortfolioYear, day: string): Promise<void> => {
  const { deps } = year;
  if (year.chance(7)) {
    const key = `story-${day}`;
    await createStory(deps, actor('digitek'), { ...aNewStory(key), projectId: 'p0' });
    await moveStory(deps, actor('digitek'), key, { type: 'asked', revision: 1, comment: '' });
  }
  for (const { value } of deps.stores.stories.all()) {
    if (!year.chance(6)) continue;
    const now = storyIn(deps, value.id);
    const { revision } = value;
    if (now?.state === 'asked')
      await moveStory(deps, actor('chef-social'), value.id, {
        ...{ type: 'approved', revision, ask: now.ask?.seq ?? 0, comment: '' },
      });
    else if (now?.state === 'approved')
      await moveStory(deps, actor('digitek'), value.id, {
        ...{ type: 'published', revision, channel: 'official', outlet: '' },
        ...{ link: 'https://www.linkedin.com/posts/viborg', day },
      });
  }
  await deps.settle();
};

const reports = async (year: PortfolioYear): Promise<void> => {
  const { deps } = year;
  if (!year.chance(4)) return;
  const project = year.one(deps.stores.projects.all())?.value;
  if (!project) return;
  const light = () => lights[year.random(3)] ?? 'green';
  await saveReport(deps, actor('consultant'), {
    ...{ projectId: project.id, number: reportsOf(deps.stores, project.id).length + 1 },
    ...{ revision: null, publish: true },
    words: {
      ...{ time: light(), money: light(), benefits: light() },
      ...{ said: word, next: word, help: word },
    },
  });
  await deps.settle();
};

/** DigiTek thinks otherwise of a project; somebody outside is waited for, or no more. */
const thinks = async (year: PortfolioYear, day: string): Promise<void> => {
  const project = year.chance(4) ? year.one(year.deps.stores.projects.all())?.value : undefined;
  if (!project) return;
  await year.write(
    project.id,
    year.chance(2)
      ? { recommendedPriority: priorities[year.random(3)] ?? 'low' }
      : project.waitsFor === ''
        ? { waitsFor: 'Leverandøren', waitsSince: `${day}T07:00:00Z` }
        : { waitsFor: '', waitsSince: null },
  );
};

/* Who is there. */

const newChef: Person = {
  ...{ id: 'new-chef', name: 'Ny chef, Omsorg', upn: 'ny@viborg.example', roles: ['chef'] },
  ...{
    area: 'omsorg',
    deputyFor: null,
    deputyFrom: null,
    deputyTo: null,
    absences: [],
    standing: null,
    unit: '',
  },
};

const comeAndGo = async ({ deps, teams }: PortfolioYear, day: string): Promise<void> => {
  const leaving = deps.stores.people.get('chef-omsorg');
  if (day === leaves && leaving)
    await deps.stores.people.update(leaving, { roles: [], area: null });
  if (day === comes) deps.stores.people.put(newChef);
  if (day === '2027-07-05')
    await setAbsence(deps, actor('chef-social'), {
      ...{ id: 'absence-0001', personId: 'chef-social', deputyId: 'owner' },
      ...{ from: '2027-07-05', to: '2027-07-25' },
    });
  if (day === reopens) teams.shut.delete(blocked);
};

/* The kvartalsstatus. */

const presses = async (
  { deps }: PortfolioYear,
  day: string,
  who: string,
  given: QuarterGiven,
): Promise<void> => {
  const seen = quarterIn(deps.stores, day).revision;
  await moveQuarter(deps, actorOf(deps, who, who), day, { seen, given });
  await deps.settle();
};

const looksAtPack = async (year: PortfolioYear, day: string, printed = false): Promise<void> => {
  year.counts.packs += 1;
  year.faults.push(...(await packFaults(year.deps, day, printed)));
};

const sendsPack = async (year: PortfolioYear, day: string): Promise<void> => {
  const points = quarterViewOf(year.deps, day)?.points ?? [];
  const [one, other] = [year.one(points), year.one(points)];
  if (one && other)
    await presses(year, day, 'consultant', { type: 'move', point: one.key, before: other.key });
  await presses(year, day, 'consultant', { type: 'add', title: 'Velfærdens dag', minutes: 5 });
  await looksAtPack(year, day, true);
  await presses(year, day, 'consultant', { type: 'send' });
};

const decides = async (year: PortfolioYear, requestId: string): Promise<void> => {
  const { deps } = year;
  const gate = deps.stores.requests.get(requestId)?.value.gate;
  if (!gate || year.chance(4)) return;
  const noted = areas.map((seat) => ({ seat, text: word }));
  const recorded = await recordMeetingDecision(deps, actor('consultant'), {
    ...{ requestId, choice: chosen(year, gate), comment: word },
    noted: year.chance(6) ? [] : noted,
  });
  counted(year, recorded);
  if (recorded.type === 'ended') year.counts.decided += 1;
  await deps.settle();
};

const meets = async (year: PortfolioYear, day: string): Promise<void> => {
  const by = (given: QuarterGiven) => presses(year, day, 'consultant', given);
  await by({ type: 'begin', present: 'Chefgruppen' });
  for (const { key } of quarterViewOf(year.deps, day)?.points ?? []) {
    year.at(shifted(year.deps.clock.at, 60_000));
    await by({ type: 'open', point: key });
    if (key.startsWith('request:')) await decides(year, key.slice('request:'.length));
    if (key === 'priorities') {
      const project = year.one(year.deps.stores.projects.all())?.value;
      const priority = priorities[year.random(3)] ?? 'low';
      if (project) await by({ type: 'prioritise', projectId: project.id, priority, why: word });
    }
    if (year.chance(3)) await by({ type: 'note', point: key, text: word });
  }
  await looksAtPack(year, day);
  year.at(shifted(year.deps.clock.at, 60_000));
  await by({ type: 'end' });
  await looksAtPack(year, day, true);
};

const signs = async (year: PortfolioYear, day: string): Promise<void> => {
  for (const meeting of meetingDays.filter((one) => one < day))
    for (const seat of areas) {
      const who = year.chance(15) ? year.one(holdersOn(year, seat, day)) : undefined;
      const { version } = quarterIn(year.deps.stores, meeting);
      if (who) await presses(year, meeting, who, { type: 'approve', version });
    }
};

const meetings = async (year: PortfolioYear, day: string): Promise<void> => {
  const coming = meetingDays.find((one) => one >= day);
  const week = coming && Math.round((Date.parse(coming) - Date.parse(day)) / (24 * hour));
  // One of the year's is called off on the day: nothing of it is held.
  if (coming && week === 7) await sendsPack(year, coming);
  if (coming && week === 0 && coming !== year.calledOff) await meets(year, coming);
  await signs(year, day);
};

/* The day. */

const takesDown = (year: PortfolioYear, day: string): void => {
  for (const request of openRequests(year.deps)) {
    const missing = request.decider.seats.filter((seat) => !saidBy(year, request, seat));
    year.waited.push({
      ...{ day, request },
      could: missing.flatMap((seat) => holdersOn(year, seat, day)),
      empty: missing.filter((seat) => holdersOn(year, seat, day).length === 0),
      atMeeting:
        requestStateOf(request, statementsOf(year.deps, request.id), undefined).type === 'meeting',
    });
  }
};

const times = ['07:10', '10:10', '14:30', '04:30', '19:00'];

const aDay = async (year: PortfolioYear, day: string): Promise<void> => {
  await comeAndGo(year, day);
  const atWork = isWorkday(day, calendar);
  for (const time of times.slice(0, year.of.rounds).sort()) await year.round(`${day}T${time}:00Z`);
  if (!atWork) return;
  takesDown(year, day);
  year.at(`${day}T11:00:00Z`);
  await prepare(year);
  await thinks(year, day);
  await answers(year, day);
  await replies(year);
  await steers(year, day);
  await reports(year);
  await tells(year, day);
  await meetings(year, day);
  await asks(year, day);
};

/** The year as it went; every pack of it has been looked at. */
export const playedYear = async (of: YearOf): Promise<PortfolioYear> => {
  const year = new PortfolioYear(of);
  for (let day = of.from; day <= of.until; day = nextDay(day))
    if (of.rounds > 1 || isWorkday(day, calendar)) await aDay(year, day);
  // What the last deaths cut off is finished.
  for (const minute of ['05', '06', '07', '08']) await year.round(`${of.until}T12:${minute}:00Z`);
  return year;
};
