import { describe, expect, it } from 'vitest';
import { type Message, morningKey, reminderKinds } from '#shared/domain/message.ts';
import { isWaiting, type StoryNow } from '#shared/domain/stories/now.ts';
import type { StoryGiven } from '#shared/domain/stories/rules.ts';
import type { StoryKind } from '#shared/domain/stories/story.ts';
import { deliver } from '#shared/useCases/outbox/deliver.ts';
import { historyOf } from '#shared/useCases/pages/projectPage.ts';
import { createStory, type MoveResult, moveStory } from '#shared/useCases/stories/moveStory.ts';
import { storyIn } from '#shared/useCases/stories/stories.ts';
import { tellStories } from '#shared/useCases/stories/tellStories.ts';
import { sweep } from '#shared/useCases/sweep/sweep.ts';
import {
  aNewStory,
  aStoryWorld,
  givenFor,
  RecordingMessenger,
  storyActor,
  storyPeople,
} from '../builders/story.ts';
import { Crash, type TestDeps } from '../worlds/memory/memoryStores.ts';

/* A year of stories as two servers see it that are killed again and again. */

const closingDays = ['06-05', '12-24', '12-31'];
const stories = 60;
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Written down from a calendar of 2027: all that is no working day beside Saturdays and Sundays. */
const closed2027 = new Set(
  '2027-01-01 2027-03-25 2027-03-26 2027-03-29 2027-05-06 2027-05-17 2027-06-05 2027-12-24 2027-12-31'.split(
    ' ',
  ),
);
const isSummer = (on: string): boolean => on >= '2027-03-28' && on < '2027-10-31';

const shifted = (at: string, ms: number): string =>
  new Date(Date.parse(at) + ms).toISOString().replace(/\.\d+Z$/, 'Z');

/** The day in Copenhagen, by the two Sundays of 2027; the hours of those nights are not used. */
const dayIn = (at: string): string => {
  const winter = shifted(at, hour).slice(0, 10);
  return isSummer(winter) ? shifted(at, 2 * hour).slice(0, 10) : winter;
};

const dueDay = (at: string, workdays: number): string => {
  let on = dayIn(at);
  for (let left = workdays; left > 0; ) {
    on = shifted(`${on}T00:00:00Z`, day).slice(0, 10);
    const weekday = new Date(`${on}T12:00:00Z`).getUTCDay();
    if (weekday !== 0 && weekday !== 6 && !closed2027.has(on)) left -= 1;
  }
  return on;
};

/** What is due when, without the program's own calendar. */
const clockOf = (kind: StoryKind, askedAt: string) => {
  const on = dueDay(askedAt, kind === 'article' ? 5 : 1);
  const hours = isSummer(on) ? { nudge: '07', due: '14' } : { nudge: '08', due: '15' };
  return { nudgeAt: `${on}T${hours.nudge}:00:00Z`, dueAt: `${on}T${hours.due}:00:00Z` };
};

/** Weeks in which the chef is away and somebody answers for the seat. */
const absences = [
  ['2027-02-08', '2027-02-14'],
  ['2027-03-22', '2027-04-04'],
  ['2027-05-03', '2027-05-09'],
  ['2027-07-05', '2027-07-25'],
  ['2027-10-18', '2027-10-24'],
  ['2027-12-20', '2027-12-30'],
] as const;
const isAway = (on: string): boolean => absences.some(([from, to]) => from <= on && on <= to);

const people = storyPeople
  .filter(({ id }) => !id.startsWith('deputy-'))
  .map((person) =>
    person.id === 'deputy' ? { ...person, deputyFrom: null, deputyTo: null } : person,
  );

/** How the one who is asked behaves, in turn over the year. */
const ways = ['soon', 'afterNudge', 'lastMinute', 'late', 'soon', 'never', 'suggest'] as const;
type Way = (typeof ways)[number];

const answersAt = (way: Way, ask: { at: string; nudgeAt: string; dueAt: string }): string => {
  switch (way) {
    case 'soon':
      return shifted(ask.at, 47 * minute);
    case 'afterNudge':
    case 'suggest':
      return shifted(ask.nudgeAt, 13 * minute);
    case 'lastMinute':
      return shifted(ask.dueAt, -2 * minute);
    case 'late':
      return shifted(ask.dueAt, 2 * day + 17 * minute);
    case 'never':
      return shifted(ask.dueAt, 9 * day);
  }
};

/** The same numbers for the same seed (xorshift). */
const numbers = (seed: number): ((below: number) => number) => {
  let state = seed;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
};

type Asked = {
  readonly storyId: string;
  readonly kind: StoryKind;
  readonly seq: number;
  readonly at: string;
  readonly chef: boolean;
  endedAt: string;
};

