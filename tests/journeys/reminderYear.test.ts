import { describe, expect, it } from 'vitest';
import { danishCalendar } from '#shared/calendar/danishCalendar.ts';
import type { AreaId } from '#shared/domain/area.ts';
import { defaultAreas } from '#shared/domain/area.ts';
import { dayOf } from '#shared/domain/day.ts';
import { seededPools } from '#shared/domain/funding.ts';
import { askingKinds, type Message, reminderKinds } from '#shared/domain/message.ts';
import type { Morning, Notice } from '#shared/domain/notice.ts';
import { isWorkday, nextDay, workdaysAfter } from '#shared/domain/workday.ts';
import { setAbsence } from '#shared/useCases/absences/absences.ts';
import { tellByClock } from '#shared/useCases/matters/registry.ts';
import { deliver } from '#shared/useCases/outbox/deliver.ts';
import type { Sent } from '#shared/useCases/outbox/messenger.ts';
import { watchReach } from '#shared/useCases/outbox/reach.ts';
import { answerRequest } from '#shared/useCases/requests/answerRequest.ts';
import { sendGateRequest } from '#shared/useCases/requests/sendGateRequest.ts';
import { createStory, moveStory } from '#shared/useCases/stories/moveStory.ts';
import { sweep } from '#shared/useCases/sweep/sweep.ts';
import { actor, allSteps, aReadyProject, people } from '../builders/portfolio.ts';
import { aNewStory } from '../builders/story.ts';
import { beside } from '../worlds/memory/kills.ts';
import { lendAll } from '../worlds/memory/lend.ts';
import { Crash, type TestDeps, testDeps } from '../worlds/memory/memoryStores.ts';
import { numbers } from '../worlds/memory/numbers.ts';
import { FakeTeams } from '../worlds/memory/teams.ts';

/* A year in which three chefs are asked again and again: one lets nobody in, one leaves in May. */

const hour = 3_600_000;
const calendar = danishCalendar([]);
const areas: readonly AreaId[] = ['social', 'sundhed', 'omsorg'];
const projects = 36;

