import { beforeAll, describe, expect, it } from 'vitest';
import { dayOf } from '#shared/domain/day.ts';
import type { Gate } from '#shared/domain/gates.ts';
import { askingKinds, reminderKinds } from '#shared/domain/message.ts';
import type { Decision, GateRequest } from '#shared/domain/request.ts';
import { isWorkday, workdaysAfter } from '#shared/domain/workday.ts';
import { historyOf } from '#shared/useCases/pages/projectPage.ts';
import { isLong } from '../builders/long.ts';
import {
  blocked,
  calendar,
  comes,
  leaves,
  meetingDays,
  type PortfolioYear,
  playedYear,
  reopens,
  type Said,
  type Waited,
} from './portfolioYear.ts';

/* A whole year, nights and holidays too; `CHAOS=1`: with 200 projects, from more seeds than one. */
const wholeYear = { rounds: 5, from: '2027-01-04', until: '2027-12-31' } as const;
const years = isLong
  ? [1, 2, 3].map((seed) => ({ seed, projects: 200, ...wholeYear }))
  : [{ seed: 7, projects: 24, ...wholeYear }];

const isReminder = ({ message }: Said): boolean => reminderKinds.includes(message.kind);

const hourOf = (at: string): number =>
  Number(
    new Intl.DateTimeFormat('en-GB', {
      ...{ timeZone: 'Europe/Copenhagen', hour: '2-digit', hourCycle: 'h23' },
    }).format(new Date(at)),
  );

/** Who was named each open gate in the morning, by day: `<request> <person>`. */
const namedIn = ({ teams }: PortfolioYear): ReadonlyMap<string, ReadonlySet<string>> => {
  const named = new Map<string, Set<string>>();
  for (const { morning, to, at } of teams.said) {
    if (!morning) continue;
    for (const { matter } of [...morning.waits, ...morning.long]) {
      if (matter.type !== 'request') continue;
      const key = `${matter.view.request.id} ${to}`;
      named.set(key, (named.get(key) ?? new Set()).add(dayOf(at)));
    }
  }
  return named;
};

type Owed = { readonly day: string; readonly request: GateRequest; readonly to: string };

/** To whom an open gate was to be named, day by day: who could answer, and else the consultant. */
const owedIn = ({ day, request, could, empty, atMeeting }: Waited): readonly Owed[] => {
  const waited = (days: number): boolean =>
    workdaysAfter(dayOf(request.askedAt), days, calendar) < day;
  if (atMeeting || !waited(2)) return [];
  const reached = could.filter((id) => id !== blocked || day > '2027-08-30');
  const consultant = empty.length > 0 || (reached.length < could.length && waited(10));
  return [...reached, ...(consultant ? ['consultant'] : [])].map((to) => ({ day, request, to }));
};

/** Each run of days in which somebody was to hear of a gate and did not: six working days at the most. */
const unseenIn = (year: PortfolioYear): readonly string[] => {
  const named = namedIn(year);
  const silent = new Map<string, { last: string; days: number }>();
  const found = new Set<string>();
  for (const { day, request, to } of year.waited.flatMap(owedIn)) {
    const key = `${request.id} ${to}`;
    const before = silent.get(key);
    const follows = before && workdaysAfter(before.last, 1, calendar) >= day;
    const heard = named.get(key)?.has(day) ?? false;
    const days = heard ? 0 : (follows ? before.days : 0) + 1;
    silent.set(key, { last: day, days });
    if (days > 6) found.add(`${key} ${day}`);
  }
  return [...found];
};

/** The seat that somebody answered for, by the year's own story. */
const heldSeat = (who: string, seat: string | null, day: string): boolean => {
  if (who === 'chef-omsorg') return seat === 'omsorg' && day < leaves;
  if (who === 'new-chef') return seat === 'omsorg' && day >= comes;
  if (who === 'owner') return seat === 'social' && day >= '2027-07-05' && day <= '2027-07-25';
  return who === `chef-${seat}`;
};

const isRight = ({ ending, byId, seat, at, atMeeting }: Decision): boolean => {
  if (ending === 'withdrawn' || ending === 'rerouted' || atMeeting) return byId === 'consultant';
  return ending === 'askedAnew' || heldSeat(byId, seat, dayOf(at));
};

/** Whom a gate goes to first, by who pays: the chefgruppe, the chefs who pay, or the area's own. */
const firstSeats = (
  { shares }: GateRequest,
  leadArea: string | null,
  toAll: boolean,
): readonly string[] => {
  if (toAll || shares.some(({ pool }) => pool === 'common')) return ['omsorg', 'social', 'sundhed'];
  const paying = shares.map(({ pool }) => pool.slice('area:'.length));
  return [...new Set([leadArea ?? '', ...paying])].sort();
};

/** A chef had lifted this gate before it was withdrawn and asked anew: it is the chefgruppe's still. */
const wasLifted = ({ deps }: PortfolioYear, { projectId, gate, askedAt }: GateRequest): boolean =>
  deps.stores.decisions
    .all()
    .map(({ value }) => value)
    .filter((one) => one.projectId === projectId && one.at < askedAt)
    .filter(({ ending }) => ending === 'decided' || ending === 'lifted')
    .slice(-1)
    .some((one) => one.ending === 'lifted' && one.gate === gate);