const kindOf = (at: number): StoryKind => {
  if (at % 10 === 9) return 'press';
  return at % 5 === 3 ? 'article' : 'microStory';
};

class Year {
  readonly world = aStoryWorld('2027-01-04T07:00:00Z', { closingDays, people });
  readonly messenger = new RecordingMessenger(this.world.clock);
  readonly asks = new Map<string, Asked>();
  readonly #agenda = new Map<string, (() => Promise<void>)[]>();
  readonly #random = numbers(20_270_101);
  #servers: readonly [TestDeps, TestDeps] = [this.world.server(), this.world.server()];
  #turn = 0;
  kills = 0;
  looks = 0;
  repeated = 0;

  get now(): string {
    return this.world.clock.at;
  }

  at(moment: string, work: () => Promise<void>): void {
    this.#agenda.set(moment, [...(this.#agenda.get(moment) ?? []), work]);
  }

  /** Just to look: nothing may be told a minute early, nor later than this. */
  watch(moment: string): void {
    const look = async (): Promise<void> => undefined;
    for (const at of [-1, 0, 1]) this.at(shifted(moment, at * minute), look);
  }

  async run(until: string): Promise<void> {
    for (;;) {
      const [next] = [...this.#agenda.keys()].filter((at) => at >= this.now).sort();
      if (next === undefined || next > until) return;
      this.world.clock.at = next;
      const works = this.#agenda.get(next) ?? [];
      this.#agenda.delete(next);
      for (const work of works) await work();
      await this.#round();
    }
  }

  /** Whoever presses and hears nothing presses again, at the other server. */
  async press(who: string, id: string, given: StoryGiven): Promise<MoveResult> {
    for (;;) {
      const deps = this.#next();
      try {
        const result = await moveStory(deps, storyActor(who), id, given);
        await deps.settle();
        if (result.type === 'repeated') this.repeated += 1;
        this.#note(id);
        return result;
      } catch (thrown) {
        if (!(thrown instanceof Crash)) throw thrown;
        this.#restart(deps);
      }
    }
  }

  async begin(id: string, kind: StoryKind): Promise<void> {
    for (;;) {
      const deps = this.#next();
      try {
        await createStory(deps, storyActor('digitek'), aNewStory(id, kind));
        await deps.settle();
        return;
      } catch (thrown) {
        if (!(thrown instanceof Crash)) throw thrown;
        this.#restart(deps);
      }
    }
  }

  story(id: string): StoryNow {
    const now = storyIn(this.#servers[0], id);
    if (!now) throw new Error(`${id} is lost`);
    return now;
  }

  get deps(): TestDeps {
    return this.#servers[0];
  }

  /** Both at once, one of them often cut off between two writes; then both once more. */
  async #round(): Promise<void> {
    this.looks += 1;
    if (this.#random(3) === 0) this.#arm(this.#servers[this.#random(2)] ?? this.#servers[0]);
    await Promise.all(this.#servers.map((deps) => this.#work(deps)));
    const dead = this.#servers.filter(({ writes }) => isDead(writes));
    for (const deps of dead) this.#restart(deps);
    for (const { writes } of this.#servers) writes.failBefore = Number.POSITIVE_INFINITY;
    for (const { writes } of this.#servers) writes.failAfter = Number.POSITIVE_INFINITY;
    // A message whose sender died is free again when its claim has run out, in the same minute.
    const at = this.now;
    if (dead.length > 0) this.world.clock.pass(9_000);
    await Promise.all(this.#servers.map((deps) => this.#work(deps)));
    this.world.clock.at = at;
  }

  async #work(deps: TestDeps): Promise<void> {
    const jobs = [
      () => sweep(deps, 'later'),
      () => tellStories(deps),
      () => deliver(deps, this.messenger),
      () => deliver(deps, this.messenger),
    ];
    for (const job of jobs)
      await job().catch((thrown: unknown) => {
        if (!(thrown instanceof Crash)) throw thrown;
      });
    await deps.settle();
  }

  #arm({ writes }: TestDeps): void {
    const at = writes.count + this.#random(4);
    if (this.#random(2) === 0) writes.failBefore = at;
    else writes.failAfter = at;
  }

  #next(): TestDeps {
    this.#turn += 1;
    const deps = this.#servers[this.#turn % 2] ?? this.#servers[0];
    if (this.#random(3) === 0) this.#arm(deps);
    return deps;
  }

  #restart(deps: TestDeps): void {
    this.kills += 1;
    const [a, b] = this.#servers;
    const fresh = this.world.server();
    this.#servers = deps === a ? [fresh, b] : [a, fresh];
  }

  /** Each question as it was asked, and when it was over. */
  #note(id: string): void {
    const { ask, kind, events } = this.story(id);
    const answered = !isWaiting(this.story(id));
    for (const known of this.asks.values())
      if (known.storyId === id && known.endedAt === '' && (known.seq !== ask?.seq || answered))
        known.endedAt = this.now;
    if (!ask || answered || this.asks.has(`${id}:${ask.seq}`)) return;
    const asked = events.find(({ seq }) => seq === ask.seq);
    const chef = ask.seat !== null;
    this.asks.set(`${id}:${ask.seq}`, {
      ...{ storyId: id, kind, seq: ask.seq, at: asked?.at ?? '', chef, endedAt: '' },
    });
  }
}

const isDead = ({ count, failBefore, failAfter }: TestDeps['writes']): boolean =>
  count >= failBefore || count > failAfter;

/** A question that begins now: watched by the minute, and answered as people do. */
const follow = (year: Year, id: string, way: Way, round: number): void => {
  const { ask, kind } = year.story(id);
  if (!ask) throw new Error(`${id} asks nothing`);
  const { nudgeAt, dueAt } = clockOf(kind, ask.at);
  year.watch(nudgeAt);
  year.watch(opening(ask.at));
  year.watch(dueAt);
  year.at(answersAt(way, { at: ask.at, nudgeAt, dueAt }), () => answer(year, id, way, round));
};

const chefOn = (on: string): string => (isAway(on) ? 'deputy' : 'chef-omsorg');

const go = async (year: Year, who: string, id: string, given: StoryGiven): Promise<void> => {
  const result = await year.press(who, id, given);
  if (result.type === 'refused' || result.type === 'unknown')
    throw new Error(`${id}, ${year.now}, ${who} ${given.type}: ${JSON.stringify(result.type)}`);
};

const answer = async (year: Year, id: string, way: Way, round: number): Promise<void> => {
  const now = year.story(id);
  if (way === 'never') {
    // Silence did nothing; the next step is the team's, and here they give it up.
    expect(isWaiting(now), id).toBe(true);
    const event = now.kind === 'press' ? 'closed' : 'stopped';
    return go(year, 'consultant', id, givenFor(now, event, { ask: null }));
  }
  const who = now.ask?.seat === null ? 'leder' : chefOn(dayIn(year.now));
  if (now.kind === 'press') return go(year, who, id, givenFor(now, 'taken'));
  if (way === 'suggest' && now.kind === 'microStory') return suggest(year, id, who);
  await go(year, who, id, givenFor(now, 'approved'));
  return goOn(year, id, way, round);
};

const suggest = async (year: Year, id: string, who: string): Promise<void> => {
  await go(year, who, id, givenFor(year.story(id), 'suggested'));
  year.at(shifted(year.now, 30 * minute), async () => {
    await go(year, 'digitek', id, givenFor(year.story(id), 'accepted'));
    publish(year, id);
  });
};

const asksAnew = (year: Year, id: string, way: Way, round: number): void => {
  year.at(shifted(year.now, 26 * minute), async () => {
    await go(year, 'digitek', id, givenFor(year.story(id), 'asked'));
    follow(year, id, way, round);
  });
};

/** The next question of an article; a change after the OK in every fourth; else it comes out. */
const goOn = async (year: Year, id: string, way: Way, round: number): Promise<void> => {
  const now = year.story(id);
  if (isWaiting(now)) return follow(year, id, way === 'late' ? 'soon' : way, round);
  if (now.state === 'writing') return asksAnew(year, id, 'soon', round);
  if (round === 1 || Number(id.slice(-2)) % 4 !== 0) return publish(year, id);
  year.at(shifted(year.now, 21 * minute), async () => {
    const content = { ...now.version, text: `${now.version.text} Nu med ny afslutning.` };
    const { text, pictures, files } = content;
    await go(
      year,
      'digitek',
      id,
      givenFor(year.story(id), 'saved', { content: { text, pictures, files } }),
    );
    asksAnew(year, id, 'soon', 1);
  });
};

const publish = (year: Year, id: string): void =>
  year.at(shifted(year.now, 33 * minute), () =>
    go(year, 'digitek', id, givenFor(year.story(id), 'published', { day: dayIn(year.now) })),
  );

const keyOf = (ask: Asked, kind: Message['kind'], to: string): string =>
  [ask.storyId, kind, ask.seq, to].join(':');

const answerersOn = (ask: Asked, on: string): readonly string[] => {
  if (!ask.chef) return ['leder'];
  return isAway(on) ? ['chef-omsorg', 'deputy'] : ['chef-omsorg'];
};

/** Every question, nudge and escalation that there must be, with the minute of it. */
/** Seven in the morning of the next working day, where a moment is outside seven to five. */
const opening = (at: string): string => {
  const hours = (on: string) => (isSummer(on) ? 2 : 1) * hour;
  const on = dayIn(at);
  const clock = shifted(at, hours(on)).slice(11, 16);
  const weekday = new Date(`${on}T12:00:00Z`).getUTCDay();
  const isOpen = weekday !== 0 && weekday !== 6 && !closed2027.has(on);
  if (isOpen && clock >= '07:00' && clock < '17:00') return at;
  const day = isOpen && clock < '07:00' ? on : dueDay(at, 1);
  return shifted(`${day}T07:00:00Z`, -hours(day));
};

const expectedSends = (
  asks: Iterable<Asked>,
  hasMorning: (on: string, who: string) => boolean,
): ReadonlyMap<string, string> => {
  const sends = new Map<string, string>();
  for (const ask of asks) {
    const { nudgeAt, dueAt } = clockOf(ask.kind, ask.at);
    const end = ask.endedAt || '2028-12-31';
    const put = (kind: Message['kind'], at: string, to: readonly string[]): void => {
      // What is asked at night comes in the morning, to whoever it is still for.
      const sentAt = kind === 'storyAsk' ? opening(at) : at;
      if (sentAt >= end) return;
      for (const one of to.filter((who) => who !== 'deputy' || isAway(dayIn(sentAt))))
        if (!sends.has(keyOf(ask, kind, one))) sends.set(keyOf(ask, kind, one), sentAt);
    };
    put('storyAsk', ask.at, answerersOn(ask, dayIn(ask.at)));
    // Whoever begins to stand in while it waits is asked as their first day begins.
    for (const [from] of absences) {
      const midnight = shifted(`${from}T00:00:00Z`, isSummer(from) ? -2 * hour : -hour);
      if (ask.chef && ask.at < midnight && midnight < end) put('storyAsk', midnight, ['deputy']);
    }
    // What the morning has said, no nudge says again.
    const nudged = answerersOn(ask, dayIn(nudgeAt)).filter(
      (who) => !hasMorning(dayIn(nudgeAt), who),
    );
    if (end > nudgeAt) put('storyNudge', nudgeAt, nudged);
    if (end > dueAt) put('storyOverdue', dueAt, ['consultant', 'digitek']);
  }
  return sends;
};

const begun = (year: Year): void => {
  for (let at = 0; at < stories; at += 1) {
    const id = `story-year-${String(at).padStart(2, '0')}`;
    const hours = [9 * 60, 14 * 60 + 30, 22 * 60 + 59, 7 * 60 + 12, 21 * 60 + 59][at % 5] ?? 0;
    const from = shifted('2027-01-05T00:00:00Z', Math.floor(at * 5.93) * day + hours * minute);
    year.at(from, async () => {
      await year.begin(id, kindOf(at));
      await go(year, 'digitek', id, givenFor(year.story(id), 'asked'));
      follow(year, id, ways[at % ways.length] ?? 'soon', 0);
    });
  }
};

/** The consultant writes into the list who stands in, a week before. */
const absent = (year: Year): void => {
  for (const [from, to] of absences) {
    year.at(shifted(`${from}T10:00:00Z`, -7 * day), async () => {
      const row = await year.world.stores.people.read('deputy');
      if (row)
        await year.world.stores.people.update(row, {
          ...{ deputyFor: 'omsorg', deputyFrom: from, deputyTo: to },
        });
    });
    const midnight = shifted(`${from}T00:00:00Z`, isSummer(from) ? -2 * hour : -hour);
    year.watch(midnight);
    year.watch(opening(midnight));
    year.watch(shifted(`${to}T00:00:00Z`, isSummer(to) ? 22 * hour : 23 * hour));
  }
};

const simulated = (async (): Promise<Year> => {
  const year = new Year();
  absent(year);
  begun(year);
  await year.run('2028-01-20T00:00:00Z');
  return year;
})();

const asking = (kind: Message['kind']): boolean =>
  kind === 'storyAsk' || kind === 'storyNudge' || kind === 'storyOverdue';

describe('a year with 60 stories, two servers and many deaths', () => {
  it('is a year as it is meant: everything happens in it', async () => {
    const year = await simulated;
    const all = year.world.stores.stories.all().map((row) => row.value);
    expect(all).toHaveLength(stories);
    const count = (state: string) => all.filter((one) => one.state === state).length;
    expect(count('published')).toBeGreaterThan(30);
    expect(count('stopped')).toBeGreaterThan(4);
    expect(
      all.every(({ state }) => ['published', 'stopped', 'closed', 'taken'].includes(state)),
    ).toBe(true);
    expect(year.kills).toBeGreaterThan(100);
    expect(year.repeated).toBeGreaterThan(5);
    const answers = year.world.stores.storyEvents.all().map((row) => row.value);
    expect(answers.filter(({ onBehalf }) => onBehalf).length).toBeGreaterThan(3);
    console.log(
      `${year.asks.size} questions, ${year.looks} looks, ${year.kills} deaths, ${year.messenger.first.size} messages, ${year.messenger.again.length} sent again after a death, ${year.repeated} presses repeated`,
    );
  });

  it('asks, nudges and escalates each once, to the minute, to exactly those concerned', async () => {
    const year = await simulated;
    const sent = [...year.messenger.first.values()].filter(({ message }) => asking(message.kind));
    const { messages } = year.world.stores;
    const expected = expectedSends(
      year.asks.values(),
      (on, who) => messages.get(morningKey(on, who)) !== undefined,
    );
    // A second try within the minute, after a death, is still that minute.
    const found = sent.map(({ message, at }) => [message.id, at.slice(0, 16)] as const);
    expect(new Map([...found].sort())).toEqual(
      new Map([...expected].map(([key, at]) => [key, at.slice(0, 16)] as const).sort()),
    );
    expect(sent.some(({ message }) => message.kind === 'storyNudge')).toBe(true);
    expect(year.messenger.again.length).toBeLessThanOrEqual(year.kills);
  });

  it('reminds nobody twice a day, nor outside the hours of a working day', async () => {
    const year = await simulated;
    const reminded = [...year.messenger.first.values()].filter(({ message }) =>
      reminderKinds.includes(message.kind),
    );
    const slots = reminded.map(({ message: { to }, at }) => `${dayIn(at)} ${JSON.stringify(to)}`);
    expect(new Set(slots).size).toBe(slots.length);
    expect(reminded.some(({ message }) => message.kind === 'morning')).toBe(true);
    for (const { at } of reminded) {
      expect(closed2027.has(dayIn(at)), at).toBe(false);
      const clock = shifted(at, (isSummer(dayIn(at)) ? 2 : 1) * hour).slice(11, 16);
      expect(clock >= '08:00' && clock < '17:00', at).toBe(true);
    }
  });

  it('puts each message into the outbox once, and leaves none of it waiting', async () => {
    const { world } = await simulated;
    const messages = world.stores.messages.all().map((row) => row.value);
    expect(new Set(messages.map(({ id }) => id)).size).toBe(messages.length);
    expect(messages.filter(({ state }) => state === 'queued' || state === 'sending')).toEqual([]);
  });

  it('tells nobody whose days are over, or have not begun', async () => {
    const year = await simulated;
    const toDeputy = [...year.messenger.first.values()].filter(
      ({ message: { to } }) => to.type === 'person' && to.id === 'deputy',
    );
    expect(toDeputy.length).toBeGreaterThan(5);
    for (const { at, message } of toDeputy)
      expect(isAway(dayIn(at)), `${message.id}, ${at}`).toBe(true);
  });

  it('publishes nothing without an OK to that exact text, and nothing by silence', async () => {
    const { world } = await simulated;
    const events = world.stores.storyEvents.all().map((row) => row.value);
    const published = events.filter(({ kind }) => kind === 'published');
    expect(published.length).toBeGreaterThan(30);
    for (const one of published) {
      const before = events.filter(({ storyId, seq }) => storyId === one.storyId && seq < one.seq);
      const last = before.at(-1);
      expect(['approved', 'accepted'], one.id).toContain(last?.kind);
      expect(last?.hash, one.id).toBe(one.hash);
      expect(one.byId).toBe('digitek');
    }
  });

  it('loses nothing and doubles nothing', async () => {
    const year = await simulated;
    const { stores } = year.world;
    const events = stores.storyEvents.all().map((row) => row.value);
    for (const { value } of stores.stories.all()) {
      const now = year.story(value.id);
      expect(now.events.map(({ seq }) => seq)).toEqual(now.events.map((_, at) => at + 1));
      expect(value).toMatchObject({ state: now.state, revision: now.revision });
      const history = await historyOf(year.deps, `story:${value.id}`);
      expect(history.holds).toBe(true);
      expect(history.entries.map(({ cause }) => cause).sort()).toEqual(
        now.events.map(({ id }) => id).sort(),
      );
    }
    expect(new Set(events.map(({ cause }) => cause)).size).toBe(events.length);
  });
});