type Said = {
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

class Year {
  readonly deps: TestDeps = testDeps();
  readonly teams = new WatchedTeams();
  readonly random = numbers(20_270_101);
  /** Each question at a gate: asked, and answered. */
  readonly asked = new Map<
    string,
    { readonly at: string; readonly area: AreaId; readonly due: string; until: string }
  >();
  kills = 0;

  constructor() {
    const { stores } = this.deps;
    lendAll(this.deps);
    stores.people.put(...people);
    stores.pools.put(...seededPools(2027, defaultAreas), ...seededPools(2028, defaultAreas));
    for (let at = 0; at < projects; at += 1) {
      const area = areas[at % 3] ?? 'omsorg';
      const id = `p${at}`;
      const shares = [{ pool: `area:${area}`, ore: 100_00 }] as const;
      stores.projects.put(
        aReadyProject('gate1', {
          ...{ id, title: `Projekt ${at}`, leadArea: area, areas: [area], shares, askOre: 100_00 },
        }),
      );
      stores.steps.put(...allSteps(id, 'gate1'));
    }
    // The chef of Sundhed has shut the bot out for all of the year.
    this.teams.shut.set('chef-sundhed', 'blocked');
  }

  #armed(deps: TestDeps): void {
    if (this.random(6) === 0) deps.writes.failAfter = deps.writes.count + this.random(3);
  }

  async #one(deps: TestDeps): Promise<void> {
    this.#armed(deps);
    for (const job of [
      () => tellByClock(deps),
      () => watchReach(deps),
      () => deliver(deps, this.teams),
      () => sweep(deps, 'later'),
    ])
      await job().catch((thrown: unknown) => {
        if (!(thrown instanceof Crash)) throw thrown;
        this.kills += 1;
      });
    await deps.settle();
    deps.writes.failAfter = Number.POSITIVE_INFINITY;
  }

  /** Two servers, one of them new since the last time: so it is after a death. */
  async round(at: string): Promise<void> {
    this.deps.clock.at = at;
    this.teams.now = at;
    await Promise.all([this.#one(this.deps), this.#one(beside(this.deps))]);
    await Promise.all([this.#one(this.deps), this.#one(beside(this.deps))]);
  }
}

const shifted = (at: string, ms: number): string =>
  new Date(Date.parse(at) + ms).toISOString().replace(/\.\d+Z$/, 'Z');

const chefOf = (area: AreaId, day: string): string =>
  area === 'omsorg' && day >= '2027-05-15' ? 'new-chef' : `chef-${area}`;

/** The chef of Omsorg leaves, and another comes; the chef of Social is away in July. */
const people2027 = async ({ deps }: Year, day: string): Promise<void> => {
  if (day === '2027-05-15') {
    const leaving = deps.stores.people.get('chef-omsorg');
    if (leaving) await deps.stores.people.update(leaving, { roles: [], area: null });
    deps.stores.people.put({
      ...{ id: 'new-chef', name: 'Ny chef, Omsorg', upn: 'ny@viborg.example', roles: ['chef'] },
      ...{
        area: 'omsorg',
        deputyFor: null,
        deputyFrom: null,
        deputyTo: null,
        absences: [],
        unit: '',
      },
    });
  }
  if (day === '2027-07-05')
    await setAbsence(deps, actor('chef-social'), {
      ...{ id: 'absence-0001', personId: 'chef-social', deputyId: 'owner' },
      ...{ from: '2027-07-05', to: '2027-07-25' },
    });
};

/** A gate about every week, at any hour; answered soon, after weeks, or not for months. */
const asks = async (year: Year, day: string): Promise<void> => {
  const { deps, random, asked } = year;
  if (random(8) !== 0 || asked.size >= projects) return;
  const at = shifted(`${day}T00:00:00Z`, (6 + random(16)) * hour);
  deps.clock.at = at;
  const number = asked.size;
  const projectId = `p${number}`;
  const sent = await sendGateRequest(deps, actor('consultant'), { projectId, gate: 'gate1' });
  if (!sent.ok) throw new Error(sent.refusal.type);
  await deps.settle();
  const days = number % 6 === 5 ? 90 : random(25);
  asked.set(`${projectId}-gate1-1`, {
    ...{ at, area: areas[number % 3] ?? 'omsorg', until: '2028-01-01' },
    due: shifted(at, days * 24 * hour).slice(0, 10),
  });
};

const tells = async ({ deps, random }: Year, day: string): Promise<void> => {
  if (random(5) !== 0) return;
  const key = `story-${day}`;
  await createStory(deps, actor('digitek'), { ...aNewStory(key), projectId: 'p2' });
  await moveStory(deps, actor('digitek'), key, { type: 'asked', revision: 1, comment: '' });
  await deps.settle();
};

const answers = async ({ deps, asked }: Year, day: string): Promise<void> => {
  for (const [requestId, one] of asked) {
    if (one.due > day || one.until < '2028') continue;
    const choice = { outcome: 'stop', spread: false, rethink: false } as const;
    const given = { type: 'choose', choice, comment: 'Det er ikke nu.' } as const;
    const who = chefOf(one.area, day);
    await answerRequest(deps, { ...actor(who), id: who }, { requestId, given });
    await deps.settle();
    one.until = deps.clock.at;
  }
};

const play = async (year: Year): Promise<void> => {
  for (let day = '2027-01-04'; day < '2028-01-01'; day = nextDay(day)) {
    await people2027(year, day);
    await asks(year, day);
    await tells(year, day);
    for (const time of ['04:30', '07:10', '08:10', '14:30', '19:00'])
      await year.round(`${day}T${time}:00Z`);
    await answers(year, day);
  }
};

const simulated = (async (): Promise<Year> => {
  const year = new Year();
  await play(year);
  return year;
})();

const isReminder = ({ message }: Said): boolean => reminderKinds.includes(message.kind);

/** The hour in Copenhagen. */
const hourOf = (at: string): number =>
  Number(
    new Intl.DateTimeFormat('en-GB', {
      ...{ timeZone: 'Europe/Copenhagen', hour: '2-digit', hourCycle: 'h23' },
    }).format(new Date(at)),
  );

/** The weeks in which a gate must be named: from the limit on, while it waits. */
const weeksOf = (
  at: string,
  until: string,
  area: AreaId,
): readonly (readonly [string, string])[] => {
  // The chef whom no message reaches is the consultant's to know of, after ten working days.
  let from = workdaysAfter(dayOf(at), area === 'sundhed' ? 10 : 2, calendar);
  const weeks: (readonly [string, string])[] = [];
  for (;;) {
    // Easter and Christmas take most of a week: the next begins after them.
    const to = workdaysAfter(from, 6, calendar);
    if (to >= dayOf(until)) return weeks;
    weeks.push([from, `${to}T23:59:59Z`]);
    from = nextDay(to);
  }
};

describe('a year of reminders, with two servers and many deaths', () => {
  it('is a year as it is meant', async () => {
    const year = await simulated;
    expect(year.asked.size).toBeGreaterThan(25);
    expect(year.kills).toBeGreaterThan(50);
    expect(year.teams.said.filter(isReminder).length).toBeGreaterThan(60);
    expect(
      year.teams.said.some(({ to, message }) => to === 'new-chef' && message.kind === 'morning'),
    ).toBe(true);
    expect(
      year.teams.said.some(({ to, message }) => to === 'owner' && message.kind === 'ask'),
    ).toBe(true);
    console.log(
      `${year.asked.size} gates, ${year.teams.said.length} messages, ${year.teams.said.filter(isReminder).length} reminders, ${year.kills} deaths`,
    );
  });

  it('reminds nobody more than once a day', async () => {
    const { teams } = await simulated;
    // A sender that died as it had sent sends the very same once more: that is one reminder.
    const once = new Map(teams.said.filter(isReminder).map((one) => [one.message.id, one]));
    const slots = [...once.values()].map(({ to, at }) => `${dayOf(at)} ${to}`);
    const twice = slots.filter((slot, at) => slots.indexOf(slot) !== at);
    expect(twice).toEqual([]);
  });

  it('reminds nobody, and asks nobody, outside seven to five on a working day', async () => {
    const { teams } = await simulated;
    const outside = teams.said
      .filter((one) => isReminder(one) || askingKinds.includes(one.message.kind))
      .filter(({ at }) => {
        const [day, clock] = [dayOf(at), hourOf(at)];
        return !isWorkday(day, calendar) || clock < 7 || clock >= 17;
      })
      .map(({ message, at }) => `${message.id} ${at}`);
    expect(outside).toEqual([]);
  });

  it('names every gate that has waited too long to somebody, each week that it waits', async () => {
    const { asked, teams } = await simulated;
    const named = (requestId: string, from: string, to: string): boolean =>
      teams.said.some(({ morning, at }) => {
        if (!morning || at < from || at >= to) return false;
        const { waits, long } = morning;
        return [...waits, ...long].some(
          ({ matter }) => matter.type === 'request' && matter.view.request.id === requestId,
        );
      });
    const unseen = [...asked].flatMap(([requestId, { at, until, area }]) =>
      weeksOf(at, until, area)
        .filter(([from, to]) => !named(requestId, from, to))
        .map(([from]) => `${requestId} ${from}`),
    );
    expect(
      [...asked].flatMap(([, { at, until, area }]) => weeksOf(at, until, area)).length,
    ).toBeGreaterThan(40);
    expect(unseen).toEqual([]);
  });

  it('says nothing more to a chef who has left', async () => {
    const { teams } = await simulated;
    const late = teams.said.filter(({ to, at }) => to === 'chef-omsorg' && at > '2027-05-16');
    expect(late.map(({ message }) => message.id)).toEqual([]);
  });

  it('tells the consultants of the chef whom nothing reaches', async () => {
    const { teams } = await simulated;
    expect(
      teams.said.some(({ to, message }) => to === 'consultant' && message.kind === 'unreached'),
    ).toBe(true);
    expect(teams.said.filter(({ to }) => to === 'chef-sundhed')).toEqual([]);
  });
});