const wrongDeciders = (year: PortfolioYear): readonly string[] => {
  const { deps } = year;
  return deps.stores.requests.all().flatMap(({ value: request }) => {
    if (request.previous !== null) return [];
    const project = deps.stores.projects.get(request.projectId)?.value;
    const bound = deps.stores.decisions
      .all()
      .some(
        ({ value: { projectId, outcome, shares, at } }) =>
          projectId === request.projectId &&
          at < request.askedAt &&
          ['investigate', 'fastTrack', 'trial', 'operate', 'grant'].includes(outcome ?? '') &&
          shares.some(({ pool, ore }) => pool === 'common' && ore > 0),
      );
    const [is, was] = [
      [...request.decider.seats].sort(),
      firstSeats(request, project?.leadArea ?? '', bound || wasLifted(year, request)),
    ];
    return is.join() === was.join() ? [] : [`${request.id}: ${is.join()}, not ${was.join()}`];
  });
};

describe.each(years)('a whole year, seed $seed with $projects projects', (of) => {
  let year: PortfolioYear;

  beforeAll(async () => {
    year = await playedYear(of);
  }, 3_600_000);

  it('is a year as it is meant', () => {
    const { counts, deps, teams } = year;
    const gates = new Set<Gate>(deps.stores.decisions.all().map(({ value }) => value.gate));
    expect([...gates]).toEqual(expect.arrayContaining(['gate1', 'gate2', 'gate3']));
    if (isLong) expect(gates).toContain('funding');
    expect(counts.asked).toBeGreaterThan(12);
    expect(counts.answered).toBeGreaterThan(30);
    expect(counts.kills).toBeGreaterThan(20);
    expect(counts.packs).toBeGreaterThan(3);
    expect(counts.decided).toBeGreaterThan(0);
    expect(counts.handed).toBeGreaterThan(0);
    expect(teams.said.filter(isReminder).length).toBeGreaterThan(60);
    const asked = (id: string): boolean =>
      teams.said.some(({ to, message }) => to === id && message.kind === 'ask');
    // Who came, and who stood in.
    expect([asked('new-chef'), asked('owner')]).toEqual([true, true]);
    expect(deps.stores.decisions.all().some(({ value }) => value.byId === blocked)).toBe(true);
    console.log(JSON.stringify({ ...of, ...counts, told: teams.said.length }));
  });

  it('says in every pack what the lists come to, number by number', () => {
    expect(year.faults).toEqual([]);
  });

  it('reminds nobody more than once a day', () => {
    const once = new Map(year.teams.said.filter(isReminder).map((one) => [one.message.id, one]));
    const slots = [...once.values()].map(({ to, at }) => `${dayOf(at)} ${to}`);
    expect(slots.filter((slot, at) => slots.indexOf(slot) !== at)).toEqual([]);
  });

  it('reminds and asks nobody outside seven to five on a working day', () => {
    const outside = year.teams.said
      .filter((one) => isReminder(one) || askingKinds.includes(one.message.kind))
      .filter(({ at }) => !isWorkday(dayOf(at), calendar) || hourOf(at) < 7 || hourOf(at) >= 17);
    expect(outside.map(({ message, at }) => `${message.id} ${at}`)).toEqual([]);
  });

  it('lets nothing wait unseen: also not what nobody can answer', () => {
    expect(year.waited.some(({ empty, atMeeting }) => empty.length > 0 && !atMeeting)).toBe(true);
    expect(unseenIn(year)).toEqual([]);
  });

  it('tells the consultants of the chef whom nothing reaches', () => {
    const told = year.teams.said.filter(
      ({ to, message }) => to === 'consultant' && message.kind === 'unreached',
    );
    expect(told.length).toBeGreaterThan(0);
  });

  it('says nothing more to whoever has left, and nothing to whoever has shut us out', () => {
    const left = year.teams.said.filter(({ to, at }) => to === 'chef-omsorg' && dayOf(at) > leaves);
    expect(left.map(({ message }) => message.id)).toEqual([]);
    const shut = year.teams.said.filter(({ to, at }) => to === blocked && dayOf(at) < reopens);
    expect(shut.map(({ message }) => message.id)).toEqual([]);
  });

  it('is decided by those whose it is, and by nobody else', () => {
    const { stores } = year.deps;
    const decisions = stores.decisions.all().map(({ value }) => value);
    expect(decisions.filter((one) => !isRight(one)).map(({ id, byId }) => `${id} ${byId}`)).toEqual(
      [],
    );
    expect(wrongDeciders(year)).toEqual([]);
    expect(
      decisions.filter(({ id, decider }) => {
        const asked = stores.requests.get(id)?.value.decider.seats;
        return JSON.stringify(asked) !== JSON.stringify(decider.seats);
      }),
    ).toEqual([]);
  });

  it('loses nothing: each end has its consequences, its history and its messages', async () => {
    const { deps } = year;
    const { stores } = deps;
    const open = stores.requests
      .all()
      .filter(({ value }) => !value.closedAt && stores.decisions.get(value.id));
    expect(open.map(({ value }) => value.id)).toEqual([]);
    const waiting = stores.messages
      .all()
      .filter(({ value }) => value.state === 'queued' || value.state === 'sending');
    expect(waiting.map(({ value }) => value.id)).toEqual([]);
    for (const { value } of stores.projects.all()) {
      const { entries, holds } = await historyOf(deps, value.id);
      expect(holds, value.id).toBe(true);
      const ended = entries
        .filter(({ kind }) => kind === 'ended')
        .map(({ cause }) => cause)
        .sort();
      const decided = stores.decisions
        .where('projectId', value.id)
        .map(({ value: one }) => `${one.id}:ended`)
        .sort();
      expect(ended, value.id).toEqual(decided);
    }
  });

  it('has minutes of each meeting that was held, and of no other', () => {
    const { meetings } = year.deps.stores;
    const held = meetings
      .all()
      .filter(({ value }) => value.kind === 'ended')
      .map(({ value }) => value.quarterId);
    expect(held.sort()).toEqual(
      meetingDays.filter((day) => day >= of.from && day <= of.until && day !== year.calledOff),
    );
  });
});
